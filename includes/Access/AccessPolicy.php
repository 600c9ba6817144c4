<?php
/**
 * Who may do what: the only place where it is decided.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Access;

/**
 * Pure: no WordPress, no SQL. Whatever is not allowed here is refused. Every action needs membership and, last of all,
 * sight of the record: nobody may change what they can't see, whatever else their role says.
 */
final class AccessPolicy {

	/**
	 * Decides one question.
	 */
	public static function decide( Actor $actor, Verb $verb, Subject $subject ): Decision {
		$permissions = $actor->permissions( $subject->type );
		if ( ! $permissions->is_member() ) {
			return Decision::refuse( Reason::NotAMember, $subject->type );
		}
		$refusal = match ( $verb ) {
			Verb::View     => null,
			Verb::Update   => self::update_refusal( $actor, $permissions, $subject ),
			Verb::Claim    => self::claim_refusal( $actor, $permissions, $subject ),
			Verb::Reassign => self::reassign_refusal( $actor, $permissions, $subject ),
			Verb::Delete   => $permissions->delete ? self::not_owner_refusal( $actor, $permissions, $subject ) : Reason::MissingDelete,
		};
		if ( null !== $refusal ) {
			return Decision::refuse( $refusal, $subject->type );
		}
		return self::view_scope( $actor, $subject->type )->matches( $subject )
			? Decision::allow( $subject->type )
			: Decision::refuse( Relation::Unassigned === $subject->relation_to( $actor ) ? Reason::UnassignedHidden : Reason::ViewOwnedOnly, $subject->type );
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
			Relation::Unassigned === $relation => Reason::UpdateUnassigned,
			default                            => Reason::UpdateOwnedOnly,
		};
	}

	private static function claim_refusal( Actor $actor, Permissions $permissions, Subject $subject ): ?Reason {
		return match ( true ) {
			$subject->single_owner                                          => Reason::SingleOwner,
			! $permissions->create || $actor->is_system                     => Reason::MissingCreate,
			Relation::Unassigned !== $subject->relation_to( $actor )        => Reason::AlreadyAssigned,
			default                                                         => null,
		};
	}

	private static function reassign_refusal( Actor $actor, Permissions $permissions, Subject $subject ): ?Reason {
		return match ( true ) {
			// No permission would help. Steward itself aligns owners.
			$subject->single_owner && ! $actor->is_system => Reason::SingleOwner,
			! $permissions->reassign                      => Reason::MissingReassign,
			default                                       => self::not_owner_refusal( $actor, $permissions, $subject ),
		};
	}

	private static function not_owner_refusal( Actor $actor, Permissions $permissions, Subject $subject ): ?Reason {
		return Reach::All === $permissions->update || Relation::Owner === $subject->relation_to( $actor ) ? null : Reason::NotOwner;
	}
}
