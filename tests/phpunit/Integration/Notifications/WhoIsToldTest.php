<?php
/**
 * Who is told of what.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Integration\Notifications;

use Steward\Access\Actor;
use Steward\Activity\Cause;
use Steward\Opportunities\OpportunityInput;
use Steward\Plugin;

/**
 * The rules, one by one: the owners, followers, never the one who did it, nobody twice, nobody who may not look.
 */
final class WhoIsToldTest extends NotificationTestCase {

	public function test_the_new_owner_is_told_and_the_former_one_where_they_may_still_look(): void {
		$boss   = $this->boss();
		$new    = $this->rep();
		$former = $this->boss();
		$hidden = $this->rep();
		$seen   = $this->contact( array( 'contact_owner' => $former->ID ) );
		$unseen = $this->contact( array( 'contact_owner' => $hidden->ID ) );
		self::assertSame( array( 'assigned' ), $this->kinds( $former ), 'Steward itself gave it to them.' );

		self::assertStatus( 200, $this->reassign( $boss, $seen->id, $new, 'She calls on Friday.' ) );
		self::assertStatus( 200, $this->reassign( $boss, $unseen->id, $new ) );

		$told = $this->told( $new );
		self::assertSame( array( 'assigned', 'assigned' ), array_column( $told, 'kind' ) );
		self::assertSame( array( $unseen->id, $seen->id ), array_column( $told, 'object_id' ) );
		self::assertSame( $boss->display_name . ' made you the owner of ' . $seen->label() . '.', $told[1]['text'] );
		self::assertSame( 'She calls on Friday.', $told[1]['note'] );
		self::assertSame( $boss->ID, $told[1]['actor']['id'] );
		self::assertStringEndsWith( "page=steward&contact=$seen->id", $told[1]['url'] );
		self::assertSame( array( 'lost', 'assigned' ), $this->kinds( $former ) );
		self::assertSame( array(), $this->kinds( $hidden ), 'They may no longer view it: not a word.' );
		self::assertSame( array(), $this->kinds( $boss ), 'Who did it knows.' );
	}

	public function test_opportunities_that_move_along_go_without_saying(): void {
		$former  = $this->boss();
		$new     = $this->rep();
		$contact = $this->contact( array( 'contact_owner' => $former->ID ) );
		foreach ( array( 'Roof', 'Website' ) as $title ) {
			Plugin::instance()->opportunities()->create( OpportunityInput::read( array( 'contact' => $contact->id, 'title' => $title ) ), Actor::system(), Cause::named( 'code' ) ); // phpcs:ignore WordPress.Arrays
		}
		$before = $this->kinds( $former );
		self::assertStatus( 200, $this->reassign( $this->boss(), $contact->id, $new ) );
		self::assertSame( array( array( 'contact', $contact->id ) ), array_map( static fn ( array $told ): array => array( $told['object_type'], $told['object_id'] ), $this->told( $new ) ) );
		self::assertSame( array( 'lost', ...$before ), $this->kinds( $former ) );
	}

	public function test_releasing_tells_the_former_owner_who_sees_the_pool(): void {
		$rep     = $this->rep();
		$contact = $this->contact( array( 'contact_owner' => $rep->ID ) );
		$this->reassign( $this->boss(), $contact->id, null );
		self::assertSame( array( 'lost', 'assigned' ), $this->kinds( $rep ) );
	}

	public function test_what_one_does_oneself_is_no_news(): void {
		$rep     = $this->rep();
		$contact = $this->contact();
		$this->as( $rep )->rest( 'POST', "/contacts/$contact->id/claim" );
		$this->rest( 'PATCH', "/contacts/$contact->id", array( 'phone' => '555' ) );
		$this->rest( 'POST', '/contacts', array( 'first_name' => 'Mine' ) );
		self::assertSame( array(), $this->kinds( $rep ) );
	}

	public function test_owner_and_followers_are_told_of_changes(): void {
		$owner    = $this->rep();
		$follower = $this->rep();
		$muted    = $this->rep();
		$boss     = $this->boss();
		$contact  = $this->contact(
			array(
				'contact_owner' => $owner->ID,
				'followers'     => array( $follower->ID, $muted->ID, $boss->ID ),
			)
		);
		self::assertSame( array( 'assigned' ), $this->kinds( $owner ), 'One message, though there are followers, too.' );
		self::assertSame( array( 'follower_added' ), $this->kinds( $follower ) );
		self::assertStatus( 200, $this->as( $muted )->rest( 'PATCH', "/contacts/$contact->id/followers/$muted->ID", array( 'muted' => true ) ) );

		self::assertStatus( 200, $this->as( $boss )->rest( 'PATCH', "/contacts/$contact->id", array( 'phone' => '555' ) ) );

		self::assertSame( array( 'changed', 'assigned' ), $this->kinds( $owner ) );
		self::assertSame( array( 'changed', 'follower_added' ), $this->kinds( $follower ) );
		self::assertSame( array( 'follower_added' ), $this->kinds( $muted ) );
		self::assertStatus( 200, $this->as( $muted )->rest( 'GET', "/contacts/$contact->id" ), 'A mute keeps the access.' );
		self::assertSame( array( 'follower_added' ), $this->kinds( $boss ), 'Who did it, though a follower, knows.' );

		$this->as( $boss )->rest( 'DELETE', "/contacts/$contact->id" );
		self::assertSame( 'User', explode( ' ', $this->told( $owner )[0]['text'] )[0] );
		self::assertStringContainsString( 'to the trash', $this->told( $owner )[0]['text'] );
	}

	public function test_muting_is_each_followers_own_and_ends_with_the_follow(): void {
		$follower = $this->rep();
		$boss     = $this->boss();
		$contact  = $this->contact( array( 'followers' => array( $follower->ID ) ) );
		$route    = "/contacts/$contact->id/followers/$follower->ID";

		self::assertForbidden( 'not_yourself', $this->as( $boss )->rest( 'PATCH', $route, array( 'muted' => true ) ) );
		self::assertTrue( $this->as( $follower )->rest( 'PATCH', $route, array( 'muted' => true ) )->get_data()[0]['muted'] );
		self::assertNull( $this->as( $boss )->rest( 'GET', "/contacts/$contact->id/followers" )->get_data()[0]['muted'], 'Nobody else is told.' );
		self::assertError( 404, 'steward_not_found', $this->rest( 'PATCH', "/contacts/$contact->id/followers/$boss->ID", array( 'muted' => true ) ) );

		$this->rest( 'DELETE', $route );
		$this->rest( 'POST', "/contacts/$contact->id/followers", array( 'user' => $follower->ID ) );
		self::assertFalse( $this->as( $follower )->rest( 'GET', "/contacts/$contact->id/followers" )->get_data()[0]['muted'] );
		self::assertFalse( $this->rest( 'PATCH', $route, array( 'muted' => false ) )->get_data()[0]['muted'] );
	}

	public function test_a_change_of_owner_and_fields_at_once_is_one_message(): void {
		$new      = $this->rep();
		$follower = $this->boss();
		$contact  = $this->contact( array( 'followers' => array( $follower->ID ) ) );
		$params   = array(
			'phone'         => '555',
			'contact_owner' => $new->ID,
			'followers'     => array( $follower->ID, $new->ID ),
		);
		self::assertStatus( 200, $this->as( $this->boss() )->rest( 'PATCH', "/contacts/$contact->id", $params ) );
		self::assertSame( array( 'assigned' ), $this->kinds( $new ) );
		self::assertSame( array( 'owner_changed', 'follower_added' ), $this->kinds( $follower ) );
	}

	public function test_a_follower_who_is_removed_is_told_where_they_may_still_look(): void {
		$boss = $this->boss();
		$sees = $this->boss();
		$rep  = $this->rep();
		$id   = $this->contact(
			array(
				'contact_owner' => $this->rep()->ID,
				'followers'     => array( $sees->ID, $rep->ID ),
			)
		)->id;
		$this->as( $boss )->rest( 'PUT', "/contacts/$id/followers", array( 'followers' => array() ) );
		self::assertSame( array( 'follower_removed', 'follower_added' ), $this->kinds( $sees ) );
		self::assertSame( array(), $this->kinds( $rep ), 'Also what they were told before names it no more.' );
	}

	public function test_a_form_tells_the_owner(): void {
		$rep = $this->rep();
		$this->contact(
			array(
				'email'         => 'ana@example.org',
				'contact_owner' => $rep->ID,
			)
		);
		steward_submit( 'Request a demo', array( 'email' => 'ana@example.org', 'phone' => '555' ) ); // phpcs:ignore WordPress.Arrays
		$told = $this->told( $rep )[0];
		self::assertSame( 'changed', $told['kind'] );
		self::assertNull( $told['actor'] );
		self::assertStringContainsString( 'submission', $told['text'] );
		self::assertStringContainsString( 'Request a demo', $told['cause']['text'] );
	}

	public function test_off_is_off_and_others_stay(): void {
		$rep  = $this->rep();
		$boss = $this->boss();
		$this->prefer( $rep, 'changed', 'off' );
		$contact = $this->contact( array( 'contact_owner' => $rep->ID ) );
		$this->as( $boss )->rest( 'PATCH', "/contacts/$contact->id", array( 'phone' => '555' ) );
		self::assertSame( array( 'assigned' ), $this->kinds( $rep ) );
	}

	public function test_what_is_told_is_only_seen_by_who_may_view_it_now(): void {
		$rep     = $this->rep();
		$contact = $this->contact( array( 'contact_owner' => $rep->ID ) );
		self::assertSame( 1, $this->unread( $rep ) );
		$this->reassign( $this->boss(), $contact->id, $this->rep() );
		self::assertSame( array(), $this->told( $rep ) );
		self::assertSame( 0, $this->unread( $rep ) );
		$rep->set_role( 'steward_sales_manager' );
		clean_user_cache( $rep->ID );
		self::assertSame( array( 'assigned' ), $this->kinds( $rep ) );
		$rep->set_role( 'subscriber' );
		clean_user_cache( $rep->ID );
		self::assertForbidden( 'not_a_member', $this->as( $rep )->rest( 'GET', '/notifications' ) );
	}

	public function test_reading(): void {
		$rep   = $this->rep();
		$other = $this->rep();
		$this->contact( array( 'contact_owner' => $rep->ID ) );
		$this->contact( array( 'contact_owner' => $rep->ID ) );
		$this->contact( array( 'contact_owner' => $other->ID ) );
		$ids    = array_column( $this->told( $rep ), 'id' );
		$others = array_column( $this->told( $other ), 'id' );

		$this->as( $rep )->rest( 'POST', '/notifications/read', array( 'ids' => array( $ids[0], $others[0] ) ) );
		self::assertSame( array( $ids[1] ), array_column( $this->told( $rep, array( 'unread' => 'true' ) ), 'id' ) );
		self::assertSame( 1, $this->unread( $other ), 'Another\'s can\'t be read.' );
		self::assertSame( 0, $this->as( $rep )->rest( 'POST', '/notifications/read', array( 'all' => true ) )->get_data()['unread'] );
		self::assertSame( 1, $this->unread( $other ) );
		self::assertInvalid( 'ids', $this->rest( 'POST', '/notifications/read' ) );
		self::assertSame( array(), $this->told( $rep, array( 'kind' => 'lost' ) ) );
		self::assertCount( 2, $this->told( $rep, array( 'kind' => 'assigned' ) ) );
		self::assertSame( 401, $this->as( 0 )->rest( 'GET', '/notifications' )->get_status() );
	}

	public function test_pages(): void {
		$rep = $this->rep();
		for ( $i = 0; $i < 3; $i++ ) {
			$this->contact( array( 'contact_owner' => $rep->ID ) );
		}
		$page = $this->as( $rep )->rest( 'GET', '/notifications?per_page=2&page=2' );
		self::assertCount( 1, $page->get_data() );
		self::assertSame( '3', $page->get_headers()['X-WP-Total'] );
	}

	public function test_an_erased_contact_and_a_deleted_user_take_theirs_along(): void {
		$rep    = $this->rep();
		$erased = $this->contact( array( 'contact_owner' => $rep->ID ) );
		$kept   = $this->contact( array( 'contact_owner' => $rep->ID ) );
		$this->as( $this->user( 'administrator' ) )->rest( 'DELETE', "/contacts/$erased->id?force=true" );
		self::assertSame( 1, self::sql( "SELECT * FROM {n} WHERE user_id = $rep->ID" ) );
		self::assertSame( array( $kept->id ), array_column( $this->told( $rep ), 'object_id' ) );

		require_once ABSPATH . 'wp-admin/includes/user.php';
		is_multisite() ? remove_user_from_blog( $rep->ID, get_current_blog_id() ) : wp_delete_user( $rep->ID );
		self::assertSame( 0, self::sql( "SELECT * FROM {n} WHERE user_id = $rep->ID" ) );
	}

	public function test_the_site_says_how_people_are_told_unless_they_choose(): void {
		$rep = $this->rep();
		$own = $this->rep();
		$this->prefer( $own, 'assigned', 'daily' );
		$admin = $this->user( 'administrator' );
		self::assertStatus( 200, $this->as( $admin )->rest( 'PATCH', '/settings', array( 'notification_defaults' => array( 'assigned' => 'bell' ) ) ) );
		$defaults = $this->rest( 'GET', '/settings' )->get_data()['notification_defaults'];
		self::assertSame( array( 'bell', 'at_once' ), array( $defaults['assigned'], $defaults['lost'] ) );
		self::assertSame( 'bell', $this->as( $rep )->rest( 'GET', '/notifications/preferences' )->get_data()[0]['delivery'] );
		self::assertSame( 'daily', $this->as( $own )->rest( 'GET', '/notifications/preferences' )->get_data()[0]['delivery'] );
		self::assertSame( 400, $this->as( $admin )->rest( 'PATCH', '/settings', array( 'notification_defaults' => array( 'assigned' => 'by pigeon' ) ) )->get_status() );
		self::assertSame( 400, $this->rest( 'PATCH', '/settings', array( 'notification_defaults' => array( 'dreams' => 'off' ) ) )->get_status() );
		self::assertInvalid( 'dreams', $this->rest( 'PATCH', '/notifications/preferences', array( 'dreams' => 'off' ) ) );
		self::assertForbidden( 'missing_manage_permission', $this->as( $rep )->rest( 'PATCH', '/settings', array( 'notification_defaults' => array( 'assigned' => 'off' ) ) ) );
	}

	private function unread( \WP_User $user ): int {
		return $this->as( $user )->rest( 'GET', '/notifications/unread' )->get_data()['unread'];
	}
}
