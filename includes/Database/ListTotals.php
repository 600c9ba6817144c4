<?php
/**
 * How many rows a list has, without counting a million on each page.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Database;

/**
 * Up to EXACT a total is counted each time; a larger one is counted at most once a minute. The cache key
 * carries the scope, so nobody gets a number of what somebody else may see.
 */
final class ListTotals {

	/** Totals up to here are counted each time. */
	public const EXACT = 10000;

	private const SECONDS = 60;

	/** A total of this age is counted anew after the answer was sent, so that who pages on need not wait for it. */
	private const REFRESH_SECONDS = 30;

	/**
	 * A list's total.
	 *
	 * @param string               $key   The scope and the filters.
	 * @param callable( int ): int $count Counts, up to a limit.
	 */
	public function get( string $key, callable $count ): int {
		$name   = 'steward_total_' . md5( $key );
		$cached = get_transient( $name );
		if ( is_array( $cached ) && is_int( $cached['total'] ?? null ) && is_int( $cached['counted'] ?? null ) ) {
			$this->refresh_later( $name, $cached['total'], $cached['counted'], $count );
			return $cached['total'];
		}
		$total = $count( self::EXACT + 1 );
		if ( $total <= self::EXACT ) {
			return $total;
		}
		$total = $count( PHP_INT_MAX );
		self::store( $name, $total, time(), self::SECONDS );
		return $total;
	}

	/**
	 * @param callable( int ): int $count As in get().
	 */
	private function refresh_later( string $name, int $total, int $counted, callable $count ): void {
		$age = time() - $counted;
		if ( $age < self::REFRESH_SECONDS || $age >= self::SECONDS || ! function_exists( 'fastcgi_finish_request' ) ) {
			return;
		}
		// One request counts; the others go on with the old total, which still ends when it would have.
		self::store( $name, $total, time(), self::SECONDS - $age );
		add_action(
			'shutdown',
			static function () use ( $name, $count ): void {
				fastcgi_finish_request();
				try {
					$fresh = $count( PHP_INT_MAX );
				} catch ( DatabaseFailure ) {
					return; // The next request counts.
				}
				if ( $fresh > self::EXACT ) {
					self::store( $name, $fresh, time(), self::SECONDS );
				} else {
					delete_transient( $name );
				}
			}
		);
	}

	/**
	 * @param int $counted When it was counted, seconds since 1970.
	 * @param int $seconds For how long it holds from now on.
	 */
	private static function store( string $name, int $total, int $counted, int $seconds ): void {
		set_transient( $name, compact( 'total', 'counted' ), $seconds );
	}
}
