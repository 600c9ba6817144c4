<?php
/**
 * A test against a real WordPress.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Support;

use PHPUnit\Framework\TestCase as PhpUnitTestCase;
use WP_Hook;
use WP_REST_Request;
use WP_REST_Response;
use WP_User;

/**
 * Runs each test in a database transaction that is rolled back, with the hooks, roles and caches as they were at
 * the start. Code under test may use transactions of its own: they become savepoints.
 */
abstract class TestCase extends PhpUnitTestCase {
	/**
	 * The mail that the test has sent, as wp_mail()'s arguments; nothing leaves the machine.
	 *
	 * @var list<array<string, mixed>>
	 */
	public static array $mail = array();

	/**
	 * The hooks as they are before any test.
	 *
	 * @var array<string, WP_Hook>|null
	 */
	private static ?array $hooks = null;

	/** Counts users, whose names must differ. */
	private static int $users = 0;

	/**
	 * What WordPress complained about: "function: message".
	 *
	 * @var list<string>
	 */
	private array $complaints = array();

	/**
	 * The functions a test means to call wrongly.
	 *
	 * @var list<string>
	 */
	private array $expected_complaints = array();

	protected function setUp(): void {
		parent::setUp();
		self::$hooks ??= array_map( static fn ( WP_Hook $hook ): WP_Hook => clone $hook, $GLOBALS['wp_filter'] );
		self::$mail          = array();
		$this->complaints    = array();

		wp_cache_flush();
		$this->forget_requests();
		self::sql( 'SET autocommit = 0' );
		self::sql( 'START TRANSACTION' );
		add_filter( 'query', array( self::class, 'keep_in_the_transaction' ), PHP_INT_MAX );

		add_action( 'doing_it_wrong_run', array( $this, 'note_complaint' ), 10, 2 );
		add_action( 'deprecated_function_run', array( $this, 'note_complaint' ), 10, 2 );
		add_action( 'deprecated_argument_run', array( $this, 'note_complaint' ), 10, 2 );
		foreach ( array( 'doing_it_wrong', 'deprecated_function', 'deprecated_argument' ) as $kind ) {
			add_filter( $kind . '_trigger_error', '__return_false' );
		}
	}

	protected function tearDown(): void {
		while ( is_multisite() && ms_is_switched() ) {
			restore_current_blog();
		}
		remove_filter( 'query', array( self::class, 'keep_in_the_transaction' ), PHP_INT_MAX );
		self::sql( 'ROLLBACK' );
		self::sql( 'SET autocommit = 1' );

		$GLOBALS['wp_filter'] = array_map( static fn ( WP_Hook $hook ): WP_Hook => clone $hook, self::$hooks ?? array() );
		wp_cache_flush();
		$this->forget_requests();

		parent::tearDown();
		$unexpected = array_filter(
			$this->complaints,
			fn ( string $complaint ): bool => ! in_array( strstr( $complaint, ': ', true ), $this->expected_complaints, true )
		);
		self::assertSame( array(), array_values( $unexpected ), 'WordPress complained about how it was called.' );
	}

	/**
	 * Makes a user of this site.
	 *
	 * @param string               $role   For example "steward_sales_rep", "administrator"; "" for none.
	 * @param array<string, mixed> $fields More of wp_insert_user()'s.
	 */
	protected function user( string $role = 'subscriber', array $fields = array() ): WP_User {
		$number = ++self::$users;
		$id     = wp_insert_user(
			$fields + array(
				'user_login'   => 'user' . $number,
				'user_email'   => 'user' . $number . '@example.org',
				'user_pass'    => 'password',
				'display_name' => 'User ' . $number,
				'role'         => $role,
			)
		);
		if ( is_wp_error( $id ) ) {
			self::fail( $id->get_error_message() );
		}
		return new WP_User( $id );
	}

	/**
	 * Signs a user in, or nobody by 0, for the requests that follow.
	 */
	protected function as( WP_User|int $user ): static {
		wp_set_current_user( $user instanceof WP_User ? $user->ID : $user );
		return $this;
	}

	/**
	 * Sends a REST request within this process, as the current user.
	 *
	 * @param string                $method  GET, POST, PATCH, PUT, DELETE or OPTIONS.
	 * @param string                $route   Below steward/v1: "/contacts/3?_fields=id"; or whole: "/wp/v2/users".
	 * @param array<string, mixed>  $params  The query of a GET or DELETE, else the JSON body.
	 * @param array<string, string> $headers More headers.
	 */
	protected function rest( string $method, string $route, array $params = array(), array $headers = array() ): WP_REST_Response {
		$query = array();
		$parts = explode( '?', $route, 2 );
		wp_parse_str( $parts[1] ?? '', $query );
		$path    = preg_match( '#^/(steward|wp|batch|oembed)(/|$)#', $parts[0] ) ? $parts[0] : '/steward/v1/' . ltrim( $parts[0], '/' );
		$request = new WP_REST_Request( $method, $path );
		if ( in_array( $method, array( 'GET', 'DELETE', 'OPTIONS', 'HEAD' ), true ) ) {
			// As over HTTP: what a URL holds is text.
			wp_parse_str( http_build_query( $params ), $params );
			$query += $params;
		} else {
			$request->set_header( 'Content-Type', 'application/json' );
			$request->set_body( (string) wp_json_encode( (object) $params ) );
		}
		$request->set_query_params( $query );
		foreach ( $headers as $name => $value ) {
			$request->set_header( $name, $value );
		}
		$response = rest_do_request( $request );
		/** As WP_REST_Server::serve_request() does: links, the fields asked for. */
		$response = apply_filters( 'rest_post_dispatch', rest_ensure_response( $response ), rest_get_server(), $request );
		self::assertInstanceOf( WP_REST_Response::class, $response );
		return $response;
	}

	/**
	 * Runs Steward's own scheduled events that are due; WordPress's would ask its servers.
	 *
	 * @param int|null $now A Unix time; the present unless told.
	 */
	protected function cron( ?int $now = null ): void {
		$now ??= time();
		foreach ( _get_cron_array() as $time => $hooks ) {
			if ( $time > $now ) {
				break;
			}
			foreach ( $hooks as $hook => $events ) {
				if ( ! str_starts_with( (string) $hook, 'steward_' ) ) {
					continue;
				}
				foreach ( $events as $event ) {
					if ( $event['schedule'] ) {
						wp_reschedule_event( $time, $event['schedule'], $hook, $event['args'] );
					}
					wp_unschedule_event( $time, $hook, $event['args'] );
					do_action_ref_array( $hook, $event['args'] );
				}
			}
		}
	}

	/**
	 * Skips a test that SQLite can't take: there a statement that fails ends the whole transaction, the test's too.
	 */
	protected function needs_mariadb( string $why ): void {
		if ( 'sqlite' === getenv( 'WP_TESTS_DB' ) ) {
			self::markTestSkipped( $why );
		}
	}

	/**
	 * Says that WordPress will complain about how this function is called.
	 */
	protected function expect_doing_it_wrong( string $function_name ): void {
		$this->expected_complaints[] = $function_name;
	}

	/**
	 * @internal For WordPress's hooks.
	 */
	public function note_complaint( string $function_name, string $message ): void {
		$this->complaints[] = $function_name . ': ' . wp_strip_all_tags( $message );
	}

	/**
	 * @internal Keeps what is tested from ending the test's transaction.
	 */
	public static function keep_in_the_transaction( string $query ): string {
		static $patterns = array(
			'/^\s*START\s+TRANSACTION\b.*$/is'    => 'SAVEPOINT code',
			'/^\s*BEGIN\s*;?\s*$/is'              => 'SAVEPOINT code',
			'/^\s*COMMIT\s*;?\s*$/is'             => 'RELEASE SAVEPOINT code',
			'/^\s*ROLLBACK\s*;?\s*$/is'           => 'ROLLBACK TO SAVEPOINT code',
			// These commit; on temporary tables they don't.
			'/^\s*CREATE\s+TABLE\b/i'             => 'CREATE TEMPORARY TABLE',
			'/^\s*DROP\s+TABLE\b/i'               => 'DROP TEMPORARY TABLE',
		);
		return (string) preg_replace( array_keys( $patterns ), array_values( $patterns ), $query );
	}

	/**
	 * Runs a statement past the code under test.
	 */
	private static function sql( string $statement ): void {
		global $wpdb;
		$wpdb->query( $statement ); // phpcs:ignore WordPress.DB.PreparedSQL
	}

	/**
	 * Drops what a process remembers of a request.
	 */
	private function forget_requests(): void {
		$GLOBALS['wp_rest_server'] = null;
		// Made again from the database, where a test's changes are undone.
		unset( $GLOBALS['wp_roles'] );
		wp_set_current_user( 0 );
		$_GET     = array();
		$_POST    = array();
		$_REQUEST = array();
		$_COOKIE  = array();
		unset( $_SERVER['PHP_AUTH_USER'], $_SERVER['PHP_AUTH_PW'] );
	}
}
