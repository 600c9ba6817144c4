<?php
/**
 * Owners over REST: claim, undo, reassign, in bulk too.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Ownership;

use Steward\Access\Gate;
use Steward\Access\Reason;
use Steward\Access\RecordType;
use Steward\Activity\Cause;
use Steward\Background\JobRunner;
use Steward\Background\JobStore;
use Steward\Rest\Controller;
use Steward\Rest\Errors;
use Steward\Rest\Input;
use Steward\Rest\RecordResponse;
use Steward\Rest\Refused;
use Steward\Rest\RowResults;
use Steward\Settings\Settings;

/**
 * `/{id}/claim`, `/{id}/reassign`, `/claim`, `/reassign` of one kind of record.
 *
 * @template T of OwnedRecord
 */
final class OwnershipController extends Controller {

	/** Records a bulk change takes at once. */
	public const MAX_BULK = RowResults::MAX;

	/** Ids a job takes. */
	private const MAX_JOB = 10000;

	private const MAX_NOTE = 500;

	/**
	 * @param Gate              $gate      Who asks.
	 * @param RecordType        $type      Kind of record.
	 * @param Ownership<T>      $ownership Changes owners.
	 * @param RecordResponse<T> $response  Shows a record.
	 * @param RecordsByFilter   $filters   Reads a bulk change's filter.
	 * @param BulkOwnership<T>  $bulk      Counts what a job will meet.
	 * @param JobStore          $jobs      Jobs.
	 * @param JobRunner         $runner    Gets them done.
	 */
	public function __construct(
		Gate $gate,
		private readonly RecordType $type,
		private readonly Ownership $ownership,
		private readonly RecordResponse $response,
		private readonly RecordsByFilter $filters,
		private readonly BulkOwnership $bulk,
		private readonly JobStore $jobs,
		private readonly JobRunner $runner,
	) {
		parent::__construct( $gate );
	}

	/**
	 * {@inheritDoc}
	 */
	protected function record_type(): RecordType {
		return $this->type;
	}

	/**
	 * Registers the routes.
	 */
	public function register_routes(): void {
		// Not `required`: WordPress takes null for missing, and null is a release. owner() looks.
		$owner  = array( 'description' => __( 'The new owner\'s user id; null for unassigned.', 'steward' ) );
		$note   = array(
			'description' => __( 'A word to the new owner.', 'steward' ),
			'type'        => 'string',
			'maxLength'   => self::MAX_NOTE,
			'default'     => '',
		);
		$base   = '/' . $this->type->plural();
		$one    = "$base/(?P<id>\d+)";
		$new    = array(
			$this->type->owner_field() => $owner,
			'note'                     => $note,
		);
		$along  = RecordType::Contact === $this->type ? array(
			'move_opportunities' => array(
				'description' => __( 'Whether the former owner\'s opportunities of the contact go to the new owner too, as far as you may reassign them.', 'steward' ),
				'type'        => 'boolean',
				'default'     => false,
			),
		) : array();
		$record = $this->response->get_public_item_schema( ... );
		$this->route( "$one/claim", \WP_REST_Server::CREATABLE, $this->claim( ... ), self::id_args(), schema: $record, strict: true );
		$this->route( "$one/claim", \WP_REST_Server::DELETABLE, $this->undo_claim( ... ), self::id_args(), schema: $record, strict: true );
		$this->route( "$one/reassign", \WP_REST_Server::CREATABLE, $this->reassign( ... ), self::id_args() + $new + $along, schema: $record, strict: true );
		$this->route( "$base/claim", \WP_REST_Server::CREATABLE, $this->claim_all( ... ), $this->ids_args(), schema: BulkSchema::get( ... ), strict: true );
		$this->route( "$base/reassign", \WP_REST_Server::CREATABLE, $this->reassign_all( ... ), $this->ids_args() + $new, schema: BulkSchema::get( ... ), strict: true );
	}

	private function claim( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->response->one( $request, fn ( int $id ): OwnedRecord => $this->ownership->claim( $id, $this->actor(), $this->cause() ) );
	}

	private function undo_claim( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->response->one( $request, fn ( int $id ): OwnedRecord => $this->ownership->undo_claim( $id, $this->actor(), $this->cause() ) );
	}

	private function reassign( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->response->one( $request, fn ( int $id ): OwnedRecord => $this->ownership->reassign( $id, $this->owner( $request ), $this->actor(), $this->cause(), trim( Input::string( $request['note'] ) ), true === $request['move_opportunities'] ) );
	}

	private function claim_all( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			fn (): \WP_REST_Response|\WP_Error => $this->is_large( $request )
				? $this->start( BulkOwnership::claims( $this->type ), $request, array() )
				: $this->each( $request, fn ( int $id, Cause $cause ): OwnedRecord => $this->ownership->claim( $id, $this->actor(), $cause ) )
		);
	}

	private function reassign_all( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response|\WP_Error {
				$owner = $this->owner( $request );
				$note  = trim( Input::string( $request['note'] ) );
				// Of few, each one is told; many would only be a long list of the same.
				if ( $this->is_large( $request ) && ! $this->actor()->permissions( $this->type )->reassign ) {
					throw new Refused( Errors::forbidden( Reason::MissingReassign, $this->type ) );
				}
				if ( null !== $owner && ! $this->gate->may_own( $owner, $this->type ) ) {
					throw new Refused( Errors::invalid_owner( $this->type ) );
				}
				$params = array(
					'owner' => $owner,
					'note'  => $note,
				);
				return $this->is_large( $request )
					? $this->start( BulkOwnership::reassigns( $this->type ), $request, $params )
					: $this->each( $request, fn ( int $id, Cause $cause ): OwnedRecord => $this->ownership->reassign( $id, $owner, $this->actor(), $cause, $note ) );
			}
		);
	}

	/**
	 * Whether a bulk change is more than a request should do.
	 *
	 * @throws Refused When it isn't clear which records are meant.
	 */
	private function is_large( \WP_REST_Request $request ): bool {
		if ( is_array( $request['filter'] ) && null !== $request['ids'] ) {
			throw new Refused( Errors::invalid( array( 'filter' => __( 'Give either ids or a filter, not both.', 'steward' ) ) ) );
		}
		return is_array( $request['filter'] ) || count( Input::ids( $request['ids'] ) ) > self::MAX_BULK;
	}

	/**
	 * Starts a job and answers 202 with it.
	 *
	 * @param array<string, mixed> $params What the task needs beyond ids or filter.
	 */
	private function start( string $kind, \WP_REST_Request $request, array $params ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $kind, $request, $params ): \WP_REST_Response {
				// Each one would be refused for the same reason.
				if ( RecordType::Opportunity === $this->type && ! Settings::separate_owners() ) {
					throw new Refused( Errors::forbidden( Reason::SingleOwner, $this->type ) );
				}
				$actor  = $this->actor();
				$ids    = is_array( $request['filter'] ) ? null : Input::ids( $request['ids'] );
				$filter = is_array( $request['filter'] ) ? $this->filters->filter( $request['filter'] ) : array();
				$params = $params + array(
					'ids'    => $ids,
					'filter' => $filter,
					'cause'  => $this->cause()->kind,
				);
				$job    = $this->jobs->add( $kind, $actor->id, $params, $this->bulk->count( $ids, $filter, $actor ) );
				$this->runner->schedule( $job->id );
				$response = new \WP_REST_Response( $job->to_array(), 202 );
				$response->header( 'Location', rest_url( self::NAMESPACE . "/jobs/$job->id" ) );
				return $response;
			}
		);
	}

	/**
	 * Runs a use case for each id, each in its own transaction, and tells the result of each.
	 *
	 * @param callable( int, Cause ): OwnedRecord $work The use case.
	 */
	private function each( \WP_REST_Request $request, callable $work ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request, $work ): \WP_REST_Response {
				if ( array() === Input::ids( $request['ids'] ) ) {
					throw new Refused( Errors::invalid( array( 'ids' => __( 'Give the records\' ids, or a filter.', 'steward' ) ) ) );
				}
				$cause = $this->cause()->in_batch( wp_generate_uuid4() );
				return new \WP_REST_Response( array( 'results' => RowResults::each( Input::ids( $request['ids'] ), static fn ( int $id ): OwnedRecord => $work( $id, $cause ) ) ) );
			}
		);
	}

	/**
	 * @throws Refused When it is missing, or neither an id nor null.
	 */
	private function owner( \WP_REST_Request $request ): ?int {
		if ( ! $request->has_param( $this->type->owner_field() ) ) {
			throw new Refused( Errors::invalid( array( $this->type->owner_field() => __( 'Give a user\'s id, or null for unassigned.', 'steward' ) ) ) );
		}
		$value = $request[ $this->type->owner_field() ];
		if ( null === $value ) {
			return null;
		}
		if ( ! is_numeric( $value ) || (int) $value < 1 || (string) (int) $value !== (string) $value ) {
			throw new Refused( Errors::invalid_owner( $this->type ) );
		}
		return (int) $value;
	}

	/**
	 * @return array<string, array<string, mixed>>
	 */
	private function ids_args(): array {
		return array(
			'ids'    => array(
				'description' => __( 'The records\' ids; more than 100 become a job.', 'steward' ),
				'type'        => 'array',
				'maxItems'    => self::MAX_JOB,
				'items'       => array(
					'type'    => 'integer',
					'minimum' => 1,
				),
			),
			'filter' => array(
				'description' => __( 'Parameters of the list, instead of ids; becomes a job.', 'steward' ),
				'type'        => 'object',
			),
		);
	}
}
