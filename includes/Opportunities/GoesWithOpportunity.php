<?php
/**
 * What is kept under an opportunity.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

use Steward\Access\Actor;
use Steward\Activity\Cause;

/**
 * Called within the transaction that changes the opportunity, whose row is held.
 */
interface GoesWithOpportunity {

	/**
	 * An opportunity has come to another contact.
	 */
	public function came_to_contact( Opportunity $now, Opportunity $before, Actor $actor, Cause $cause ): void;

	/**
	 * An opportunity went into the trash, or came out of it.
	 */
	public function trash_changed( Opportunity $now, Actor $actor, Cause $cause ): void;

	/**
	 * An opportunity was erased, but not with its contact.
	 *
	 * @param Opportunity $before As it was.
	 */
	public function opportunity_erased( Opportunity $before, Actor $actor, Cause $cause ): void;
}
