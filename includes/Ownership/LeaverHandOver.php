<?php
/**
 * What somebody who left owned and followed.
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
 * A job: kind by kind, first the records they owned go to whom the deletion named, else to nobody; then their follows end. All
 * of it is done by Steward itself and logged with the cause `user_deleted`.
 */
final class LeaverHandOver implements JobTask {

	public const KIND = 'hand_over';

	/** A job's position is the kind's place times this, plus the last id of that kind. */
	private const PLACE = 1_000_000_000_000_000;

	public function __construct(
		private readonly Records $records,
		private readonly OwnerColumn $owners,
		private readonly Followers $followers,
		private readonly Gate $gate,
	) {
	}

	/**
	 * How much there is to hand over.
	 */
	public function count( int $user ): int {
		$count = 0;
		foreach ( $this->records->types() as $type ) {
			$count += $this->owners->count_owned_by( $type, $user ) + count( $this->followers->followed_by( $type, $user, PHP_INT_MAX ) );
		}
		return $count;
	}

	/**
	 * {@inheritDoc}
	 */
	public function batch( Job $job, int $limit ): JobProgress {
		$leaver = Input::int( $job->params['user'] ?? 0 );
		$cause  = Cause::named( 'user_deleted', Input::string( $job->params['name'] ?? '' ) )->in_batch( "job:$job->id" );
		$types  = $this->records->types();
		$place  = intdiv( $job->position, self::PLACE );
		$kind   = $this->records->kind( $types[ $place ] );
		$owned  = $this->owners->owned_by( $kind->type, $leaver, $job->position % self::PLACE, $limit );
		if ( array() !== $owned ) {
			return $this->hand_over( $kind, $owned, $this->heir( $job, $kind->type ), $cause, $place );
		}
		$followed = $this->followers->followed_by( $kind->type, $leaver, $limit );
		foreach ( $kind->store->find_all( $followed ) as $record ) {
			$kind->following->remove( $record, $leaver, Actor::system(), $cause );
		}
		$ends = count( $followed ) < $limit;
		return new JobProgress( $ends ? ( $place + 1 ) * self::PLACE : $job->position, count( $followed ), array(), $ends && count( $types ) === $place + 1 );
	}

	/**
	 * @param RecordKind<OwnedRecord> $kind  Kind of record.
	 * @param non-empty-list<int>     $ids   Records.
	 * @param int|null                $heir  New owner.
	 * @param int                     $place The kind's place.
	 */
	private function hand_over( RecordKind $kind, array $ids, ?int $heir, Cause $cause, int $place ): JobProgress {
		$refused = array();
		foreach ( $ids as $id ) {
			try {
				$kind->ownership->reassign( $id, $heir, Actor::system(), $cause );
			} catch ( Refused $refusal ) {
				$refused[] = $refusal->of_row( $id );
			}
		}
		return new JobProgress( $place * self::PLACE + max( $ids ), count( $ids ) - count( $refused ), $refused, false );
	}

	/**
	 * Whom the deletion named, if they can own such records; looked up anew for each batch.
	 */
	private function heir( Job $job, RecordType $type ): ?int {
		$heir = Input::int( $job->params['heir'] ?? 0 );
		return $heir > 0 && $this->gate->may_own( $heir, $type ) ? $heir : null;
	}
}
