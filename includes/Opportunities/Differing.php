<?php
/**
 * How many opportunities differ from their contacts.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

/**
 * Opportunities with another owner than their contact: who has them, and who would get them. User ids, 0 for unassigned.
 */
final class Differing {

	/**
	 * @param int             $total     How many there are.
	 * @param array<int, int> $owners    Their owner => number, the most first.
	 * @param array<int, int> $receivers Their contact's owner => number, the most first.
	 */
	private function __construct( public readonly int $total, public readonly array $owners, public readonly array $receivers ) {
	}

	/**
	 * @param list<array{int, int, int}> $pairs Owner, contact's owner, number.
	 */
	public static function of( array $pairs ): self {
		$owners    = array();
		$receivers = array();
		foreach ( $pairs as list( $owner, $receiver, $number ) ) {
			$owners[ $owner ]       = ( $owners[ $owner ] ?? 0 ) + $number;
			$receivers[ $receiver ] = ( $receivers[ $receiver ] ?? 0 ) + $number;
		}
		arsort( $owners );
		arsort( $receivers );
		return new self( array_sum( $owners ), $owners, $receivers );
	}
}
