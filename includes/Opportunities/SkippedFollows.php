<?php
/**
 * Follows that a full list keeps sync from adding.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

use Steward\Contacts\Contact;
use Steward\Contacts\ContactStore;
use Steward\Ownership\Followers;
use Steward\Ownership\OwnedRecord;
use Steward\Settings\Settings;

/**
 * What was due and left out, as the log says, and still holds. Costs nothing where a list has room.
 */
final class SkippedFollows {

	public function __construct( private readonly OpportunityOwners $owners, private readonly ContactStore $contacts, private readonly DueFollows $due ) {
	}

	/**
	 * Owners of a contact's opportunities who would follow it if its list weren't full.
	 *
	 * @return list<int> User ids.
	 */
	public function of_contact( Contact $contact ): array {
		if ( count( $contact->followers ) < Followers::LIMIT || ! Settings::sync_contact_follower() ) {
			return array();
		}
		return $this->skipped( $contact, $this->owners->people_of_contact( $contact->id ) );
	}

	/**
	 * The owner of an opportunity's contact, if they would follow it if its list weren't full.
	 *
	 * @return list<int> User ids.
	 */
	public function of_opportunity( Opportunity $opportunity ): array {
		if ( count( $opportunity->followers() ) < Followers::LIMIT || ! Settings::sync_opportunity_follower() ) {
			return array();
		}
		$owner = $this->contacts->find( $opportunity->contact_id )?->contact_owner;
		return $this->skipped( $opportunity, array_filter( array( $owner ) ) );
	}

	/**
	 * @param array<int> $users Who would follow a record by sync.
	 * @return list<int> Who of them was left out.
	 */
	private function skipped( OwnedRecord $record, array $users ): array {
		$missing = array_diff( $users, $record->followers(), array( $record->owner() ) );
		return array_values( array_filter( $missing, fn ( int $user ): bool => $this->due->is_skipped( $record->type(), $record->id(), $user ) ) );
	}
}
