<?php
/**
 * Claiming or reassigning more contacts than a request can.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Ownership;

use Steward\Access\Actor;
use Steward\Access\Gate;
use Steward\Access\RecordType;
use Steward\Activity\Cause;
use Steward\Background\Job;
use Steward\Background\JobProgress;
use Steward\Background\JobTask;
use Steward\Rest\Input;
use Steward\Rest\Refused;

/**
 * A job over ids or over a filter, for one kind of record. Records are taken in order of id, so a filter that a change takes
 * them out of loses none. Each one is checked for the actor's access at its time.
 *
 * @template T of OwnedRecord
 */
final class BulkOwnership implements JobTask {

	/**
	 * @param RecordType      $type      Kind of record.
	 * @param Ownership<T>    $ownership Changes owners.
	 * @param RecordsByFilter $records   Finds what a filter means.
	 * @param Gate            $gate      Knows what the actor may.
	 */
	public function __construct(
		private readonly RecordType $type,
		private readonly Ownership $ownership,
		private readonly RecordsByFilter $records,
		private readonly Gate $gate,
	) {
	}

	/**
	 * The kind of job that claims records.
	 */
	public static function claims( RecordType $type ): string {
		return "claim_{$type->plural()}";
	}

	/**
	 * The kind of job that reassigns records.
	 */
	public static function reassigns( RecordType $type ): string {
		return "reassign_{$type->plural()}";
	}

	/**
	 * How many records a job will meet.
	 *
	 * @param list<int>|null       $ids    Records; null for the filter's.
	 * @param array<string, mixed> $filter A list's filter.
	 * @throws Refused When the filter can't be read.
	 */
	public function count( ?array $ids, array $filter, Actor $actor ): int {
		return null === $ids ? $this->records->count( $filter, $actor ) : count( $ids );
	}

	/**
	 * {@inheritDoc}
	 */
	public function batch( Job $job, int $limit ): JobProgress {
		$actor   = $this->gate->actor( $job->actor );
		$ids     = $this->next( $job, $actor, $limit );
		$done    = 0;
		$refused = array();
		foreach ( $ids as $id ) {
			try {
				$this->change( $job, $id, $actor );
				++$done;
			} catch ( Refused $refusal ) {
				$refused[] = $refusal->of_row( $id );
			}
		}
		$position = is_array( $job->params['ids'] ?? null ) ? $job->position + count( $ids ) : (int) max( array( $job->position, ...$ids ) );
		return new JobProgress( $position, $done, $refused, count( $ids ) < $limit );
	}

	/**
	 * @return list<int>
	 */
	private function next( Job $job, Actor $actor, int $limit ): array {
		if ( is_array( $job->params['ids'] ?? null ) ) {
			return array_slice( Input::ids( $job->params['ids'] ), $job->position, $limit );
		}
		/** @var array<string, mixed> $filter */
		$filter = is_array( $job->params['filter'] ?? null ) ? $job->params['filter'] : array();
		return $this->records->ids_after( $job->position, $filter, $actor, $limit );
	}

	private function change( Job $job, int $id, Actor $actor ): void {
		$cause = Cause::named( Input::string( $job->params['cause'] ?? 'hand' ), Input::string( $job->params['detail'] ?? '' ) )->in_batch( "job:$job->id" );
		if ( self::claims( $this->type ) === $job->kind ) {
			$this->ownership->claim( $id, $actor, $cause );
			return;
		}
		$owner = $job->params['owner'] ?? null;
		$this->ownership->reassign( $id, is_numeric( $owner ) ? (int) $owner : null, $actor, $cause, Input::string( $job->params['note'] ?? '' ) );
	}
}
