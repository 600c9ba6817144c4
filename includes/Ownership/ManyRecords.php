<?php
/**
 * Owners and followers of many records at once.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Ownership;

use Steward\Access\Actor;
use Steward\Access\RecordType;
use Steward\Activity\ActivityStore;
use Steward\Activity\Cause;
use Steward\Database\Transaction;

/**
 * What one change of owner does to thousands of other records, within its transaction: few statements, a row in the log and an
 * event for each record. Whoever calls has decided that it may be, and holds the rows.
 */
final class ManyRecords {

	private const CHUNK = 500;

	/**
	 * @param RecordType                           $type        Kind of record.
	 * @param \Closure(): RecordStore<OwnedRecord> $records   Reads records for their events.
	 * @param OwnerColumn                          $owners      Where owners are written.
	 * @param Followers                            $followers   The rows.
	 * @param ActivityStore                        $activity    The log.
	 * @param Transaction                          $transaction All or nothing.
	 * @param ManyMoveAlong|null                   $moves_along What else changes with owners.
	 */
	public function __construct(
		private readonly RecordType $type,
		private readonly \Closure $records,
		private readonly OwnerColumn $owners,
		private readonly Followers $followers,
		private readonly ActivityStore $activity,
		private readonly Transaction $transaction,
		private readonly ?ManyMoveAlong $moves_along = null,
	) {
	}

	/**
	 * Gives records another owner, or none; those who have it already stay as they are.
	 *
	 * @param array<int, int|null> $owners      Record's id => its owner as it was read.
	 * @param int|null             $owner       The new owner's user id.
	 * @param string               $owner_cause How they come to have it, as the record says.
	 * @param int                  $within      The contact whose change of owner takes them along; 0 for none.
	 */
	public function align( array $owners, ?int $owner, Actor $actor, Cause $cause, string $owner_cause = 'sync', int $within = 0 ): void {
		$by_old = array();
		foreach ( $owners as $id => $old ) {
			if ( $old !== $owner ) {
				$by_old[ $old ?? 0 ][] = $id;
			}
		}
		foreach ( $by_old as $old => $ids ) {
			$old     = 0 === $old ? null : $old;
			$changes = array(
				$this->type->owner_field() => array(
					'old' => $old,
					'new' => $owner,
				),
			) + self::with_contact( $within );
			foreach ( array_chunk( $ids, self::CHUNK ) as $chunk ) {
				$this->owners->reassign_many( $this->type, $chunk, $old, $owner, $owner_cause );
				$this->activity->add_to_many( $this->type, $chunk, null === $owner ? 'released' : 'reassigned', $actor, $cause, $changes );
				$this->moves_along?->owners_changed( $this->type, $chunk, $old, $owner, $actor, $cause, $within );
				/** This action is documented in includes/Ownership/Ownership.php */
				$this->tell( $chunk, fn ( OwnedRecord $record ) => do_action( "steward_{$this->type->value}_owner_changed", $record, $old, $owner, $cause, $actor ) );
				$this->end_own( $chunk, $owner, $actor, $cause->sync() );
			}
		}
	}

	/**
	 * Makes a user a follower by sync; a full list is not exceeded, and that is logged.
	 *
	 * @param list<int> $ids Records.
	 */
	public function follow( array $ids, int $user, Actor $actor, Cause $cause ): void {
		foreach ( array_chunk( $ids, self::CHUNK ) as $chunk ) {
			$result = $this->followers->add_to_many( $this->type, $chunk, $user, 'sync' );
			$this->activity->add_to_many( $this->type, $result['full'], 'sync_skipped', $actor, $cause, ActivityStore::follower( null, $user ) );
			$this->followers_changed( $result['added'], 'follower_added', ActivityStore::follower( null, $user ), $user, $actor, $cause );
		}
	}

	/**
	 * Ends a user's following where only sync had brought it about.
	 *
	 * @param list<int> $ids Records.
	 */
	public function unfollow( array $ids, int $user, Actor $actor, Cause $cause ): void {
		foreach ( array_chunk( $ids, self::CHUNK ) as $chunk ) {
			$removed = $this->followers->remove_from_many( $this->type, $chunk, $user, 'sync' );
			$this->followers_changed( $removed, 'follower_removed', ActivityStore::follower( $user, null ), $user, $actor, $cause );
		}
	}

	/**
	 * What says in the log that a change of the contact's owner was the reason; who did it, and through what, is that one's.
	 *
	 * @param int $contact The contact; 0 for none.
	 * @return array<string, array{old: null, new: int}>
	 */
	private static function with_contact( int $contact ): array {
		return 0 === $contact ? array() : array(
			'with_contact' => array(
				'old' => null,
				'new' => $contact,
			),
		);
	}

	/**
	 * Nobody follows by sync what they own.
	 *
	 * @param list<int> $ids   Records.
	 * @param int|null  $owner Their owner's user id.
	 */
	private function end_own( array $ids, ?int $owner, Actor $actor, Cause $cause ): void {
		$followed = null === $owner ? array() : array_filter( $this->followers->of( $this->type, $ids ), static fn ( array $followers ): bool => in_array( $owner, $followers, true ) );
		if ( null !== $owner && array() !== $followed ) {
			$this->unfollow( array_keys( $followed ), $owner, $actor, $cause );
		}
	}

	/**
	 * @param list<int>            $ids     Records.
	 * @param string               $action  follower_added or follower_removed.
	 * @param array<string, mixed> $changes As in the log.
	 */
	private function followers_changed( array $ids, string $action, array $changes, int $user, Actor $actor, Cause $cause ): void {
		$this->activity->add_to_many( $this->type, $ids, $action, $actor, $cause, $changes );
		/** This action is documented in includes/Ownership/Following.php */
		$this->tell( $ids, static fn ( OwnedRecord $record ) => do_action( "steward_$action", $record, $user, $cause, $actor ) );
	}

	/**
	 * @param list<int>                     $ids   Records.
	 * @param callable( OwnedRecord ): void $event Tells of one, after the commit.
	 */
	private function tell( array $ids, callable $event ): void {
		$records = $this->records;
		$this->transaction->after_commit(
			static function () use ( $ids, $event, $records ): void {
				foreach ( $records()->find_all( $ids ) as $record ) {
					$event( $record );
				}
			}
		);
	}
}
