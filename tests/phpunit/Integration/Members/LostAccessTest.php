<?php
/**
 * What becomes of what people own and follow who lose CRM access.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Integration\Members;

use Steward\Ownership\AccessWatch;
use Steward\Plugin;
use Steward\Tests\Integration\Contacts\ContactTestCase;

/**
 * Ownership stays until it is handed over; follows end at once, and are logged.
 */
final class LostAccessTest extends ContactTestCase {

	public function test_an_owner_without_access_is_reported_and_handed_over(): void {
		$ben  = $this->rep();
		$cara = $this->rep()->ID;
		$one  = $this->contact( array( 'contact_owner' => $ben->ID ) );
		$two  = $this->contact( array( 'contact_owner' => $ben->ID ) );
		$this->as( $this->boss() );
		self::assertSame( array(), $this->lost() );
		$this->rest( 'DELETE', "/contacts/$two->id" );
		$ben->set_role( 'subscriber' );
		self::assertSame( $ben->ID, self::stored( $one )->contact_owner );
		self::assertSame( array( array( $ben->ID, 'lost', 1, 1 ) ), $this->lost() );
		self::assertSame( array( $ben->ID ), array_column( $this->rest( 'GET', '/reports/ownership' )->get_data()['without_access'], 'id' ) );

		self::assertError( 400, 'steward_invalid_owner', $this->rest( 'POST', "/members/$ben->ID/hand-over", array( 'to' => $ben->ID ) ) );
		$answer = $this->rest( 'POST', "/members/$ben->ID/hand-over", array( 'to' => $cara ) );
		self::assertStatus( 202, $answer );
		$again = $this->rest( 'POST', "/members/$ben->ID/hand-over", array( 'to' => null ) );
		self::assertSame( $answer->get_data()['job'], $again->get_data()['job'], 'One at a time.' );
		self::assertSame( array( $answer->get_data()['job'] ), array_column( $this->rest( 'GET', '/members?access=lost' )->get_data(), 'hand_over' ) );
		$boss = get_current_user_id();
		$this->cron();
		self::assertSame( array( $cara, $cara ), array( self::stored( $one )->contact_owner, self::stored( $two )->contact_owner ) );
		$last = self::activity( $one )[1];
		self::assertSame( array( 'reassigned', (string) $boss, 'hand' ), array( $last['action'], $last['actor'], $last['cause'] ) );
		self::assertSame( 'done', $this->rest( 'GET', '/jobs/' . $answer->get_data()['job'] )->get_data()['state'] );
		self::assertSame( array(), $this->lost() );
		self::assertError( 404, 'steward_not_found', $this->rest( 'POST', "/members/$ben->ID/hand-over", array( 'to' => null ) ) );
	}

	public function test_handing_over_is_for_those_who_may_reassign_all(): void {
		$ben = $this->rep()->ID;
		$one = $this->contact( array( 'contact_owner' => $ben ) );
		self::assertForbidden( 'missing_reports_permission', $this->as( $this->rep() )->rest( 'POST', "/members/$ben/hand-over", array( 'to' => null ) ) );
		self::assertForbidden( 'missing_reassign_permission', $this->as( $this->person( 'view', 'view_others', 'steward_view_reports' ) )->rest( 'POST', "/members/$ben/hand-over", array( 'to' => null ) ) );
		self::assertForbidden( 'not_owner', $this->as( $this->person( 'view', 'edit', 'reassign', 'steward_view_reports' ) )->rest( 'POST', "/members/$ben/hand-over", array( 'to' => null ) ) );
		$boss = $this->boss();
		self::assertStatus( 202, $this->as( $boss )->rest( 'POST', "/members/$ben/hand-over", array( 'to' => null ) ) );
		$boss->set_role( 'subscriber' );
		$this->cron();
		self::assertSame( $ben, self::stored( $one )->contact_owner, 'Access is asked again for each record at its time.' );
	}

	public function test_owners_who_no_longer_exist_are_found(): void {
		$ben = $this->rep()->ID;
		$this->contact( array( 'contact_owner' => $ben ) );
		global $wpdb;
		$wpdb->delete( $wpdb->users, array( 'ID' => $ben ) );
		clean_user_cache( $ben );
		$this->as( $this->boss() );
		self::assertSame( array( array( $ben, 'deleted', 1, 0 ) ), $this->lost() );
		$test = apply_filters( 'site_status_tests', array() )['direct']['steward_owners']['test'](); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- WordPress' own.
		self::assertSame( 'recommended', $test['status'] );
		self::assertStringContainsString( 'page=steward-members', $test['actions'] );
		self::assertArrayHasKey( 'contacts', apply_filters( 'debug_information', array() )['steward']['fields'] ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- WordPress' own.
		$this->rest( 'POST', "/members/$ben/hand-over", array( 'to' => null ) );
		$this->cron();
		self::assertSame( 'good', apply_filters( 'site_status_tests', array() )['direct']['steward_owners']['test']()['status'] ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- WordPress' own.
	}

	public function test_follows_end_with_the_role_and_with_its_capabilities(): void {
		$ben  = $this->rep();
		$cara = $this->rep();
		$dev  = $this->person( 'view' );
		$kept = $this->boss()->ID;
		$one  = $this->contact( array( 'followers' => array( $ben->ID, $cara->ID, $dev->ID, $kept ) ) );
		$this->as( $this->user( 'administrator' ) );
		self::assertStatus( 200, $this->rest( 'POST', "/wp/v2/users/$cara->ID", array( 'roles' => array( 'steward_sales_manager' ) ) ) );
		self::assertStatus( 200, $this->rest( 'POST', "/wp/v2/users/$cara->ID", array( 'roles' => array( 'steward_sales_rep' ) ) ) );
		Plugin::instance()->access_watch()->look();
		remove_all_actions( 'shutdown' );
		$ben->set_role( 'subscriber' );
		self::assertTrue( has_action( 'shutdown' ), 'Looked at when the request ends.' );
		Plugin::instance()->access_watch()->look();
		self::assertSame( array( $cara->ID, $dev->ID, $kept ), self::stored( $one )->followers, 'Another role that sees contacts keeps the follows.' );
		$log = self::activity( $one );
		$row = end( $log );
		self::assertSame( array( 'follower_removed', 'access_lost' ), array( $row['action'], $row['cause'] ) );
		$dev->remove_cap( 'steward_view_contacts' );
		Plugin::instance()->access_watch()->look();
		self::assertSame( array( $cara->ID, $kept ), self::stored( $one )->followers );

		get_role( 'steward_sales_rep' )->remove_cap( 'steward_view_contacts' );
		self::assertNotFalse( wp_next_scheduled( AccessWatch::SWEEP_HOOK, array( 'soon' ) ) );
		$this->cron( time() + 120 );
		$this->cron( time() + 120 );
		self::assertSame( array( $kept ), self::stored( $one )->followers );
	}

	public function test_deleting_offers_to_attribute_contacts(): void {
		$ben = $this->rep()->ID;
		self::assertFalse( apply_filters( 'users_have_additional_content', false, array( $ben ) ) ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- WordPress' own.
		$this->contact( array( 'contact_owner' => $ben ) );
		( new \Steward\Admin\UserDeletion( static fn () => self::leaving() ) )->boot();
		self::assertTrue( apply_filters( 'users_have_additional_content', false, array( $ben ) ) ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- WordPress' own.
		ob_start();
		do_action( 'delete_user_form', wp_get_current_user(), array( $ben ) ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- WordPress' own.
		self::assertStringContainsString( 'owns 1 record in Steward', (string) ob_get_clean() );
	}

	private static function leaving(): \Steward\Ownership\LeaverHandOver {
		$method = new \ReflectionMethod( Plugin::class, 'leaver_hand_over' );
		return $method->invoke( Plugin::instance() );
	}

	/**
	 * @return list<array{int, string, int, int}>
	 */
	private function lost(): array {
		return array_map( static fn ( array $one ): array => array( $one['id'], $one['access'], $one['contacts'], $one['trashed'] ), $this->rest( 'GET', '/members?access=lost' )->get_data() );
	}
}
