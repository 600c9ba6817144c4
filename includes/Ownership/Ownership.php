<?php
/**
 * The one door through which an owner changes.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Ownership;

use Steward\Access\Actor;
use Steward\Access\Gate;
use Steward\Access\Reason;
use Steward\Access\RecordType;
use Steward\Access\Relation;
use Steward\Access\Verb;
use Steward\Activity\ActivityStore;
use Steward\Activity\Cause;
use Steward\Contacts\Contact;
use Steward\Contacts\ContactAccess;
use Steward\Contacts\ContactStore;
use Steward\Database\Clock;
use Steward\Database\Transaction;
use Steward\Rest\Errors;
use Steward\Rest\Refused;

/**
 * Claim, undo of a claim, release, reassign: the conditional update, the activity and, after the commit, the events.
 */
final class Ownership {

	/** For so long after an assignment, somebody who lost a race for it is told who won, in seconds. */
	private const TELL_WINNER_SECONDS = 600;

	public function __construct(
		private readonly OwnerColumn $owners,
		private readonly ContactStore $contacts,
		private readonly ContactAccess $access,
		private readonly Gate $gate,
		private readonly ActivityStore $activity,
		private readonly Transaction $transaction,
		private readonly Clock $clock,
	) {
	}

	/**
	 * The actor takes an unassigned contact. Repeating one's own won claim succeeds and does nothing.
	 *
	 * @throws Refused When it is somebody's already, or the actor may not claim.
	 */
	public function claim( int $id, Actor $actor, Cause $cause ): Contact {
		$contact  = $this->living( $id, $actor );
		$decision = $this->access->decide( $actor, Verb::Claim, $contact );
		if ( Reason::AlreadyAssigned === $decision->reason ) {
			return $this->own_or_refused( $contact, $actor );
		}
		Errors::unless_allowed( $decision );
		$won = $this->transaction->run(
			function () use ( $id, $actor, $cause ): ?Contact {
				if ( ! $this->owners->claim( RecordType::Contact, $id, $actor->id ) ) {
					return null;
				}
				return $this->record( $id, 'claimed', $actor, $cause, null, $actor->id );
			}
		);
		return $won ?? $this->own_or_refused( $this->living( $id, $actor ), $actor );
	}

	/**
	 * The actor takes back a claim of their own, shortly after it; no permission to reassign is needed for that.
	 *
	 * @throws Refused When it is too late, or was not their claim.
	 */
	public function undo_claim( int $id, Actor $actor, Cause $cause ): Contact {
		$this->living( $id, $actor );
		return $this->transaction->run(
			function () use ( $id, $actor, $cause ): Contact {
				if ( $actor->id < 1 || ! $this->owners->undo_claim( RecordType::Contact, $id, $actor->id ) ) {
					throw new Refused( Errors::forbidden( Reason::UndoExpired ) );
				}
				return $this->record( $id, 'claim_undone', $actor, $cause, $actor->id, null );
			}
		);
	}

	/**
	 * Another owner, or none (release).
	 *
	 * @param int|null $owner The new owner's user id.
	 * @param string   $note  A word to the new owner, kept in the activity.
	 * @throws Refused When the actor may not, or the new owner is no CRM member.
	 */
	public function reassign( int $id, ?int $owner, Actor $actor, Cause $cause, string $note = '' ): Contact {
		return $this->transaction->run(
			function () use ( $id, $owner, $actor, $cause, $note ): Contact {
				$contact = $this->living( $id, $actor, true );
				Errors::unless_allowed( $this->access->decide( $actor, Verb::Reassign, $contact ) );
				if ( null !== $owner && ! $this->gate->may_own( $owner, RecordType::Contact ) ) {
					throw new Refused( Errors::invalid_owner() );
				}
				if ( $contact->contact_owner === $owner ) {
					return $contact;
				}
				$this->owners->reassign( RecordType::Contact, $id, $contact->contact_owner, $owner );
				return $this->record( $id, null === $owner ? 'released' : 'reassigned', $actor, $cause, $contact->contact_owner, $owner, $note );
			}
		);
	}

	/**
	 * A contact that isn't in the trash, for a member.
	 *
	 * @param bool $lock Whether to hold its row until the transaction ends.
	 * @throws Refused When there is none, or it is in the trash.
	 */
	private function living( int $id, Actor $actor, bool $lock = false ): Contact {
		if ( ! $actor->permissions( RecordType::Contact )->is_member() ) {
			throw new Refused( Errors::forbidden( Reason::NotAMember ) );
		}
		$contact = $this->contacts->get( $id, $lock );
		// What a leaver owned is handed over from the trash too.
		if ( $contact->trashed && ! $actor->is_system && $this->access->may_view( $actor, $contact ) ) {
			throw new Refused( Errors::trashed() );
		}
		return $contact;
	}

	/**
	 * The contact, if it is the actor's already; otherwise somebody else has it.
	 *
	 * @throws Refused When it is somebody else's.
	 */
	private function own_or_refused( Contact $contact, Actor $actor ): Contact {
		if ( Relation::Owner === $this->access->subject( $contact, $actor )->relation_to( $actor ) ) {
			return $contact;
		}
		$tell = $this->access->may_view( $actor, $contact ) || $contact->owner_since >= $this->clock->ago( self::TELL_WINNER_SECONDS );
		$user = $tell && null !== $contact->contact_owner ? get_userdata( $contact->contact_owner ) : false;
		throw new Refused(
			Errors::already_claimed(
				$user instanceof \WP_User ? array(
					'id'   => $user->ID,
					'name' => $user->display_name,
				) : null
			)
		);
	}

	/**
	 * The activity of a change within its transaction, and its events after the commit.
	 *
	 * @throws Refused When the contact was erased meanwhile.
	 */
	private function record( int $id, string $action, Actor $actor, Cause $cause, ?int $old, ?int $new, string $note = '' ): Contact {
		$changes = array(
			'contact_owner' => array(
				'old' => $old,
				'new' => $new,
			),
		);
		if ( '' !== $note ) {
			$changes['note'] = array(
				'old' => null,
				'new' => $note,
			);
		}
		$this->activity->add( RecordType::Contact, $id, $action, $actor, $cause, $changes );
		$contact = $this->contacts->get( $id );
		$this->transaction->after_commit(
			static function () use ( $contact, $action, $old, $new, $cause ): void {
				/**
				 * Fires once a contact's owner changed.
				 *
				 * @param Contact  $contact The contact as it is now.
				 * @param int|null $old     The former owner's user id.
				 * @param int|null $new     The new owner's user id.
				 * @param Cause    $cause   Through what.
				 */
				do_action( 'steward_contact_owner_changed', $contact, $old, $new, $cause );
				if ( 'claimed' === $action ) {
					/**
					 * Fires once a contact was claimed, by exactly one of those who tried.
					 *
					 * @param Contact $contact The contact.
					 * @param int     $new     Who claimed it.
					 * @param Cause   $cause   Through what.
					 */
					do_action( 'steward_contact_claimed', $contact, $new, $cause );
				}
			}
		);
		return $contact;
	}
}
