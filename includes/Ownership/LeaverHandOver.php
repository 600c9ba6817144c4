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
use Steward\Access\RecordAccess;
use Steward\Access\RecordType;
use Steward\Access\Verb;
use Steward\Activity\Cause;
use Steward\Background\Job;
use Steward\Background\JobProgress;
use Steward\Background\JobTask;
use Steward\Rest\Errors;
use Steward\Rest\Input;
use Steward\Rest\Refused;

/**
 * A job: kind by kind, first the records they owned go to whom the deletion named, else to nobody; then their follows end; after
 * all kinds, what tasks are left to them. All of it is done by Steward itself, since deleting is WordPress' decision, and logged as the doing of who deleted, with the
 * cause `user_deleted`. Asked for by a person (`by` is among the
 * parameters), it is theirs: each record is asked about for them at its time, and follows and tasks of other records stay.
 */
final class LeaverHandOver implements JobTask {

	public const KIND = 'hand_over';

	/** A job's position is the kind's place times this, plus the last id of that kind. */
	private const PLACE = 1_000_000_000_000_000;

	public function __construct(
		private readonly Records $records,
		private readonly OwnerColumn $owners,
		private readonly Followers $followers,
		private readonly RecordAccess $access,
		private readonly Gate $gate,
		private readonly GoesWithLeaver $tasks,
	) {
	}

	/**
	 * How much there is to hand over.
	 */
	public function count( int $user ): int {
		$count = $this->owned( $user );
		foreach ( $this->records->types() as $type ) {
			$count += count( $this->followers->followed_by( $type, $user, PHP_INT_MAX ) );
		}
		// Most tasks go along with their records: they count where there is nothing else.
		return $count > 0 ? $count : $this->tasks->count( $user );
	}

	/**
	 * How many records a user owns, in the trash too.
	 */
	public function owned( int $user ): int {
		return array_sum( array_map( fn ( RecordType $type ): int => $this->owners->count_owned_by( $type, $user ), $this->records->types() ) );
	}

	/**
	 * {@inheritDoc}
	 */
	public function batch( Job $job, int $limit ): JobProgress {
		$leaver = Input::int( $job->params['user'] ?? 0 );
		$by     = Input::string( $job->params['by'] ?? '' );
		// Who deletes themself is nobody any more.
		$deleter = $job->actor === $leaver ? 0 : $job->actor;
		$actor   = '' === $by ? Actor::system( $deleter ) : $this->gate->actor( $job->actor );
		$cause   = Cause::named( '' === $by ? 'user_deleted' : $by, Input::string( $job->params['name'] ?? '' ) )->in_batch( "job:$job->id" );
		$types   = $this->records->types();
		$place   = intdiv( $job->position, self::PLACE );
		if ( $place >= count( $types ) ) {
			return $this->hand_over_tasks( $job, $leaver, $limit, $actor, $cause, $place );
		}
		$kind  = $this->records->kind( $types[ $place ] );
		$owned = $this->owners->owned_by( $kind->type, $leaver, $job->position % self::PLACE, $limit );
		if ( array() !== $owned ) {
			return $this->hand_over( $job, $kind, $owned, $actor, $cause, $place );
		}
		$followed = '' === $by ? $this->followers->followed_by( $kind->type, $leaver, $limit ) : array();
		foreach ( $kind->store->find_all( $followed ) as $record ) {
			$kind->following->remove( $record, $leaver, $actor, $cause );
		}
		$ends = count( $followed ) < $limit;
		return new JobProgress( $ends ? ( $place + 1 ) * self::PLACE : $job->position, count( $followed ), array(), $ends && '' !== $by && count( $types ) === $place + 1 );
	}

	/**
	 * What somebody asked for goes no further than records: of others' they may not know.
	 *
	 * @param int $place Behind the kinds.
	 */
	private function hand_over_tasks( Job $job, int $leaver, int $limit, Actor $actor, Cause $cause, int $place ): JobProgress {
		$named = Input::int( $job->params['heir'] ?? 0 );
		$ids   = $actor->is_system ? $this->tasks->after( $leaver, $job->position % self::PLACE, $limit ) : array();
		foreach ( $ids as $id ) {
			$this->tasks->hand_over( $id, $leaver, $named > 0 ? $named : null, $actor, $cause );
		}
		$done = min( count( $ids ), max( 0, $job->total - $job->done ) );
		return new JobProgress( $place * self::PLACE + ( array() === $ids ? 0 : max( $ids ) ), $done, array(), count( $ids ) < $limit );
	}

	/**
	 * @param RecordKind<OwnedRecord> $kind  Kind of record.
	 * @param non-empty-list<int>     $ids   Records.
	 * @param int                     $place The kind's place.
	 */
	private function hand_over( Job $job, RecordKind $kind, array $ids, Actor $actor, Cause $cause, int $place ): JobProgress {
		$named   = Input::int( $job->params['heir'] ?? 0 );
		$heir    = $named > 0 && $this->gate->may_own( $named, $kind->type ) ? $named : null;
		$note    = $named > 0 && null === $heir ? self::no_heir( $named ) : '';
		$refused = array();
		foreach ( $ids as $id ) {
			try {
				$record = $kind->store->get( $id, true );
				// What belongs to a deleted user must go, whatever it is; what is in the trash goes along.
				if ( ! $actor->is_system ) {
					Errors::unless_allowed( $this->access->decide_from_trash( $actor, Verb::Reassign, $record ) );
				}
				if ( '' !== $note && ! $actor->is_system ) {
					throw new Refused( Errors::invalid_owner( $kind->type ) );
				}
				// Who got it meanwhile keeps it.
				if ( $record->owner() === Input::int( $job->params['user'] ?? 0 ) ) {
					$kind->ownership->align( $record, $heir, $actor, $cause, $note );
				}
			} catch ( Refused $refusal ) {
				$refused[] = $refusal->of_row( $id );
			}
		}
		return new JobProgress( $place * self::PLACE + max( $ids ), count( $ids ) - count( $refused ), $refused, false );
	}

	/**
	 * Why what the deletion gave to somebody is nobody's; looked up anew for each batch.
	 */
	private static function no_heir( int $named ): string {
		$user = get_userdata( $named );
		/* translators: %s: a person's name */
		return sprintf( __( '%s is no CRM member and could not get it.', 'steward' ), $user instanceof \WP_User ? $user->display_name : "#$named" );
	}
}
