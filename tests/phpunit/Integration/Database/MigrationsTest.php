<?php
/**
 * Tests of migrations and of uninstalling.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Integration\Database;

use Steward\Contacts\ContactKeys;
use Steward\Database\Clock;
use Steward\Database\Migrations;
use Steward\Database\Tables;
use Steward\Plugin;
use Steward\Settings\Settings;
use Steward\Tests\Support\TestCase;

/**
 * Tables from nothing, twice, and after a process that died; removed only when asked. The tables are made under another
 * prefix, and temporary.
 */
final class MigrationsTest extends TestCase {

	private const LOCK = 'steward_migration_lock';

	private string $prefix = '';

	/** The version that the site's own tables have. */
	private int $version = 0;

	protected function setUp(): void {
		global $wpdb;
		parent::setUp();
		$this->prefix = $wpdb->prefix;
		$wpdb->prefix = 'zero_';
		if ( Plugin::instance()->db()->is_sqlite() ) {
			// There a transaction takes tables back too, and the drop-in loses track of temporary ones.
			remove_filter( 'query', array( TestCase::class, 'keep_in_the_transaction' ), PHP_INT_MAX );
		}
		$this->version = $this->migrations()->version();
		delete_option( Migrations::OPTION );
	}

	protected function tearDown(): void {
		global $wpdb;
		foreach ( Tables::NAMES as $name ) {
			$wpdb->query( "DROP TABLE IF EXISTS zero_steward_$name" );
		}
		$wpdb->prefix = $this->prefix;
		parent::tearDown();
	}

	public function test_from_nothing_and_twice(): void {
		$migrations = $this->migrations();
		self::assertSame( 0, $migrations->version() );
		self::assertSame( array(), $this->tables() );
		$migrations->migrate();
		$version = $migrations->version();
		self::assertGreaterThan( 0, $version );
		self::assertSame( Tables::NAMES, $this->tables() );
		self::assertFalse( $this->lock(), 'The lock is given back.' );

		$migrations->migrate();
		delete_option( Migrations::OPTION );
		$migrations->migrate();
		self::assertSame( $version, $migrations->version(), 'Each step may run again on what it made.' );
	}

	public function test_older_contacts_get_keys_that_end_with_the_owner(): void {
		$db = Plugin::instance()->db();
		if ( $db->is_sqlite() ) {
			self::markTestSkipped( 'Keys stay as they are there.' );
		}
		// ALTER commits, even on a temporary table: so the option that set-up has deleted is put back first.
		update_option( Migrations::OPTION, $this->version );
		$db->execute( 'CREATE TABLE %i ( ' . str_replace( ', contact_owner)', ')', Tables::version_1()['contacts'] ) . ' )', $db->table( 'contacts' ) );
		$keys = fn (): array => array_map( static fn ( array $row ): string => "{$row['Key_name']}.{$row['Seq_in_index']}.{$row['Column_name']}", $db->rows( 'SHOW INDEX FROM %i', $db->table( 'contacts' ) ) );
		$old  = $keys();
		self::assertNotContains( 'list_name.4.contact_owner', $old );
		( new ContactKeys( $db ) )->end_with_owner();
		$new = $keys();
		self::assertContains( 'list_name.4.contact_owner', $new );
		self::assertContains( 'country_created.5.contact_owner', $new );
		self::assertSame( array(), array_diff( $old, $new ) );

		( new ContactKeys( $db ) )->end_with_owner();
		self::assertSame( $new, $keys(), 'It may run again.' );
		$db->execute( 'DROP TABLE %i', $db->table( 'contacts' ) );
		$db->execute( 'CREATE TABLE %i ( ' . Tables::version_1()['contacts'] . ' )', $db->table( 'contacts' ) );
		self::assertEqualsCanonicalizing( $new, $keys(), 'New sites have the same ones.' );
	}

	public function test_up_to_date_costs_no_query(): void {
		global $wpdb;
		$migrations = $this->migrations();
		$migrations->migrate();
		get_option( Migrations::OPTION );
		$before = $wpdb->num_queries;
		$migrations->migrate();
		self::assertSame( $before, $wpdb->num_queries );
	}

	public function test_who_holds_the_lock_is_waited_for(): void {
		$this->hold_lock( time() );
		$this->migrations()->migrate();
		self::assertSame( array(), $this->tables(), 'Another is at work.' );
		self::assertSame( 0, $this->migrations()->version() );
		self::assertTrue( $this->lock(), 'A lock that is another\'s stays.' );
	}

	public function test_lock_of_a_dead_process_is_taken_over(): void {
		$this->hold_lock( time() - 3600 );
		$this->migrations()->migrate();
		self::assertSame( Tables::NAMES, $this->tables() );
		self::assertFalse( $this->lock() );
	}

	public function test_uninstalling_keeps_everything_unless_asked(): void {
		$this->migrations()->migrate();
		Plugin::uninstall();
		self::assertSame( Tables::NAMES, $this->tables() );
		self::assertNotNull( get_role( 'steward_sales_rep' ) );

		Settings::change( array( 'erase_on_uninstall' => true ) ); // phpcs:ignore WordPress.Arrays
		set_transient( 'steward_list_kept', array( 1 ), 60 );
		Plugin::uninstall();
		self::assertSame( array(), $this->tables() );
		self::assertNull( get_role( 'steward_sales_rep' ) );
		self::assertArrayNotHasKey( 'steward_manage', wp_roles()->roles['administrator']['capabilities'] );
		self::assertSame( array(), $this->options(), 'No option is left.' );
	}

	/**
	 * With a clock that runs on when somebody waits.
	 */
	private function migrations(): Migrations {
		$clock = new class() extends Clock {
			private int $passed = 0;

			public function timestamp(): int {
				$this->passed += 4;
				return time() + $this->passed;
			}
		};
		return new Migrations( Plugin::instance()->db(), $clock );
	}

	/**
	 * Steward's tables that are there.
	 *
	 * @return list<string>
	 */
	private function tables(): array {
		global $wpdb;
		if ( Plugin::instance()->db()->is_sqlite() ) {
			// A statement that fails would take the whole transaction with it.
			$names = $wpdb->get_col( "SHOW TABLES LIKE 'zero\\_steward\\_%'" );
			return array_values( array_filter( Tables::NAMES, static fn ( string $name ): bool => in_array( "zero_steward_$name", $names, true ) ) );
		}
		// Temporary tables are not among those that are shown.
		$wpdb->suppress_errors();
		$there = array_values( array_filter( Tables::NAMES, static fn ( string $name ): bool => false !== $wpdb->query( "SELECT 1 FROM zero_steward_$name LIMIT 1" ) ) );
		$wpdb->suppress_errors( false );
		$wpdb->last_error = '';
		return $there;
	}

	/**
	 * @return list<string>
	 */
	private function options(): array {
		global $wpdb;
		return $wpdb->get_col( "SELECT option_name FROM $wpdb->options WHERE option_name LIKE '%steward\\_%'" );
	}

	private function hold_lock( int $since ): void {
		global $wpdb;
		$wpdb->insert( $wpdb->options, array( 'option_name' => self::LOCK, 'option_value' => (string) $since, 'autoload' => 'off' ) ); // phpcs:ignore WordPress.Arrays
	}

	private function lock(): bool {
		global $wpdb;
		return (bool) $wpdb->get_var( $wpdb->prepare( "SELECT COUNT(*) FROM $wpdb->options WHERE option_name = %s", self::LOCK ) );
	}
}
