<?php
/**
 * Two administrators who change the same role, over REST.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Integration\Roles;

use Steward\Access\Capabilities;
use Steward\Database\Connection;
use Steward\Tests\Integration\Contacts\ContactTestCase;

/**
 * Who says what was seen overwrites nothing unseen.
 */
final class SeenRolesTest extends ContactTestCase {

	protected function setUp(): void {
		parent::setUp();
		$this->as( $this->user( 'administrator' ) );
	}

	protected function tearDown(): void {
		parent::tearDown();
		// The transaction is gone: so are the changes, but not from memory.
		wp_roles()->for_site( get_current_blog_id() );
	}

	public function test_what_was_seen_must_be_there_still(): void {
		$none = array( 'contacts' => array( 'view' => 'none' ) );
		$was  = array( 'contacts' => array( 'view' => 'owned' ), 'reports' => false ); // phpcs:ignore WordPress.Arrays
		$role = '/roles/steward_sales_rep';
		self::assertSame( 200, $this->rest( 'PATCH', $role, array( 'contacts' => array( 'view' => 'all' ) ) )->get_status(), 'Who sends nothing of it overwrites.' );
		$logged = self::logged();

		$response = $this->rest( 'PATCH', $role, $none + array( 'name' => 'Sellers', 'was' => $was ) ); // phpcs:ignore WordPress.Arrays
		self::assertError( 409, 'steward_version_conflict', $response );
		self::assertStringContainsString( 'Sales Rep → Contacts: View scope is All now.', $response->get_data()['message'] );
		self::assertStringNotContainsString( 'See reports', $response->get_data()['message'] );
		$now = $this->rest( 'GET', $role )->get_data();
		self::assertSame( $now, $response->get_data()['data']['current'] );
		self::assertSame( array( 'all', 'Sales Rep' ), array( $now['contacts']['view'], $now['name'] ), 'Nothing was changed.' );
		self::assertSame( $logged, self::logged() );

		$was['contacts']['view'] = 'all';
		self::assertSame( 'none', $this->rest( 'PATCH', $role, $none + array( 'was' => $was ) )->get_data()['contacts']['view'] );
		self::assertSame( 200, $this->rest( 'PATCH', $role, array( 'reports' => true, 'was' => array( 'reports' => false ) ) )->get_status() ); // phpcs:ignore WordPress.Arrays
		self::assertStringContainsString( 'See reports is Yes now.', $this->rest( 'PATCH', $role, array( 'was' => array( 'reports' => false ) ) )->get_data()['message'] );
		self::assertSame( 200, $this->rest( 'PATCH', $role, array( 'was' => array() ) )->get_status() );
	}

	public function test_one_role_that_is_not_as_it_was_seen_stops_several(): void {
		$this->rest( 'PATCH', '/roles/editor', array( 'reports' => false ) );
		$sent     = array(
			'author' => array( 'reports' => true ),
			'editor' => array( 'contacts' => array( 'export' => true ) ),
		);
		$was      = array(
			'author' => array( 'reports' => false ),
			'editor' => array( 'reports' => true ),
		);
		$response = $this->rest( 'PATCH', '/roles', array( 'roles' => $sent, 'was' => $was ) ); // phpcs:ignore WordPress.Arrays
		self::assertError( 409, 'steward_version_conflict', $response );
		self::assertSame( 'editor', $response->get_data()['data']['current']['role'] );
		self::assertFalse( get_role( 'author' )->has_cap( Capabilities::VIEW_REPORTS ) );

		$was['editor']['reports'] = false;
		self::assertSame( 200, $this->rest( 'PATCH', '/roles', array( 'roles' => $sent, 'was' => $was ) )->get_status() ); // phpcs:ignore WordPress.Arrays
		self::assertTrue( get_role( 'author' )->has_cap( Capabilities::VIEW_REPORTS ) );
		self::assertSame( 404, $this->rest( 'PATCH', '/roles', array( 'roles' => $sent, 'was' => array( 'nobody' => array() ) ) )->get_status() ); // phpcs:ignore WordPress.Arrays
	}

	public function test_bad_cells_of_what_was_seen_are_named(): void {
		foreach ( array(
			'owned',
			null,
			array( 'view' ),
			array( 'colour' => true ),
			array( 'contacts' => array( 'view' => 'some' ) ),
			array( 'contacts' => true ),
			array( 'reports' => 'perhaps' ),
			array( 'name' => 'Editor' ),
		) as $was ) {
			self::assertInvalid( 'was', $this->rest( 'PATCH', '/roles/editor', array( 'reports' => false, 'was' => $was ) ), (string) wp_json_encode( $was ) ); // phpcs:ignore WordPress.Arrays
			self::assertInvalid( 'was', $this->rest( 'PATCH', '/roles', array( 'roles' => array( 'editor' => array( 'reports' => false ) ), 'was' => array( 'editor' => $was ) ) ), (string) wp_json_encode( $was ) ); // phpcs:ignore WordPress.Arrays
		}
		self::assertInvalid( 'was', $this->rest( 'POST', '/roles/editor/preview', array( 'was' => array() ) ), 'A preview changes nothing.' );
		self::assertTrue( get_role( 'editor' )->has_cap( Capabilities::VIEW_REPORTS ) );
	}

	private static function logged(): int {
		$db = Connection::wordpress();
		return count( $db->rows( "SELECT id FROM %i WHERE object_type = 'role'", $db->table( 'activity' ) ) );
	}
}
