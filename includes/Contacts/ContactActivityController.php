<?php
/**
 * `/contacts/{id}/activity`.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Contacts;

use Steward\Access\Gate;
use Steward\Access\RecordType;
use Steward\Activity\ActivityPresenter;
use Steward\Activity\ActivityStore;
use Steward\Rest\Controller;
use Steward\Rest\Input;

/**
 * What happened to a contact, newest first, for whoever may view it.
 */
final class ContactActivityController extends Controller {

	public function __construct( Gate $gate, private readonly Contacts $contacts, private readonly ActivityStore $activity ) {
		parent::__construct( $gate );
	}

	/**
	 * Registers the route.
	 */
	public function register_routes(): void {
		$this->route( '/contacts/(?P<id>\d+)/activity', \WP_REST_Server::READABLE, $this->get( ... ), ContactsController::id_args() + $this->page_args() );
	}

	private function get( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response {
				$contact = $this->contacts->get( Input::int( $request['id'] ), $this->actor() );
				$rows    = $this->activity->page( RecordType::Contact, $contact->id, $this->offset( $request ), $this->limit( $request ) );
				return $this->paged( $request, new \WP_REST_Response( ActivityPresenter::all( $rows ) ), $this->activity->count( RecordType::Contact, $contact->id ) );
			}
		);
	}
}
