<?php
/**
 * What holds for every route.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Integration\Contacts;

/**
 * Walks all of Steward's routes as WordPress knows them, so that a new one is held to the same.
 */
final class EveryRouteTest extends ContactTestCase {

	/** Routes that a key opens instead of a user. */
	private const WITH_KEY = array( 'POST /steward/v1/submissions' );

	public function test_nobody_gets_401_everywhere(): void {
		$contact = $this->contact( array( 'company' => 'Topsecret' ) ); // phpcs:ignore WordPress.Arrays
		$this->as( 0 );
		foreach ( $this->routes( $contact->id, $this->rep()->ID ) as list( $method, $route, $args ) ) {
			$response = $this->rest( $method, $route, $this->required( $args, $contact->id ) );
			self::assertSame( 401, $response->get_status(), "$method $route " . wp_json_encode( $response->get_data() ) );
			self::assertStringNotContainsString( 'Topsecret', (string) wp_json_encode( $response->get_data() ) );
			if ( ! in_array( "$method $route", self::WITH_KEY, true ) ) {
				self::assertSame( 'rest_not_logged_in', $response->get_data()['code'], "$method $route" );
			}
		}
	}

	public function test_users_without_a_crm_role_get_nothing(): void {
		$contact = $this->contact( array( 'company' => 'Topsecret' ) ); // phpcs:ignore WordPress.Arrays
		$this->as( $this->user( 'author' ) );
		foreach ( $this->routes( $contact->id, $this->rep()->ID ) as list( $method, $route, $args ) ) {
			$response = $this->rest( $method, $route, $this->required( $args, $contact->id ) );
			self::assertStringNotContainsString( 'Topsecret', (string) wp_json_encode( $response->get_data() ) );
			if ( ! str_ends_with( $route, '/access' ) ) {
				self::assertSame( 403, $response->get_status(), "$method $route " . wp_json_encode( $response->get_data() ) );
			}
		}
	}

	/**
	 * Whatever a client sends: an answer below 500, in the contract's form.
	 */
	public function test_garbage_is_never_an_error_of_the_server(): void {
		$admin   = $this->user( 'administrator' );
		$contact = $this->contact( array( 'contact_owner' => $admin->ID ) );
		if ( is_multisite() ) {
			grant_super_admin( $admin->ID );
		}
		$this->as( $admin );
		$odd   = array( null, true, 0, -1, 1.5, '', ' ', 'x', '0', "\0", "\xff", "'", '%s %i %d', '99999999999999999999', PHP_INT_MAX, str_repeat( 'é', 3000 ), '<script>', '../../etc/passwd', 'NaN', array(), array( null ), array( array( array( 1 ) ) ), array( 'a' => 'b' ), array( -1, 'x' ), '2026-02-31T25:61:61Z' );
		$count = 0;
		foreach ( $this->routes( $contact->id, $admin->ID ) as list( $method, $route, $args ) ) {
			foreach ( array_diff( array_keys( $args ), array( 'id', 'user' ) ) as $name ) {
				foreach ( $odd as $value ) {
					$response = $this->rest( $method, $route, array( $name => $value ) );
					self::assertLessThan( 500, $response->get_status(), "$method $route $name=" . wp_json_encode( $value ) . ' ' . wp_json_encode( $response->get_data() ) );
					if ( $response->get_status() >= 400 ) {
						self::assertArrayHasKey( 'code', $response->get_data() );
						self::assertStringNotContainsString( 'wptests_', (string) wp_json_encode( $response->get_data() ), 'No table names to clients.' );
					}
					++$count;
				}
			}
		}
		self::assertGreaterThan( 500, $count );
	}

	public function test_ids_beyond_every_number_are_not_found(): void {
		$this->as( $this->boss() );
		foreach ( array( '0', '18446744073709551616', '00000000000000000000000' ) as $id ) {
			foreach ( array( array( 'GET', '' ), array( 'PATCH', '' ), array( 'DELETE', '' ), array( 'POST', '/claim' ), array( 'GET', '/activity' ), array( 'GET', '/followers' ), array( 'GET', '/access' ), array( 'POST', '/restore' ) ) as list( $method, $route ) ) {
				self::assertContains( $this->rest( $method, "/contacts/$id$route" )->get_status(), array( 400, 404 ), "$method $id$route" );
			}
		}
	}

	/**
	 * Every route and method, with a real id in it.
	 *
	 * @return list<array{string, string, array<string, array<string, mixed>>}>
	 */
	private function routes( int $contact, int $user ): array {
		$all = array();
		foreach ( rest_get_server()->get_routes( 'steward/v1' ) as $pattern => $endpoints ) {
			if ( '/steward/v1' === $pattern ) {
				continue;
			}
			$named = str_replace( array( '(?P<user>\d+)', '(?P<id>\d+)', '(?P<stage>\d+)' ), array( (string) $user, (string) $contact, (string) $contact ), $pattern );
			$route = (string) preg_replace( '/\(\?P<\w+>(?:[^()]|\([^()]*\))+\)/', 'editor', $named );
			foreach ( $endpoints as $endpoint ) {
				foreach ( array_keys( $endpoint['methods'] ) as $method ) {
					$all[] = array( (string) $method, $route, $endpoint['args'] ?? array() );
				}
			}
		}
		self::assertGreaterThan( 15, count( $all ) );
		// Changes before what removes the contact.
		usort( $all, static fn ( array $a, array $b ): int => ( 'DELETE' === $a[0] ) <=> ( 'DELETE' === $b[0] ) );
		return $all;
	}

	/**
	 * Values for what a route requires: who may not ask must hear so before what is wrong with the question.
	 *
	 * @param array<string, array<string, mixed>> $args The route's arguments.
	 * @return array<string, mixed>
	 */
	private function required( array $args, int $id ): array {
		$values = array();
		foreach ( $args as $name => $arg ) {
			if ( ! empty( $arg['required'] ) ) {
				$values[ $name ] = match ( $arg['type'] ?? 'integer' ) {
					'array'   => array( $id ),
					'string'  => 'x',
					'object'  => array( 'x' => 'object' === ( $arg['additionalProperties']['type'] ?? '' ) ? new \stdClass() : 'y' ),
					'boolean' => true,
					default   => $id,
				};
			}
		}
		return $values;
	}
}
