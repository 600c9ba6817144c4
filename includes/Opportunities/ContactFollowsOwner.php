<?php
/**
 * What a change of an opportunity's owner does to its contact.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

use Steward\Access\Actor;
use Steward\Activity\Cause;
use Steward\Contacts\ContactStore;
use Steward\Ownership\ManyRecords;
use Steward\Ownership\MovesAlong;
use Steward\Ownership\OwnedRecord;
use Steward\Settings\Settings;

/**
 * Where that is to be synced, the new owner follows the contact, and the former one no longer does if only sync had brought
 * that about and no other opportunity of the contact is theirs. The contact's owner follows by sync the opportunities that
 * they don't own: no longer this one if it is theirs now, and this one if it was theirs.
 */
final class ContactFollowsOwner implements MovesAlong {

	public function __construct(
		private readonly OpportunityOwners $owners,
		private readonly ManyRecords $contacts,
		private readonly ManyRecords $opportunities,
		private readonly ContactStore $store,
		private readonly DueFollows $due,
	) {
	}

	/**
	 * {@inheritDoc}
	 */
	public function owner_changed( OwnedRecord $record, ?int $old, Actor $actor, Cause $cause, bool $take_along = false ): void {
		if ( ! $record instanceof Opportunity ) {
			return;
		}
		if ( null !== $record->owner() && in_array( $record->owner(), $record->followers(), true ) ) {
			$this->opportunities->unfollow( array( $record->id ), $record->owner(), $actor, $cause->sync() );
		}
		if ( Settings::sync_contact_follower() ) {
			// Holds the contact's row, which its list of followers is counted on.
			$contact = $this->store->find( $record->contact_id, true );
			if ( null !== $contact ) {
				$this->end( $contact->id, array( $old ), $actor, $cause->sync() );
				if ( null !== $record->owner() && $contact->owner() !== $record->owner() ) {
					$this->contacts->follow( array( $contact->id ), $record->owner(), $actor, $cause->sync() );
				}
			}
		}
		if ( null !== $old && Settings::sync_opportunity_follower() ) {
			$this->keep( $record, $old, $actor, $cause->sync() );
		}
	}

	/**
	 * Makes the former owner of an opportunity its follower where they own the contact.
	 */
	private function keep( Opportunity $record, int $old, Actor $actor, Cause $cause ): void {
		$contact = $this->store->find( $record->contact_id );
		if ( null === $contact || $contact->owner() !== $old ) {
			return;
		}
		$since = in_array( $contact->owner_cause(), DueFollows::BY_CHANGE, true ) ? $contact->owner_since() : null;
		if ( $this->due->is_due( $record->type(), $record->id, $old, $since, 'sync_opportunity_follower' ) ) {
			$this->opportunities->follow( array( $record->id ), $old, $actor, $cause );
		}
	}

	/**
	 * Ends following by those former owners of a contact's opportunities whom only sync had made followers, and who own none of
	 * them any more.
	 *
	 * @param array<int|null> $former Former owners.
	 */
	public function end( int $contact, array $former, Actor $actor, Cause $cause ): void {
		$former = array_unique( array_filter( $former ) );
		$still  = array() === $former ? array() : $this->owners->people_of_contact( $contact, true );
		foreach ( array_diff( $former, $still ) as $user ) {
			$this->contacts->unfollow( array( $contact ), $user, $actor, $cause );
		}
	}
}
