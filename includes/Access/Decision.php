<?php
/**
 * The answer to "may this actor do that?".
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Access;

/**
 * Allowed, or refused with the reason.
 */
final class Decision {

	private function __construct( public readonly bool $allowed, public readonly ?Reason $reason ) {
	}

	/**
	 * Allowed.
	 */
	public static function allow(): self {
		return new self( true, null );
	}

	/**
	 * Refused.
	 */
	public static function refuse( Reason $reason ): self {
		return new self( false, $reason );
	}
}
