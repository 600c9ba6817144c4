<?php
/**
 * Single and separate owners, and what syncs.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Integration\Opportunities;

use PHPUnit\Framework\Attributes\DataProvider;
use Steward\Contacts\Contact;
use Steward\Plugin;
use Steward\Settings\Settings;
use Steward\Tests\Integration\Contacts\ContactTestCase;
use WP_User;

/**
 * The toggle and its two syncs, all eight states, through REST: whoever changes an owner, the other record's owner and
 * followers are as the rules say, and the log says why.
 */
final class SeparateOwnersTest extends ContactTestCase {

	/** @var array<string, WP_User> */
	private array $people = array();

	protected function setUp(): void {
		parent::setUp();
		$this->people = array(
			'manager' => $this->user( 'administrator' ),
			'ann'     => $this->rep(),
			'ben'     => $this->rep(),
			'cid'     => $this->rep(),
		);
		$this->as( $this->people['manager'] );
	}

	/**
	 * @return iterable<string, array{bool, bool, bool}>
	 */
	public static function states(): iterable {
		foreach ( array( false, true ) as $separate ) {
			foreach ( array( false, true ) as $contact_follower ) {
				foreach ( array( false, true ) as $opportunity_follower ) {
					yield sprintf( 'separate %d, contact follower %d, opportunity follower %d', $separate, $contact_follower, $opportunity_follower ) => array( $separate, $contact_follower, $opportunity_follower );
				}
			}
		}
	}

	#[DataProvider( 'states' )]
	public function test_reassigning_the_contact( bool $separate, bool $contact_follower, bool $opportunity_follower ): void {
		list( $contact, $deal ) = $this->anns_contact_with_a_deal( $separate, $contact_follower, $opportunity_follower );
		self::assertStatus( 200, $this->rest( 'POST', "/steward/v1/contacts/$contact->id/reassign", array( 'contact_owner' => $this->id( 'ben' ) ) ) );
		$this->assertContact( $contact, 'ben', array() );
		$this->assertDeal( $deal, $separate ? 'ann' : 'ben', $separate && $opportunity_follower ? array( 'ben' => 'sync' ) : array() );
		// And on: what sync had added for Ben goes, Cid comes.
		self::assertStatus( 200, $this->rest( 'POST', "/steward/v1/contacts/$contact->id/reassign", array( 'contact_owner' => $this->id( 'cid' ) ) ) );
		$this->assertDeal( $deal, $separate ? 'ann' : 'cid', $separate && $opportunity_follower ? array( 'cid' => 'sync' ) : array() );
		// Released, nobody takes the place; back to the deal's own owner, who need not follow it.
		self::assertStatus( 200, $this->rest( 'POST', "/steward/v1/contacts/$contact->id/reassign", array( 'contact_owner' => null ) ) );
		$this->assertDeal( $deal, $separate ? 'ann' : null, array() );
		self::assertStatus( 200, $this->rest( 'POST', "/steward/v1/contacts/$contact->id/reassign", array( 'contact_owner' => $this->id( 'ann' ) ) ) );
		$this->assertDeal( $deal, 'ann', array() );
		self::assertSame( 'hand', $this->log( 'contact', $contact->id, 'reassigned' )[0]['cause'] );
		if ( ! $separate ) {
			self::assertCount( 4, array_merge( $this->log( 'opportunity', $deal, 'reassigned' ), $this->log( 'opportunity', $deal, 'released' ) ), 'Each move along is logged.' );
		}
		foreach ( $this->log( 'opportunity', $deal, 'follower_added' ) as $row ) {
			self::assertSame( 'sync', $row['cause'] );
		}
	}

	#[DataProvider( 'states' )]
	public function test_claiming_the_contact( bool $separate, bool $contact_follower, bool $opportunity_follower ): void {
		list( $contact, $deal ) = $this->anns_contact_with_a_deal( $separate, $contact_follower, $opportunity_follower, null );
		$this->as( $this->people['cid'] );
		self::assertStatus( 200, $this->rest( 'POST', "/steward/v1/contacts/$contact->id/claim" ) );
		$this->assertContact( $contact, 'cid', array() );
		$this->assertDeal( $deal, $separate ? null : 'cid', $separate && $opportunity_follower ? array( 'cid' => 'sync' ) : array() );
		self::assertStatus( 200, $this->rest( 'DELETE', "/steward/v1/contacts/$contact->id/claim" ) );
		$this->assertContact( $contact, null, array() );
		$this->assertDeal( $deal, null, array() );
	}

	#[DataProvider( 'states' )]
	public function test_changing_the_deals_owner( bool $separate, bool $contact_follower, bool $opportunity_follower ): void {
		list( $contact, $deal ) = $this->anns_contact_with_a_deal( $separate, $contact_follower, $opportunity_follower );
		foreach ( array(
			array( 'POST', "/steward/v1/opportunities/$deal/reassign" ),
			array( 'PATCH', "/steward/v1/opportunities/$deal" ),
		) as list( $method, $route ) ) {
			$answer = $this->rest( $method, $route, array( 'owner' => $this->id( 'ben' ) ) );
			if ( ! $separate ) {
				$data = self::assertError( 400, 'steward_single_owner', $answer );
				self::assertSame( 'single_owner', $data['reason'] );
				self::assertNotSame( '', $data['remedy'] );
				$this->assertDeal( $deal, 'ann', array() );
				continue;
			}
			self::assertStatus( 200, $answer );
			$this->assertDeal( $deal, 'ben', array() );
			$this->assertContact( $contact, 'ann', $contact_follower ? array( 'ben' => 'sync' ) : array() );
		}
		if ( ! $separate ) {
			return;
		}
		self::assertStatus( 200, $this->rest( 'POST', "/steward/v1/opportunities/$deal/reassign", array( 'owner' => $this->id( 'cid' ) ) ) );
		$this->assertContact( $contact, 'ann', $contact_follower ? array( 'cid' => 'sync' ) : array() );
		self::assertStatus( 200, $this->rest( 'POST', "/steward/v1/opportunities/$deal/reassign", array( 'owner' => null ) ) );
		$this->assertContact( $contact, 'ann', array() );
		$this->as( $this->people['ben'] );
		self::assertStatus( 200, $this->rest( 'POST', "/steward/v1/opportunities/$deal/claim" ) );
		$this->assertDeal( $deal, 'ben', array() );
		$this->assertContact( $contact, 'ann', $contact_follower ? array( 'ben' => 'sync' ) : array() );
	}

	public function test_another_deal_still_justifies_a_synced_follow(): void {
		list( $contact, $first ) = $this->anns_contact_with_a_deal( true, true, false );
		$second                  = $this->deal( $contact, $this->id( 'ben' ) );
		$this->rest( 'POST', "/steward/v1/opportunities/$first/reassign", array( 'owner' => $this->id( 'ben' ) ) );
		$this->assertContact( $contact, 'ann', array( 'ben' => 'sync' ) );
		$this->rest( 'POST', "/steward/v1/opportunities/$first/reassign", array( 'owner' => $this->id( 'ann' ) ) );
		$this->assertContact( $contact, 'ann', array( 'ben' => 'sync' ) );
		$this->rest( 'POST', "/steward/v1/opportunities/$second/reassign", array( 'owner' => $this->id( 'ann' ) ) );
		$this->assertContact( $contact, 'ann', array() );
	}

	public function test_sync_never_removes_a_manual_follow(): void {
		list( $contact, $deal ) = $this->anns_contact_with_a_deal( true, true, true );
		self::assertStatus( 201, $this->rest( 'POST', "/steward/v1/contacts/$contact->id/followers", array( 'user' => $this->id( 'ben' ) ) ) );
		self::assertStatus( 201, $this->rest( 'POST', "/steward/v1/opportunities/$deal/followers", array( 'user' => $this->id( 'cid' ) ) ) );
		$this->rest( 'POST', "/steward/v1/opportunities/$deal/reassign", array( 'owner' => $this->id( 'ben' ) ) );
		$this->rest( 'POST', "/steward/v1/opportunities/$deal/reassign", array( 'owner' => $this->id( 'ann' ) ) );
		$this->assertContact( $contact, 'ann', array( 'ben' => 'manual' ) );
		$this->rest( 'POST', "/steward/v1/contacts/$contact->id/reassign", array( 'contact_owner' => $this->id( 'cid' ) ) );
		$this->rest( 'POST', "/steward/v1/contacts/$contact->id/reassign", array( 'contact_owner' => $this->id( 'ann' ) ) );
		$this->assertDeal( $deal, 'ann', array( 'cid' => 'manual' ) );
	}

	public function test_a_full_list_is_not_exceeded_and_the_record_says_so(): void {
		list( $contact, $deal ) = $this->anns_contact_with_a_deal( true, true, true );
		$ten                    = array_map( fn (): int => $this->rep()->ID, range( 1, 10 ) );
		self::assertStatus( 200, $this->rest( 'PUT', "/steward/v1/contacts/$contact->id/followers", array( 'followers' => $ten ) ) );
		self::assertStatus( 200, $this->rest( 'PUT', "/steward/v1/opportunities/$deal/followers", array( 'followers' => $ten ) ) );
		self::assertStatus( 200, $this->rest( 'POST', "/steward/v1/opportunities/$deal/reassign", array( 'owner' => $this->id( 'ben' ) ) ) );
		self::assertSame( $ten, self::stored( $contact )->followers );
		self::assertCount( 1, $this->log( 'contact', $contact->id, 'sync_skipped' ) );
		self::assertSame( array( $this->id( 'ben' ) ), $this->skipped( "contacts/$contact->id" ) );
		self::assertStatus( 200, $this->rest( 'POST', "/steward/v1/contacts/$contact->id/reassign", array( 'contact_owner' => $this->id( 'cid' ) ) ) );
		self::assertCount( 1, $this->log( 'opportunity', $deal, 'sync_skipped' ) );
		self::assertSame( array( $this->id( 'cid' ) ), $this->skipped( "opportunities/$deal" ) );
		foreach ( array( "contacts/$contact->id" => 'ben', "opportunities/$deal" => 'cid' ) as $record => $name ) { // phpcs:ignore WordPress.Arrays
			self::assertStatus( 200, $this->rest( 'DELETE', "/steward/v1/$record/followers/$ten[0]" ) );
			self::assertSame( array( $this->id( $name ) ), $this->skipped( $record ), 'It is said until they follow, also once there is room.' );
			self::assertStatus( 201, $this->rest( 'POST', "/steward/v1/$record/followers", array( 'user' => $this->id( $name ) ) ) );
			self::assertSame( array(), $this->skipped( $record ) );
		}
	}

	public function test_a_skipped_follow_is_said_as_long_as_it_is_justified(): void {
		list( $contact, $deal ) = $this->anns_contact_with_a_deal( true, true, true );
		$ten                    = array_map( fn (): int => $this->rep()->ID, range( 1, 10 ) );
		foreach ( array( "contacts/$contact->id", "opportunities/$deal" ) as $record ) {
			self::assertStatus( 200, $this->rest( 'PUT', "/steward/v1/$record/followers", array( 'followers' => $ten ) ) );
		}
		$this->give_deal( $deal, 'ben' );
		$this->give_contact( $contact, 'cid' );
		foreach ( array( "contacts/$contact->id", "opportunities/$deal" ) as $record ) {
			self::assertStatus( 200, $this->rest( 'DELETE', "/steward/v1/$record/followers/$ten[0]" ) );
		}
		self::assertSame( array( array( $this->id( 'ben' ) ), array( $this->id( 'cid' ) ) ), array( $this->skipped( "contacts/$contact->id" ), $this->skipped( "opportunities/$deal" ) ) );

		// A sync that is off owes nothing.
		$this->set( array( 'sync_contact_follower' => false, 'sync_opportunity_follower' => false ) ); // phpcs:ignore WordPress.Arrays
		self::assertSame( array( array(), array() ), array( $this->skipped( "contacts/$contact->id" ), $this->skipped( "opportunities/$deal" ) ) );
		$this->set( array( 'sync_contact_follower' => true, 'sync_opportunity_follower' => true ) ); // phpcs:ignore WordPress.Arrays

		// Who has lost access follows nothing.
		$this->people['ben']->set_role( 'subscriber' );
		$this->people['cid']->set_role( 'subscriber' );
		self::assertSame( array( array(), array() ), array( $this->skipped( "contacts/$contact->id" ), $this->skipped( "opportunities/$deal" ) ) );
		$this->people['ben']->set_role( 'steward_sales_rep' );
		$this->people['cid']->set_role( 'steward_sales_rep' );
		self::assertSame( array( array( $this->id( 'ben' ) ), array( $this->id( 'cid' ) ) ), array( $this->skipped( "contacts/$contact->id" ), $this->skipped( "opportunities/$deal" ) ) );

		// An opportunity in the trash justifies nothing; nor does one that is theirs no longer.
		self::assertStatus( 200, $this->rest( 'DELETE', "/steward/v1/opportunities/$deal" ) );
		self::assertSame( array(), $this->skipped( "contacts/$contact->id" ) );
		self::assertStatus( 200, $this->rest( 'POST', "/steward/v1/opportunities/$deal/restore" ) );
		$this->give_deal( $deal, 'ann' );
		self::assertSame( array(), $this->skipped( "contacts/$contact->id" ) );
		$this->give_contact( $contact, 'ben' );
		self::assertSame( array(), $this->skipped( "opportunities/$deal" ), 'Cid owns the contact no longer, and for Ben there is room.' );
	}

	public function test_nobody_was_left_out_of_what_they_own(): void {
		list( $contact, $deal ) = $this->anns_contact_with_a_deal( true, true, true );
		$ten                    = array_map( fn (): int => $this->rep()->ID, range( 1, 10 ) );
		foreach ( array( "contacts/$contact->id", "opportunities/$deal" ) as $record ) {
			self::assertStatus( 200, $this->rest( 'PUT', "/steward/v1/$record/followers", array( 'followers' => $ten ) ) );
		}
		$this->give_deal( $deal, 'ben' );
		self::assertSame( array( $this->id( 'ben' ) ), $this->skipped( "contacts/$contact->id" ) );
		$this->give_contact( $contact, 'ben' );
		self::assertSame( array( array(), array() ), array( $this->skipped( "contacts/$contact->id" ), $this->skipped( "opportunities/$deal" ) ) );
	}

	public function test_nothing_was_skipped_where_nothing_was_due(): void {
		list( , $deal ) = $this->anns_contact_with_a_deal( true, true, true );
		$ten            = array_map( fn (): int => $this->rep()->ID, range( 1, 10 ) );
		self::assertStatus( 200, $this->rest( 'PUT', "/steward/v1/opportunities/$deal/followers", array( 'followers' => $ten ) ) );
		self::assertStatus( 200, $this->rest( 'POST', "/steward/v1/opportunities/$deal/reassign", array( 'owner' => $this->id( 'ben' ) ) ) );
		self::assertSame( array(), $this->skipped( "opportunities/$deal" ), 'No contact has changed its owner.' );
		self::assertSame( array(), $this->log( 'opportunity', $deal, 'sync_skipped' ) );
	}

	public function test_a_skip_no_longer_holds_once_somebody_added_and_removed_them_by_hand(): void {
		list( $contact, $deal ) = $this->anns_contact_with_a_deal( true, false, true );
		$ten                    = array_map( fn (): int => $this->rep()->ID, range( 1, 10 ) );
		$followers              = "/steward/v1/opportunities/$deal/followers";
		self::assertStatus( 200, $this->rest( 'PUT', $followers, array( 'followers' => $ten ) ) );
		self::assertStatus( 200, $this->rest( 'POST', "/steward/v1/contacts/$contact->id/reassign", array( 'contact_owner' => $this->id( 'ben' ) ) ) );
		self::assertSame( array( $this->id( 'ben' ) ), $this->skipped( "opportunities/$deal" ) );
		self::assertStatus( 200, $this->rest( 'PUT', $followers, array( 'followers' => array( ...array_slice( $ten, 1 ), $this->id( 'ben' ) ) ) ) );
		self::assertStatus( 200, $this->rest( 'PUT', $followers, array( 'followers' => $ten ) ) );
		self::assertSame( array(), $this->skipped( "opportunities/$deal" ) );
	}

	public function test_nobody_follows_by_sync_the_deal_they_own(): void {
		list( $contact, $deal ) = $this->anns_contact_with_a_deal( true, true, true );
		$this->give_contact( $contact, 'cid' );
		$this->assertDeal( $deal, 'ann', array( 'cid' => 'sync' ) );
		$answer = $this->give_deal( $deal, 'cid' );
		$this->assertDeal( $deal, 'cid', array() );
		self::assertSame( array(), $answer['followers'] );
		$ended = $this->log( 'opportunity', $deal, 'follower_removed' );
		self::assertSame( array( 'sync', $this->id( 'cid' ) ), array( $ended[0]['cause'], json_decode( (string) $ended[0]['changes'], true )['follower']['old'] ) );
		// Still the contact's owner, they follow it again.
		$answer = $this->give_deal( $deal, 'ben' );
		$this->assertDeal( $deal, 'ben', array( 'cid' => 'sync' ) );
		self::assertSame( array( $this->id( 'cid' ) ), $answer['followers'] );
	}

	public function test_nobody_follows_by_sync_the_contact_they_own(): void {
		list( $contact, $deal ) = $this->anns_contact_with_a_deal( true, true, false );
		$this->give_deal( $deal, 'ben' );
		$this->assertContact( $contact, 'ann', array( 'ben' => 'sync' ) );
		$this->give_contact( $contact, 'ben' );
		$this->assertContact( $contact, 'ben', array() );
		$this->give_contact( $contact, 'cid' );
		$this->assertContact( $contact, 'cid', array( 'ben' => 'sync' ) );
		// Of the deal that is no longer theirs nothing is left to justify it.
		$this->give_deal( $deal, 'cid' );
		$this->assertContact( $contact, 'cid', array() );
	}

	public function test_who_got_the_contact_while_they_owned_the_deal_follows_it_later(): void {
		list( $contact, $deal ) = $this->anns_contact_with_a_deal( true, true, true );
		$this->give_deal( $deal, 'ben' );
		$this->give_contact( $contact, 'ben' );
		$this->assertDeal( $deal, 'ben', array() );
		$this->give_deal( $deal, 'ann' );
		$this->assertDeal( $deal, 'ann', array( 'ben' => 'sync' ) );
		$this->assertContact( $contact, 'ben', array( 'ann' => 'sync' ) );
	}

	public function test_what_came_about_before_a_sync_was_on_owes_nothing(): void {
		list( $contact, $deal ) = $this->anns_contact_with_a_deal( true, false, false );
		$this->give_contact( $contact, 'ben' );
		$this->give_deal( $deal, 'ben' );
		$db = Plugin::instance()->db();
		$db->execute( "UPDATE %i SET owner_since_gmt = '2020-01-01 00:00:00'", $db->table( 'contacts' ) );
		$this->set( array( 'sync_opportunity_follower' => true, 'sync_contact_follower' => true ) ); // phpcs:ignore WordPress.Arrays
		$this->give_deal( $deal, 'cid' );
		$this->assertDeal( $deal, 'cid', array() );
	}

	public function test_owning_leaves_a_manual_follow_alone(): void {
		list( $contact, $deal ) = $this->anns_contact_with_a_deal( true, true, true );
		self::assertStatus( 201, $this->rest( 'POST', "/steward/v1/opportunities/$deal/followers", array( 'user' => $this->id( 'ben' ) ) ) );
		$this->give_deal( $deal, 'ben' );
		$this->assertDeal( $deal, 'ben', array( 'ben' => 'manual' ) );
		$this->give_contact( $contact, 'ben' );
		$this->assertDeal( $deal, 'ben', array( 'ben' => 'manual' ) );
	}

	public function test_the_heir_of_a_deleted_user_follows_nothing_of_what_they_inherit(): void {
		list( $contact, $deal ) = $this->anns_contact_with_a_deal( true, true, true );
		$bens                   = $this->deal( $contact, $this->id( 'ben' ) );
		require_once ABSPATH . 'wp-admin/includes/user.php';
		if ( is_multisite() ) {
			remove_user_from_blog( $this->id( 'ann' ), get_current_blog_id(), $this->id( 'cid' ) );
		} else {
			wp_delete_user( $this->id( 'ann' ), $this->id( 'cid' ) );
		}
		$this->assertDeal( $deal, 'cid', array() );
		$this->assertDeal( $bens, 'ben', array( 'cid' => 'sync' ) );
		$this->assertContact( $contact, 'cid', array( 'ben' => 'sync' ) );
	}

	public function test_one_owner_for_both_ends_a_synced_follow_too(): void {
		list( $contact, $deal ) = $this->anns_contact_with_a_deal( true, false, true );
		$this->give_contact( $contact, 'cid' );
		$this->assertDeal( $deal, 'ann', array( 'cid' => 'sync' ) );
		$this->set( array( 'separate_owners' => false ) );
		$this->cron();
		$this->assertDeal( $deal, 'cid', array() );
	}

	public function test_a_deals_first_owner(): void {
		list( $contact ) = $this->anns_contact_with_a_deal( false, false, false );
		$this->assertDeal( $this->deal( $contact ), 'ann', array() );
		self::assertError( 400, 'steward_single_owner', $this->rest( 'POST', '/steward/v1/opportunities', array( 'contact' => $contact->id, 'title' => 'Bens', 'owner' => $this->id( 'ben' ) ) ) ); // phpcs:ignore WordPress.Arrays
		$this->set( array( 'separate_owners' => true, 'sync_contact_follower' => true ) ); // phpcs:ignore WordPress.Arrays
		$this->assertDeal( $this->deal( $contact ), 'ann', array() );
		$this->assertContact( $contact, 'ann', array() );
		$this->assertDeal( $this->deal( $contact, $this->id( 'ben' ) ), 'ben', array() );
		$this->assertContact( $contact, 'ann', array( 'ben' => 'sync' ) );
		$free = $this->contact();
		$this->assertDeal( $this->deal( $free ), null, array() );
	}

	public function test_taking_deals_along_on_demand(): void {
		list( $contact, $anns ) = $this->anns_contact_with_a_deal( true, false, false );
		$bens                   = $this->deal( $contact, $this->id( 'ben' ) );
		$trashed                = $this->deal( $contact );
		$params                 = array( 'contact_owner' => $this->id( 'cid' ), 'move_opportunities' => true ); // phpcs:ignore WordPress.Arrays
		self::assertStatus( 200, $this->rest( 'DELETE', "/steward/v1/opportunities/$trashed" ) );
		self::assertStatus( 200, $this->rest( 'POST', "/steward/v1/contacts/$contact->id/reassign", $params ) );
		$this->assertDeal( $anns, 'cid', array() );
		$this->assertDeal( $trashed, 'cid', array() );
		$this->assertDeal( $bens, 'ben', array() );
	}

	public function test_turning_it_off_says_what_differs_and_realigns_in_the_background(): void {
		list( $contact, $deal ) = $this->anns_contact_with_a_deal( true, true, true );
		$others                 = array_map( fn (): int => $this->deal( $contact, $this->id( 'ben' ) ), range( 1, 3 ) );
		$preview                = $this->rest( 'GET', '/steward/v1/settings/separate-owners' )->get_data();
		self::assertSame( 3, $preview['differing'] );
		self::assertSame( array( array( $this->id( 'ben' ), 3 ) ), array_map( static fn ( array $owner ): array => array( $owner['user'], $owner['count'] ), $preview['owners'] ) );
		self::assertSame( array( array( $this->id( 'ann' ), $this->people['ann']->display_name, 3 ) ), array_map( 'array_values', $preview['receivers'] ) );
		self::assertNull( $preview['job'] );

		$events = array();
		add_action( 'steward_opportunity_owner_changed', static function ( $record, $old, $new, $cause ) use ( &$events ): void { $events[] = array( $record->id(), $old, $new, $cause->batch ); }, 10, 4 ); // phpcs:ignore
		$answer = $this->rest( 'PATCH', '/steward/v1/settings', array( 'separate_owners' => false ) )->get_data();
		self::assertSame( array( false, true ), array( $answer['separate_owners'], $answer['sync_contact_follower'] ) );
		$job = $answer['job'];
		self::assertSame( array( 'realign_owners', 3 ), array( $job['kind'], $job['total'] ) );
		$this->assertDeal( $others[0], 'ben', array() );
		self::assertError( 400, 'steward_single_owner', $this->rest( 'POST', "/steward/v1/opportunities/$others[0]/reassign", array( 'owner' => $this->id( 'cid' ) ) ), 'It is off already.' );
		$this->cron();
		foreach ( $others as $other ) {
			$this->assertDeal( $other, 'ann', array() );
			$log = $this->log( 'opportunity', $other, 'reassigned' );
			self::assertSame( array( 'sync', 'One owner for a contact and its opportunities', $this->id( 'manager' ) ), array( $log[0]['cause'], $log[0]['cause_detail'], (int) $log[0]['actor'] ) );
		}
		self::assertSame( array( 'done', 3 ), array( $this->rest( 'GET', "/steward/v1/jobs/$job[id]" )->get_data()['state'], $this->rest( 'GET', "/steward/v1/jobs/$job[id]" )->get_data()['done'] ) );
		self::assertCount( 3, $events );
		self::assertSame( array( "job:$job[id]" ), array_values( array_unique( array_column( $events, 3 ) ) ), 'All of it is one change to those who are told.' );
		self::assertSame( array( 0, array() ), array( $this->rest( 'GET', '/steward/v1/settings/separate-owners' )->get_data()['differing'], $this->rest( 'GET', '/steward/v1/settings/separate-owners' )->get_data()['owners'] ) );
		$this->assertDeal( $deal, 'ann', array() );
		// On again changes nothing.
		self::assertNull( $this->rest( 'PATCH', '/steward/v1/settings', array( 'separate_owners' => true ) )->get_data()['job'] );
		$this->assertDeal( $others[0], 'ann', array() );
	}

	public function test_before_it_is_off_it_says_who_would_get_how_many(): void {
		list( $anns ) = $this->anns_contact_with_a_deal( true, false, false );
		$nobodys      = $this->contact();
		$cids         = $this->contact( array( 'contact_owner' => $this->id( 'cid' ) ) ); // phpcs:ignore WordPress.Arrays
		foreach ( array( array( $anns, 'ben', 1 ), array( $anns, 'cid', 2 ), array( $nobodys, 'ben', 2 ), array( $cids, 'ben', 4 ) ) as list( $contact, $owner, $number ) ) {
			foreach ( range( 1, $number ) as $one ) {
				$this->deal( $contact, $this->id( $owner ) );
			}
		}
		$this->deal( $cids );
		$answer = $this->rest( 'GET', '/steward/v1/settings/separate-owners' )->get_data();
		$short  = static fn ( array $people ): array => array_map( static fn ( array $one ): array => array( $one['user'], $one['count'] ), $people );
		self::assertSame( 9, $answer['differing'] );
		self::assertSame( array( array( $this->id( 'ben' ), 7 ), array( $this->id( 'cid' ), 2 ) ), $short( $answer['owners'] ) );
		self::assertSame( array( array( $this->id( 'cid' ), 4 ), array( $this->id( 'ann' ), 3 ), array( null, 2 ) ), $short( $answer['receivers'] ) );
	}

	/**
	 * Who did it, and through what, is the contact's change; the opportunity's own activity says that it came with its contact.
	 */
	public function test_what_comes_along_with_its_contact_says_so(): void {
		list( $contact, $deal ) = $this->anns_contact_with_a_deal( false, false, false, null );
		$owners                 = fn ( ?string $old, ?string $new ): array => array( 'old' => null === $old ? null : $this->id( $old ), 'new' => null === $new ? null : $this->id( $new ) ); // phpcs:ignore WordPress.Arrays
		$with                   = array( 'with_contact' => array( 'old' => null, 'new' => $contact->id ) ); // phpcs:ignore WordPress.Arrays
		$last                   = function ( string $type, int $id ): array {
			$item = $this->rest( 'GET', "/steward/v1/$type/$id/activity" )->get_data()[0];
			return array( $item['action'], $item['actor']['id'], $item['cause'], (array) $item['changes'] );
		};
		$hand                   = array( 'kind' => 'hand', 'detail' => '' ); // phpcs:ignore WordPress.Arrays
		$this->as( $this->people['cid'] );
		self::assertStatus( 200, $this->rest( 'POST', "/steward/v1/contacts/$contact->id/claim" ) );
		self::assertSame( array( 'reassigned', $this->id( 'cid' ), $hand, array( 'owner' => $owners( null, 'cid' ) ) + $with ), $last( 'opportunities', $deal ) );
		self::assertSame( array( 'claimed', $this->id( 'cid' ), $hand, array( 'contact_owner' => $owners( null, 'cid' ) ) ), $last( 'contacts', $contact->id ) );

		$this->as( $this->people['manager'] );
		$this->give_contact( $contact, 'ben' );
		self::assertSame( array( 'reassigned', $this->id( 'manager' ), $hand, array( 'owner' => $owners( 'cid', 'ben' ) ) + $with ), $last( 'opportunities', $deal ) );
		self::assertStatus( 200, $this->rest( 'POST', "/steward/v1/contacts/$contact->id/reassign", array( 'contact_owner' => null ) ) );
		self::assertSame( array( 'released', $this->id( 'manager' ), $hand, array( 'owner' => $owners( 'ben', null ) ) + $with ), $last( 'opportunities', $deal ) );

		// What was taken along on demand came with it, too; what has its own owner's change says nothing of a contact.
		$this->set( array( 'separate_owners' => true ) );
		$this->give_contact( $contact, 'ann' );
		$this->give_deal( $deal, 'ann' );
		self::assertSame( array( 'owner' => $owners( null, 'ann' ) ), $last( 'opportunities', $deal )[3] );
		self::assertStatus( 200, $this->rest( 'POST', "/steward/v1/contacts/$contact->id/reassign", array( 'contact_owner' => $this->id( 'cid' ), 'move_opportunities' => true ) ) ); // phpcs:ignore WordPress.Arrays
		self::assertSame( array( 'owner' => $owners( 'ann', 'cid' ) ) + $with, $last( 'opportunities', $deal )[3] );
	}

	public function test_a_contact_with_very_many_deals_is_realigned_in_parts(): void {
		list( $contact ) = $this->anns_contact_with_a_deal( true, true, true );
		$this->deal( $contact, $this->id( 'ben' ) );
		$db  = Plugin::instance()->db();
		$row = $db->row( 'SELECT * FROM %i WHERE contact_id = %d AND owner = %d', $db->table( 'opportunities' ), $contact->id, $this->id( 'ben' ) );
		unset( $row['id'] );
		$db->insert_many( 'opportunities', array_fill( 0, 119, $row ) );
		$this->assertContact( $contact, 'ann', array( 'ben' => 'sync' ) );
		$job  = $this->set( array( 'separate_owners' => false ) )['job'];
		$done = fn (): array => array_values( array_intersect_key( $this->rest( 'GET', "/steward/v1/jobs/$job[id]" )->get_data(), array_flip( array( 'state', 'done' ) ) ) );
		Plugin::instance()->job_runner()->run( $job['id'], 0 );
		self::assertSame( array( 'running', 50 ), $done() );
		$this->assertContact( $contact, 'ann', array( 'ben' => 'sync' ) );
		Plugin::instance()->job_runner()->run( $job['id'] );
		self::assertSame( array( 'done', 120 ), $done() );
		self::assertSame( 121, $db->int( 'SELECT COUNT(*) FROM %i WHERE contact_id = %d AND owner = %d', $db->table( 'opportunities' ), $contact->id, $this->id( 'ann' ) ) );
		$this->assertContact( $contact, 'ann', array() );
	}

	public function test_turning_it_on_in_another_process_ends_a_run_at_its_next_batch(): void {
		list( $contact ) = $this->anns_contact_with_a_deal( true, false, false );
		$this->deal( $contact, $this->id( 'ben' ) );
		$db  = Plugin::instance()->db();
		$row = $db->row( 'SELECT * FROM %i WHERE contact_id = %d AND owner = %d', $db->table( 'opportunities' ), $contact->id, $this->id( 'ben' ) );
		unset( $row['id'] );
		$db->insert_many( 'opportunities', array_fill( 0, 119, $row ) );
		$job = $this->set( array( 'separate_owners' => false ) )['job'];
		add_action(
			'steward_opportunity_owner_changed',
			static function (): void {
				// As another process does it: this one's cache knows nothing of it.
				global $wpdb;
				$wpdb->update( $wpdb->options, array( 'option_value' => maybe_serialize( array( 'separate_owners' => true ) ) ), array( 'option_name' => Settings::OPTION ) ); // phpcs:ignore WordPress.Arrays
			}
		);
		Plugin::instance()->job_runner()->run( $job['id'] );
		self::assertTrue( Settings::separate_owners() );
		self::assertSame( array( 'done', 50 ), array_values( array_intersect_key( $this->rest( 'GET', "/steward/v1/jobs/$job[id]" )->get_data(), array_flip( array( 'state', 'done' ) ) ) ) );
	}

	public function test_a_synced_follow_lasts_as_long_as_a_living_opportunity_of_the_contact_justifies_it(): void {
		list( $contact, $deal ) = $this->anns_contact_with_a_deal( true, true, false );
		$this->give_deal( $deal, 'ben' );
		$this->assertContact( $contact, 'ann', array( 'ben' => 'sync' ) );
		self::assertStatus( 200, $this->rest( 'DELETE', "/steward/v1/opportunities/$deal" ) );
		$this->assertContact( $contact, 'ann', array() );
		self::assertStatus( 200, $this->rest( 'POST', "/steward/v1/opportunities/$deal/restore" ) );
		$this->assertContact( $contact, 'ann', array( 'ben' => 'sync' ) );

		$other = $this->contact( array( 'contact_owner' => $this->id( 'cid' ) ) ); // phpcs:ignore WordPress.Arrays
		self::assertStatus( 200, $this->rest( 'PATCH', "/steward/v1/opportunities/$deal", array( 'contact' => $other->id ) ) ); // phpcs:ignore WordPress.Arrays
		$this->assertContact( $contact, 'ann', array() );
		$this->assertContact( $other, 'cid', array( 'ben' => 'sync' ) );

		$second = $this->deal( $other, $this->id( 'ben' ) );
		self::assertStatus( 200, $this->rest( 'DELETE', "/steward/v1/opportunities/$deal?force=true" ) );
		$this->assertContact( $other, 'cid', array( 'ben' => 'sync' ) );
		self::assertStatus( 200, $this->rest( 'DELETE', "/steward/v1/opportunities/$second?force=true" ) );
		$this->assertContact( $other, 'cid', array() );
	}

	public function test_a_contacts_owner_follows_the_contacts_own_opportunities_by_sync(): void {
		list( $contact, $deal ) = $this->anns_contact_with_a_deal( true, false, true );
		$this->give_deal( $deal, 'ben' );
		$this->give_contact( $contact, 'cid' );
		$this->assertDeal( $deal, 'ben', array( 'cid' => 'sync' ) );
		$other = $this->contact( array( 'contact_owner' => $this->id( 'ann' ) ) ); // phpcs:ignore WordPress.Arrays
		self::assertStatus( 200, $this->rest( 'PATCH', "/steward/v1/opportunities/$deal", array( 'contact' => $other->id ) ) ); // phpcs:ignore WordPress.Arrays
		$this->assertDeal( $deal, 'ben', array( 'ann' => 'sync' ) );
	}

	public function test_turning_it_off_ends_what_sync_had_added(): void {
		list( $contact, $deal ) = $this->anns_contact_with_a_deal( true, true, true );
		self::assertStatus( 200, $this->rest( 'POST', "/steward/v1/opportunities/$deal/reassign", array( 'owner' => $this->id( 'ben' ) ) ) );
		$this->assertContact( $contact, 'ann', array( 'ben' => 'sync' ) );
		self::assertStatus( 200, $this->rest( 'PATCH', '/steward/v1/settings', array( 'separate_owners' => false ) ) );
		$this->cron();
		$this->assertDeal( $deal, 'ann', array() );
		$this->assertContact( $contact, 'ann', array() );
	}

	public function test_turning_it_on_again_ends_a_realignment_and_a_cancelled_one_can_be_taken_up(): void {
		list( $contact ) = $this->anns_contact_with_a_deal( true, false, false );
		$other           = $this->deal( $contact, $this->id( 'ben' ) );
		$this->set( array( 'separate_owners' => false ) );
		$this->set( array( 'separate_owners' => true ) );
		$this->cron();
		$this->assertDeal( $other, 'ben', array() );
		$job = $this->set( array( 'separate_owners' => false ) )['job'];
		self::assertStatus( 200, $this->rest( 'DELETE', "/steward/v1/jobs/$job[id]" ) );
		$this->cron();
		$this->assertDeal( $other, 'ben', array() );
		self::assertStatus( 202, $this->rest( 'POST', '/steward/v1/settings/separate-owners/realign' ) );
		$this->cron();
		$this->assertDeal( $other, 'ann', array() );
		self::assertStatus( 200, $this->rest( 'POST', '/steward/v1/settings/separate-owners/realign' ) );
		$this->as( $this->people['ann'] );
		self::assertForbidden( 'missing_manage_permission', $this->rest( 'GET', '/steward/v1/settings/separate-owners' ) );
		self::assertForbidden( 'missing_manage_permission', $this->rest( 'POST', '/steward/v1/settings/separate-owners/realign' ) );
	}

	/**
	 * Ten thousand deals on one contact move in one transaction, with few statements.
	 */
	public function test_a_contact_with_very_many_deals(): void {
		list( $contact ) = $this->anns_contact_with_a_deal( false, false, false );
		$db              = Plugin::instance()->db();
		$row             = $db->row( 'SELECT * FROM %i WHERE contact_id = %d', $db->table( 'opportunities' ), $contact->id );
		unset( $row['id'] );
		foreach ( range( 1, 4 ) as $thousands ) {
			$db->insert_many( 'opportunities', array_fill( 0, 500, $row ) );
		}
		global $wpdb;
		$before = $wpdb->num_queries;
		self::assertStatus( 200, $this->rest( 'POST', "/steward/v1/contacts/$contact->id/reassign", array( 'contact_owner' => $this->id( 'ben' ) ) ) );
		self::assertLessThan( 120, $wpdb->num_queries - $before );
		self::assertSame( 2001, $db->int( 'SELECT COUNT(*) FROM %i WHERE contact_id = %d AND owner = %d', $db->table( 'opportunities' ), $contact->id, $this->id( 'ben' ) ) );
		self::assertSame( 2001, $db->int( "SELECT COUNT(*) FROM %i WHERE object_type = 'opportunity' AND action = 'reassigned'", $db->table( 'activity' ) ) );
	}

	/**
	 * @return array{Contact, int}
	 */
	private function anns_contact_with_a_deal( bool $separate, bool $contact_follower, bool $opportunity_follower, ?string $owner = 'ann' ): array {
		$this->set( array( 'separate_owners' => $separate, 'sync_contact_follower' => $contact_follower, 'sync_opportunity_follower' => $opportunity_follower ) ); // phpcs:ignore WordPress.Arrays
		$contact = $this->contact( array( 'contact_owner' => null === $owner ? null : $this->id( $owner ) ) );
		return array( $contact, $this->deal( $contact ) );
	}

	/**
	 * @param string $record Its path.
	 * @return list<int> Whom a sync couldn't make its followers, as the record says.
	 */
	private function skipped( string $record ): array {
		return array_column( $this->rest( 'GET', "/steward/v1/$record" )->get_data()['sync_skipped'], 'id' );
	}

	private function deal( Contact $contact, ?int $owner = null ): int {
		$answer = $this->rest( 'POST', '/steward/v1/opportunities', array( 'contact' => $contact->id, 'title' => 'A deal' ) + ( null === $owner ? array() : array( 'owner' => $owner ) ) ); // phpcs:ignore WordPress.Arrays
		self::assertStatus( 201, $answer );
		return $answer->get_data()['id'];
	}

	private function give_contact( Contact $contact, string $to ): void {
		self::assertStatus( 200, $this->rest( 'POST', "/steward/v1/contacts/$contact->id/reassign", array( 'contact_owner' => $this->id( $to ) ) ) );
	}

	/**
	 * @return array<string, mixed> The deal.
	 */
	private function give_deal( int $deal, string $to ): array {
		$answer = $this->rest( 'POST', "/steward/v1/opportunities/$deal/reassign", array( 'owner' => $this->id( $to ) ) );
		self::assertStatus( 200, $answer );
		return $answer->get_data();
	}

	/**
	 * @param array<string, bool> $settings Settings.
	 * @return array<string, mixed>
	 */
	private function set( array $settings ): array {
		$answer = $this->rest( 'PATCH', '/steward/v1/settings', $settings );
		self::assertStatus( 200, $answer );
		return $answer->get_data();
	}

	private function id( string $name ): int {
		return $this->people[ $name ]->ID;
	}

	/**
	 * @param array<string, string> $followers Name => source.
	 */
	private function assertContact( Contact $contact, ?string $owner, array $followers ): void {
		self::assertSame( null === $owner ? null : $this->id( $owner ), self::stored( $contact )->contact_owner );
		$this->assertFollowers( 'contact', $contact->id, $followers );
	}

	/**
	 * @param array<string, string> $followers Name => source.
	 */
	private function assertDeal( int $id, ?string $owner, array $followers ): void {
		$deal = Plugin::instance()->records()->find( \Steward\Access\RecordType::Opportunity, $id );
		self::assertNotNull( $deal );
		self::assertSame( null === $owner ? null : $this->id( $owner ), $deal->owner() );
		$this->assertFollowers( 'opportunity', $id, $followers );
	}

	/**
	 * @param array<string, string> $followers Name => source.
	 */
	private function assertFollowers( string $type, int $id, array $followers ): void {
		$db       = Plugin::instance()->db();
		$expected = array();
		foreach ( $followers as $name => $source ) {
			$expected[ $this->id( $name ) ] = $source;
		}
		$rows = $db->rows( 'SELECT user_id, source FROM %i WHERE object_type = %s AND object_id = %d', $db->table( 'followers' ), $type, $id );
		self::assertEquals( $expected, array_column( $rows, 'source', 'user_id' ), $type );
		self::assertSame( count( $rows ), $db->int( 'SELECT follower_count FROM %i WHERE id = %d', $db->table( 'contact' === $type ? 'contacts' : 'opportunities' ), $id ) );
	}

	/**
	 * @return list<array<string, string|null>>
	 */
	private function log( string $type, int $id, string $action ): array {
		$db = Plugin::instance()->db();
		return $db->rows( 'SELECT * FROM %i WHERE object_type = %s AND object_id = %d AND action = %s ORDER BY id', $db->table( 'activity' ), $type, $id, $action );
	}
}
