<?php
/**
 * Follows that a full list kept sync from adding.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

use Steward\Contacts\Contact;
use Steward\Contacts\ContactStore;
use Steward\Ownership\OwnedRecord;
use Steward\Settings\Settings;

/**
 * What was due and left out, as the log says, and is still justified: also once the list has room, as sync doesn't come back to it.
 */
final class SkippedFollows {

	public function __construct( private readonly OpportunityOwners $owners, private readonly ContactStore $contacts, private readonly DueFollows $due ) {
	}

	/**
	 * Owners of a contact's opportunities who would follow it if its list hadn't been full.
	 *
	 * @return list<int> User ids.
	 */
	public function of_contact( Contact $contact ): array {
		$skipped = Settings::sync_contact_follower() ? $this->skipped( $contact ) : array();
		return array() === $skipped ? array() : array_values( array_intersect( $skipped, $this->owners->people_of_contact( $contact->id ) ) );
	}

	/**
	 * The owner of an opportunity's contact, if they would follow it if its list hadn't been full.
	 *
	 * @return list<int> User ids.
	 */
	public function of_opportunity( Opportunity $opportunity ): array {
		$skipped = Settings::sync_opportunity_follower() ? $this->skipped( $opportunity ) : array();
		return array() === $skipped ? array() : array_values( array_intersect( $skipped, array( $this->contacts->find( $opportunity->contact_id )?->contact_owner ) ) );
	}

	/**
	 * @return list<int> Who was left out, and neither follows nor owns the record.
	 */
	private function skipped( OwnedRecord $record ): array {
		return array_values( array_diff( $this->due->skipped( $record->type(), $record->id() ), $record->followers(), array( $record->owner() ) ) );
	}
}
