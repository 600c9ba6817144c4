<?php
/**
 * What bulk changes tell.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Integration\Notifications;

use Steward\Plugin;

/**
 * One message a person, however many records, batches and processes.
 */
final class BulkTest extends NotificationTestCase {

	public function test_a_bulk_change_is_one_message_with_the_list(): void {
		$boss   = $this->boss();
		$new    = $this->rep();
		$former = $this->boss();
		$ids    = array();
		for ( $i = 0; $i < 12; $i++ ) {
			$ids[] = $this->contact( array( 'contact_owner' => $former->ID ) )->id;
		}
		$this->as( $former )->rest( 'POST', '/notifications/read', array( 'all' => true ) );
		self::sql( "UPDATE {n} SET mail_state = 'none'" );

		$response = $this->as( $boss )->rest(
			'POST',
			'/contacts/reassign',
			array(
				'ids'           => $ids,
				'contact_owner' => $new->ID,
			)
		);
		self::assertStatus( 200, $response );

		$told = $this->told( $new );
		self::assertCount( 1, $told );
		self::assertSame( 12, $told[0]['count'] );
		self::assertSame( array_slice( $ids, 0, 10 ), array_column( $told[0]['objects'], 'id' ) );
		self::assertStringContainsString( '12 contacts', $told[0]['text'] );
		self::assertSame( array( 'lost' ), array_column( $this->told( $former, array( 'unread' => 'true' ) ), 'kind' ) );

		$this->cron( time() + 60 );
		self::assertCount( 0, self::mail_to( $new ), 'Due a moment later, when the change is over.' );
		self::sql( "UPDATE {n} SET mail_due_gmt = '2020-01-01 00:00:00' WHERE mail_state = 'queued'" );
		Plugin::instance()->mail_sender()->run();
		self::assertCount( 1, self::mail_to( $new ) );
		self::assertStringContainsString( '12 contacts', self::mail_to( $new )[0]['subject'] );
		self::assertStringContainsString( 'and 2 more', self::mail_to( $new )[0]['message'] );
	}

	public function test_of_a_list_only_what_may_be_viewed_is_named_and_counted(): void {
		$boss = $this->boss();
		$new  = $this->rep();
		$ids  = array( $this->contact()->id, $this->contact()->id, $this->contact()->id );
		$this->as( $boss )->rest(
			'POST',
			'/contacts/reassign',
			array(
				'ids'           => $ids,
				'contact_owner' => $new->ID,
			)
		);
		$this->reassign( $boss, $ids[0], $this->rep() );
		$told = $this->told( $new )[0];
		self::assertSame( 2, $told['count'] );
		self::assertSame( array( $ids[1], $ids[2] ), array_column( $told['objects'], 'id' ) );
		self::assertStringContainsString( '2 contacts', $told['text'] );
		$this->reassign( $boss, $ids[1], $this->rep() );
		$this->reassign( $boss, $ids[2], $this->rep() );
		self::assertSame( array(), $this->told( $new ) );
	}

	public function test_a_job_of_thousands_is_one_message_and_few_statements_a_batch(): void {
		global $wpdb;
		$boss   = $this->boss();
		$new    = $this->rep();
		$former = $this->boss();
		$this->insert_contacts( 2000, $former->ID );
		$job = $this->as( $boss )->rest(
			'POST',
			'/contacts/reassign',
			array(
				'filter'        => array( 'contact_owner' => array( $former->ID ) ),
				'contact_owner' => $new->ID,
			)
		)->get_data();
		$about = 0;
		$count = static function ( string $query ) use ( &$about ): string {
			$about += preg_match( '/^(INSERT|UPDATE|DELETE|SELECT).*steward_notification/', $query );
			return $query;
		};
		add_filter( 'query', $count );
		do {
			Plugin::instance()->job_runner()->run( $job['id'], 0 );
			Plugin::instance()->mail_sender()->run();
			$state = $this->rest( 'GET', "/jobs/$job[id]" )->get_data()['state'];
			if ( 'done' !== $state ) {
				self::assertCount( 0, self::mail_to( $new ), 'No mail while the job goes on.' );
				// As if the change were long over but for the job.
				self::sql( "UPDATE {n} SET mail_due_gmt = '2020-01-01 00:00:00' WHERE mail_state = 'queued'" );
			}
		} while ( 'done' !== $state );
		remove_filter( 'query', $count );
		self::assertLessThan( 40 * 25, $about, 'Statements are by batch, not by contact.' );

		self::assertSame( 1, self::sql( "SELECT * FROM {n} WHERE user_id = $new->ID" ) );
		self::assertSame( 2000, $this->told( $new )[0]['count'] );
		self::assertSame( array( 'lost' ), $this->kinds( $former ) );
		self::assertSame( 100, (int) $wpdb->get_var( "SELECT COUNT(*) FROM {$wpdb->prefix}steward_notification_items i JOIN {$wpdb->prefix}steward_notifications n ON n.id = i.notification_id WHERE n.user_id = $new->ID" ) );

		self::sql( "UPDATE {n} SET mail_due_gmt = '2020-01-01 00:00:00' WHERE mail_state = 'queued'" );
		Plugin::instance()->mail_sender()->run();
		Plugin::instance()->mail_sender()->run();
		self::assertCount( 1, self::mail_to( $new ) );
		self::assertStringContainsString( '2,000 contacts', self::mail_to( $new )[0]['subject'] );
	}

	public function test_a_batch_that_dies_tells_nobody_twice(): void {
		$this->needs_mariadb( 'A statement that fails ends the transaction of the test, too.' );
		$boss   = $this->boss();
		$new    = $this->rep();
		$former = $this->boss();
		$this->insert_contacts( 120, $former->ID );
		$job   = $this->as( $boss )->rest(
			'POST',
			'/contacts/reassign',
			array(
				'filter'        => array( 'contact_owner' => array( $former->ID ) ),
				'contact_owner' => $new->ID,
			)
		)->get_data();
		$count = 0;
		$die   = static function ( string $query ) use ( &$count ): string {
			// The last statement of the second batch, after its notifications.
			return str_contains( $query, 'steward_jobs` SET position' ) && 2 === ++$count ? 'SELECT broken FROM nowhere' : $query;
		};
		add_filter( 'query', $die, 1 );
		try {
			Plugin::instance()->job_runner()->run( $job['id'] );
			self::fail( 'The failure must not be swallowed.' );
		} catch ( \Steward\Database\DatabaseFailure ) {
			remove_filter( 'query', $die, 1 );
		}
		self::assertSame( 50, $this->told( $new )[0]['count'] );
		global $wpdb;
		$wpdb->query( "UPDATE {$wpdb->prefix}steward_jobs SET lease_until_gmt = '2000-01-01 00:00:00'" );
		Plugin::instance()->job_runner()->run( $job['id'] );
		self::assertSame( 120, $this->told( $new )[0]['count'] );
		self::assertCount( 1, $this->told( $new ) );
	}

	/**
	 * Contacts past the code under test, which would take minutes.
	 */
	private function insert_contacts( int $number, int $owner ): void {
		$rows = array();
		for ( $i = 0; $i < $number; $i++ ) {
			$rows[] = array(
				'first_name'      => "Person $i",
				'name'            => "Person $i",
				'contact_owner'   => $owner,
				'owner_since_gmt' => '2026-01-01 00:00:00',
				'created_gmt'     => '2026-01-01 00:00:00',
				'modified_gmt'    => '2026-01-01 00:00:00',
				'custom'          => '{}',
			);
		}
		foreach ( array_chunk( $rows, 500 ) as $chunk ) {
			Plugin::instance()->db()->insert_many( 'contacts', $chunk );
		}
	}
}
