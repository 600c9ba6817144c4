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
abstract class RecordController extends Controller implements RecordResponse {

	/** @var array<string, mixed>|null The schema, once made. */
	private ?array $record_schema = null;

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
	 * The kind's JSON schema.
	 *
	 * @return array<string, mixed>
	 */
	abstract protected function schema(): array;

	/**
	 * What is wrong with the fields of a record, as they were sent.
	 *
	 * @param array<mixed> $fields Field => value.
	 * @return array<string, string> Field => what is wrong with it.
	 */
	abstract protected function errors_in( array $fields ): array;

	/**
	 * Filters and orders of the list.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	abstract protected function list_args(): array;

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
		$fields = Schema::args( $this->record_schema() );
		register_rest_route(
			self::NAMESPACE,
			$all,
			array(
				self::endpoint( \WP_REST_Server::READABLE, 'get_items', $this->get_collection_params() ),
				self::endpoint( \WP_REST_Server::CREATABLE, 'create_item', $fields, $this->has_valid_fields( ... ) ),
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
				self::endpoint( \WP_REST_Server::READABLE, 'get_item', array( 'context' => $this->get_context_param( array( 'default' => 'view' ) ) ) ),
				self::endpoint( \WP_REST_Server::EDITABLE, 'update_item', $fields, $this->has_valid_fields( ... ) ),
				self::endpoint( \WP_REST_Server::DELETABLE, 'delete_item', $force ),
				'allow_batch' => array( 'v1' => true ),
				'schema'      => array( $this, 'get_public_item_schema' ),
			)
		);
		$this->route( "$one/restore", \WP_REST_Server::CREATABLE, $this->restore_item( ... ), self::id_args(), schema: $this->get_public_item_schema( ... ) );
	}

	/**
	 * Looks at all fields at once, in the words and with the strictness of PHP callers' and forms' input; before anything is done, in a
	 * batch before anything of it is.
	 */
	private function has_valid_fields( \WP_REST_Request $request ): bool|\WP_Error {
		$errors = $this->errors_in( $this->body( $request ) );
		return array() === $errors ? true : Errors::invalid( $errors );
	}

	/**
	 * @param array<string, mixed>                                  $args     Parameters.
	 * @param (callable( \WP_REST_Request ): (bool|\WP_Error))|null $validate Looks at them all.
	 * @return array<string, mixed>
	 */
	private function endpoint( string $methods, string $callback, array $args = array(), ?callable $validate = null ): array {
		return array(
			'methods'             => $methods,
			'callback'            => array( $this, $callback ),
			'permission_callback' => array( $this, 'member' ),
			'validate_callback'   => $validate,
			'args'                => $args,
		);
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
				$response = $this->respond( $this->presenter->one( $record, $this->actor() ), $request, $this->get_fields_for_response( $request ) );
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
	 * @return array<string, mixed>
	 */
	public function get_public_item_schema(): array {
		/** @var array<string, mixed> $schema */
		$schema = parent::get_public_item_schema();
		return $schema;
	}

	/**
	 * The schema of a record.
	 *
	 * @return array<string, mixed>
	 */
	public function get_item_schema(): array {
		/** @var array<string, mixed> $schema */
		$schema = $this->add_additional_fields_schema( $this->record_schema() );
		return $schema;
	}

	/**
	 * @return array<string, mixed>
	 */
	private function record_schema(): array {
		$this->record_schema ??= $this->schema();
		return $this->record_schema;
	}

	/**
	 * Parameters of the list.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public function get_collection_params(): array {
		/** @var array<string, mixed> $context */
		$context = $this->get_context_param( array( 'default' => 'view' ) );
		return array_merge( array( 'context' => $context ), $this->page_args(), $this->list_args() );
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
					return $this->respond( $this->presenter->one( $work( Input::int( $request['id'] ) ), $this->actor() ), $request, $this->get_fields_for_response( $request ) );
				} catch ( StaleVersion $stale ) {
					/** @var T $current */
					$current = $stale->current;
					return Errors::version_conflict( $this->presenter->one( $current, $this->actor() ) );
				}
			}
		);
	}

	/**
	 * A page of records.
	 *
	 * @param list<array<string, mixed>> $records As the presenter gives them.
	 * @param int                        $total   Size of the whole list.
	 */
	protected function page( \WP_REST_Request $request, array $records, int $total ): \WP_REST_Response {
		$fields = $this->get_fields_for_response( $request );
		$items  = array_map( fn ( array $data ): mixed => $this->prepare_response_for_collection( $this->respond( $data, $request, $fields ) ), $records );
		return $this->paged( $request, new \WP_REST_Response( $items ), $total );
	}

	/**
	 * @param array<string, mixed> $data   A record as the presenter gives it.
	 * @param string[]             $fields Fields asked for.
	 */
	private function respond( array $data, \WP_REST_Request $request, array $fields ): \WP_REST_Response {
		$context  = Input::string( $request['context'], 'view' );
		$whole    = $this->add_additional_fields_to_object( $data, $request );
		$shown    = array_intersect_key( $whole, array_flip( array_map( static fn ( string $field ): string => explode( '.', $field )[0], $fields ) ) );
		$response = new \WP_REST_Response( 'embed' === $context ? $this->filter_response_by_context( $shown, $context ) : $shown );
		if ( rest_is_field_included( '_links', $fields ) || isset( $request['_embed'] ) || ! isset( $request['_fields'] ) ) {
			$response->add_links( $this->presenter->links( $data ) );
		}
		return $response;
	}
}
