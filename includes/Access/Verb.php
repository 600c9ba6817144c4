<?php
/**
 * What somebody may want to do to a record.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Access;

/**
 * The values are the keys of `can` and of the access answer in REST.
 */
enum Verb: string {
	case View     = 'view';
	case Update   = 'update';
	case Claim    = 'claim';
	case Reassign = 'reassign';
	case Delete   = 'delete';
}
