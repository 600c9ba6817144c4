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
use Steward\Access\RecordAccess;
use Steward\Access\RecordType;
use Steward\Access\Relation;
use Steward\Access\Verb;
use Steward\Activity\ActivityStore;
use Steward\Activity\Cause;
use Steward\Database\Clock;
use Steward\Database\Transaction;
use Steward\Rest\Errors;
use Steward\Rest\Refused;

/**
 * Claim, undo of a claim, release, reassign, for one kind of record: the conditional update, the activity, what moves along
 * and, after the commit, the events.
 *
 * @template-covariant T of OwnedRecord
 */
final class Ownership {

	/** For so long after an assignment, somebody who lost a race for it is told who won, in seconds. */
	private const TELL_WINNER_SECONDS = 600;

	/**
	 * @param RecordType     $type        Kind of record.
	 * @param RecordStore<T> $records     Where it is read.
	 * @param RecordGuard<T> $guard       Who may be given it.
	 * @param OwnerColumn    $owners      Where owners are written.
	 * @param RecordAccess   $access      Who may what.
	 * @param Gate           $gate        Who may own.
	 * @param ActivityStore  $activity    The log.
	 * @param Transaction    $transaction All or nothing.
	 * @param Clock          $clock       The time.
	 * @param MovesAlong     $moves_along What else changes with an owner.
	 */
	public function __construct(
		private readonly RecordType $type,
		private readonly RecordStore $records,
		private readonly RecordGuard $guard,
		private readonly OwnerColumn $owners,
		private readonly RecordAccess $access,
		private readonly Gate $gate,
		private readonly ActivityStore $activity,
		private readonly Transaction $transaction,
		private readonly Clock $clock,
		private readonly ?MovesAlong $moves_along = null,
	) {
	}

	/**
	 * The actor takes an unassigned record. Repeating one's own won claim succeeds and does nothing.
	 *
	 * @return T
	 * @throws Refused When it is somebody's already, or the actor may not claim.
	 */
	public function claim( int $id, Actor $actor, Cause $cause ): OwnedRecord {
		$record   = $this->guard->living( $id, $actor );
		$decision = $this->access->decide( $actor, Verb::Claim, $record );
		if ( Reason::AlreadyAssigned === $decision->reason ) {
			return $this->own_or_refused( $record, $actor );
		}
		Errors::unless_allowed( $decision );
		$won = $this->transaction->run(
			function () use ( $id, $actor, $cause ): ?OwnedRecord {
				if ( ! $this->owners->claim( $this->type, $id, $actor->id ) ) {
					return null;
				}
				return $this->record( $id, 'claimed', $actor, $cause, null, $actor->id );
			}
		);
		return $won ?? $this->own_or_refused( $this->guard->living( $id, $actor ), $actor );
	}

	/**
	 * The actor takes back a claim of their own, shortly after it; no permission to reassign is needed for that.
	 *
	 * @return T
	 * @throws Refused When it is too late, or was not their claim.
	 */
	public function undo_claim( int $id, Actor $actor, Cause $cause ): OwnedRecord {
		if ( $this->access->subject( $this->guard->living( $id, $actor ), $actor )->single_owner ) {
			throw new Refused( Errors::forbidden( Reason::SingleOwner, $this->type ) );
		}
		return $this->transaction->run(
			function () use ( $id, $actor, $cause ): OwnedRecord {
				if ( $actor->id < 1 || ! $this->owners->undo_claim( $this->type, $id, $actor->id ) ) {
					throw new Refused( Errors::forbidden( Reason::UndoExpired, $this->type ) );
				}
				return $this->record( $id, 'claim_undone', $actor, $cause, $actor->id, null );
			}
		);
	}

	/**
	 * Another owner, or none (release).
	 *
	 * @param int|null $owner      The new owner's user id.
	 * @param string   $note       A word to the new owner, kept in the activity.
	 * @param bool     $take_along Whether to take along what would stay otherwise, as far as the actor may.
	 * @return T
	 * @throws Refused When the actor may not, or the new owner is no CRM member.
	 */
	public function reassign( int $id, ?int $owner, Actor $actor, Cause $cause, string $note = '', bool $take_along = false ): OwnedRecord {
		return $this->transaction->run(
			function () use ( $id, $owner, $actor, $cause, $note, $take_along ): OwnedRecord {
				$record = $this->guard->living( $id, $actor, true );
				Errors::unless_allowed( $this->access->decide( $actor, Verb::Reassign, $record ) );
				if ( null !== $owner && ! $this->gate->may_own( $owner, $this->type ) ) {
					throw new Refused( Errors::invalid_owner( $this->type ) );
				}
				if ( $record->owner() === $owner ) {
					return $record;
				}
				return $this->change( $record, $owner, $actor, $cause, $note, $take_along );
			}
		);
	}

	/**
	 * Gives a record the owner that it must have, whoever may: within a transaction that holds the record's row. Nothing
	 * happens where the owner is the same.
	 *
	 * @param OwnedRecord $record The record as it was read and locked.
	 * @param int|null    $owner  The new owner's user id.
	 * @param string      $note   Kept in the activity.
	 */
	public function align( OwnedRecord $record, ?int $owner, Actor $actor, Cause $cause, string $note = '' ): void {
		if ( $record->owner() !== $owner ) {
			$this->change( $record, $owner, $actor, $cause, $note );
		}
	}

	/**
	 * @return T
	 */
	private function change( OwnedRecord $record, ?int $owner, Actor $actor, Cause $cause, string $note = '', bool $take_along = false ): OwnedRecord {
		$this->owners->reassign( $this->type, $record->id(), $record->owner(), $owner, 'sync' === $cause->kind ? 'sync' : null );
		return $this->record( $record->id(), null === $owner ? 'released' : 'reassigned', $actor, $cause, $record->owner(), $owner, $note, $take_along );
	}

	/**
	 * The record, if it is the actor's already; otherwise somebody else has it.
	 *
	 * @param T $record The record.
	 * @return T
	 * @throws Refused When it is somebody else's.
	 */
	private function own_or_refused( OwnedRecord $record, Actor $actor ): OwnedRecord {
		if ( Relation::Owner === $this->access->relation( $record, $actor ) ) {
			return $record;
		}
		// Whoever saw it unassigned may know who was faster.
		$lost = 'claim' === $record->owner_cause() && $actor->permissions( $this->type )->sees_unassigned && $record->owner_since() >= $this->clock->ago( self::TELL_WINNER_SECONDS );
		$tell = $lost || $this->access->may_view( $actor, $record );
		$user = $tell && null !== $record->owner() ? get_userdata( $record->owner() ) : false;
		throw new Refused(
			Errors::already_claimed(
				$this->type,
				$user instanceof \WP_User ? array(
					'id'   => $user->ID,
					'name' => $user->display_name,
				) : null
			)
		);
	}

	/**
	 * The activity of a change within its transaction, what moves along, and its events after the commit.
	 *
	 * @return T
	 * @throws Refused When the record was erased meanwhile.
	 */
	private function record( int $id, string $action, Actor $actor, Cause $cause, ?int $old, ?int $new, string $note = '', bool $take_along = false ): OwnedRecord {
		$changes = array(
			$this->type->owner_field() => array(
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
		$this->activity->add( $this->type, $id, $action, $actor, $cause, $changes );
		$record = $this->records->get( $id );
		$this->moves_along?->owner_changed( $record, $old, $actor, $cause, $take_along );
		if ( null !== $old || array() !== $record->followers() ) {
			// The owner may no longer follow it, and the former one may now.
			$record = $this->records->get( $id );
		}
		$type = $this->type->value;
		$this->transaction->after_commit(
			static function () use ( $type, $record, $action, $old, $new, $cause, $actor ): void {
				/**
				 * `steward_contact_owner_changed` and `steward_opportunity_owner_changed` fire once a record's owner changed.
				 *
				 * @param OwnedRecord $record The record as it is now.
				 * @param int|null    $old    The former owner's user id.
				 * @param int|null    $new    The new owner's user id.
				 * @param Cause       $cause  Through what.
				 * @param Actor       $actor  Who did it.
				 */
				do_action( "steward_{$type}_owner_changed", $record, $old, $new, $cause, $actor );
				if ( 'claimed' === $action ) {
					/**
					 * `steward_contact_claimed` and `steward_opportunity_claimed` fire once a record was claimed, by exactly one
					 * of those who tried.
					 *
					 * @param OwnedRecord $record The record.
					 * @param int         $new    Who claimed it.
					 * @param Cause       $cause  Through what.
					 */
					do_action( "steward_{$type}_claimed", $record, $new, $cause );
				}
			}
		);
		return $record;
	}
}
