<?php
/**
 * `/tasks`, `/tasks/{id}`, `/contacts/{id}/tasks` and `/opportunities/{id}/tasks`.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tasks;

use Steward\Access\Gate;
use Steward\Access\Reason;
use Steward\Access\RecordType;
use Steward\Ownership\OwnedRecord;
use Steward\Ownership\Records;
use Steward\Rest\Controller;
use Steward\Rest\Errors;
use Steward\Rest\Input;
use Steward\Rest\RecordLinks;
use Steward\Rest\Schema;

/**
 * Tasks over HTTP.
 */
final class TasksController extends Controller {

	/** @var array<string, mixed>|null The schema, once made. */
	private ?array $task_schema = null;

	public function __construct(
		Gate $gate,
		private readonly Tasks $tasks,
		private readonly TaskStore $store,
		private readonly TaskFinder $finder,
		private readonly TaskQueryReader $reader,
		private readonly TaskPresenter $presenter,
		private readonly TaskParents $parents,
		private readonly Records $records,
	) {
		parent::__construct( $gate );
		$this->rest_base = 'tasks';
	}

	/**
	 * Permission callback: a member as to any kind of record that may have tasks.
	 */
	public function member(): bool|\WP_Error {
		$actor = $this->actor();
		return $actor->permissions( RecordType::Contact )->is_member() || $actor->permissions( RecordType::Opportunity )->is_member() ? true : Errors::forbidden( Reason::NotAMember );
	}

	/**
	 * Registers the routes.
	 */
	public function register_routes(): void {
		$fields = Schema::args( $this->task_schema() );
		register_rest_route(
			self::NAMESPACE,
			'/tasks',
			array(
				$this->endpoint( \WP_REST_Server::READABLE, 'get_items', $this->get_collection_params() ),
				$this->endpoint( \WP_REST_Server::CREATABLE, 'create_item', $fields, $this->has_valid_fields( ... ) ),
				'allow_batch' => array( 'v1' => true ),
				'schema'      => array( $this, 'get_public_item_schema' ),
			)
		);
		register_rest_route(
			self::NAMESPACE,
			'/tasks/(?P<id>\d+)',
			array(
				'args'        => self::id_args(),
				$this->endpoint( \WP_REST_Server::READABLE, 'get_item', array( 'context' => $this->get_context_param( array( 'default' => 'view' ) ) ) ),
				$this->endpoint( \WP_REST_Server::EDITABLE, 'update_item', $fields, $this->has_valid_fields( ... ) ),
				$this->endpoint( \WP_REST_Server::DELETABLE, 'delete_item' ),
				'allow_batch' => array( 'v1' => true ),
				'schema'      => array( $this, 'get_public_item_schema' ),
			)
		);
		foreach ( $this->records->types() as $type ) {
			$this->route(
				'/' . $type->plural() . '/(?P<id>\d+)/tasks',
				\WP_REST_Server::READABLE,
				fn ( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error => $this->of_record( $type, $request ),
				self::id_args() + $this->get_collection_params(),
				fn (): bool|\WP_Error => $this->actor()->permissions( $type )->is_member() ? true : Errors::forbidden( Reason::NotAMember, $type ),
				$this->get_public_item_schema( ... )
			);
		}
	}

	/**
	 * GET the list.
	 *
	 * @param \WP_REST_Request $request The request.
	 */
	public function get_items( $request ): \WP_REST_Response|\WP_Error {
		return $this->answer( fn (): \WP_REST_Response => $this->list_of( $request, $request, false ) );
	}

	/**
	 * POST a new one.
	 *
	 * @param \WP_REST_Request $request The request.
	 */
	public function create_item( $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response {
				$task     = $this->tasks->create( TaskInput::read( $this->body( $request ) ), $this->actor(), $this->cause() );
				$response = $this->respond( $this->shown( $task ), $request );
				$response->set_status( 201 );
				$response->header( 'Location', RecordLinks::url( "tasks/$task->id" ) );
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
		return $this->answer( fn (): \WP_REST_Response => $this->respond( $this->shown( $this->tasks->get( Input::int( $request['id'] ), $this->actor() ) ), $request ) );
	}

	/**
	 * PUT, PATCH, POST one.
	 *
	 * @param \WP_REST_Request $request The request.
	 */
	public function update_item( $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response|\WP_Error {
				try {
					return $this->respond( $this->shown( $this->tasks->update( Input::int( $request['id'] ), TaskInput::read( $this->body( $request ) ), $this->actor(), $this->cause() ) ), $request );
				} catch ( StaleTask $stale ) {
					return Errors::version_conflict( self::public( $this->shown( $stale->current ) ) );
				}
			}
		);
	}

	/**
	 * DELETE one, for good.
	 *
	 * @param \WP_REST_Request $request The request.
	 */
	public function delete_item( $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response {
				$id       = Input::int( $request['id'] );
				$previous = self::public( $this->shown( $this->tasks->get( $id, $this->actor() ) ) );
				$this->tasks->delete( $id, $this->actor(), $this->cause() );
				return new \WP_REST_Response(
					array(
						'deleted'  => true,
						'previous' => $previous,
					)
				);
			}
		);
	}

	/**
	 * GET those of a record: of a contact its own and, as far as the caller may view them, its opportunities'. On the page of what
	 * is in the trash its own are still read.
	 */
	private function of_record( RecordType $type, \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $type, $request ): \WP_REST_Response {
				$record = $this->records->kind( $type )->guard->viewable( Input::int( $request['id'] ), $this->actor() );
				return $this->list_of( $request, array( $type->value => array( $record->id() ) ) + $request->get_params(), $record->is_trashed() );
			}
		);
	}

	/**
	 * @param array<mixed>|\WP_REST_Request $params The list's parameters.
	 * @param bool                          $rests  Whether what is of records in the trash is listed, too.
	 */
	private function list_of( \WP_REST_Request $request, array|\WP_REST_Request $params, bool $rests ): \WP_REST_Response {
		$actor = $this->actor();
		$query = $this->reader->read( $params, $actor, $this->offset( $request ), $this->limit( $request ), $rests );
		$found = $this->finder->page( $query, TaskScope::of( $actor ) );
		$items = array_map( fn ( array $data ): mixed => $this->prepare_response_for_collection( $this->respond( $data, $request ) ), $this->presenter->all( $this->store->find_all( $found['ids'] ), $actor ) );
		return $this->paged( $request, new \WP_REST_Response( $items ), $found['total'] );
	}

	/**
	 * The schema of a task.
	 *
	 * @return array<string, mixed>
	 */
	public function get_item_schema(): array {
		/** @var array<string, mixed> $schema */
		$schema = $this->add_additional_fields_schema( $this->task_schema() );
		return $schema;
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
	 * Parameters of the list.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public function get_collection_params(): array {
		/** @var array<string, mixed> $context */
		$context = $this->get_context_param( array( 'default' => 'view' ) );
		return array_merge( array( 'context' => $context ), $this->page_args(), TaskQueryReader::args() );
	}

	/**
	 * @return array<string, mixed>
	 */
	private function task_schema(): array {
		$this->task_schema ??= TaskSchema::get();
		return $this->task_schema;
	}

	/**
	 * Looks at all fields at once; before anything is done, in a batch before anything of it is.
	 */
	private function has_valid_fields( \WP_REST_Request $request ): bool|\WP_Error {
		$errors = TaskInput::read( $this->body( $request ) )->errors;
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
	 * @return array<string, mixed>
	 */
	private function shown( Task $task ): array {
		return $this->presenter->one( $task, $this->parents->of( $task ), $this->actor() );
	}

	/**
	 * @param array<string, mixed> $data As the presenter gives it.
	 */
	private function respond( array $data, \WP_REST_Request $request ): \WP_REST_Response {
		$fields   = $this->get_fields_for_response( $request );
		$context  = Input::string( $request['context'], 'view' );
		$whole    = $this->add_additional_fields_to_object( self::public( $data ), $request );
		$shown    = array_intersect_key( $whole, array_flip( array_map( static fn ( string $field ): string => explode( '.', $field )[0], $fields ) ) );
		$response = new \WP_REST_Response( 'embed' === $context ? $this->filter_response_by_context( $shown, $context ) : $shown );
		if ( rest_is_field_included( '_links', $fields ) || isset( $request['_embed'] ) || ! isset( $request['_fields'] ) ) {
			$response->add_links( $this->presenter->links( $data ) );
		}
		return $response;
	}

	/**
	 * Without what is for the links only.
	 *
	 * @param array<string, mixed> $data As the presenter gives it.
	 * @return array<string, mixed>
	 */
	private static function public( array $data ): array {
		return array_diff_key( $data, array( 'contact_viewable' => 0 ) );
	}
}
