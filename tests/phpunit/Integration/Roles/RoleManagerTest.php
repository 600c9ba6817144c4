<?php
/**
 * The Role Manager over REST.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Integration\Roles;

use Steward\Access\Capabilities;
use Steward\Access\RecordType;
use Steward\Database\Connection;
use Steward\Tests\Support\TestCase;

/**
 * It reads and writes real capabilities, says what a change would mean, and never locks everybody out.
 */
final class RoleManagerTest extends TestCase {

	protected function setUp(): void {
		parent::setUp();
		$this->as( $this->user( 'administrator' ) );
	}

	protected function tearDown(): void {
		parent::tearDown();
		// The transaction is gone: so are the roles it made, but not from memory.
		wp_roles()->for_site( get_current_blog_id() );
	}

	public function test_every_role_has_a_row_that_shows_its_capabilities(): void {
		$rows = array_column( $this->rest( 'GET', '/roles' )->get_data(), null, 'role' );
		self::assertSame( array_keys( wp_roles()->roles ), array_keys( $rows ) );
		self::assertSame(
			array(
				'view'     => 'owned',
				'update'   => 'owned',
				'create'   => true,
				'reassign' => false,
				'delete'   => false,
				'import'   => false,
				'export'   => false,
			),
			$rows['steward_sales_rep']['contacts']
		);
		self::assertSame( 'none', $rows['subscriber']['contacts']['view'] );
		self::assertTrue( $rows['administrator']['manage'] );
		self::assertFalse( $rows['steward_sales_manager']['manage'] );
	}

	public function test_a_change_by_another_role_editor_shows_and_counts(): void {
		get_role( 'subscriber' )->add_cap( 'steward_view_contacts' );
		self::assertSame( 'owned', $this->rest( 'GET', '/roles/subscriber' )->get_data()['contacts']['view'] );
		self::assertSame( 200, $this->as( $this->user( 'subscriber' ) )->rest( 'GET', '/contacts' )->get_status() );
	}

	/**
	 * Every cell, written and read back, with the capabilities it means and `user_can()` after it.
	 */
	public function test_every_cell_writes_its_capabilities(): void {
		$user = $this->user( 'subscriber' );
		foreach ( self::cells() as list( $group, $cell, $value, $granted, $taken ) ) {
			$response = $this->rest( 'PATCH', '/roles/subscriber', array( $group => null === $cell ? $value : array( $cell => $value ) ) );
			self::assertSame( 200, $response->get_status() );
			$row = $response->get_data()[ $group ];
			self::assertSame( $value, null === $cell ? $row : $row[ $cell ], "$group.$cell" );
			self::assertSame( $response->get_data(), $this->rest( 'GET', '/roles/subscriber' )->get_data() );
			foreach ( array_merge( $granted, $taken ) as $capability ) {
				self::assertSame( in_array( $capability, $granted, true ), get_role( 'subscriber' )->has_cap( $capability ), "$group.$cell $capability" );
				self::assertSame( in_array( $capability, $granted, true ), user_can( $user->ID, $capability ), "$group.$cell $capability" );
			}
		}
		$left = array_filter( array_keys( get_role( 'subscriber' )->capabilities ), static fn ( $cap ): bool => str_starts_with( (string) $cap, 'steward_' ) );
		self::assertSame( array(), $left, 'What was given in the end is taken again, and there is no cell without a case.' );
	}

	/**
	 * @return list<array{string, string|null, mixed, list<string>, list<string>}> Group, cell, value, capabilities had then, and not had.
	 */
	private static function cells(): array {
		$cells = array();
		foreach ( RecordType::cases() as $type ) {
			foreach ( array( 'view' => 'view', 'update' => 'edit' ) as $cell => $what ) { // phpcs:ignore WordPress.Arrays
				list( $own, $others ) = array( Capabilities::of( $what, $type ), Capabilities::of( "{$what}_others", $type ) );
				$cells[]              = array( $type->plural(), $cell, 'all', array( $own, $others ), array() );
				$cells[]              = array( $type->plural(), $cell, 'owned', array( $own ), array( $others ) );
				$cells[]              = array( $type->plural(), $cell, 'none', array(), array( $own, $others ) );
			}
			foreach ( array( 'create', 'reassign', 'delete', 'import', 'export' ) as $cell ) {
				$cells[] = array( $type->plural(), $cell, true, array( Capabilities::of( $cell, $type ) ), array() );
			}
			foreach ( array( 'create', 'reassign', 'delete', 'import', 'export' ) as $cell ) {
				$cells[] = array( $type->plural(), $cell, false, array(), array( Capabilities::of( $cell, $type ) ) );
			}
		}
		foreach ( array(
			array( 'appointments', 'view', Capabilities::VIEW_APPOINTMENTS ),
			array( 'appointments', 'manage', Capabilities::MANAGE_APPOINTMENTS ),
			array( 'reports', null, Capabilities::VIEW_REPORTS ),
			array( 'manage', null, Capabilities::MANAGE ),
		) as list( $group, $cell, $capability ) ) {
			$cells[] = array( $group, $cell, true, array( $capability ), array() );
			$cells[] = array( $group, $cell, false, array(), array( $capability ) );
		}
		return $cells;
	}

	public function test_the_last_role_that_manages_steward_keeps_that(): void {
		$response = $this->rest( 'PATCH', '/roles/administrator', array( 'manage' => false ) );
		self::assertSame( array( 409, 'steward_last_manager' ), array( $response->get_status(), $response->get_data()['code'] ) );
		self::assertTrue( get_role( 'administrator' )->has_cap( Capabilities::MANAGE ) );

		// Another role that may, but that nobody has, doesn't help.
		get_role( 'editor' )->add_cap( Capabilities::MANAGE );
		self::assertSame( 409, $this->rest( 'PATCH', '/roles/administrator', array( 'manage' => false ) )->get_status() );

		$this->user( 'editor' );
		self::assertSame( 200, $this->rest( 'PATCH', '/roles/administrator', array( 'manage' => false ) )->get_status() );
	}

	public function test_a_preview_says_what_each_person_would_gain_or_lose_and_changes_nothing(): void {
		$rep   = $this->user( 'steward_sales_rep' );
		$other = $this->user( 'steward_sales_rep' );
		steward_create_contact( array( 'name' => 'Own', 'contact_owner' => $rep->ID ) );
		steward_create_contact( array( 'name' => 'Free' ) );
		steward_create_contact( array( 'name' => 'Followed', 'contact_owner' => $this->user( 'administrator' )->ID, 'followers' => array( $rep->ID ) ) );

		$preview = $this->rest( 'POST', '/roles/steward_sales_rep/preview', array( 'contacts' => array( 'view' => 'all' ) ) )->get_data();
		$each    = array_map( static fn ( array $person ): int => $person['contacts']['gained'], array_column( $preview['each'], null, 'user' ) );
		self::assertSame( array( $other->ID => 2 ), $each, 'One sees all three already, the other but the unassigned one.' );
		self::assertSame( 'owned', $this->rest( 'GET', '/roles/steward_sales_rep' )->get_data()['contacts']['view'] );

		$preview = $this->rest( 'POST', '/roles/steward_sales_rep/preview', array( 'contacts' => array( 'view' => 'none' ) ) )->get_data();
		$each    = array_map( static fn ( array $person ): int => $person['contacts']['lost'], array_column( $preview['each'], null, 'user' ) );
		self::assertSame( 3, $each[ $rep->ID ] );
		self::assertSame( 1, $each[ $other->ID ] );
		self::assertNotEmpty( $preview['warnings'] );
	}

	public function test_roles_are_made_from_presets_and_clones_renamed_and_removed(): void {
		$made = $this->rest( 'POST', '/roles', array( 'name' => 'Auditors', 'preset' => 'auditor' ) );
		self::assertSame( 201, $made->get_status() );
		$role = $made->get_data()['role'];
		self::assertSame( array( 'all', 'none', true ), array( $made->get_data()['contacts']['view'], $made->get_data()['contacts']['update'], $made->get_data()['reports'] ) );
		self::assertSame( 400, $this->rest( 'POST', '/roles', array( 'name' => 'auditors' ) )->get_status() );

		$clone = $this->rest( 'POST', '/roles', array( 'name' => 'Second line', 'clone' => 'steward_sales_manager' ) )->get_data();
		self::assertTrue( $clone['contacts']['reassign'] );

		self::assertSame( 'Inspectors', $this->rest( 'PATCH', "/roles/$role", array( 'name' => 'Inspectors' ) )->get_data()['name'] );

		$user = $this->user( $role );
		self::assertSame( 400, $this->rest( 'DELETE', "/roles/$role" )->get_status(), 'Somebody has it.' );
		$user->set_role( 'subscriber' );
		self::assertSame( 200, $this->rest( 'DELETE', "/roles/$role" )->get_status() );
		self::assertNull( get_role( $role ) );
		self::assertSame( 400, $this->rest( 'DELETE', '/roles/editor' )->get_status(), 'WordPress\' own stay.' );
	}

	public function test_bad_input_is_named_and_others_are_refused(): void {
		self::assertSame( 400, $this->rest( 'PATCH', '/roles/editor', array( 'contacts' => array( 'view' => 'some' ) ) )->get_status() );
		self::assertSame( 400, $this->rest( 'PATCH', '/roles/editor', array( 'contacts' => array( 'colour' => true ) ) )->get_status() );
		self::assertArrayHasKey( 'colour', $this->rest( 'PATCH', '/roles/editor', array( 'colour' => true ) )->get_data()['data']['params'] );
		self::assertSame( 404, $this->rest( 'PATCH', '/roles/nobody', array( 'reports' => true ) )->get_status() );
		$this->as( $this->user( 'steward_sales_manager' ) );
		foreach ( array( 'GET /roles', 'POST /roles', 'GET /roles/editor', 'PATCH /roles/editor', 'DELETE /roles/editor', 'POST /roles/editor/preview' ) as $route ) {
			list( $method, $path ) = explode( ' ', $route );
			self::assertSame( 'missing_manage_permission', $this->rest( $method, $path, 'POST' === $method ? array( 'name' => 'x' ) : array() )->get_data()['data']['reason'], $route );
		}
	}

	public function test_several_roles_change_together_or_not_at_all(): void {
		$this->user( 'editor' );
		$handed_over = array(
			'administrator' => array( 'manage' => false ),
			'editor'        => array( 'manage' => true ),
		);
		$refused     = array(
			'administrator' => array( 'manage' => false ),
			'editor'        => array( 'reports' => false ),
		);
		$preview     = array_column( $this->rest( 'POST', '/roles/preview', array( 'roles' => $refused ) )->get_data(), null, 'role' );
		self::assertSame( 'manage', $preview['administrator']['refusal']['cell'] );
		self::assertNotEmpty( $preview['administrator']['refusal']['remedy'] );
		self::assertNull( $preview['editor']['refusal'] );
		self::assertSame( 409, $this->rest( 'PATCH', '/roles', array( 'roles' => $refused ) )->get_status() );
		self::assertTrue( get_role( 'editor' )->has_cap( Capabilities::VIEW_REPORTS ), 'Nothing of it was changed.' );
		self::assertSame( 404, $this->rest( 'PATCH', '/roles', array( 'roles' => array( 'editor' => array( 'reports' => false ), 'nobody' => array( 'reports' => true ) ) ) )->get_status() ); // phpcs:ignore WordPress.Arrays
		self::assertTrue( get_role( 'editor' )->has_cap( Capabilities::VIEW_REPORTS ) );
		self::assertSame( array(), $this->logged() );

		$preview = array_column( $this->rest( 'POST', '/roles/preview', array( 'roles' => $handed_over ) )->get_data(), null, 'role' );
		self::assertNull( $preview['administrator']['refusal'] );
		self::assertSame( array( 'manage' ), array_column( $preview['administrator']['warnings'], 'cell' ), 'One would lose it oneself.' );
		$response = $this->rest( 'PATCH', '/roles', array( 'roles' => $handed_over ) );
		self::assertSame( 200, $response->get_status() );
		self::assertTrue( array_column( $response->get_data(), null, 'role' )['editor']['manage'] );
		self::assertSame( 403, $this->rest( 'GET', '/roles' )->get_status(), 'It counts at once.' );
	}

	public function test_bad_cells_of_several_roles_are_refused(): void {
		foreach ( array(
			array(),
			array( 'roles' => array() ),
			array( 'roles' => array( 'editor' => array( 'colour' => true ) ) ),
			array( 'roles' => array( 'editor' => array( 'contacts' => array( 'view' => 'some' ) ) ) ),
			array( 'roles' => array( 'editor' => true ) ),
		) as $body ) {
			self::assertSame( 400, $this->rest( 'PATCH', '/roles', $body )->get_status(), (string) wp_json_encode( $body ) );
			self::assertSame( 400, $this->rest( 'POST', '/roles/preview', $body )->get_status(), (string) wp_json_encode( $body ) );
		}
		$this->as( $this->user( 'steward_sales_manager' ) );
		$body = array( 'roles' => array( 'editor' => array( 'reports' => false ) ) );
		self::assertSame( 403, $this->rest( 'PATCH', '/roles', $body )->get_status() );
		self::assertSame( 403, $this->rest( 'POST', '/roles/preview', $body )->get_status() );
	}

	public function test_what_is_nonsense_is_named_at_its_cell(): void {
		$warnings = fn ( array $cells ): array => array_column( $this->rest( 'POST', '/roles/subscriber/preview', $cells )->get_data()['warnings'], 'cell' );
		self::assertSame( array(), $warnings( array( 'contacts' => array( 'view' => 'all', 'update' => 'owned', 'create' => true ) ) ) ); // phpcs:ignore WordPress.Arrays
		self::assertSame( array( 'contacts.update' ), $warnings( array( 'contacts' => array( 'view' => 'owned', 'update' => 'all' ) ) ) ); // phpcs:ignore WordPress.Arrays
		self::assertSame( array( 'contacts.view' ), $warnings( array( 'contacts' => array( 'create' => true ) ) ) );
		self::assertSame( array( 'appointments.manage' ), $warnings( array( 'appointments' => array( 'manage' => true ) ) ) );
	}

	public function test_the_log_calls_a_removed_role_by_the_name_it_had(): void {
		$this->as( $this->user( 'administrator' ) );
		$role = $this->rest( 'POST', '/roles', array( 'name' => 'Night shift' ) )->get_data()['role'];
		$this->rest( 'PATCH', "/roles/$role", array( 'name' => 'Late shift' ) );
		$labels = fn (): array => array_column( $this->rest( 'GET', '/activity', array( 'object_type' => 'role' ) )->get_data(), 'label', 'action' );
		self::assertSame( array( 'Late shift' ), array_values( array_unique( $labels() ) ) );
		self::assertSame( 200, $this->rest( 'DELETE', "/roles/$role" )->get_status() );
		self::assertSame(
			array(
				'removed' => 'Late shift',
				'updated' => 'Late shift',
				'created' => 'Late shift',
			),
			$labels()
		);
	}

	public function test_each_change_of_a_role_is_logged(): void {
		$this->rest( 'PATCH', '/roles/subscriber', array( 'contacts' => array( 'view' => 'all', 'create' => true ) ) ); // phpcs:ignore WordPress.Arrays
		$this->rest( 'PATCH', '/roles/subscriber', array( 'contacts' => array( 'view' => 'all' ) ) );
		$role = $this->rest( 'POST', '/roles', array( 'name' => 'Auditors', 'preset' => 'auditor' ) )->get_data()['role']; // phpcs:ignore WordPress.Arrays
		$this->rest( 'PATCH', "/roles/$role", array( 'name' => 'Inspectors' ) );
		$this->rest( 'PATCH', "/roles/$role", array( 'name' => 'Inspectors' ) );
		$this->rest( 'DELETE', "/roles/$role" );

		$rows = $this->logged();
		self::assertSame( array( array( 'updated', 'subscriber' ), array( 'created', $role ), array( 'updated', $role ), array( 'removed', $role ) ), array_map( static fn ( array $row ): array => array( $row['action'], $row['cause_detail'] ), $rows ) );
		self::assertSame( array( (string) get_current_user_id() ), array_values( array_unique( array_column( $rows, 'actor' ) ) ) );
		self::assertSame( '{"contacts.view":{"old":"none","new":"all"},"contacts.create":{"old":false,"new":true}}', $rows[0]['changes'] );
		self::assertSame( array( 'old' => null, 'new' => 'Auditors' ), json_decode( (string) $rows[1]['changes'], true )['name'] ); // phpcs:ignore WordPress.Arrays
		self::assertSame( '{"name":{"old":"Auditors","new":"Inspectors"}}', $rows[2]['changes'] );
	}

	public function test_names_are_no_other_roles_and_no_markup(): void {
		self::assertSame( 400, $this->rest( 'PATCH', '/roles/editor', array( 'name' => 'administrator' ) )->get_status() );
		self::assertSame( 400, $this->rest( 'PATCH', '/roles/editor', array( 'name' => '  ' ) )->get_status() );
		self::assertSame( 200, $this->rest( 'PATCH', '/roles/editor', array( 'name' => 'EDITOR' ) )->get_status(), 'Its own in other letters.' );
		self::assertSame( 'Bold', $this->rest( 'PATCH', '/roles/editor', array( 'name' => '<b>Bold</b>' ) )->get_data()['name'] );
		$one = $this->rest( 'POST', '/roles', array( 'name' => 'Équipe Ventes' ) )->get_data()['role'];
		$two = $this->rest( 'POST', '/roles', array( 'name' => '営業' ) )->get_data();
		self::assertStringStartsWith( 'steward_', $one );
		self::assertSame( '営業', $two['name'] );
		self::assertMatchesRegularExpression( '/^steward_[a-z0-9_]+$/', $two['role'] );
		$this->rest( 'PATCH', "/roles/$one", array( 'name' => 'Ventes' ) );
		self::assertSame( $one . '_2', $this->rest( 'POST', '/roles', array( 'name' => 'Équipe Ventes' ) )->get_data()['role'] );
	}

	public function test_the_role_of_new_users_stays(): void {
		$role = $this->rest( 'POST', '/roles', array( 'name' => 'Newcomers' ) )->get_data()['role'];
		update_option( 'default_role', $role );
		self::assertSame( 400, $this->rest( 'DELETE', "/roles/$role" )->get_status() );
		update_option( 'default_role', 'subscriber' );
		self::assertSame( 200, $this->rest( 'DELETE', "/roles/$role" )->get_status() );
	}

	/**
	 * Every scope of a role, as `user_can()` and the list see it after the change.
	 */
	public function test_a_saved_scope_counts_for_user_can_and_the_list(): void {
		$rep   = $this->user( 'steward_sales_rep' );
		$owner = $this->user( 'steward_sales_manager' );
		$own   = steward_create_contact( array( 'name' => 'Own', 'contact_owner' => $rep->ID ) )->id; // phpcs:ignore WordPress.Arrays
		$free  = steward_create_contact( array( 'name' => 'Free' ) )->id;
		$other = steward_create_contact( array( 'name' => 'Other', 'contact_owner' => $owner->ID ) )->id; // phpcs:ignore WordPress.Arrays
		$admin = get_current_user_id();
		foreach ( array(
			'none'  => array(),
			'owned' => array( $own, $free ),
			'all'   => array( $own, $free, $other ),
		) as $reach => $seen ) {
			$this->as( $admin )->rest( 'PATCH', '/roles/steward_sales_rep', array( 'contacts' => array( 'view' => $reach, 'update' => $reach ) ) ); // phpcs:ignore WordPress.Arrays
			$list = $this->as( $rep )->rest( 'GET', '/contacts', array( 'orderby' => 'id' ) );
			self::assertSame( array() === $seen ? 403 : 200, $list->get_status(), $reach );
			self::assertEqualsCanonicalizing( $seen, array() === $seen ? array() : array_column( $list->get_data(), 'id' ), $reach );
			foreach ( array( $own, $free, $other ) as $id ) {
				self::assertSame( in_array( $id, $seen, true ), user_can( $rep->ID, 'steward_view_contact', $id ), "$reach $id" );
			}
			self::assertSame( 'all' === $reach, user_can( $rep->ID, 'steward_edit_contact', $other ) );
			self::assertSame( 'none' !== $reach, user_can( $rep->ID, 'steward_edit_contact', $own ) );
		}
	}

	/**
	 * @return list<array<string, string|null>>
	 */
	private function logged(): array {
		$db = Connection::wordpress();
		return $db->rows( "SELECT * FROM %i WHERE object_type = 'role' ORDER BY id", $db->table( 'activity' ) );
	}
}
