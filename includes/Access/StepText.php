<?php
/**
 * The words of a decision's steps.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Access;

/**
 * Says which facts a rule looked at and what it made of them, in words for whoever asks about somebody: the same in REST, on
 * the screen and on the command line. Words only: it is told what was decided.
 */
final class StepText {

	/**
	 * A step as a sentence.
	 */
	public static function of( Step $step, Actor $actor, Subject $subject ): string {
		$permissions = $actor->permissions( $subject->type );
		$yes         = null === $step->reason;
		return match ( $step->rule ) {
			Rule::Membership  => $yes
				/* translators: %s: All or Owned */
				? sprintf( __( 'The view scope is %s: a CRM member.', 'steward' ), self::reach( $permissions->view ) )
				: __( 'No view scope: not a CRM member.', 'steward' ),
			Rule::OwnOwner    => $yes
				? __( 'It may have an owner of its own.', 'steward' )
				: __( 'Its owner is its contact\'s and changes only with that.', 'steward' ),
			Rule::MayCreate   => self::permission( $yes, __( 'Create & claim', 'steward' ) ),
			Rule::MayReassign => self::permission( $yes, __( 'Reassign', 'steward' ) ),
			Rule::MayDelete   => self::permission( $yes, __( 'Delete', 'steward' ) ),
			Rule::Unassigned  => $yes
				? __( 'It is unassigned.', 'steward' )
				: __( 'It has an owner: only what is unassigned can be claimed.', 'steward' ),
			Rule::UpdateScope => self::update( $step, $permissions, $actor, $subject ),
			Rule::OwnerOrAll  => match ( true ) {
				! $yes                               => __( 'Not the owner, and the update scope is not All.', 'steward' ),
				Reach::All === $permissions->update  => __( 'The update scope is All.', 'steward' ),
				default                              => __( 'The owner.', 'steward' ),
			},
			Rule::Sight       => self::sight( $step, $permissions, $actor, $subject ),
			Rule::Living      => __( 'It is in the trash: nothing changes before it is restored.', 'steward' ),
			Rule::Extensions  => $yes
				? __( 'No extension on this site refuses it.', 'steward' )
				: __( 'An extension on this site refuses it.', 'steward' ),
		};
	}

	private static function permission( bool $yes, string $name ): string {
		return $yes
			/* translators: %s: name of a permission */
			? sprintf( __( 'The permission “%s” is there.', 'steward' ), $name )
			/* translators: %s: name of a permission */
			: sprintf( __( 'The permission “%s” is missing.', 'steward' ), $name );
	}

	private static function update( Step $step, Permissions $permissions, Actor $actor, Subject $subject ): string {
		return match ( $step->reason ) {
			null                     => match ( true ) {
				Reach::All === $permissions->update                    => __( 'The update scope is All.', 'steward' ),
				Relation::Owner === $subject->relation_to( $actor )    => __( 'The update scope is Owned, and this is the owner.', 'steward' ),
				null === $subject->owner                               => __( 'A follower of an unassigned record, whose update scope would let them update it if it were theirs.', 'steward' ),
				default                                                => __( 'A follower, and the owner\'s own role lets the owner update it.', 'steward' ),
			},
			Reason::MissingUpdate    => __( 'No update scope.', 'steward' ),
			Reason::UpdateUnassigned => __( 'The update scope is Owned, and it is unassigned.', 'steward' ),
			Reason::UnassignedHidden => __( 'The update scope is Owned, and it is unassigned, which this site hides from such members.', 'steward' ),
			default                  => $subject->is_followed_by( $actor )
				? __( 'The update scope is Owned. A follower, but the owner\'s own role doesn\'t let the owner update it.', 'steward' )
				: __( 'The update scope is Owned, and this is neither the owner nor a follower.', 'steward' ),
		};
	}

	private static function sight( Step $step, Permissions $permissions, Actor $actor, Subject $subject ): string {
		return match ( $step->reason ) {
			null                     => match ( true ) {
				Reach::All === $permissions->view                      => __( 'The view scope is All: every record is seen.', 'steward' ),
				Relation::Owner === $subject->relation_to( $actor )    => __( 'The view scope is Owned, and this is the owner.', 'steward' ),
				$subject->is_followed_by( $actor )                     => __( 'The view scope is Owned, and this is a follower.', 'steward' ),
				default                                                => __( 'The view scope is Owned, and it is unassigned: every member sees it.', 'steward' ),
			},
			Reason::UnassignedHidden => __( 'The view scope is Owned, and this site hides what is unassigned from such members.', 'steward' ),
			default                  => __( 'The view scope is Owned, and it is somebody else\'s.', 'steward' ),
		};
	}

	private static function reach( Reach $reach ): string {
		return match ( $reach ) {
			Reach::All   => _x( 'All', 'scope', 'steward' ),
			Reach::Owned => _x( 'Owned', 'scope', 'steward' ),
			Reach::None  => _x( 'None', 'scope', 'steward' ),
		};
	}
}
