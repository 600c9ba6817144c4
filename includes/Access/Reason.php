<?php
/**
 * Why something is refused.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Access;

/**
 * Stable codes; their words are in ReasonText.
 */
enum Reason: string {
	case NotAMember       = 'not_a_member';
	case ViewOwnedOnly    = 'view_owned_only';
	case UnassignedHidden = 'unassigned_hidden';
	case UpdateOwnedOnly  = 'update_owned_only';
	case UpdateUnassigned = 'update_unassigned';
	case AlreadyAssigned  = 'already_assigned';
	case NotOwner         = 'not_owner';
	case SingleOwner      = 'single_owner';
	case MissingCreate    = 'missing_create_permission';
	case MissingUpdate    = 'missing_update_permission';
	case MissingReassign  = 'missing_reassign_permission';
	case MissingDelete    = 'missing_delete_permission';
	case MissingExport    = 'missing_export_permission';
	case MissingManage    = 'missing_manage_permission';
	case MissingReports   = 'missing_reports_permission';
	case InTrash          = 'in_trash';
	case UndoExpired      = 'undo_expired';
	case RefusedByFilter  = 'refused_by_filter';
}
