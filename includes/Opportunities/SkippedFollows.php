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
use Steward\Settings\Settings;

/**
 * Looked up anew each time, so that it holds only as long as it is true. Costs nothing where a list has room.
 */
final class SkippedFollows {

	public function __construct( private readonly OpportunityOwners $owners, private readonly ContactStore $contacts ) {
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
		return array_values( array_diff( $this->owners->people_of_contact( $contact->id ), $contact->followers, array( $contact->contact_owner ) ) );
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
		return array_values( array_diff( array_filter( array( $owner ) ), $opportunity->followers(), array( $opportunity->owner() ) ) );
	}
}
