<?php
/**
 * Who may do what: the only place where it is decided.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Access;

/**
 * Pure: no WordPress, no SQL. Whatever is not allowed here is refused. Every action needs membership and
 * sight of the record: nobody may change what they can't see, whatever else their role says.
 */
final class AccessPolicy {

	/**
	 * Decides one question.
	 */
	public static function decide( Actor $actor, Verb $verb, Subject $subject ): Decision {
		return Decision::of( self::explain( $actor, $verb, $subject ), $subject->type );
	}

	/**
	 * The way to a decision: the rules that were looked at, up to the first that says no. Only the last one can.
	 *
	 * @return non-empty-list<Step>
	 */
	public static function explain( Actor $actor, Verb $verb, Subject $subject ): array {
		$steps = array();
		foreach ( self::rules( $verb, $subject ) as $rule ) {
			$reason  = self::refusal( $rule, $actor, $actor->permissions( $subject->type ), $subject );
			$steps[] = new Step( $rule, $reason );
			if ( null !== $reason ) {
				break;
			}
		}
		return $steps;
	}

	/**
	 * Which records of a kind the actor may view: what lists, counts, searches, pickers and exports are narrowed to.
	 */
	public static function view_scope( Actor $actor, RecordType $type ): Scope {
		$permissions = $actor->permissions( $type );
		return match ( $permissions->view ) {
			Reach::All   => Scope::everything(),
			Reach::Owned => Scope::owned( $actor, $permissions->sees_unassigned ),
			Reach::None  => Scope::nothing(),
		};
	}

	/**
	 * Whether the actor may make records of a kind.
	 */
	public static function decide_create( Actor $actor, RecordType $type ): Decision {
		$permissions = $actor->permissions( $type );
		return match ( true ) {
			! $permissions->is_member() => Decision::refuse( Reason::NotAMember, $type ),
			! $permissions->create      => Decision::refuse( Reason::MissingCreate, $type ),
			default                     => Decision::allow( $type ),
		};
	}

	/**
	 * Whether the actor may give a record they are making to that owner: oneself and nobody always, others with Reassign.
	 */
	public static function decide_first_owner( Actor $actor, RecordType $type, ?int $owner ): Decision {
		return null === $owner || $actor->is( $owner ) || $actor->permissions( $type )->reassign
			? Decision::allow( $type )
			: Decision::refuse( Reason::MissingReassign, $type );
	}

	/**
	 * Whether the actor may end somebody's following: their own always, others' as whoever may update.
	 */
	public static function decide_unfollow( Actor $actor, Subject $subject, int $follower ): Decision {
		return $actor->is( $follower ) && $actor->permissions( $subject->type )->is_member()
			? Decision::allow( $subject->type )
			: self::decide( $actor, Verb::Update, $subject );
	}

	/**
	 * The rules of a verb, in their order: what concerns the person, then the record, then sight, and only to whoever sees it, trash.
	 *
	 * @return non-empty-list<Rule>
	 */
	private static function rules( Verb $verb, Subject $subject ): array {
		// A contact's owner is never another record's: nothing to be said about it.
		$living = $subject->trashed ? array( Rule::Living ) : array();
		$owner  = RecordType::Opportunity === $subject->type || $subject->single_owner ? array( Rule::OwnOwner ) : array();
		return match ( $verb ) {
			Verb::View     => array( Rule::Membership, Rule::Sight ),
			Verb::Update   => array( Rule::Membership, Rule::UpdateScope, Rule::Sight, ...$living ),
			Verb::Claim    => array( Rule::Membership, ...$owner, Rule::MayCreate, Rule::Unassigned, Rule::Sight, ...$living ),
			Verb::Reassign => array( Rule::Membership, ...$owner, Rule::MayReassign, Rule::OwnerOrAll, Rule::Sight, ...$living ),
			Verb::Delete   => array( Rule::Membership, Rule::MayDelete, Rule::OwnerOrAll, Rule::Sight ),
		};
	}

	/**
	 * What one rule has against it.
	 */
	private static function refusal( Rule $rule, Actor $actor, Permissions $permissions, Subject $subject ): ?Reason {
		$relation = $subject->relation_to( $actor );
		return match ( $rule ) {
			Rule::Membership  => $permissions->is_member() ? null : Reason::NotAMember,
			// No permission would help. What aligns owners asks nobody.
			Rule::OwnOwner    => $subject->single_owner ? Reason::SingleOwner : null,
			Rule::MayCreate   => $permissions->create && ! $actor->is_system ? null : Reason::MissingCreate,
			Rule::MayReassign => $permissions->reassign ? null : Reason::MissingReassign,
			Rule::MayDelete   => $permissions->delete ? null : Reason::MissingDelete,
			Rule::Unassigned  => Relation::Unassigned === $relation ? null : Reason::AlreadyAssigned,
			Rule::UpdateScope => self::update_refusal( $actor, $permissions, $subject ),
			Rule::OwnerOrAll  => Reach::All === $permissions->update || Relation::Owner === $relation ? null : Reason::NotOwner,
			Rule::Sight       => match ( true ) {
				self::view_scope( $actor, $subject->type )->matches( $subject ) => null,
				Relation::Unassigned === $relation                              => Reason::UnassignedHidden,
				default                                                         => Reason::ViewOwnedOnly,
			},
			// What a leaver owned is handed over from the trash too.
			Rule::Living      => ! $subject->trashed || $actor->is_system ? null : Reason::InTrash,
			Rule::Extensions  => null,
		};
	}

	private static function update_refusal( Actor $actor, Permissions $permissions, Subject $subject ): ?Reason {
		if ( Reach::All === $permissions->update ) {
			return null;
		}
		$relation = $subject->relation_to( $actor );
		$owned    = Reach::Owned === $permissions->update;
		if ( $owned && Relation::Owner === $relation ) {
			return null;
		}
		// Followers inherit the owner's permission; nobody's record gives what they could do to their own.
		if ( $subject->is_followed_by( $actor ) && ( Relation::Unassigned === $relation ? $owned : $subject->owner_updates ) ) {
			return null;
		}
		return match ( true ) {
			! $owned                           => Reason::MissingUpdate,
			// Whoever doesn't see it can't claim it.
			Relation::Unassigned === $relation => self::view_scope( $actor, $subject->type )->matches( $subject ) ? Reason::UpdateUnassigned : Reason::UnassignedHidden,
			default                            => Reason::UpdateOwnedOnly,
		};
	}
}
