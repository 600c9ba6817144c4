<?php
/**
 * How many records a long list has, without counting a million on each page.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Lists;

use Steward\Database\DatabaseFailure;

/**
 * Totals above what is exact, counted at most once a minute. The key carries the scope, so nobody gets a number of what
 * somebody else may see.
 */
final class Totals {

	private const SECONDS = 60;

	/** A total of this age is counted anew after the answer was sent, so that who pages on need not wait for it. */
	private const REFRESH_SECONDS = 30;

	/**
	 * A total that is a minute old at most.
	 *
	 * @param string          $key   The scope and the filters.
	 * @param int             $above Totals up to here are not kept.
	 * @param callable(): int $count Counts the whole list.
	 * @return int|null Null when there is none.
	 */
	public function get( string $key, int $above, callable $count ): ?int {
		$cached = get_transient( self::name( $key ) );
		if ( ! is_array( $cached ) || ! is_int( $cached['total'] ?? null ) || ! is_int( $cached['counted'] ?? null ) ) {
			return null;
		}
		$this->refresh_later( $key, $cached['total'], $cached['counted'], $above, $count );
		return $cached['total'];
	}

	/**
	 * Keeps a total that has just been counted.
	 *
	 * @param string $key As in get().
	 */
	public function keep( string $key, int $total ): void {
		self::store( $key, $total, time(), self::SECONDS );
	}

	/**
	 * @param callable(): int $count As in get().
	 */
	private function refresh_later( string $key, int $total, int $counted, int $above, callable $count ): void {
		$age = time() - $counted;
		if ( $age < self::REFRESH_SECONDS || $age >= self::SECONDS || ! function_exists( 'fastcgi_finish_request' ) ) {
			return;
		}
		// One request counts; the others go on with the old total, which still ends when it would have.
		self::store( $key, $total, time(), self::SECONDS - $age );
		add_action(
			'shutdown',
			function () use ( $key, $above, $count ): void {
				fastcgi_finish_request();
				try {
					$fresh = $count();
				} catch ( DatabaseFailure ) {
					return; // The next request counts.
				}
				if ( $fresh > $above ) {
					$this->keep( $key, $fresh );
				} else {
					delete_transient( self::name( $key ) );
				}
			}
		);
	}

	/**
	 * @param int $counted When it was counted, seconds since 1970.
	 * @param int $seconds For how long it holds from now on.
	 */
	private static function store( string $key, int $total, int $counted, int $seconds ): void {
		set_transient( self::name( $key ), compact( 'total', 'counted' ), $seconds );
	}

	/**
	 * The transient's name.
	 *
	 * @param string $key As in get().
	 */
	public static function name( string $key ): string {
		return 'steward_total_' . md5( $key );
	}
}
