<?php
/**
 * `/contacts` and `/contacts/{id}`.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Contacts;

use Steward\Access\AccessPolicy;
use Steward\Access\Gate;
use Steward\Access\RecordType;
use Steward\Access\Verb;
use Steward\Rest\Input;
use Steward\Rest\RecordController;

/**
 * Contacts over HTTP.
 *
 * @extends RecordController<Contact>
 */
final class ContactsController extends RecordController {

	public function __construct(
		Gate $gate,
		private readonly Contacts $contacts,
		private readonly ContactStore $store,
		private readonly ContactFinder $finder,
		ContactPresenter $presenter,
		private readonly SeeAs $see_as,
	) {
		parent::__construct( $gate, $contacts, $presenter );
	}

	/**
	 * {@inheritDoc}
	 */
	protected function schema(): array {
		return ContactSchema::get();
	}

	/**
	 * {@inheritDoc}
	 */
	protected function errors_in( array $fields ): array {
		return ContactInput::read( $fields )->errors;
	}

	/**
	 * {@inheritDoc}
	 */
	protected function list_args(): array {
		return ContactQueryReader::args() + array(
			'as' => array(
				'description' => __( 'A CRM member\'s user id: the list as they get it, read only. For Manage Steward, or team reports with view scope all; it is logged.', 'steward' ),
				'type'        => 'integer',
			),
		);
	}

	/**
	 * {@inheritDoc}
	 */
	protected function listed( \WP_REST_Request $request ): \WP_REST_Response {
		$as       = Input::int( $request['as'] );
		$actor    = null === $request['as'] ? $this->actor() : $this->see_as->actor( $as, $this->actor(), $this->cause() );
		$query    = ContactQueryReader::read( $request, $actor, $this->offset( $request ), $this->limit( $request ) );
		$found    = $this->finder->page( $query, AccessPolicy::view_scope( $actor, RecordType::Contact ) );
		$contacts = $this->presenter->all( $this->store->find_all( $found['ids'] ), $actor );
		if ( null !== $request['as'] ) {
			// To be looked at only.
			$contacts = array_map( static fn ( array $data ): array => array( 'can' => array_fill_keys( array_column( Verb::cases(), 'value' ), false ) ) + $data, $contacts );
		}
		return $this->page( $request, $contacts, $found['total'] );
	}

	/**
	 * {@inheritDoc}
	 */
	protected function create( \WP_REST_Request $request ): Contact {
		$input = ContactInput::read( $this->body( $request ) );
		if ( ! isset( $input->texts['source'] ) ) {
			$input->texts['source'] = 'hand' === $this->cause()->kind ? 'manual' : 'api';
		}
		return $this->contacts->create( $input, $this->actor(), $this->cause() );
	}

	/**
	 * {@inheritDoc}
	 */
	protected function update( int $id, \WP_REST_Request $request ): Contact {
		return $this->contacts->update( $id, ContactInput::read( $this->body( $request ) ), $this->actor(), $this->cause() );
	}
}
