<?php
/**
 * `/tasks`, `/tasks/update`, `/tasks/{id}`, `/contacts/{id}/tasks` and `/opportunities/{id}/tasks`.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tasks;

use Steward\Access\Gate;
use Steward\Access\Reason;
use Steward\Access\RecordType;
use Steward\Activity\Cause;
use Steward\Ownership\Records;
use Steward\Rest\Errors;
use Steward\Rest\Input;
use Steward\Rest\ItemController;
use Steward\Rest\RecordLinks;
use Steward\Rest\Refused;
use Steward\Rest\RowResults;
use Steward\Rest\Schema;

/**
 * Tasks over HTTP.
 */
final class TasksController extends ItemController {

	/** What many can be given at once. */
	private const OF_MANY = array( 'status', 'assignee', 'priority', 'due_gmt' );

	public function __construct(
		Gate $gate,
		private readonly Tasks $tasks,
		private readonly TaskStore $store,
		private readonly TaskFinder $finder,
		private readonly TaskQueryReader $reader,
		private readonly TaskPresenter $presenter,
		private readonly TaskParents $parents,
		private readonly Records $records,
		private readonly TasksAlong $along,
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
		$fields = $this->field_args();
		$many   = array_intersect_key( $fields, array_flip( self::OF_MANY ) );
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
		$this->route( '/tasks/update', \WP_REST_Server::CREATABLE, $this->update_many( ... ), array( 'ids' => self::ids_arg() ) + $many, schema: RowResults::schema( ... ), strict: true );
		foreach ( $this->records->types() as $type ) {
			$member = fn (): bool|\WP_Error => $this->actor()->permissions( $type )->is_member() ? true : Errors::forbidden( Reason::NotAMember, $type );
			$this->route(
				'/' . $type->plural() . '/(?P<id>\d+)/tasks/along',
				\WP_REST_Server::READABLE,
				fn ( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error => $this->along( $type, $request ),
				self::id_args() + self::along_args( $type ),
				$member,
				static fn (): array => Schema::of( 'tasks-along', Schema::read_only( array( 'tasks' => Schema::value( 'integer', __( 'How many open follow-ups would go to a new owner.', 'steward' ) ) ) ) )
			);
			$this->route(
				'/' . $type->plural() . '/(?P<id>\d+)/tasks',
				\WP_REST_Server::READABLE,
				fn ( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error => $this->of_record( $type, $request ),
				self::id_args() + array_merge( $this->get_collection_params(), TaskQueryReader::args_of_record() ),
				$member,
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
	 * POST the same change of many: one batch, so that who is given twelve of them is told once. Versions are not asked about: what
	 * somebody else changed meanwhile stays, but for these fields.
	 */
	private function update_many( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response {
				$ids    = Input::ids( $request['ids'] );
				$input  = TaskInput::read( array_intersect_key( $this->body( $request ), array_flip( self::OF_MANY ) ) );
				$errors = $input->errors
					+ ( array() === $ids ? array( 'ids' => __( 'Give the follow-ups\' ids.', 'steward' ) ) : array() )
					+ ( $input->is_empty() ? array( 'status' => __( 'Say what is to change: status, assignee, priority or due_gmt.', 'steward' ) ) : array() );
				if ( array() !== $errors ) {
					throw new Refused( Errors::invalid( $errors ) );
				}
				$cause = $this->cause()->in_batch( wp_generate_uuid4() );
				return new \WP_REST_Response( array( 'results' => RowResults::each( $ids, fn ( int $id ): Task => $this->update_one( $id, $input, $cause ) ) ) );
			}
		);
	}

	/**
	 * @throws Refused When it can't be.
	 */
	private function update_one( int $id, TaskInput $input, Cause $cause ): Task {
		try {
			return $this->tasks->update( $id, $input, $this->actor(), $cause );
		} catch ( StaleTask $stale ) {
			throw new Refused( Errors::version_conflict( self::public( $this->shown( $stale->current ) ) ) );
		}
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function ids_arg(): array {
		return array(
			'description' => __( 'The follow-ups\' ids.', 'steward' ),
			'type'        => 'array',
			'required'    => true,
			'maxItems'    => RowResults::MAX,
			'items'       => array(
				'type'    => 'integer',
				'minimum' => 1,
			),
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
	 * GET how many would go along with a record's owner.
	 */
	private function along( RecordType $type, \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $type, $request ): \WP_REST_Response {
				$record = $this->records->kind( $type )->guard->viewable( Input::int( $request['id'] ), $this->actor() );
				return new \WP_REST_Response( array( 'tasks' => $this->along->count( $record, $this->actor(), true === $request['move_opportunities'] ) ) );
			}
		);
	}

	/**
	 * @return array<string, array<string, mixed>>
	 */
	private static function along_args( RecordType $type ): array {
		return RecordType::Contact !== $type ? array() : array(
			'move_opportunities' => array(
				'description' => __( 'Whether the former owner\'s opportunities of the contact are to go along, as when it is reassigned.', 'steward' ),
				'type'        => 'boolean',
				'default'     => false,
			),
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
		return $this->page( $request, $this->presenter->all( $this->store->find_all( $found['ids'] ), $actor ), $found['total'] );
	}

	/**
	 * {@inheritDoc}
	 */
	protected function schema(): array {
		return TaskSchema::get();
	}

	/**
	 * {@inheritDoc}
	 *
	 * @param array<mixed> $fields Field => value.
	 */
	protected function errors_in( array $fields ): array {
		return TaskInput::read( $fields )->errors;
	}

	/**
	 * {@inheritDoc}
	 */
	protected function list_args(): array {
		return TaskQueryReader::args();
	}

	/**
	 * {@inheritDoc}
	 *
	 * @param array<string, mixed> $data As the presenter gives it.
	 */
	protected function links_of( array $data ): array {
		return $this->presenter->links( $data );
	}

	/**
	 * @return array<string, mixed>
	 */
	private function shown( Task $task ): array {
		return $this->presenter->one( $task, $this->parents->of( $task ), $this->actor() );
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
