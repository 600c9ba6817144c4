<?php
/**
 * Reasons and remedies in words.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Access;

/**
 * The same two sentences in REST errors, screens and the command line.
 */
final class ReasonText {

	/**
	 * Why it is refused.
	 */
	public static function message( Reason $reason, RecordType $type = RecordType::Contact ): string {
		$deal = RecordType::Opportunity === $type;
		return match ( $reason ) {
			Reason::NotAMember       => __( 'You are not a CRM member: your role has no view scope.', 'steward' ),
			Reason::ViewOwnedOnly    => $deal
				? __( 'Your view scope is Owned, and this opportunity is assigned to somebody else.', 'steward' )
				: __( 'Your view scope is Owned, and this contact is assigned to somebody else.', 'steward' ),
			Reason::UnassignedHidden => $deal
				? __( 'Your view scope is Owned, and this site does not show unassigned opportunities to such members.', 'steward' )
				: __( 'Your view scope is Owned, and this site does not show unassigned contacts to such members.', 'steward' ),
			Reason::UpdateOwnedOnly  => $deal
				? __( 'Your update scope is Owned, and you neither own this opportunity nor follow it on behalf of an owner who may edit it.', 'steward' )
				: __( 'Your update scope is Owned, and you neither own this contact nor follow it on behalf of an owner who may edit it.', 'steward' ),
			Reason::UpdateUnassigned => $deal
				? __( 'Your update scope is Owned, and this opportunity is unassigned.', 'steward' )
				: __( 'Your update scope is Owned, and this contact is unassigned.', 'steward' ),
			Reason::AlreadyAssigned  => $deal
				? __( 'This opportunity is already assigned.', 'steward' )
				: __( 'This contact is already assigned.', 'steward' ),
			Reason::NotOwner         => $deal
				? __( 'Your update scope is Owned, and you do not own this opportunity.', 'steward' )
				: __( 'Your update scope is Owned, and you do not own this contact.', 'steward' ),
			Reason::SingleOwner      => __( 'An opportunity has the same owner as its contact on this site.', 'steward' ),
			Reason::MissingCreate    => $deal
				? __( 'Your role lacks the permission to create and claim opportunities.', 'steward' )
				: __( 'Your role lacks the permission to create and claim contacts.', 'steward' ),
			Reason::MissingUpdate    => $deal
				? __( 'Your role has no update scope for opportunities.', 'steward' )
				: __( 'Your role has no update scope for contacts.', 'steward' ),
			Reason::MissingReassign  => $deal
				? __( 'Your role lacks the permission to reassign opportunities.', 'steward' )
				: __( 'Your role lacks the permission to reassign contacts.', 'steward' ),
			Reason::MissingDelete    => $deal
				? __( 'Your role lacks the permission to delete opportunities.', 'steward' )
				: __( 'Your role lacks the permission to delete contacts.', 'steward' ),
			Reason::MissingExport    => __( 'Your role lacks the permission to export contacts.', 'steward' ),
			Reason::MissingManage    => __( 'Your role lacks the permission to manage Steward.', 'steward' ),
			Reason::MissingReports   => __( 'Your role lacks the permission to see team reports.', 'steward' ),
			Reason::InTrash          => $deal
				? __( 'This opportunity is in the trash.', 'steward' )
				: __( 'This contact is in the trash.', 'steward' ),
			Reason::UndoExpired      => __( 'The claim can no longer be undone.', 'steward' ),
			Reason::RefusedByFilter  => __( 'An extension on this site refuses it.', 'steward' ),
		};
	}

	/**
	 * What to do about it.
	 */
	public static function remedy( Reason $reason, RecordType $type = RecordType::Contact ): string {
		return match ( $reason ) {
			Reason::NotAMember       => __( 'Ask an administrator for a CRM role.', 'steward' ),
			Reason::ViewOwnedOnly    => __( 'Ask a manager to reassign it, to widen your scope, or to add you as a follower.', 'steward' ),
			Reason::UnassignedHidden => __( 'Ask a manager to assign it to you, or to add you as a follower.', 'steward' ),
			Reason::UpdateOwnedOnly  => __( 'Ask for it to be reassigned to you, or for a wider scope.', 'steward' ),
			Reason::UpdateUnassigned => RecordType::Opportunity === $type
				? __( 'Claim it first; where it has the same owner as its contact, claim that.', 'steward' )
				: __( 'Claim it first.', 'steward' ),
			Reason::AlreadyAssigned  => __( 'Verify that it is unassigned; ask its owner or a manager.', 'steward' ),
			Reason::NotOwner         => __( 'Ask its owner or a manager.', 'steward' ),
			Reason::SingleOwner      => __( 'Change the contact\'s owner, or turn on “Allow different owners for contacts and its opportunities” in the settings.', 'steward' ),
			Reason::MissingCreate,
			Reason::MissingUpdate,
			Reason::MissingReassign,
			Reason::MissingDelete,
			Reason::MissingExport,
			Reason::MissingManage,
			Reason::MissingReports   => __( 'Request the permission from an administrator.', 'steward' ),
			Reason::InTrash          => __( 'Restore it first.', 'steward' ),
			Reason::UndoExpired      => __( 'Ask a manager to release it.', 'steward' ),
			Reason::RefusedByFilter  => __( 'Ask an administrator which extension decides about this.', 'steward' ),
		};
	}
}
