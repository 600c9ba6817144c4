<?php
/**
 * What becomes of a record's tasks.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tasks;

use Steward\Access\Actor;
use Steward\Access\RecordType;
use Steward\Activity\Cause;
use Steward\Contacts\Contact;
use Steward\Contacts\GoesWithContact;
use Steward\Database\Clock;
use Steward\Opportunities\GoesWithOpportunity;
use Steward\Opportunities\Opportunity;

/**
 * They are erased with it, rest with it in the trash, and come to another contact with their opportunity. What has none is only
 * looked at: an UPDATE or DELETE that finds nothing would hold a gap where others insert.
 */
final class TasksOfRecords implements GoesWithContact, GoesWithOpportunity {

	public function __construct( private readonly TaskStore $store, private readonly Clock $clock ) {
	}

	/**
	 * {@inheritDoc}
	 *
	 * Nothing of a contact is kept with its tasks.
	 */
	public function contact_changed( Contact $now, Contact $before ): void {
	}

	/**
	 * {@inheritDoc}
	 */
	public function came_to_contact( Opportunity $now, Opportunity $before, Actor $actor, Cause $cause ): void {
		// Without a look before: a task that was added since this transaction's first read would be missed.
		$this->store->move( $now->id, $now->contact_id, $this->clock->now() );
	}

	/**
	 * {@inheritDoc}
	 */
	public function trash_changed( Contact|Opportunity $now, Actor $actor, Cause $cause ): void {
		if ( $this->has_any( $now->type(), $now->id ) ) {
			$this->store->set_trashed( $now->type(), $now->id, $now->trashed );
		}
	}

	/**
	 * {@inheritDoc}
	 */
	public function contact_erased( Contact $contact, Actor $actor, Cause $cause ): void {
		if ( array() !== $this->store->ids_of_contact( $contact->id, 1 ) ) {
			$this->store->delete_of_contact( $contact->id );
		}
	}

	/**
	 * {@inheritDoc}
	 */
	public function opportunity_erased( Opportunity $before, Actor $actor, Cause $cause ): void {
		if ( $this->has_any( RecordType::Opportunity, $before->id ) ) {
			$this->store->delete_of_opportunity( $before->id );
		}
	}

	private function has_any( RecordType $type, int $id ): bool {
		return array() !== $this->store->ids_of( $type, $id, 1 );
	}
}
