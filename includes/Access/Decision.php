<?php
/**
 * The answer to "may this actor do that?".
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Access;

/**
 * Allowed, or refused with the reason; and on which kind of record, for the words of it.
 */
final class Decision {

	private function __construct( public readonly bool $allowed, public readonly ?Reason $reason, public readonly RecordType $type ) {
	}

	/**
	 * Allowed.
	 */
	public static function allow( RecordType $type ): self {
		return new self( true, null, $type );
	}

	/**
	 * Refused.
	 */
	public static function refuse( Reason $reason, RecordType $type ): self {
		return new self( false, $reason, $type );
	}

	/**
	 * What the steps lead to: the last one's answer.
	 *
	 * @param non-empty-list<Step> $steps As AccessPolicy::explain() gives them.
	 */
	public static function of( array $steps, RecordType $type ): self {
		$reason = $steps[ count( $steps ) - 1 ]->reason;
		return null === $reason ? self::allow( $type ) : self::refuse( $reason, $type );
	}
}
