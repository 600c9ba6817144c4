<?php
/**
 * What a user is to a record.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Access;

/**
 * An unassigned record that somebody follows is still `unassigned` to them: they may claim it.
 */
enum Relation: string {
	case Owner      = 'owner';
	case Follower   = 'follower';
	case Unassigned = 'unassigned';
	case Other      = 'other';
}
