<?php
/**
 * How many contacts a list has, without counting a million on each page.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Contacts;

/**
 * Up to ContactFinder::EXACT a total is counted each time; a larger one is counted at most once a minute. The cache key
 * carries the scope, so nobody gets a number of what somebody else may see.
 */
final class ContactTotals {

	private const SECONDS = 60;

	/**
	 * A list's total.
	 *
	 * @param string               $key   The scope and the filters.
	 * @param callable( int ): int $count Counts, up to a limit.
	 */
	public function get( string $key, callable $count ): int {
		$name   = 'steward_total_' . md5( $key );
		$cached = get_transient( $name );
		$cached = is_numeric( $cached ) ? (int) $cached : 0;
		// Far above the limit it can't have fallen below within the minute: no need to look.
		if ( $cached > 2 * ContactFinder::EXACT ) {
			return $cached;
		}
		$total = $count( ContactFinder::EXACT + 1 );
		if ( $total <= ContactFinder::EXACT ) {
			return $total;
		}
		if ( $cached > ContactFinder::EXACT ) {
			return $cached;
		}
		$total = $count( PHP_INT_MAX );
		set_transient( $name, $total, self::SECONDS );
		return $total;
	}
}
