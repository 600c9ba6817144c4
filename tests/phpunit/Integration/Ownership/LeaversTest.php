<?php
/**
 * What becomes of a leaver's contacts.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Integration\Ownership;

use Steward\Contacts\Contact;
use Steward\Plugin;
use Steward\Tests\Support\TestCase;

/**
 * Deleting a user moves what they owned, also from the trash, and ends what they followed.
 */
final class LeaversTest extends TestCase {

	public function test_contacts_go_to_whom_the_deletion_names(): void {
		$leaver = $this->user( 'steward_sales_rep' )->ID;
		$heir   = $this->user( 'steward_sales_rep' )->ID;
		$owned  = $this->contact( array( 'contact_owner' => $leaver ) );
		$this->as( $this->user( 'administrator' ) );
		$trashed = $this->contact( array( 'contact_owner' => $leaver ) );
		$this->rest( 'DELETE', "/contacts/$trashed" );

		$this->delete( $leaver, $heir );

		self::assertSame( $heir, $this->stored( $owned )->contact_owner );
		self::assertSame( $heir, $this->stored( $trashed )->contact_owner );
		$activity = $this->rest( 'GET', "/contacts/$owned/activity" )->get_data()[0];
		self::assertSame( array( 'reassigned', 'user_deleted' ), array( $activity['action'], $activity['cause']['kind'] ) );
	}

	public function test_the_log_says_who_deleted_and_tells_everybody_else(): void {
		if ( is_multisite() ) {
			self::markTestSkipped( 'Over REST nobody is deleted from a network.' );
		}
		$admin    = $this->user( 'administrator', array( 'display_name' => 'Ada Okafor' ) )->ID;
		$leaver   = $this->user( 'steward_sales_rep', array( 'display_name' => 'Ben Carter' ) )->ID;
		$follower = $this->user( 'steward_sales_rep' )->ID;
		$owned    = $this->contact(
			array(
				'contact_owner' => $leaver,
				'followers'     => array( $admin, $follower ),
			)
		);
		$followed = $this->contact( array( 'followers' => array( $leaver ) ) );
		$this->as( $admin )->rest( 'POST', '/notifications/read', array( 'all' => true ) );
		$this->as( $follower )->rest( 'POST', '/notifications/read', array( 'all' => true ) );

		$response = $this->as( $admin )->rest(
			'DELETE',
			"/wp/v2/users/$leaver",
			array(
				'force'    => true,
				'reassign' => $admin,
			)
		);

		self::assertSame( 200, $response->get_status() );
		$activity = $this->rest( 'GET', "/contacts/$owned/activity" )->get_data()[0];
		self::assertSame( array( 'reassigned', 'user_deleted', 'Ben Carter' ), array( $activity['action'], $activity['cause']['kind'], $activity['cause']['detail'] ) );
		self::assertSame( 'Ada Okafor', $activity['actor']['name'] );
		self::assertSame( 'Ben Carter', ( (array) $activity['names'] )[ $leaver ] );
		$unfollowed = $this->rest( 'GET', "/contacts/$followed/activity" )->get_data()[0];
		self::assertSame( array( 'follower_removed', 'Ada Okafor' ), array( $unfollowed['action'], $unfollowed['actor']['name'] ) );
		self::assertSame( array(), $this->rest( 'GET', '/notifications', array( 'unread' => 'true' ) )->get_data(), 'Never to who did it.' );
		self::assertSame( array( 'owner_changed' ), array_column( $this->as( $follower )->rest( 'GET', '/notifications', array( 'unread' => 'true' ) )->get_data(), 'kind' ) );
	}

	public function test_deleted_by_nobody_in_particular_or_by_themself(): void {
		foreach ( array( false, true ) as $themself ) {
			$leaver = $this->user( 'steward_sales_rep' )->ID;
			$owned  = $this->contact( array( 'contact_owner' => $leaver ) );
			// Without --user, as on the command line.
			$this->as( $themself ? $leaver : 0 );
			$this->delete( $leaver, null );
			$activity = $this->as( $this->user( 'administrator' ) )->rest( 'GET', "/contacts/$owned/activity" )->get_data()[0];
			self::assertSame( 'user_deleted', $activity['cause']['kind'] );
			self::assertNull( $activity['actor'] );
		}
	}

	public function test_without_an_heir_they_become_unassigned(): void {
		$leaver = $this->user( 'steward_sales_rep' )->ID;
		$owned  = $this->contact( array( 'contact_owner' => $leaver ) );
		$this->delete( $leaver, null );
		self::assertNull( $this->stored( $owned )->contact_owner );
	}

	public function test_an_heir_who_is_no_member_gets_none(): void {
		$leaver = $this->user( 'steward_sales_rep' )->ID;
		$owned  = $this->contact( array( 'contact_owner' => $leaver ) );
		$this->delete( $leaver, $this->user( 'subscriber', array( 'display_name' => 'Sue Bell' ) )->ID );
		self::assertNull( $this->stored( $owned )->contact_owner );
		$activity = $this->as( $this->user( 'administrator' ) )->rest( 'GET', "/contacts/$owned/activity" )->get_data()[0];
		self::assertStringContainsString( 'Sue Bell', (string) wp_json_encode( $activity['changes'] ) );
	}

	public function test_follows_end(): void {
		$leaver   = $this->user( 'steward_sales_rep' )->ID;
		$other    = $this->user( 'steward_sales_rep' )->ID;
		$followed = $this->contact( array( 'followers' => array( $leaver, $other ) ) );
		$this->delete( $leaver, null );
		self::assertSame( array( $other ), $this->stored( $followed )->followers );
		self::assertSame( 1, $this->stored( $followed )->follower_count );
	}

	public function test_leaving_a_site_of_a_network_is_leaving(): void {
		if ( ! is_multisite() ) {
			self::markTestSkipped( 'There is one site only.' );
		}
		$leaver = $this->user( 'steward_sales_rep' )->ID;
		$owned  = $this->contact( array( 'contact_owner' => $leaver ) );
		do_action( 'remove_user_from_blog', $leaver, get_current_blog_id(), 0 );
		self::assertNull( $this->stored( $owned )->contact_owner );
	}

	public function test_many_go_on_in_the_background(): void {
		$leaver = $this->user( 'steward_sales_rep' )->ID;
		$heir   = $this->user( 'steward_sales_rep' )->ID;
		$ids    = array();
		for ( $i = 0; $i < 120; $i++ ) {
			$ids[] = $this->contact( array( 'contact_owner' => $leaver ) );
		}
		// No time within the request: what is left must survive it.
		add_filter( 'query', $die = static fn ( string $query ): string => str_contains( $query, 'position = ' ) ? throw new \Steward\Background\JobTaken() : $query );
		$this->delete( $leaver, $heir );
		remove_filter( 'query', $die );
		self::assertSame( $leaver, $this->stored( $ids[0] )->contact_owner );
		$later = time() + 120;
		Plugin::instance()->db()->execute( "UPDATE %i SET lease_until_gmt = '1970-01-01 00:00:00'", Plugin::instance()->db()->table( 'jobs' ) );
		Plugin::instance()->job_runner()->watch();
		for ( $i = 0; $i < 5; $i++ ) {
			$this->cron( $later );
		}
		foreach ( $ids as $id ) {
			self::assertSame( $heir, $this->stored( $id )->contact_owner );
		}
	}

	public function test_deleting_from_a_network_reaches_sites_they_had_left(): void {
		if ( ! is_multisite() ) {
			self::markTestSkipped( 'There is one site only.' );
		}
		require_once ABSPATH . 'wp-admin/includes/ms.php';
		$leaver = $this->user( 'steward_sales_rep' );
		$owned  = $this->contact( array( 'contact_owner' => $leaver->ID ) );
		$leaver->set_role( '' );
		delete_user_meta( $leaver->ID, $GLOBALS['wpdb']->get_blog_prefix() . 'capabilities' );
		self::assertSame( $leaver->ID, $this->stored( $owned )->contact_owner );
		wpmu_delete_user( $leaver->ID );
		self::assertNull( $this->stored( $owned )->contact_owner );
	}

	/**
	 * @param array<string, mixed> $fields More of the contact's.
	 */
	private function contact( array $fields ): int {
		$contact = steward_create_contact( array( 'name' => 'Ana Ruiz' ) + $fields );
		self::assertInstanceOf( Contact::class, $contact );
		return $contact->id;
	}

	private function stored( int $id ): Contact {
		$contact = Plugin::instance()->contact_store()->find( $id );
		self::assertNotNull( $contact );
		return $contact;
	}

	private function delete( int $user, ?int $heir ): void {
		require_once ABSPATH . 'wp-admin/includes/user.php';
		if ( is_multisite() ) {
			remove_user_from_blog( $user, get_current_blog_id(), $heir ?? 0 );
			return;
		}
		wp_delete_user( $user, $heir );
	}
}
