<?php
/**
 * Which changes turn a refusal into a yes.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Access;

/**
 * Makes each change, and each combination of them, in thought, and asks whether the answer would then be yes. What is found is
 * the least: nothing can be left out of it. No WordPress, no SQL.
 */
final class RemedySearch {

	/** What would be more than this is no longer a remedy. */
	private const MOST_PARTS = 3;

	/**
	 * @param int                                        $person        Who is refused.
	 * @param Permissions                                $whole         What their roles give, without Only Assigned Data.
	 * @param bool                                       $narrowed      Whether Only Assigned Data is on for them.
	 * @param Subject                                    $subject       The record.
	 * @param bool                                       $owner_updates Whether the owner's own role lets the owner update it.
	 * @param bool                                       $is_full       Whether it has as many followers as it may have.
	 * @param \Closure( Actor, Verb, Subject ): Decision $decide        Decides.
	 */
	public function __construct(
		private readonly int $person,
		private readonly Permissions $whole,
		private readonly bool $narrowed,
		private readonly Subject $subject,
		private readonly bool $owner_updates,
		private readonly bool $is_full,
		private readonly \Closure $decide,
	) {
	}

	/**
	 * The least changes that help; none where it is allowed already, or nothing helps.
	 *
	 * @param bool $of_role Whether their role's permissions may be changed.
	 * @return list<list<Change>> Fewer changes first; one that is empty where nothing has to be changed.
	 */
	public function of( Verb $verb, bool $of_role = true ): array {
		$found = array();
		foreach ( self::combinations( $this->candidates( $verb, $of_role ) ) as $changes ) {
			if ( Change::parts( $changes ) <= self::MOST_PARTS && ! self::contains_any( $changes, $found ) && $this->helps( $verb, $changes ) ) {
				$found[] = $changes;
			}
		}
		return $found;
	}

	/**
	 * Whether somebody with these changes may.
	 *
	 * @param list<Change> $changes Changes.
	 */
	private function helps( Verb $verb, array $changes ): bool {
		$actor   = $this->actor( $changes );
		$subject = $this->subject( $actor, $changes );
		if ( null === $subject ) {
			return false;
		}
		// Whoever wants to claim wants to own.
		return ( Verb::Claim === $verb && Relation::Owner === $subject->relation_to( $actor ) ) || $this->may( $actor, $verb, $subject );
	}

	private function may( Actor $actor, Verb $verb, Subject $subject ): bool {
		return ( $this->decide )( $actor, $verb, $subject )->allowed;
	}

	/**
	 * The changes that change anything.
	 *
	 * @return list<Change>
	 */
	private function candidates( Verb $verb, bool $of_role ): array {
		$subject    = $this->subject;
		$person     = Actor::user( $this->person, array() );
		$unassigned = null === $subject->owner;
		// Following gives sight and edits. Others' records are given away and deleted by those alone whose update scope is All.
		$is_enough = Reach::All === $this->whole->update || ! in_array( $verb, array( Verb::Reassign, Verb::Delete ), true );
		$follows   = $is_enough && ! $this->is_full && ! $subject->is_followed_by( $person );
		$of        = array(
			array( Change::Restore, $subject->trashed ),
			array( Change::SeparateOwners, $subject->single_owner ),
			array( Change::Claim, $unassigned && Verb::Claim !== $verb ),
			array( Change::Reassign, ! $person->is( $subject->owner ) ),
			array( Change::Follow, $follows ),
			array( Change::LiftNarrowing, $this->narrowed ),
			array( Change::GrantCreate, $of_role && Verb::Claim === $verb && ! $this->whole->create ),
			array( Change::GrantReassign, $of_role && Verb::Reassign === $verb && ! $this->whole->reassign ),
			array( Change::GrantDelete, $of_role && Verb::Delete === $verb && ! $this->whole->delete ),
			array( Change::ViewAll, $of_role && Reach::All !== $this->whole->view ),
			array( Change::UpdateOwned, $of_role && Reach::None === $this->whole->update ),
			array( Change::UpdateAll, $of_role && Reach::All !== $this->whole->update ),
			array( Change::ShowUnassigned, $unassigned && ! $this->whole->sees_unassigned ),
		);
		return array_column( array_filter( $of, static fn ( array $candidate ): bool => $candidate[1] ), 0 );
	}

	/**
	 * The person as they would be.
	 *
	 * @param list<Change> $changes Changes.
	 */
	private function actor( array $changes ): Actor {
		$has         = static fn ( Change $change ): bool => in_array( $change, $changes, true );
		$whole       = $this->whole;
		$update      = Reach::None === $whole->update && $has( Change::UpdateOwned ) ? Reach::Owned : $whole->update;
		$permissions = new Permissions(
			$has( Change::ViewAll ) ? Reach::All : $whole->view,
			// One scope after the other, so that the least is found.
			$has( Change::UpdateAll ) && Reach::None !== $update ? Reach::All : $update,
			$whole->create || $has( Change::GrantCreate ),
			$whole->reassign || $has( Change::GrantReassign ),
			$whole->delete || $has( Change::GrantDelete ),
			$whole->import,
			$whole->export,
			$whole->sees_unassigned || $has( Change::ShowUnassigned ),
		);
		return Actor::user( $this->person, array( $this->subject->type->value => $this->narrowed && ! $has( Change::LiftNarrowing ) ? $permissions->only_assigned() : $permissions ) );
	}

	/**
	 * The record as it would be; null where a change of it can't be made.
	 *
	 * @param Actor        $actor   The person as they would be.
	 * @param list<Change> $changes Changes.
	 */
	private function subject( Actor $actor, array $changes ): ?Subject {
		$has     = static fn ( Change $change ): bool => in_array( $change, $changes, true );
		$was     = $this->subject;
		$trashed = $was->trashed && ! $has( Change::Restore );
		$single  = $was->single_owner && ! $has( Change::SeparateOwners );
		$before  = new Subject( $was->type, $was->id, $was->owner, $was->followers, $this->owner_updates, $single, $trashed );
		$owns    = $has( Change::Claim ) || $has( Change::Reassign );
		$follows = $has( Change::Follow );
		// Nothing in the trash changes hands, and only a member can be given anything.
		if ( ( $owns || $follows ) && ( $trashed || ! $actor->permissions( $was->type )->is_member() ) ) {
			return null;
		}
		if ( $has( Change::Claim ) && ! $this->may( $actor, Verb::Claim, $before ) ) {
			return null;
		}
		return new Subject(
			$was->type,
			$was->id,
			$owns ? $this->person : $was->owner,
			$follows ? array( ...$was->followers, $this->person ) : $was->followers,
			$owns ? $actor->permissions( $was->type )->updates_owned() : $this->owner_updates,
			$single,
			$trashed
		);
	}

	/**
	 * Whether one of the sets is within these changes.
	 *
	 * @param list<Change>       $changes Changes.
	 * @param list<list<Change>> $sets    Sets of them.
	 */
	private static function contains_any( array $changes, array $sets ): bool {
		foreach ( $sets as $set ) {
			if ( array() === array_udiff( $set, $changes, static fn ( Change $one, Change $other ): int => $one->value <=> $other->value ) ) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Every combination, fewer changes first, each in the order of the candidates.
	 *
	 * @param list<Change> $candidates Changes.
	 * @return list<list<Change>>
	 */
	private static function combinations( array $candidates ): array {
		$all = array( array() );
		foreach ( $candidates as $candidate ) {
			foreach ( $all as $changes ) {
				$all[] = array( ...$changes, $candidate );
			}
		}
		usort( $all, static fn ( array $one, array $other ): int => count( $one ) <=> count( $other ) );
		return $all;
	}
}
