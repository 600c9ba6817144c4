<?php
/**
 * A statement the database refused.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Database;

/**
 * Carries the server's error number; its text is for logs only, never for a client.
 */
final class DatabaseFailure extends \RuntimeException {

	private const LOCK_WAIT_TIMEOUT = 1205;
	private const DEADLOCK          = 1213;
	private const RECORD_CHANGED    = 1020;
	private const DUPLICATE_KEY     = 1062;

	public function __construct( string $message, public readonly int $errno ) {
		parent::__construct( '' === $message ? 'The database refused a statement.' : $message );
	}

	/**
	 * SQLite's, which comes without a number.
	 */
	public static function of_sqlite( string $message ): self {
		return new self( wp_strip_all_tags( $message, true ), str_contains( $message, 'is locked' ) ? self::LOCK_WAIT_TIMEOUT : 0 );
	}

	/**
	 * Whether the same transaction may succeed when it is tried again (deadlock, lock wait, cluster certification).
	 */
	public function is_transient(): bool {
		return in_array( $this->errno, array( self::LOCK_WAIT_TIMEOUT, self::DEADLOCK, self::RECORD_CHANGED ), true );
	}

	/**
	 * Whether a unique key was already taken.
	 */
	public function is_duplicate(): bool {
		return self::DUPLICATE_KEY === $this->errno;
	}
}
