<?php
/**
 * What the preview says, against the lists before and after.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Integration\Roles;

use Steward\Access\Gate;
use Steward\Tests\Support\TestCase;

/**
 * Several roles at once, people with two roles, with Only Assigned Data and with capabilities of their own, followers, trash.
 */
final class RolePreviewTest extends TestCase {

	/** @var array<string, \WP_User> */
	private array $people = array();

	private \WP_User $admin;

	protected function setUp(): void {
		parent::setUp();
		$this->admin  = $this->user( 'administrator' );
		$this->people = array(
			'rep'        => $this->user( 'steward_sales_rep' ),
			'idle rep'   => $this->user( 'steward_sales_rep' ),
			'manager'    => $this->user( 'steward_sales_manager' ),
			'only'       => $this->user( 'steward_sales_manager' ),
			'both'       => $this->user( 'steward_sales_rep' ),
			'denied'     => $this->user( 'steward_sales_manager' ),
			'given'      => $this->user( 'steward_sales_rep' ),
			'subscriber' => $this->user( 'subscriber' ),
		);
		update_user_option( $this->people['only']->ID, Gate::ONLY_ASSIGNED_DATA, 1 );
		$this->people['both']->add_role( 'steward_sales_manager' );
		$this->people['denied']->add_cap( 'steward_view_others_contacts', false );
		$this->people['given']->add_cap( 'steward_view_others_contacts' );
		$ids   = array_values( array_map( static fn ( \WP_User $user ): int => $user->ID, $this->people ) );
		$owned = array( null, null, null, $ids[0], $ids[0], $ids[2], $ids[3], $ids[4], $this->admin->ID, $this->admin->ID );
		foreach ( $owned as $number => $owner ) {
			$contact = steward_create_contact(
				array(
					'name'          => "Contact $number",
					'contact_owner' => $owner,
					'followers'     => array_values( array_diff( array( $ids[ $number % 5 ], $ids[ ( $number + 3 ) % 7 ] ), array( $owner ) ) ),
				)
			);
			self::assertNotInstanceOf( \WP_Error::class, $contact );
			if ( in_array( $number, array( 2, 4, 9 ), true ) ) {
				$this->as( $this->admin )->rest( 'DELETE', "/contacts/$contact->id" );
			}
		}
	}

	protected function tearDown(): void {
		parent::tearDown();
		wp_roles()->for_site( get_current_blog_id() );
	}

	/**
	 * @return array<string, array{array<string, array<string, mixed>>}>
	 */
	public static function changes(): array {
		$view = static fn ( string $reach ): array => array( 'contacts' => array( 'view' => $reach ) );
		return array(
			'one widens'              => array( array( 'steward_sales_rep' => $view( 'all' ) ) ),
			'one narrows'             => array( array( 'steward_sales_manager' => $view( 'owned' ) ) ),
			'one ends'                => array( array( 'steward_sales_rep' => $view( 'none' ) ) ),
			'one begins'              => array( array( 'subscriber' => $view( 'owned' ) ) ),
			'both end'                => array( array_fill_keys( array( 'steward_sales_rep', 'steward_sales_manager' ), $view( 'none' ) ) ),
			'they change places'      => array( array( 'steward_sales_rep' => $view( 'all' ), 'steward_sales_manager' => $view( 'owned' ) ) ), // phpcs:ignore WordPress.Arrays
			'three at once'           => array( array( 'steward_sales_rep' => $view( 'none' ), 'steward_sales_manager' => $view( 'owned' ), 'subscriber' => $view( 'all' ) ) ), // phpcs:ignore WordPress.Arrays
			'nothing about sight'     => array( array( 'steward_sales_rep' => array( 'reports' => true ) ) ),
		);
	}

	/**
	 * @dataProvider changes
	 * @param array<string, array<string, mixed>> $changes Role => cells.
	 */
	public function test_it_says_what_each_persons_list_gains_and_loses( array $changes ): void {
		$this->compare( $changes );
	}

	/**
	 * @dataProvider changes
	 * @param array<string, array<string, mixed>> $changes Role => cells.
	 */
	public function test_it_does_so_where_the_pool_is_hidden( array $changes ): void {
		$this->as( $this->admin )->rest( 'PATCH', '/settings', array( 'owned_scope_sees_unassigned' => false ) );
		$this->compare( $changes );
	}

	public function test_it_costs_the_same_for_many_people(): void {
		$few = $this->queries();
		for ( $number = 0; $number < 30; $number++ ) {
			$this->user( 'steward_sales_manager' );
		}
		// Each person's meta is read in one query for all, and no query is made for one person.
		self::assertLessThanOrEqual( $few + 1, $this->queries() );
	}

	/**
	 * @param array<string, array<string, mixed>> $changes Role => cells.
	 */
	private function compare( array $changes ): void {
		$before  = $this->totals();
		$answers = array_column( $this->as( $this->admin )->rest( 'POST', '/roles/preview', array( 'roles' => $changes ) )->get_data(), null, 'role' );
		self::assertSame( $before, $this->totals(), 'It changes nothing.' );
		$saved = $this->as( $this->admin )->rest( 'PATCH', '/roles', array( 'roles' => $changes ) );
		self::assertSame( 200, $saved->get_status() );
		$after = $this->totals();

		self::assertSame( array_keys( $changes ), array_keys( $answers ) );
		foreach ( $answers as $role => $answer ) {
			$gains  = array();
			$losses = array();
			$people = array_filter( $this->people, static fn ( \WP_User $user ): bool => in_array( $role, $user->roles, true ) );
			foreach ( array_keys( $people ) as $person ) {
				$difference = $after[ $person ] - $before[ $person ];
				if ( $difference > 0 ) {
					$gains[ $this->people[ $person ]->ID ] = $difference;
				} elseif ( $difference < 0 ) {
					$losses[ $this->people[ $person ]->ID ] = -$difference;
				}
			}
			self::assertSame( count( $people ), $answer['people'], $role );
			self::assertSame( count( $gains ) + count( $losses ), $answer['affected'], $role );
			self::assertSame(
				array(
					'gained'       => max( array( 0, ...$gains ) ),
					'gained_least' => min( $gains ?: array( 0 ) ),
					'gaining'      => count( $gains ),
					'lost'         => max( array( 0, ...$losses ) ),
					'lost_least'   => min( $losses ?: array( 0 ) ),
					'losing'       => count( $losses ),
				),
				$answer['contacts'],
				$role
			);
			self::assertEquals( $gains, array_filter( array_column( array_map( static fn ( array $each ): array => array( $each['user'], $each['contacts']['gained'] ), $answer['each'] ), 1, 0 ) ) );
			self::assertEquals( $losses, array_filter( array_column( array_map( static fn ( array $each ): array => array( $each['user'], $each['contacts']['lost'] ), $answer['each'] ), 1, 0 ) ) );
		}
	}

	/**
	 * @return array<string, int> Person => how many contacts their list has; 0 where they may not open it.
	 */
	private function totals(): array {
		return array_map( fn ( \WP_User $user ): int => (int) ( $this->as( $user )->rest( 'GET', '/contacts' )->get_headers()['X-WP-Total'] ?? 0 ), $this->people );
	}

	private function queries(): int {
		global $wpdb;
		wp_cache_flush();
		$this->as( $this->admin );
		$before = $wpdb->num_queries;
		self::assertSame( 200, $this->rest( 'POST', '/roles/preview', array( 'roles' => array( 'steward_sales_manager' => array( 'contacts' => array( 'view' => 'owned' ) ) ) ) )->get_status() );
		return $wpdb->num_queries - $before;
	}
}
