<?php
/**
 * The members' routes, and seeing as somebody.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Integration\Members;

use Steward\Plugin;
use Steward\Tests\Integration\Contacts\ContactTestCase;

/**
 * Who may see and change what is set for somebody, and what it does.
 */
final class MembersTest extends ContactTestCase {

	public function test_details_are_for_those_who_look_after_the_team(): void {
		$rep  = $this->rep()->ID;
		$boss = $this->boss();
		$this->contact( array( 'contact_owner' => $rep ) );
		$this->admin();
		self::assertStatus( 200, $this->rest( 'PATCH', "/members/$rep", array( 'only_assigned_data' => true, 'capacity' => 5, 'out_of_office' => $this->days( 0, 3 ) ) ) ); // phpcs:ignore WordPress.Arrays

		$seen = $this->as( $boss )->rest( 'GET', "/members/$rep" )->get_data();
		self::assertSame( array( true, 5, $this->days( 0, 3 ), true, 1 ), array( $seen['only_assigned_data'], $seen['capacity'], $seen['out_of_office'], $seen['away'], $seen['contacts'] ) );

		$seen = $this->as( $this->rep() )->rest( 'GET', "/members/$rep" )->get_data();
		self::assertSame( array( null, null, null, null, null ), array( $seen['only_assigned_data'], $seen['capacity'], $seen['out_of_office'], $seen['away'], $seen['contacts'] ) );
		$own = $this->as( $rep )->rest( 'GET', "/members/$rep" )->get_data();
		self::assertTrue( $own['only_assigned_data'] );

		$this->as( $this->person( 'view', 'reassign' ) );
		$seen = $this->rest( 'GET', "/members/$rep" )->get_data();
		self::assertSame( array( null, 5, true ), array( $seen['only_assigned_data'], $seen['capacity'], $seen['away'] ) );
		foreach ( array( 'only_assigned_data=1', 'away=1', 'orderby=contacts', 'access=lost' ) as $query ) {
			self::assertForbidden( 'missing_reports_permission', $this->rest( 'GET', "/members?$query" ) );
		}
		self::assertForbidden( 'missing_reports_permission', $this->rest( 'GET', "/members/$rep/sight" ) );
		self::assertStatus( 403, $this->as( $this->user( 'author' ) )->rest( 'GET', "/members/$rep" ) );
	}

	public function test_filters_and_orders(): void {
		$this->admin();
		$one   = $this->user( 'steward_sales_rep', array( 'display_name' => 'Zoë One' ) )->ID;
		$two   = $this->user( 'steward_sales_rep', array( 'display_name' => 'Zoë Two' ) )->ID;
		$three = $this->user( 'steward_sales_manager', array( 'display_name' => 'Zoë Three' ) )->ID;
		$this->contact( array( 'contact_owner' => $two ) );
		$this->contact( array( 'contact_owner' => $two ) );
		$this->contact( array( 'contact_owner' => $three ) );
		$this->rest( 'PATCH', "/members/$one", array( 'only_assigned_data' => true ) );
		$this->rest( 'PATCH', "/members/$two", array( 'out_of_office' => $this->days( 0, 0 ) ) );
		$this->rest( 'PATCH', "/members/$three", array( 'out_of_office' => $this->days( 1, 2 ) ) );
		$ids = fn ( array $query ): array => array_column( $this->rest( 'GET', '/members', $query + array( 'search' => 'Zoë' ) )->get_data(), 'id' );
		self::assertSame( array( $one, $three, $two ), $ids( array() ) );
		self::assertSame( array( $two, $three, $one ), $ids( array( 'order' => 'desc' ) ) );
		self::assertSame( array( $two, $three, $one ), $ids( array( 'orderby' => 'contacts', 'order' => 'desc' ) ) ); // phpcs:ignore WordPress.Arrays
		self::assertSame( array( $one, $three ), $ids( array( 'orderby' => 'contacts', 'per_page' => 2 ) ) ); // phpcs:ignore WordPress.Arrays
		self::assertSame( array( $three ), $ids( array( 'role' => 'steward_sales_manager' ) ) );
		self::assertSame( array( $one ), $ids( array( 'only_assigned_data' => 'true' ) ) );
		self::assertSame( array( $three, $two ), $ids( array( 'only_assigned_data' => 'false' ) ) );
		self::assertSame( array( $two ), $ids( array( 'away' => 'true' ) ) );
		self::assertSame( array( $one, $three ), $ids( array( 'away' => 'false' ) ) );
	}

	public function test_changes_are_checked_and_logged(): void {
		$rep  = $this->rep();
		$self = "/members/$rep->ID";
		$this->as( $rep );
		self::assertStatus( 200, $this->rest( 'PATCH', $self, array( 'out_of_office' => $this->days( 1, 2 ) ) ) );
		self::assertForbidden( 'missing_manage_permission', $this->rest( 'PATCH', $self, array( 'capacity' => 3 ) ) );
		self::assertForbidden( 'missing_manage_permission', $this->rest( 'PATCH', $self, array( 'only_assigned_data' => false ) ) );
		self::assertForbidden( 'missing_manage_permission', $this->as( $this->boss() )->rest( 'PATCH', $self, array( 'out_of_office' => null ) ) );

		$this->admin();
		foreach ( array( 'soon', array( 'from' => '2026-02-31', 'to' => '2099-01-01' ), $this->days( 3, 1 ), $this->days( -3, -1 ), array( 'from' => '2099-01-01' ) ) as $wrong ) { // phpcs:ignore WordPress.Arrays
			self::assertInvalid( 'out_of_office', $this->rest( 'PATCH', $self, array( 'out_of_office' => $wrong ) ) );
		}
		self::assertInvalid( 'capacity', $this->rest( 'PATCH', $self, array( 'capacity' => -1 ) ) );
		self::assertInvalid( 'colour', $this->rest( 'PATCH', $self, array( 'colour' => 'red' ) ) );
		self::assertError( 404, 'steward_not_found', $this->rest( 'PATCH', '/members/' . $this->user( 'author' )->ID, array( 'capacity' => 1 ) ) );
		self::assertStatus( 200, $this->rest( 'PATCH', $self, array( 'capacity' => 3 ) ) );
		self::assertStatus( 200, $this->rest( 'PATCH', $self, array( 'capacity' => 3 ) ) );
		self::assertCount( 2, $this->logged( $rep->ID, 'updated' ), 'What changes nothing is not logged.' );
	}

	public function test_only_assigned_data_narrows_at_once(): void {
		$boss  = $this->boss();
		$admin = $this->admin();
		$mine  = $this->contact( array( 'contact_owner' => $boss->ID ) );
		$other = $this->contact( array( 'contact_owner' => $this->rep()->ID, 'last_name' => 'Narrowed' ) ); // phpcs:ignore WordPress.Arrays
		$sight = $this->rest( 'GET', "/members/$boss->ID/sight" )->get_data()['contacts'];
		self::assertSame( 1, $sight['all'] - $sight['only_assigned'] );
		self::assertSame( (string) $sight['all'], $this->as( $boss )->rest( 'GET', '/contacts' )->get_headers()['X-WP-Total'] );

		$this->as( $admin )->rest( 'PATCH', "/members/$boss->ID", array( 'only_assigned_data' => true ) );
		$this->as( $boss );
		self::assertSame( (string) $sight['only_assigned'], $this->rest( 'GET', '/contacts' )->get_headers()['X-WP-Total'] );
		self::assertSame( array(), $this->rest( 'GET', '/contacts?search=Narrowed' )->get_data() );
		self::assertForbidden( 'view_owned_only', $this->rest( 'GET', "/contacts/$other->id" ) );
		self::assertFalse( user_can( $boss->ID, 'steward_view_contact', $other->id ) );
		self::assertTrue( user_can( $boss->ID, 'steward_edit_contact', $mine->id ) );
	}

	public function test_seeing_as_somebody_is_their_list_and_read_only(): void {
		$rep = $this->rep();
		$this->contact( array( 'contact_owner' => $rep->ID ) );
		$this->contact();
		$this->contact( array( 'contact_owner' => $this->rep()->ID ) );
		$theirs = array_column( $this->as( $rep )->rest( 'GET', '/contacts' )->get_data(), 'id' );
		$this->as( $this->boss() );
		$seen = $this->rest( 'GET', '/contacts', array( 'as' => $rep->ID ) );
		self::assertSame( $theirs, array_column( $seen->get_data(), 'id' ) );
		foreach ( $seen->get_data() as $contact ) {
			self::assertNotContains( true, $contact['can'] );
		}
		$mine = $this->rest( 'GET', '/contacts', array( 'as' => $rep->ID, 'contact_owner' => array( 'me' ) ) )->get_data(); // phpcs:ignore WordPress.Arrays
		self::assertSame( array( 'owner' ), array_column( $mine, 'relation' ) );
		$this->rest( 'GET', '/contacts', array( 'as' => $rep->ID, 'page' => 2 ) ); // phpcs:ignore WordPress.Arrays
		self::assertCount( 1, $this->logged( $rep->ID, 'seen_as' ), 'One opening is logged once.' );
		self::assertInvalid( 'as', $this->rest( 'GET', '/contacts', array( 'as' => $this->user( 'author' )->ID ) ) );
		self::assertInvalid( 'as', $this->rest( 'GET', '/contacts', array( 'as' => 0 ) ) );
	}

	public function test_nobody_sees_more_through_anothers_eyes(): void {
		$boss = $this->boss()->ID;
		self::assertForbidden( 'missing_reports_permission', $this->as( $this->rep() )->rest( 'GET', '/contacts', array( 'as' => $boss ) ) );
		self::assertForbidden( 'view_owned_only', $this->as( $this->person( 'view', 'steward_view_reports' ) )->rest( 'GET', '/contacts', array( 'as' => $boss ) ) );
		$narrowed = $this->boss();
		update_user_option( $narrowed->ID, 'steward_only_assigned_data', '1' );
		self::assertForbidden( 'view_owned_only', $this->as( $narrowed )->rest( 'GET', '/contacts', array( 'as' => $boss ) ) );
		self::assertCount( 0, $this->logged( $boss, 'seen_as' ) );
	}

	private function admin(): \WP_User {
		$admin = $this->user( 'administrator' );
		$this->as( $admin );
		return $admin;
	}

	/**
	 * @return array{from: string, to: string}
	 */
	private function days( int $from, int $to ): array {
		return array(
			'from' => (string) wp_date( 'Y-m-d', time() + $from * DAY_IN_SECONDS ),
			'to'   => (string) wp_date( 'Y-m-d', time() + $to * DAY_IN_SECONDS ),
		);
	}

	/**
	 * @return list<array<string, string|null>>
	 */
	private function logged( int $user, string $action ): array {
		$db = Plugin::instance()->db();
		return $db->rows( "SELECT * FROM %i WHERE object_type = 'member' AND cause_detail = %s AND action = %s", $db->table( 'activity' ), (string) $user, $action );
	}
}
