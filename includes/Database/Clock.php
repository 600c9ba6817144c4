<?php
/**
 * What time it is.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Database;

/**
 * Times are UTC, to the second, always bound with all 19 characters (SQLite compares them as text).
 */
class Clock {

	/**
	 * Now, as `Y-m-d H:i:s` in UTC.
	 */
	public function now(): string {
		return $this->ago( 0 );
	}

	/**
	 * So many seconds ago, as `Y-m-d H:i:s` in UTC.
	 */
	public function ago( int $seconds ): string {
		return gmdate( 'Y-m-d H:i:s', $this->timestamp() - $seconds );
	}

	/**
	 * Unix time in seconds.
	 */
	public function timestamp(): int {
		return time();
	}

	/**
	 * A stored time as REST gives it: ISO 8601 in UTC, `2026-01-07T09:30:00Z`.
	 */
	public static function iso( string $stored ): string {
		return str_replace( ' ', 'T', $stored ) . 'Z';
	}
}
