<?php
/**
 * Routes of one kind of record.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Rest;

use Steward\Access\Gate;
use Steward\Ownership\OwnedRecord;
use Steward\Ownership\RecordLife;
use Steward\Ownership\StaleVersion;

/**
 * Lists, creates, reads, updates, trashes, restores and erases records over HTTP: `/{plural}` and `/{plural}/{id}`.
 *
 * @template T of OwnedRecord
 * @implements RecordResponse<T>
 */
abstract class RecordController extends ItemController implements RecordResponse {

	/**
	 * @param Gate               $gate      Who asks.
	 * @param RecordLife<T>      $life      What is done to a record as a whole.
	 * @param RecordPresenter<T> $presenter Shows records.
	 */
	public function __construct( Gate $gate, private readonly RecordLife $life, protected readonly RecordPresenter $presenter ) {
		parent::__construct( $gate );
		$this->rest_base = $this->record_type()->plural();
	}

	/**
	 * A page of the list.
	 *
	 * @throws Refused When something is asked for that may not be.
	 */
	abstract protected function listed( \WP_REST_Request $request ): \WP_REST_Response;

	/**
	 * Makes a record of the request's body.
	 *
	 * @return T
	 * @throws Refused When it is wrong, or the actor may not.
	 */
	abstract protected function create( \WP_REST_Request $request ): OwnedRecord;

	/**
	 * Changes a record by the request's body.
	 *
	 * @return T
	 * @throws Refused When it is wrong, or the actor may not.
	 */
	abstract protected function update( int $id, \WP_REST_Request $request ): OwnedRecord;

	/**
	 * Registers the routes.
	 */
	public function register_routes(): void {
		$all    = "/$this->rest_base";
		$one    = "$all/(?P<id>\d+)";
		$fields = $this->field_args();
		register_rest_route(
			self::NAMESPACE,
			$all,
			array(
				$this->endpoint( \WP_REST_Server::READABLE, 'get_items', $this->get_collection_params() ),
				$this->endpoint( \WP_REST_Server::CREATABLE, 'create_item', $fields, $this->has_valid_fields( ... ) ),
				'allow_batch' => array( 'v1' => true ),
				'schema'      => array( $this, 'get_public_item_schema' ),
			)
		);
		$force = array(
			'force' => array(
				'description' => __( 'Erase for good instead of putting it into the trash.', 'steward' ),
				'type'        => 'boolean',
				'default'     => false,
			),
		);
		register_rest_route(
			self::NAMESPACE,
			$one,
			array(
				'args'        => self::id_args(),
				$this->endpoint( \WP_REST_Server::READABLE, 'get_item', array( 'context' => $this->get_context_param( array( 'default' => 'view' ) ) ) ),
				$this->endpoint( \WP_REST_Server::EDITABLE, 'update_item', $fields, $this->has_valid_fields( ... ) ),
				$this->endpoint( \WP_REST_Server::DELETABLE, 'delete_item', $force ),
				'allow_batch' => array( 'v1' => true ),
				'schema'      => array( $this, 'get_public_item_schema' ),
			)
		);
		$this->route( "$one/restore", \WP_REST_Server::CREATABLE, $this->restore_item( ... ), self::id_args(), schema: $this->get_public_item_schema( ... ) );
	}

	/**
	 * GET the list.
	 *
	 * @param \WP_REST_Request $request The request.
	 */
	public function get_items( $request ): \WP_REST_Response|\WP_Error {
		return $this->answer( fn (): \WP_REST_Response => $this->listed( $request ) );
	}

	/**
	 * POST a new one.
	 *
	 * @param \WP_REST_Request $request The request.
	 */
	public function create_item( $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response {
				$record   = $this->create( $request );
				$response = $this->respond( $this->presenter->one( $record, $this->actor() ), $request );
				$response->set_status( 201 );
				$response->header( 'Location', RecordLinks::to( $this->record_type(), $record->id() ) );
				return $response;
			}
		);
	}

	/**
	 * GET one.
	 *
	 * @param \WP_REST_Request $request The request.
	 */
	public function get_item( $request ): \WP_REST_Response|\WP_Error {
		return $this->one( $request, fn ( int $id ): OwnedRecord => $this->life->get( $id, $this->actor() ) );
	}

	/**
	 * PUT, PATCH, POST one.
	 *
	 * @param \WP_REST_Request $request The request.
	 */
	public function update_item( $request ): \WP_REST_Response|\WP_Error {
		return $this->one( $request, fn ( int $id ): OwnedRecord => $this->update( $id, $request ) );
	}

	/**
	 * DELETE one.
	 *
	 * @param \WP_REST_Request $request The request.
	 */
	public function delete_item( $request ): \WP_REST_Response|\WP_Error {
		if ( true !== $request['force'] ) {
			return $this->one( $request, fn ( int $id ): OwnedRecord => $this->life->trash( $id, $this->actor(), $this->cause() ) );
		}
		return $this->answer(
			function () use ( $request ): \WP_REST_Response {
				$actor = $this->actor();
				return new \WP_REST_Response(
					array(
						'deleted'  => true,
						'previous' => $this->presenter->one( $this->life->erase( Input::int( $request['id'] ), $actor, $this->cause() ), $actor ),
					)
				);
			}
		);
	}

	private function restore_item( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->one( $request, fn ( int $id ): OwnedRecord => $this->life->restore( $id, $this->actor(), $this->cause() ) );
	}

	/**
	 * {@inheritDoc}
	 *
	 * @param callable( int ): T $work The use case.
	 */
	public function one( \WP_REST_Request $request, callable $work ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request, $work ): \WP_REST_Response|\WP_Error {
				try {
					return $this->respond( $this->presenter->one( $work( Input::int( $request['id'] ) ), $this->actor() ), $request );
				} catch ( StaleVersion $stale ) {
					/** @var T $current */
					$current = $stale->current;
					return Errors::version_conflict( $this->presenter->one( $current, $this->actor() ) );
				}
			}
		);
	}

	/**
	 * {@inheritDoc}
	 *
	 * @param array<string, mixed> $data As the presenter gives it.
	 */
	protected function links_of( array $data ): array {
		return $this->presenter->links( $data );
	}
}
