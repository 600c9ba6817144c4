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
use Steward\Access\RecordType;
use Steward\Access\Verb;
use Steward\Activity\ActivityStore;
use Steward\Activity\Cause;
use Steward\Contacts\Contact;
use Steward\Contacts\ContactAccess;
use Steward\Contacts\ContactStore;
use Steward\Database\Transaction;
use Steward\Rest\Errors;
use Steward\Rest\Refused;

/**
 * Who may update a record may change its followers; anyone may stop following.
 */
final class Following {

	public function __construct(
		private readonly Followers $followers,
		private readonly ContactStore $contacts,
		private readonly ContactAccess $access,
		private readonly Gate $gate,
		private readonly ActivityStore $activity,
		private readonly Transaction $transaction,
	) {
	}

	/**
	 * Adds a follower; one who follows already stays.
	 *
	 * @throws Refused When the list is full, the user is no CRM member, or the actor may not.
	 */
	public function add( Contact $contact, int $user, Actor $actor, Cause $cause ): Contact {
		return $this->change( $contact, array( $user ), array(), $actor, $cause );
	}

	/**
	 * Removes a follower; one who doesn't follow is no error.
	 *
	 * @throws Refused When the actor may not.
	 */
	public function remove( Contact $contact, int $user, Actor $actor, Cause $cause ): Contact {
		return $this->change( $contact, array(), array( $user ), $actor, $cause );
	}

	/**
	 * Makes these the followers, all or nothing.
	 *
	 * @param list<int> $users User ids.
	 * @throws Refused When they are too many, one is no CRM member, or the actor may not.
	 */
	public function put( Contact $contact, array $users, Actor $actor, Cause $cause ): Contact {
		return $this->change( $contact, $users, null, $actor, $cause );
	}

	/**
	 * @param list<int>      $add    Users to add.
	 * @param list<int>|null $remove Users to remove; null removes all but those to add.
	 * @throws Refused When the list is full, somebody is no CRM member, or the actor may not.
	 */
	private function change( Contact $contact, array $add, ?array $remove, Actor $actor, Cause $cause ): Contact {
		$this->authorise( $contact, $remove, $actor );
		$strangers = array_filter( array_diff( $add, $contact->followers ), fn ( int $user ): bool => ! $this->gate->may_own( $user, RecordType::Contact ) );
		if ( array() !== $strangers ) {
			/* translators: %s: user ids */
			throw new Refused( Errors::invalid( array( 'followers' => sprintf( __( 'Followers must be CRM members of this site; not so: %s.', 'steward' ), implode( ', ', $strangers ) ) ) ) );
		}
		try {
			return $this->transaction->run(
				function () use ( $contact, $add, $remove, $actor, $cause ): Contact {
					// Holds the row, so that two replacements of the list do not mix.
					$locked = $this->contacts->get( $contact->id, true );
					$this->authorise( $locked, $remove, $actor );
					foreach ( $remove ?? array_diff( $locked->followers, $add ) as $user ) {
						if ( $this->followers->remove( RecordType::Contact, $locked->id, $user ) ) {
							$this->record( $locked, 'follower_removed', $user, $actor, $cause );
						}
					}
					foreach ( $add as $user ) {
						if ( $this->followers->add( RecordType::Contact, $locked->id, $user, 'manual' ) ) {
							$this->record( $locked, 'follower_added', $user, $actor, $cause );
						}
					}
					return $this->contacts->get( $locked->id );
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
	private function authorise( Contact $contact, ?array $remove, Actor $actor ): void {
		$only_one = null !== $remove && 1 === count( $remove );
		Errors::unless_allowed(
			$only_one
				? AccessPolicy::decide_unfollow( $actor, $this->access->subject( $contact, $actor ), $remove[0] )
				: $this->access->decide( $actor, Verb::Update, $contact )
		);
		if ( $contact->trashed && ! $actor->is_system ) {
			throw new Refused( Errors::trashed() );
		}
	}

	private function record( Contact $contact, string $action, int $user, Actor $actor, Cause $cause ): void {
		$added   = 'follower_added' === $action;
		$changes = array(
			'follower' => array(
				'old' => $added ? null : $user,
				'new' => $added ? $user : null,
			),
		);
		$this->activity->add( RecordType::Contact, $contact->id, $action, $actor, $cause, $changes );
		/**
		 * `steward_follower_added` and `steward_follower_removed` fire after the commit.
		 *
		 * @param Contact $contact The contact as it was before.
		 * @param int     $user    The follower's user id.
		 * @param Cause   $cause   Through what.
		 */
		$this->transaction->after_commit( static fn () => do_action( "steward_$action", $contact, $user, $cause ) );
	}
}
