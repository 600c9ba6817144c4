<?php
/**
 * Following and unfollowing.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Ownership;

use Steward\Access\AccessPolicy;
use Steward\Access\Actor;
use Steward\Access\Gate;
use Steward\Access\RecordAccess;
use Steward\Access\RecordType;
use Steward\Access\Verb;
use Steward\Activity\ActivityStore;
use Steward\Activity\Cause;
use Steward\Database\Transaction;
use Steward\Rest\Errors;
use Steward\Rest\Refused;

/**
 * Who may update a record may change its followers; anyone may stop following. One for each kind of record.
 *
 * @template-covariant T of OwnedRecord
 */
final class Following {

	/**
	 * @param RecordType     $type        Kind of record.
	 * @param RecordStore<T> $records     Where it is read.
	 * @param Followers      $followers   The rows.
	 * @param RecordAccess   $access      Who may what.
	 * @param Gate           $gate        Who is a member.
	 * @param ActivityStore  $activity    The log.
	 * @param Transaction    $transaction All or nothing.
	 */
	public function __construct(
		private readonly RecordType $type,
		private readonly RecordStore $records,
		private readonly Followers $followers,
		private readonly RecordAccess $access,
		private readonly Gate $gate,
		private readonly ActivityStore $activity,
		private readonly Transaction $transaction,
	) {
	}

	/**
	 * Adds a follower; one who follows already stays.
	 *
	 * @return T
	 * @throws Refused When the list is full, the user is no CRM member, or the actor may not.
	 */
	public function add( OwnedRecord $record, int $user, Actor $actor, Cause $cause ): OwnedRecord {
		return $this->change( $record, array( $user ), array(), $actor, $cause, 'user' );
	}

	/**
	 * Removes a follower; one who doesn't follow is no error.
	 *
	 * @return T
	 * @throws Refused When the actor may not.
	 */
	public function remove( OwnedRecord $record, int $user, Actor $actor, Cause $cause ): OwnedRecord {
		return $this->change( $record, array(), array( $user ), $actor, $cause );
	}

	/**
	 * Makes these the followers, all or nothing.
	 *
	 * @param list<int> $users User ids.
	 * @return T
	 * @throws Refused When they are too many, one is no CRM member, or the actor may not.
	 */
	public function put( OwnedRecord $record, array $users, Actor $actor, Cause $cause ): OwnedRecord {
		return $this->change( $record, $users, null, $actor, $cause );
	}

	/**
	 * @param list<int>      $add    Users to add.
	 * @param list<int>|null $remove Users to remove; null removes all but those to add.
	 * @param string         $field  What clients call those to add.
	 * @return T
	 * @throws Refused When the list is full, somebody is no CRM member, or the actor may not.
	 */
	private function change( OwnedRecord $record, array $add, ?array $remove, Actor $actor, Cause $cause, string $field = 'followers' ): OwnedRecord {
		$this->authorise( $record, $remove, $actor );
		$strangers = array_filter( array_diff( $add, $record->followers() ), fn ( int $user ): bool => ! $this->gate->may_own( $user, $this->type ) );
		if ( array() !== $strangers ) {
			/* translators: %s: user ids */
			throw new Refused( Errors::invalid( array( $field => sprintf( __( 'Followers must be CRM members of this site; not so: %s.', 'steward' ), implode( ', ', $strangers ) ) ) ) );
		}
		try {
			return $this->transaction->run(
				function () use ( $record, $add, $remove, $actor, $cause ): OwnedRecord {
					// Holds the row, so that two replacements of the list do not mix.
					$locked = $this->records->get( $record->id(), true );
					$this->authorise( $locked, $remove, $actor );
					foreach ( $remove ?? array_diff( $locked->followers(), $add ) as $user ) {
						if ( $this->followers->remove( $this->type, $locked->id(), $user ) ) {
							$this->record( $locked, 'follower_removed', $user, $actor, $cause );
						}
					}
					foreach ( $add as $user ) {
						if ( $this->followers->add( $this->type, $locked->id(), $user, 'manual' ) ) {
							$this->record( $locked, 'follower_added', $user, $actor, $cause );
						}
					}
					return $this->records->get( $locked->id() );
				}
			);
		} catch ( FollowerLimit ) {
			throw new Refused( Errors::follower_limit() );
		}
	}

	/**
	 * @param list<int>|null $remove Users to remove, when nobody is added.
	 * @throws Refused When the actor may not, or it is in the trash.
	 */
	private function authorise( OwnedRecord $record, ?array $remove, Actor $actor ): void {
		$only_one = null !== $remove && 1 === count( $remove );
		Errors::unless_allowed(
			$only_one
				? AccessPolicy::decide_unfollow( $actor, $this->access->subject( $record, $actor ), $remove[0] )
				: $this->access->decide( $actor, Verb::Update, $record )
		);
		if ( $record->is_trashed() && ! $actor->is_system ) {
			throw new Refused( Errors::trashed( $this->type ) );
		}
	}

	private function record( OwnedRecord $record, string $action, int $user, Actor $actor, Cause $cause ): void {
		$added = 'follower_added' === $action;
		$this->activity->add( $this->type, $record->id(), $action, $actor, $cause, ActivityStore::follower( $added ? null : $user, $added ? $user : null ) );
		/**
		 * `steward_follower_added` and `steward_follower_removed` fire after the commit.
		 *
		 * @param OwnedRecord $record The record as it was before.
		 * @param int         $user   The follower's user id.
		 * @param Cause       $cause  Through what.
		 * @param Actor       $actor  Who did it.
		 */
		$this->transaction->after_commit( static fn () => do_action( "steward_$action", $record, $user, $cause, $actor ) );
	}
}
