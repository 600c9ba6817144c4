<?php
/**
 * A change of a record, as its activity tells it.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Notifications;

use Steward\Access\Actor;
use Steward\Access\RecordType;
use Steward\Activity\Cause;

/**
 * Says what each of the people it may concern would be told.
 */
final class RecordChange {

	private const OWNER_ACTIONS    = array( 'created', 'claimed', 'claim_undone', 'reassigned', 'released' );
	private const FOLLOWER_ACTIONS = array( 'follower_added', 'follower_removed' );
	private const TASK_ACTIONS     = array( 'task_added', 'task_changed', 'task_done', 'task_reopened', 'task_deleted', 'tasks_moved' );
	private const MAX_NOTE         = 500;

	/**
	 * @param array<string, mixed> $changes Field => { old, new }.
	 */
	public function __construct(
		public readonly RecordType $type,
		public readonly int $id,
		public readonly string $action,
		public readonly Actor $actor,
		public readonly Cause $cause,
		private readonly array $changes,
	) {
	}

	/**
	 * What it means for the people named in it and for the record's owner and followers; the actor is among them still.
	 *
	 * @param int|null  $owner     The record's owner after it.
	 * @param list<int> $followers Its followers who want to be told.
	 * @return list<array{int, Kind}> User id and kind; the same user may come more than once.
	 */
	public function concerns( ?int $owner, array $followers ): array {
		$told = array();
		if ( in_array( $this->action, self::OWNER_ACTIONS, true ) ) {
			$told[] = array( $this->user( $this->type->owner_field(), 'new' ), Kind::Assigned );
			$told[] = array( $this->user( $this->type->owner_field(), 'old' ), Kind::Lost );
			foreach ( 'created' === $this->action ? array() : $followers as $follower ) {
				$told[] = array( $follower, Kind::OwnerChanged );
			}
		} elseif ( in_array( $this->action, self::FOLLOWER_ACTIONS, true ) ) {
			$told[] = array( $this->user( 'follower', 'new' ), Kind::FollowerAdded );
			$told[] = array( $this->user( 'follower', 'old' ), Kind::FollowerRemoved );
			// Whom a deletion took from the list is no news for each record.
			$told[] = array( 'user_deleted' === $this->cause->kind ? 0 : (int) $owner, Kind::Changed );
		} elseif ( in_array( $this->action, self::TASK_ACTIONS, true ) ) {
			// Who shall do it is told; of what else becomes of tasks, and of those that go along with a record, nobody is.
			$told[] = array( 'tasks_moved' === $this->action ? 0 : $this->user( 'assignee', 'new' ), Kind::TaskAssigned );
		} else {
			$told[] = array( (int) $owner, Kind::Changed );
			foreach ( $followers as $follower ) {
				$told[] = array( $follower, Kind::Changed );
			}
		}
		return array_values( array_filter( $told, static fn ( array $one ): bool => $one[0] > 0 ) );
	}

	/**
	 * The word to the new owner; of a task, what is to be done.
	 */
	public function note(): string {
		$said = $this->changes[ in_array( $this->action, self::TASK_ACTIONS, true ) ? 'title' : 'note' ] ?? null;
		$note = is_array( $said ) ? ( $said['new'] ?? '' ) : '';
		return is_string( $note ) ? mb_substr( $note, 0, self::MAX_NOTE ) : '';
	}

	/**
	 * What all parts of one bulk change have in common; '' for a change of its own.
	 */
	public function batch(): string {
		return mb_substr( $this->cause->batch, 0, 64 );
	}

	private function user( string $field, string $side ): int {
		$user = is_array( $this->changes[ $field ] ?? null ) ? ( $this->changes[ $field ][ $side ] ?? null ) : null;
		return is_int( $user ) ? $user : 0;
	}
}
