<?php
/**
 * What is kept under an opportunity.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

/**
 * Called within the transaction that changes the opportunity, whose row is held.
 */
interface GoesWithOpportunity {

	/**
	 * An opportunity has come to another contact.
	 */
	public function came_to_contact( Opportunity $now ): void;

	/**
	 * An opportunity went into the trash, or came out of it.
	 */
	public function trash_changed( Opportunity $now ): void;

	/**
	 * An opportunity is being erased, but not with its contact.
	 */
	public function opportunity_erased( int $id ): void;
}
