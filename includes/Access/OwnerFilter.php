<?php
/**
 * Owners a list is asked for.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Access;

/**
 * What a caller wants to see; what they may see is the scope's to say.
 */
final class OwnerFilter {

	/**
	 * @param list<int> $users      Owners' user ids.
	 * @param bool      $unassigned Whether unassigned records are asked for too.
	 */
	public function __construct( public readonly array $users, public readonly bool $unassigned ) {
	}
}
