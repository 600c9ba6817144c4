<?php
/**
 * Claim, undo, release and reassign over REST.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Integration\Ownership;

use Steward\Plugin;
use Steward\Tests\Integration\Contacts\ContactTestCase;

/**
 * Who may take and give a contact, what is logged, and who is told of it.
 */
final class OwnershipRestTest extends ContactTestCase {

	public function test_claiming_makes_the_caller_the_owner_once(): void {
		$contact = $this->contact();
		$rep     = $this->rep();
		$events  = array();
		add_action( 'steward_contact_claimed', static function ( $contact, $user, $cause ) use ( &$events ): void { $events[] = array( $contact->contact_owner, $user, $cause->kind ); }, 10, 3 ); // phpcs:ignore
		add_action( 'steward_contact_owner_changed', static function ( $contact, $old, $new ) use ( &$events ): void { $events[] = array( $old, $new ); }, 10, 3 ); // phpcs:ignore
		$first = $this->as( $rep )->rest( 'POST', "/contacts/$contact->id/claim" );
		self::assertStatus( 200, $first );
		self::assertSame( array( $rep->ID, 'owner', 'claim', 2 ), array( $first->get_data()['contact_owner'], $first->get_data()['relation'], $first->get_data()['owner_cause'], $first->get_data()['version'] ) );
		self::assertEquals( $first->get_data(), $this->rest( 'POST', "/contacts/$contact->id/claim" )->get_data(), 'Repeating it does nothing.' );
		self::assertSame( array( 'created', 'claimed' ), self::actions( $contact ) );
		self::assertSame( array( array( null, $rep->ID ), array( $rep->ID, $rep->ID, 'hand' ) ), $events );
	}

	public function test_a_claimed_contact_is_taken_for_others(): void {
		$winner  = $this->rep();
		$contact = $this->contact();
		$given   = $this->contact( array( 'contact_owner' => $winner->ID ) );
		self::assertStatus( 200, $this->as( $winner )->rest( 'POST', "/contacts/$contact->id/claim" ) );
		self::assertStatus( 200, $this->rest( 'POST', "/contacts/$contact->id/claim?lang=es" ) );
		$data = self::assertError( 409, 'steward_already_claimed', $this->as( $this->rep() )->rest( 'POST', "/contacts/$contact->id/claim" ) );
		self::assertSame( 'already_assigned', $data['reason'] );
		self::assertSame( $winner->ID, $data['owner']['id'], 'Who lost a race is told who won.' );
		self::assertNull( self::assertError( 409, 'steward_already_claimed', $this->rest( 'POST', "/contacts/$given->id/claim" ) )['owner'], 'What was never unassigned has no race to lose.' );
		Plugin::instance()->db()->execute( 'UPDATE %i SET owner_since_gmt = %s WHERE id = %d', Plugin::instance()->db()->table( 'contacts' ), '2020-01-01 00:00:00', $contact->id );
		self::assertNull( self::assertError( 409, 'steward_already_claimed', $this->rest( 'POST', "/contacts/$contact->id/claim" ) )['owner'], 'Whose an old one is, is not theirs to know.' );
		self::assertSame( $winner->ID, self::assertError( 409, 'steward_already_claimed', $this->as( $this->boss() )->rest( 'POST', "/contacts/$contact->id/claim" ) )['owner']['id'] );
		self::assertForbidden( 'missing_create_permission', $this->as( $this->person( 'view', 'edit' ) )->rest( 'POST', "/contacts/$contact->id/claim" ) );
	}

	public function test_undo_of_a_claim(): void {
		$contact = $this->contact();
		$rep     = $this->rep();
		$this->as( $rep )->rest( 'POST', "/contacts/$contact->id/claim" );
		self::assertForbidden( 'undo_expired', $this->as( $this->boss() )->rest( 'DELETE', "/contacts/$contact->id/claim" ), 'Only one\'s own.' );
		self::assertNull( $this->as( $rep )->rest( 'DELETE', "/contacts/$contact->id/claim" )->get_data()['contact_owner'] );
		self::assertForbidden( 'undo_expired', $this->rest( 'DELETE', "/contacts/$contact->id/claim" ) );
		self::assertSame( array( 'created', 'claimed', 'claim_undone' ), self::actions( $contact ) );
		$this->rest( 'POST', "/contacts/$contact->id/claim" );
		Plugin::instance()->db()->execute( 'UPDATE %i SET owner_since_gmt = %s WHERE id = %d', Plugin::instance()->db()->table( 'contacts' ), gmdate( 'Y-m-d H:i:s', time() - 90 ), $contact->id );
		self::assertForbidden( 'undo_expired', $this->rest( 'DELETE', "/contacts/$contact->id/claim" ), 'Too late.' );
		$given = $this->contact( array( 'contact_owner' => $rep->ID ) );
		self::assertForbidden( 'undo_expired', $this->rest( 'DELETE', "/contacts/$given->id/claim" ), 'It was given, not claimed.' );
	}

	public function test_reassigning_and_releasing(): void {
		$rep     = $this->rep();
		$other   = $this->rep();
		$boss    = $this->boss();
		$contact = $this->contact( array( 'contact_owner' => $rep->ID ) );
		$to      = fn ( mixed $owner, array $more = array() ) => $this->rest( 'POST', "/contacts/$contact->id/reassign", array( 'contact_owner' => $owner ) + $more );
		self::assertForbidden( 'missing_reassign_permission', $this->as( $rep )->rest( 'POST', "/contacts/$contact->id/reassign", array( 'contact_owner' => $other->ID ) ) ); // phpcs:ignore WordPress.Arrays
		$this->as( $boss );
		self::assertSame( $other->ID, $to( $other->ID, array( 'note' => ' Please call. ' ) )->get_data()['contact_owner'] ); // phpcs:ignore WordPress.Arrays
		self::assertStatus( 200, $to( $other->ID ), 'To the present owner is no change.' );
		self::assertNull( $to( null )->get_data()['contact_owner'] );
		self::assertStatus( 200, $to( $rep->ID ), 'Unassigned, straight to somebody.' );
		$changes = json_decode( (string) self::activity( $contact )[1]['changes'], true );
		self::assertSame( array( 'old' => $rep->ID, 'new' => $other->ID ), $changes['contact_owner'] ); // phpcs:ignore WordPress.Arrays
		self::assertSame( 'Please call.', $changes['note']['new'] );
		self::assertSame( array( 'created', 'reassigned', 'released', 'reassigned' ), self::actions( $contact ) );
		foreach ( array( 999999, 0, -1, 'ana', 1.5, true, array( 1 ), $this->user( 'subscriber' )->ID ) as $nobody ) {
			self::assertError( 400, 'steward_invalid_owner', $to( $nobody ), (string) wp_json_encode( $nobody ) );
		}
		self::assertInvalid( 'note', $to( null, array( 'note' => str_repeat( 'x', 501 ) ) ) ); // phpcs:ignore WordPress.Arrays
		self::assertSame( $rep->ID, self::stored( $contact )->contact_owner );
		self::assertSame( 400, $this->rest( 'POST', "/contacts/$contact->id/reassign" )->get_status(), 'No owner given is not a release.' );
	}

	public function test_reassign_permission_with_scope_owned_reaches_ones_own_only(): void {
		$lead  = $this->person( 'view', 'view_others', 'edit', 'reassign', 'delete' );
		$mine  = $this->contact( array( 'contact_owner' => $lead->ID ) );
		$other = $this->contact( array( 'contact_owner' => $this->rep()->ID ) );
		$this->as( $lead );
		self::assertForbidden( 'not_owner', $this->rest( 'POST', "/contacts/$other->id/reassign", array( 'contact_owner' => $lead->ID ) ) ); // phpcs:ignore WordPress.Arrays
		self::assertForbidden( 'not_owner', $this->rest( 'DELETE', "/contacts/$other->id" ) );
		self::assertStatus( 200, $this->rest( 'DELETE', "/contacts/$mine->id" ) );
		self::assertStatus( 200, $this->rest( 'POST', "/contacts/$mine->id/restore" ) );
		self::assertStatus( 200, $this->rest( 'POST', "/contacts/$mine->id/reassign", array( 'contact_owner' => null ) ) ); // phpcs:ignore WordPress.Arrays
	}

	public function test_bulk_changes_tell_each_result(): void {
		$rep   = $this->rep();
		$free  = $this->contact();
		$taken = $this->contact( array( 'contact_owner' => $this->rep()->ID ) );
		$data  = $this->as( $rep )->rest( 'POST', '/contacts/claim', array( 'ids' => array( $free->id, $taken->id, 999999 ) ) )->get_data()['results']; // phpcs:ignore WordPress.Arrays
		self::assertSame( array( $free->id, $taken->id, 999999 ), array_column( $data, 'id' ) );
		self::assertSame( array( true, false, false ), array_column( $data, 'ok' ) );
		self::assertSame( array( 'steward_already_claimed', 'steward_not_found' ), array_column( $data, 'code' ) );
		self::assertSame( 'already_assigned', $data[1]['reason'] );
		self::assertNotSame( '', $data[1]['message'] );
		$data = $this->rest( 'POST', '/contacts/reassign', array( 'ids' => array( $free->id ), 'contact_owner' => null ) )->get_data()['results']; // phpcs:ignore WordPress.Arrays
		self::assertSame( 'missing_reassign_permission', $data[0]['reason'] );
		foreach ( array( array(), array( 'ids' => 'x' ), array( 'ids' => array() ), array( 'ids' => array( 0 ) ) ) as $bad ) {
			self::assertSame( 400, $this->rest( 'POST', '/contacts/claim', $bad )->get_status(), (string) wp_json_encode( $bad ) );
		}
		$data = $this->as( $this->boss() )->rest( 'POST', '/contacts/reassign', array( 'ids' => array( $free->id, $taken->id ), 'contact_owner' => $rep->ID ) )->get_data()['results']; // phpcs:ignore WordPress.Arrays
		self::assertSame( array( true, true ), array_column( $data, 'ok' ) );
		self::assertSame( $rep->ID, self::stored( $taken )->contact_owner );
	}

	public function test_followers(): void {
		$boss    = $this->boss();
		$reps    = array_map( fn () => $this->rep(), range( 1, 11 ) );
		$ids     = array_column( $reps, 'ID' );
		$contact = $this->contact();
		$route   = "/contacts/$contact->id/followers";
		$this->as( $boss );
		self::assertSame( array(), $this->rest( 'GET', $route )->get_data() );
		$added = $this->rest( 'POST', $route, array( 'user' => $ids[0] ) ); // phpcs:ignore WordPress.Arrays
		self::assertStatus( 201, $added );
		self::assertSame( array( 'muted', 'user', 'source', 'since_gmt', 'name', 'avatar_url' ), array_keys( $added->get_data()[0] ) );
		self::assertSame( 'manual', $added->get_data()[0]['source'] );
		self::assertSame( 1, count( $this->rest( 'POST', $route, array( 'user' => $ids[0] ) )->get_data() ), 'Twice is once.' ); // phpcs:ignore WordPress.Arrays
		self::assertStatus( 200, $this->rest( 'PUT', $route, array( 'followers' => array_slice( $ids, 0, 10 ) ) ) ); // phpcs:ignore WordPress.Arrays
		$before = $this->rest( 'GET', $route )->get_data();
		self::assertCount( 10, $before );
		foreach ( array( array( 'POST', array( 'user' => $ids[10] ) ), array( 'PUT', array( 'followers' => $ids ) ) ) as list( $method, $params ) ) {
			self::assertError( 400, 'steward_follower_limit', $this->rest( $method, $route, $params ) );
			self::assertSame( $before, $this->rest( 'GET', $route )->get_data(), 'The list is as it was.' );
		}
		self::assertStatus( 200, $this->rest( 'PUT', $route, array( 'followers' => array_slice( $ids, 1 ) ) ), 'One goes as another comes: still ten.' ); // phpcs:ignore WordPress.Arrays
		self::assertSame( 400, $this->rest( 'PATCH', "/contacts/$contact->id", array( 'followers' => $ids ) )->get_status() ); // phpcs:ignore WordPress.Arrays
		self::assertStatus( 200, $this->rest( 'PUT', $route, array( 'followers' => array() ) ) ); // phpcs:ignore WordPress.Arrays
		self::assertSame( 0, self::stored( $contact )->follower_count );
		$stranger = $this->user( 'subscriber' );
		foreach ( array( array( 'POST', array( 'user' => $stranger->ID ) ), array( 'POST', array( 'user' => 999999 ) ), array( 'PUT', array( 'followers' => array( $ids[0], $stranger->ID ) ) ), array( 'PUT', array( 'followers' => 'x' ) ), array( 'POST', array() ) ) as list( $method, $params ) ) {
			self::assertSame( 400, $this->rest( $method, $route, $params )->get_status(), (string) wp_json_encode( $params ) );
			self::assertSame( array(), $this->rest( 'GET', $route )->get_data() );
		}
		$actions = array_count_values( self::actions( $contact ) );
		self::assertSame( array( 11, 11 ), array( $actions['follower_added'], $actions['follower_removed'] ) );
	}

	public function test_a_follower_inherits_what_the_owner_may_and_nothing_more(): void {
		$follower = $this->rep();
		$owner    = $this->rep();
		$reader   = $this->person( 'view' );
		$gone     = $this->person( 'view', 'edit' );
		$edited   = $this->contact( array( 'contact_owner' => $owner->ID, 'followers' => array( $follower->ID ) ) ); // phpcs:ignore WordPress.Arrays
		$read     = $this->contact( array( 'contact_owner' => $reader->ID, 'followers' => array( $follower->ID ) ) ); // phpcs:ignore WordPress.Arrays
		$orphan   = $this->contact( array( 'contact_owner' => $gone->ID, 'followers' => array( $follower->ID ) ) ); // phpcs:ignore WordPress.Arrays
		$nobodys  = $this->contact( array( 'followers' => array( $follower->ID, $reader->ID ) ) ); // phpcs:ignore WordPress.Arrays
		$gone->remove_cap( 'steward_view_contacts' );
		$patch = fn ( $contact ) => $this->rest( 'PATCH', "/contacts/$contact->id", array( 'title' => 'X' ) ); // phpcs:ignore WordPress.Arrays
		$this->as( $follower );
		self::assertStatus( 200, $patch( $edited ) );
		self::assertForbidden( 'update_owned_only', $patch( $read ), 'The owner may not, so nor may the follower.' );
		self::assertForbidden( 'update_owned_only', $patch( $orphan ), 'The owner lost access.' );
		self::assertStatus( 200, $patch( $nobodys ), 'As they may what they own.' );
		foreach ( array( $read, $orphan ) as $contact ) {
			self::assertSame( 'follower', $this->rest( 'GET', "/contacts/$contact->id" )->get_data()['relation'] );
		}
		self::assertForbidden( 'missing_delete_permission', $this->rest( 'DELETE', "/contacts/$edited->id" ) );
		self::assertForbidden( 'missing_reassign_permission', $this->rest( 'POST', "/contacts/$edited->id/reassign", array( 'contact_owner' => null ) ) ); // phpcs:ignore WordPress.Arrays
		self::assertForbidden( 'missing_update_permission', $this->as( $reader )->rest( 'PATCH', "/contacts/$nobodys->id", array( 'title' => 'Y' ) ) ); // phpcs:ignore WordPress.Arrays
		self::assertStatus( 200, $this->rest( 'DELETE', "/contacts/$nobodys->id/followers/$reader->ID" ), 'Anyone may remove themself.' );
		self::assertForbidden( 'missing_update_permission', $this->rest( 'DELETE', "/contacts/$nobodys->id/followers/$follower->ID" ) );
		self::assertSame( array( $follower->ID ), self::stored( $nobodys )->followers );
		self::assertForbidden( 'update_unassigned', $this->as( $this->rep() )->rest( 'POST', "/contacts/$nobodys->id/followers", array( 'user' => get_current_user_id() ) ) ); // phpcs:ignore WordPress.Arrays
	}

	public function test_removing_oneself_from_a_contact_one_then_no_longer_sees(): void {
		$follower = $this->rep();
		$contact  = $this->contact( array( 'contact_owner' => $this->rep()->ID, 'followers' => array( $follower->ID ) ) ); // phpcs:ignore WordPress.Arrays
		self::assertStatus( 200, $this->as( $follower )->rest( 'DELETE', "/contacts/$contact->id/followers/$follower->ID" ) );
		self::assertForbidden( 'view_owned_only', $this->rest( 'GET', "/contacts/$contact->id/followers" ) );
	}

	public function test_only_assigned_data_does_not_hide_a_followed_record(): void {
		$boss = $this->boss();
		update_user_option( $boss->ID, \Steward\Access\Gate::ONLY_ASSIGNED_DATA, '1' );
		$owner    = $this->rep();
		$followed = $this->contact( array( 'contact_owner' => $owner->ID, 'followers' => array( $boss->ID ) ) ); // phpcs:ignore WordPress.Arrays
		$hidden   = $this->contact( array( 'contact_owner' => $owner->ID ) );
		$this->as( $boss );
		self::assertStatus( 200, $this->rest( 'GET', "/contacts/$followed->id" ) );
		self::assertForbidden( 'view_owned_only', $this->rest( 'GET', "/contacts/$hidden->id" ) );
	}

	public function test_access_explains_and_gives_nothing_of_the_contact_away(): void {
		$rep    = $this->rep();
		$secret = $this->contact( array( 'contact_owner' => $this->boss()->ID, 'company' => 'Topsecret' ) ); // phpcs:ignore WordPress.Arrays
		$answer = $this->as( $rep )->rest( 'GET', "/contacts/$secret->id/access" );
		self::assertStatus( 200, $answer );
		$data = $answer->get_data();
		self::assertSame( array( 'user', 'relation', 'actions' ), array_keys( $data ) );
		self::assertSame( array( $rep->ID, 'other' ), array( $data['user'], $data['relation'] ) );
		self::assertSame( array( 'view' => 'view_owned_only', 'update' => 'update_owned_only', 'claim' => 'already_assigned', 'reassign' => 'missing_reassign_permission', 'delete' => 'missing_delete_permission' ), array_map( static fn ( array $action ): string => $action['reason'], $data['actions'] ) ); // phpcs:ignore WordPress.Arrays
		foreach ( $data['actions'] as $action ) {
			self::assertFalse( $action['allowed'] );
			self::assertNotSame( '', $action['remedy'] );
		}
		self::assertStringNotContainsString( 'Topsecret', (string) wp_json_encode( $data ) );
		self::assertForbidden( 'missing_reports_permission', $this->rest( 'GET', "/contacts/$secret->id/access", array( 'user' => $this->boss()->ID ) ) ); // phpcs:ignore WordPress.Arrays
		$this->as( $this->boss() );
		self::assertSame( $data, $this->rest( 'GET', "/contacts/$secret->id/access", array( 'user' => $rep->ID ) )->get_data() ); // phpcs:ignore WordPress.Arrays
		self::assertInvalid( 'user', $this->rest( 'GET', "/contacts/$secret->id/access", array( 'user' => 999999 ) ) ); // phpcs:ignore WordPress.Arrays
		self::assertError( 404, 'steward_not_found', $this->rest( 'GET', '/contacts/999999/access' ) );
		$outsider = $this->user( 'subscriber' );
		self::assertSame( 'not_a_member', $this->as( $outsider )->rest( 'GET', "/contacts/$secret->id/access" )->get_data()['actions']['view']['reason'] );
	}

	public function test_activity_is_paged_newest_first_and_only_for_who_may_view(): void {
		$rep     = $this->rep();
		$contact = $this->contact( array( 'contact_owner' => $rep->ID ) );
		$this->as( $rep );
		foreach ( range( 1, 4 ) as $number ) {
			$this->rest( 'PATCH', "/contacts/$contact->id", array( 'title' => "Title $number" ) ); // phpcs:ignore WordPress.Arrays
		}
		$page = $this->rest( 'GET', "/contacts/$contact->id/activity", array( 'per_page' => 2, 'page' => 1 ) ); // phpcs:ignore WordPress.Arrays
		self::assertSame( array( '5', '3' ), array( $page->get_headers()['X-WP-Total'], $page->get_headers()['X-WP-TotalPages'] ) );
		$item = $page->get_data()[0];
		self::assertSame( array( 'old' => 'Title 3', 'new' => 'Title 4' ), ( (array) $item['changes'] )['title'] ); // phpcs:ignore WordPress.Arrays
		self::assertSame( array( 'updated', $rep->ID, 'hand', 'contact', $contact->id ), array( $item['action'], $item['actor']['id'], $item['cause']['kind'], $item['object_type'], $item['object_id'] ) );
		$created = $this->rest( 'GET', "/contacts/$contact->id/activity", array( 'page' => 5, 'per_page' => 1 ) )->get_data()[0]; // phpcs:ignore WordPress.Arrays
		self::assertNull( $created['actor'] );
		self::assertSame( array( $rep->ID => $rep->display_name ), (array) $created['names'] );
		self::assertForbidden( 'view_owned_only', $this->as( $this->rep() )->rest( 'GET', "/contacts/$contact->id/activity" ) );
		self::assertError( 404, 'steward_not_found', $this->rest( 'GET', '/contacts/999999/activity' ) );
	}

	public function test_an_application_password_is_a_program(): void {
		$contact = $this->contact();
		$this->as( $this->rep() );
		$GLOBALS['wp_rest_application_password_uuid'] = 'test'; // phpcs:ignore WordPress.WP.GlobalVariablesOverride
		$this->rest( 'POST', "/contacts/$contact->id/claim" );
		unset( $GLOBALS['wp_rest_application_password_uuid'] );
		self::assertSame( 'rest', self::activity( $contact )[1]['cause'] );
	}
}
