<?php
/**
 * One rule's answer on the way to a decision.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Access;

/**
 * The rule, and why it says no; null where it has nothing against it.
 */
final class Step {

	public function __construct( public readonly Rule $rule, public readonly ?Reason $reason ) {
	}
}
