<?php
/**
 * What becomes of a contact's opportunities.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

use Steward\Access\Actor;
use Steward\Access\RecordType;
use Steward\Activity\ActivityStore;
use Steward\Activity\Cause;
use Steward\Contacts\Contact;
use Steward\Contacts\GoesWithContact;
use Steward\Database\Transaction;

/**
 * They are found by the contact's name and company, and erased with it. In the trash a contact keeps them as they are.
 */
final class OpportunitiesOfContact implements GoesWithContact {

	public function __construct(
		private readonly OpportunityStore $store,
		private readonly OpportunityTerms $terms,
		private readonly ActivityStore $activity,
		private readonly Transaction $transaction,
	) {
	}

	/**
	 * {@inheritDoc}
	 */
	public function contact_changed( Contact $now, Contact $before ): void {
		$same = $now->text( 'name' ) === $before->text( 'name' ) && $now->text( 'company' ) === $before->text( 'company' );
		// A DELETE that finds nothing would hold a gap where others insert.
		if ( ! $same && array() !== $this->store->ids_of_contact( $now->id, 0, 1 ) ) {
			$this->terms->contact_changed( $now );
		}
	}

	/**
	 * {@inheritDoc}
	 */
	public function trash_changed( Contact $now ): void {
	}

	/**
	 * {@inheritDoc}
	 */
	public function contact_erased( Contact $contact, Actor $actor, Cause $cause ): void {
		$ids = $this->store->ids_of_contact( $contact->id );
		if ( array() === $ids ) {
			return;
		}
		$this->store->delete_of_contact( $contact->id );
		$this->activity->add_to_many( RecordType::Opportunity, $ids, 'erased', $actor, $cause, array() );
		$this->transaction->after_commit(
			static function () use ( $ids, $cause, $actor ): void {
				foreach ( $ids as $id ) {
					/**
					 * Fires once an opportunity was erased, also with its contact.
					 *
					 * @param int   $id    The opportunity's id.
					 * @param Cause $cause Through what.
					 * @param Actor $actor Who did it.
					 */
					do_action( 'steward_opportunity_erased', $id, $cause, $actor );
				}
			}
		);
	}
}
