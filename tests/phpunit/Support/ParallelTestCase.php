<?php
/**
 * A test with many processes at once.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Support;

use PHPUnit\Framework\TestCase as PhpUnitTestCase;
use RuntimeException;
use WP_User;

/**
 * Sends REST requests from several PHP processes at the same moment, each with a WordPress and a database
 * connection of its own, as on a site with many visitors or web servers. Nothing here is in a transaction: what a
 * test makes is seen by all, and is deleted by hand afterwards.
 */
abstract class ParallelTestCase extends PhpUnitTestCase {
	/** Seconds for the processes to start, and again to do their work. */
	private const PATIENCE = 120;

	/**
	 * The users that were there before the test.
	 *
	 * @var list<int>
	 */
	private array $users = array();

	private static int $count = 0;

	protected function setUp(): void {
		parent::setUp();
		wp_cache_flush();
		$this->users = array_map( 'intval', get_users( array( 'fields' => 'ID' ) ) );
		$this->empty_tables();
		wp_set_current_user( 0 );
		$GLOBALS['wp_rest_server'] = null;
		TestCase::$mail            = array();
	}

	protected function tearDown(): void {
		require_once ABSPATH . 'wp-admin/includes/user.php';
		wp_cache_flush();
		$this->empty_tables();
		foreach ( array_diff( array_map( 'intval', get_users( array( 'fields' => 'ID' ) ) ), $this->users ) as $id ) {
			wp_delete_user( $id );
		}
		$this->empty_tables();
		parent::tearDown();
	}

	/**
	 * Makes a user that every process sees.
	 */
	protected function user( string $role ): WP_User {
		$name = 'racer' . getmypid() . '_' . ( ++self::$count );
		$id   = wp_insert_user(
			array(
				'user_login'   => $name,
				'user_email'   => $name . '@example.org',
				'user_pass'    => 'password',
				'display_name' => $name,
				'role'         => $role,
			)
		);
		if ( is_wp_error( $id ) ) {
			self::fail( $id->get_error_message() );
		}
		return new WP_User( $id );
	}

	/**
	 * Sends one request a process, all at the same moment.
	 *
	 * @param list<array{user: int, method: string, route: string, params?: array<string, mixed>}> $requests The route is whole: "/steward/v1/contacts/3/claim".
	 * @return list<array{status: int, data: mixed, headers: array<string, string>, mail: int, seconds: float}> The answers, in the requests' order.
	 */
	protected function parallel( array $requests ): array {
		return array_map(
			static fn ( array $answers ): array => $answers[0],
			$this->parallel_series( array_map( static fn ( array $request ): array => array( $request ), $requests ) )
		);
	}

	/**
	 * Sends several requests a process, one after another, all processes starting at the same moment.
	 *
	 * @param list<list<array{user: int, method: string, route: string, params?: array<string, mixed>}>> $series One list a process.
	 * @return list<list<array{status: int, data: mixed, headers: array<string, string>, mail: int, seconds: float}>> The answers, likewise.
	 * @throws RuntimeException When a process fails to start or to answer.
	 */
	protected function parallel_series( array $series ): array {
		$hosts   = array_filter( explode( ',', (string) getenv( 'STEWARD_RACE_HOSTS' ) ) );
		$workers = array();
		try {
			foreach ( $series as $number => $requests ) {
				$environment = getenv();
				if ( $hosts ) {
					$environment['WP_TESTS_DB_HOST'] = $hosts[ $number % count( $hosts ) ];
				}
				$workers[] = new Worker( dirname( __DIR__ ) . '/race-worker.php', $requests, $environment );
			}
			foreach ( $workers as $worker ) {
				$worker->wait_until_ready( self::PATIENCE );
			}
			// Late enough that the last one hears it in time.
			$start = microtime( true ) + 0.05 + 0.002 * count( $workers );
			foreach ( $workers as $worker ) {
				$worker->start_at( $start );
			}
			$answers = array();
			foreach ( $workers as $worker ) {
				$answers[] = $worker->answers( self::PATIENCE );
			}
			// What this process remembers may be old now.
			wp_cache_flush();
			return $answers;
		} finally {
			foreach ( $workers as $worker ) {
				$worker->end();
			}
		}
	}

	/**
	 * Empties Steward's tables, but for the pipeline that every site begins with.
	 */
	private function empty_tables(): void {
		global $wpdb;
		$tables = $wpdb->get_col( $wpdb->prepare( 'SHOW TABLES LIKE %s', $wpdb->esc_like( $wpdb->prefix . 'steward_' ) . '%' ) );
		foreach ( preg_grep( '/_(pipelines|stages)$/', $tables, PREG_GREP_INVERT ) as $table ) {
			$wpdb->query( $wpdb->prepare( 'DELETE FROM %i', $table ) );
		}
	}
}
