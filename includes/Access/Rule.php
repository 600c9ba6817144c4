<?php
/**
 * The rules a decision looks at.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Access;

/**
 * Each is one question with yes or a reason for no; AccessPolicy says which ones a verb needs, in which order.
 */
enum Rule: string {
	case Membership  = 'membership';
	case OwnOwner    = 'own_owner';
	case MayCreate   = 'create_permission';
	case MayReassign = 'reassign_permission';
	case MayDelete   = 'delete_permission';
	case Unassigned  = 'unassigned';
	case UpdateScope = 'update_scope';
	case OwnerOrAll  = 'owner_or_all';
	case Sight       = 'view_scope';
	case Living      = 'living';
	case Extensions  = 'extensions';
}
