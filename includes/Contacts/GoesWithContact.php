<?php
/**
 * What is kept under a contact.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Contacts;

use Steward\Access\Actor;
use Steward\Activity\Cause;

/**
 * Called within the transaction that changes the contact, whose row is held.
 */
interface GoesWithContact {

	/**
	 * Fields of a contact have changed.
	 */
	public function contact_changed( Contact $now, Contact $before ): void;

	/**
	 * A contact went into the trash, or came out of it.
	 */
	public function trash_changed( Contact $now ): void;

	/**
	 * A contact is being erased.
	 */
	public function contact_erased( Contact $contact, Actor $actor, Cause $cause ): void;
}
