<?php
/**
 * Tests of pieces of SQL.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Unit\Database;

use PHPUnit\Framework\TestCase;
use Steward\Database\Clause;
use Steward\Database\Clock;
use Steward\Database\Connection;

/**
 * Placeholders and values stay in step.
 */
final class ClauseTest extends TestCase {

	public function test_all_joins_conditions_and_their_values_in_order(): void {
		$all = Clause::all( array( new Clause( 'a = %d', array( 1 ) ), new Clause( 'b IS NULL' ), new Clause( 'c IN ( %s, %s )', array( 'x', 'y' ) ) ) );
		self::assertSame( 'a = %d AND b IS NULL AND c IN ( %s, %s )', $all->sql );
		self::assertSame( array( 1, 'x', 'y' ), $all->args );
		self::assertSame( '1 = 1', Clause::all( array() )->sql );
	}

	public function test_assignments_write_null_as_null(): void {
		self::assertSame( array( '%i = %s, %i = NULL, %i = %d', array( 'a', 'x', 'b', 'c', 3 ) ), Connection::assignments( array( 'a' => 'x', 'b' => null, 'c' => 3 ) ) ); // phpcs:ignore WordPress.Arrays
		self::assertSame( '%d, %s', Connection::placeholders( array( 1, 'a' ) ) );
	}

	public function test_times_are_utc_with_a_z(): void {
		self::assertSame( '2026-01-07T09:30:00Z', Clock::iso( '2026-01-07 09:30:00' ) );
		self::assertSame( gmdate( 'Y-m-d H:i', time() - 60 ), substr( ( new Clock() )->ago( 60 ), 0, 16 ) );
	}
}
