<?php
/**
 * Changes of the settings are logged.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Integration\Settings;

use Steward\Database\Connection;
use Steward\Tests\Support\TestCase;

/**
 * Who changed what from what to what; saving what is there already is no change.
 */
final class SettingsLogTest extends TestCase {

	public function test_a_change_is_logged_with_what_was_and_what_is(): void {
		$admin = $this->user( 'administrator' );
		$this->as( $admin );
		self::assertSame( 200, $this->rest( 'PATCH', '/settings', array( 'owned_scope_sees_unassigned' => false, 'erase_on_uninstall' => false ) )->get_status() ); // phpcs:ignore WordPress.Arrays
		$this->rest( 'PATCH', '/settings', array( 'owned_scope_sees_unassigned' => false ) );

		$db   = Connection::wordpress();
		$rows = $db->rows( "SELECT * FROM %i WHERE object_type = 'settings'", $db->table( 'activity' ) );
		self::assertCount( 1, $rows );
		self::assertSame( array( '0', 'updated', (string) $admin->ID, 'hand' ), array( $rows[0]['object_id'], $rows[0]['action'], $rows[0]['actor'], $rows[0]['cause'] ) );
		self::assertSame( '{"owned_scope_sees_unassigned":{"old":true,"new":false}}', $rows[0]['changes'] );
	}

	public function test_what_is_refused_is_not_logged(): void {
		$this->as( $this->user( 'administrator' ) );
		self::assertSame( 400, $this->rest( 'PATCH', '/settings', array( 'colour' => true ) )->get_status() );
		$this->as( $this->user( 'steward_sales_manager' ) );
		self::assertSame( 403, $this->rest( 'PATCH', '/settings', array( 'erase_on_uninstall' => true ) )->get_status() );
		$db = Connection::wordpress();
		self::assertSame( 0, $db->int( "SELECT COUNT(*) FROM %i WHERE object_type = 'settings'", $db->table( 'activity' ) ) );
	}
}
