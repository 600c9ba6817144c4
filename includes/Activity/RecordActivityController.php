<?php
/**
 * `/{id}/activity` of one kind of record.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Activity;

use Steward\Access\Gate;
use Steward\Access\RecordType;
use Steward\Ownership\OwnedRecord;
use Steward\Ownership\RecordKind;
use Steward\Rest\Controller;
use Steward\Rest\Input;

/**
 * What happened to a record, newest first, for whoever may view it.
 */
final class RecordActivityController extends Controller {

	/**
	 * @param Gate                    $gate     Who asks.
	 * @param RecordKind<OwnedRecord> $kind     Kind of record.
	 * @param ActivityStore           $activity The log.
	 */
	public function __construct( Gate $gate, private readonly RecordKind $kind, private readonly ActivityStore $activity ) {
		parent::__construct( $gate );
	}

	/**
	 * {@inheritDoc}
	 */
	protected function record_type(): RecordType {
		return $this->kind->type;
	}

	/**
	 * Registers the route.
	 */
	public function register_routes(): void {
		$this->route( '/' . $this->kind->type->plural() . '/(?P<id>\d+)/activity', \WP_REST_Server::READABLE, $this->get( ... ), self::id_args() + $this->page_args(), schema: ActivitySchema::get( ... ) );
	}

	private function get( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response {
				$record = $this->kind->guard->viewable( Input::int( $request['id'] ), $this->actor() );
				$rows   = $this->activity->page( $this->kind->type, $record->id(), $this->offset( $request ), $this->limit( $request ) );
				return $this->paged( $request, new \WP_REST_Response( ActivityPresenter::all( $rows ) ), $this->activity->count( $this->kind->type, $record->id() ) );
			}
		);
	}
}
