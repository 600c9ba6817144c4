<?php
/**
 * What syncs owe when an opportunity comes to another contact, rests in the trash or is erased.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

use Steward\Access\Actor;
use Steward\Activity\Cause;
use Steward\Contacts\ContactStore;
use Steward\Ownership\ManyRecords;
use Steward\Settings\Settings;

/**
 * The opportunity's owner follows its contact by sync only as long as there is a living opportunity that justifies it, and the
 * contact's owner follows by sync only the contact's own opportunities.
 */
final class SyncedFollows implements GoesWithOpportunity {

	public function __construct(
		private readonly ContactFollowsOwner $synced,
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
	public function came_to_contact( Opportunity $now, Opportunity $before, Actor $actor, Cause $cause ): void {
		// Held, as lists of followers are counted on the contacts' rows.
		$contact = $this->store->find( $now->contact_id, true );
		$former  = $this->store->find( $before->contact_id, true )?->contact_owner;
		if ( Settings::sync_contact_follower() ) {
			$this->synced->end( $before->contact_id, array( $before->owner ), $actor, $cause->sync() );
			if ( null !== $contact && null !== $now->owner && $contact->contact_owner !== $now->owner && $this->due->may_come( $contact->type(), $contact->id, $now->owner ) ) {
				$this->contacts->follow( array( $contact->id ), $now->owner, $actor, $cause->sync() );
			}
		}
		if ( Settings::sync_opportunity_follower() ) {
			$new = $contact?->contact_owner;
			if ( null !== $former && $former !== $new ) {
				$this->opportunities->unfollow( array( $now->id ), $former, $actor, $cause->sync() );
			}
			if ( null !== $new && $new !== $now->owner && $this->due->may_come( $now->type(), $now->id, $new ) ) {
				$this->opportunities->follow( array( $now->id ), $new, $actor, $cause->sync() );
			}
		}
	}

	/**
	 * {@inheritDoc}
	 */
	public function trash_changed( Opportunity $now, Actor $actor, Cause $cause ): void {
		if ( null === $now->owner || ! Settings::sync_contact_follower() ) {
			return;
		}
		$contact = $this->store->find( $now->contact_id, true );
		if ( null === $contact || $contact->contact_owner === $now->owner ) {
			return;
		}
		if ( $now->trashed ) {
			$this->synced->end( $contact->id, array( $now->owner ), $actor, $cause->sync() );
		} elseif ( $this->due->is_due( $contact->type(), $contact->id, $now->owner, $this->owners->owned_by_change( $contact->id, $now->owner ), 'sync_contact_follower' ) ) {
			$this->contacts->follow( array( $contact->id ), $now->owner, $actor, $cause->sync() );
		}
	}

	/**
	 * {@inheritDoc}
	 */
	public function opportunity_erased( Opportunity $before, Actor $actor, Cause $cause ): void {
		if ( Settings::sync_contact_follower() && null !== $before->owner && null !== $this->store->find( $before->contact_id, true ) ) {
			$this->synced->end( $before->contact_id, array( $before->owner ), $actor, $cause->sync() );
		}
	}
}
