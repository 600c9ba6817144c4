<?php
/**
 * Bulk changes as background jobs.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Integration\Background;

use Steward\Background\JobRunner;
use Steward\Contacts\Contact;
use Steward\Plugin;
use Steward\Tests\Support\TestCase;

/**
 * What a job does, for whom, and what is left of it when it is cancelled or its process dies.
 */
final class BulkJobsTest extends TestCase {

	public function test_a_filter_is_reassigned_by_a_job(): void {
		$manager = $this->user( 'steward_sales_manager' );
		$rep     = $this->user( 'steward_sales_rep' );
		$odd     = $this->contacts( 7, array( 'tags' => array( 'odd' ) ) );
		$even    = $this->contacts( 3, array( 'tags' => array( 'even' ) ) );

		$response = $this->as( $manager )->rest(
			'POST',
			'/contacts/reassign',
			array(
				'filter'        => array( 'tags' => array( 'odd' ) ),
				'contact_owner' => $rep->ID,
			)
		);
		self::assertSame( 202, $response->get_status() );
		$job = $response->get_data();
		self::assertSame( 'queued', $job['state'] );
		self::assertSame( 7, $job['total'] );
		self::assertStringEndsWith( "/jobs/$job[id]", $response->get_headers()['Location'] );
		self::assertNull( $this->owner( $odd[0] ), 'Nothing is done within the request.' );

		$this->cron();

		$job = $this->rest( 'GET', "/jobs/$job[id]" )->get_data();
		self::assertSame( array( 'done', 7, 0 ), array( $job['state'], $job['done'], $job['failed'] ) );
		foreach ( $odd as $id ) {
			self::assertSame( $rep->ID, $this->owner( $id ) );
		}
		foreach ( $even as $id ) {
			self::assertNull( $this->owner( $id ) );
		}
	}

	public function test_claiming_what_the_filter_finds_skips_none_though_each_claim_leaves_the_filter(): void {
		$rep = $this->user( 'steward_sales_rep' );
		$ids = $this->contacts( 120 );
		$job = $this->as( $rep )->rest( 'POST', '/contacts/claim', array( 'filter' => array( 'contact_owner' => array( 'none' ) ) ) )->get_data();

		$this->cron();

		$job = $this->rest( 'GET', "/jobs/$job[id]" )->get_data();
		self::assertSame( array( 'done', 120, 0 ), array( $job['state'], $job['done'], $job['failed'] ) );
		self::assertSame( 120, $this->activity_rows( 'claimed', $ids ) );
	}

	public function test_more_than_a_hundred_ids_become_a_job_that_names_what_was_refused(): void {
		$rep   = $this->user( 'steward_sales_rep' );
		$other = $this->user( 'steward_sales_rep' );
		$ids   = $this->contacts( 100 );
		$taken = $this->contacts( 1, array( 'contact_owner' => $other->ID ) )[0];

		$response = $this->as( $rep )->rest( 'POST', '/contacts/claim', array( 'ids' => array( ...$ids, $taken ) ) );
		self::assertSame( 202, $response->get_status() );
		$this->cron();

		$job = $this->rest( 'GET', '/jobs/' . $response->get_data()['id'] )->get_data();
		self::assertSame( array( 100, 1 ), array( $job['done'], $job['failed'] ) );
		self::assertSame( $taken, $job['errors'][0]['id'] );
		self::assertSame( 'steward_already_claimed', $job['errors'][0]['code'] );
	}

	public function test_access_counts_when_a_contacts_turn_comes(): void {
		$manager = $this->user( 'steward_sales_manager' );
		$rep     = $this->user( 'steward_sales_rep' );
		$ids     = $this->contacts( 3, array( 'contact_owner' => $rep->ID ) );
		$job     = $this->as( $manager )->rest(
			'POST',
			'/contacts/reassign',
			array(
				'filter'        => array( 'include' => $ids ),
				'contact_owner' => null,
			)
		)->get_data();
		$manager->set_role( 'steward_sales_rep' );

		$this->cron();

		self::assertSame( 0, $this->rest( 'GET', "/jobs/$job[id]" )->get_data()['done'] );
		foreach ( $ids as $id ) {
			self::assertSame( $rep->ID, $this->owner( $id ) );
		}
	}

	public function test_a_permission_taken_meanwhile_is_named_although_nobody_is_signed_in(): void {
		$manager = $this->user( 'steward_sales_manager' );
		$ids     = $this->contacts( 3, array( 'contact_owner' => $manager->ID ) );
		$job     = $this->as( $manager )->rest(
			'POST',
			'/contacts/reassign',
			array(
				'filter'        => array( 'include' => $ids ),
				'contact_owner' => null,
			)
		)->get_data();
		$manager->add_cap( 'steward_reassign_contacts', false );

		$this->as( 0 );
		Plugin::instance()->job_runner()->run( $job['id'] );

		self::assertSame( 0, get_current_user_id() );
		$over = $this->as( $manager )->rest( 'GET', "/jobs/$job[id]" )->get_data();
		self::assertSame( array( 0, 3 ), array( $over['done'], $over['failed'] ) );
		self::assertSame( array( 'Your role lacks the permission to reassign contacts.' ), array_values( array_unique( array_column( $over['errors'], 'message' ) ) ) );
	}

	public function test_a_cancelled_job_does_nothing_more(): void {
		$rep = $this->user( 'steward_sales_rep' );
		$ids = $this->contacts( 120 );
		$job = $this->as( $rep )->rest( 'POST', '/contacts/claim', array( 'ids' => $ids ) )->get_data();
		// No time: one batch, then it hands on.
		Plugin::instance()->job_runner()->run( $job['id'], 0 );
		$done = $this->rest( 'GET', "/jobs/$job[id]" )->get_data();
		self::assertSame( 'running', $done['state'] );
		self::assertGreaterThan( 0, $done['done'] );
		self::assertLessThan( 120, $done['done'] );

		self::assertSame( 'cancelled', $this->rest( 'DELETE', "/jobs/$job[id]" )->get_data()['state'] );
		$this->cron();

		self::assertSame( $done['done'], $this->rest( 'GET', "/jobs/$job[id]" )->get_data()['done'] );
		self::assertSame( $done['done'], $this->activity_rows( 'claimed', $ids ) );
	}

	public function test_a_batch_that_dies_is_rolled_back_and_done_again_once(): void {
		$this->needs_mariadb( 'A statement that fails ends the transaction of the test, too.' );
		$rep   = $this->user( 'steward_sales_rep' );
		$ids   = $this->contacts( 120 );
		$job   = $this->as( $rep )->rest( 'POST', '/contacts/claim', array( 'ids' => $ids ) )->get_data();
		$count = 0;
		$die   = static function ( string $query ) use ( &$count ): string {
			if ( str_contains( $query, "owner_cause = 'claim'" ) && 70 === ++$count ) {
				return 'SELECT broken FROM nowhere'; // As when the server goes away within the second batch.
			}
			return $query;
		};
		add_filter( 'query', $die, 1 );
		try {
			Plugin::instance()->job_runner()->run( $job['id'] );
			self::fail( 'The failure must not be swallowed.' );
		} catch ( \Steward\Database\DatabaseFailure ) {
			remove_filter( 'query', $die, 1 );
		}
		self::assertSame( 50, $this->rest( 'GET', "/jobs/$job[id]" )->get_data()['done'] );

		$this->expire_lease( $job['id'] );
		Plugin::instance()->job_runner()->run( $job['id'] );

		self::assertSame( array( 'done', 120 ), array_values( array_intersect_key( $this->rest( 'GET', "/jobs/$job[id]" )->get_data(), array_flip( array( 'state', 'done' ) ) ) ) );
		self::assertSame( 120, $this->activity_rows( 'claimed', $ids ) );
	}

	public function test_a_leased_job_is_left_alone(): void {
		$rep = $this->user( 'steward_sales_rep' );
		$ids = $this->contacts( 101 );
		$job = $this->as( $rep )->rest( 'POST', '/contacts/claim', array( 'ids' => $ids ) )->get_data();
		global $wpdb;
		$wpdb->update(
			"{$wpdb->prefix}steward_jobs",
			array(
				'state'           => 'running',
				'lease'           => 'somebody else',
				'lease_until_gmt' => gmdate( 'Y-m-d H:i:s', time() + 60 ),
			),
			array( 'id' => $job['id'] )
		);
		Plugin::instance()->job_runner()->run( $job['id'] );
		self::assertSame( 0, $this->activity_rows( 'claimed', $ids ) );
	}

	public function test_the_hourly_look_starts_what_a_dead_process_left(): void {
		$rep = $this->user( 'steward_sales_rep' );
		$ids = $this->contacts( 101 );
		$job = $this->as( $rep )->rest( 'POST', '/contacts/claim', array( 'ids' => $ids ) )->get_data();
		wp_clear_scheduled_hook( JobRunner::RUN_HOOK, array( $job['id'] ) );

		do_action( JobRunner::WATCH_HOOK );
		$this->cron();

		self::assertSame( 101, $this->activity_rows( 'claimed', $ids ) );
	}

	public function test_only_who_started_it_or_manages_steward_sees_a_job(): void {
		$job = $this->as( $this->user( 'steward_sales_rep' ) )->rest( 'POST', '/contacts/claim', array( 'ids' => $this->contacts( 101 ) ) )->get_data();
		self::assertSame( 404, $this->as( $this->user( 'steward_sales_manager' ) )->rest( 'GET', "/jobs/$job[id]" )->get_status() );
		self::assertSame( 404, $this->rest( 'DELETE', "/jobs/$job[id]" )->get_status() );
		self::assertSame( 200, $this->as( $this->user( 'administrator' ) )->rest( 'GET', "/jobs/$job[id]" )->get_status() );
	}

	public function test_ids_and_a_filter_together_start_nothing(): void {
		$this->as( $this->user( 'steward_sales_manager' ) );
		$id = $this->contacts( 1 )[0];
		foreach ( array( '/contacts/claim' => array(), '/contacts/reassign' => array( 'contact_owner' => null ), '/opportunities/claim' => array(), '/opportunities/reassign' => array( 'owner' => null ) ) as $route => $owner ) { // phpcs:ignore WordPress.Arrays
			foreach ( array( array(), array( 'search' => 'x' ) ) as $filter ) {
				$answer = $this->rest( 'POST', $route, array( 'ids' => array( $id ), 'filter' => $filter ) + $owner ); // phpcs:ignore WordPress.Arrays
				self::assertSame( array( 400, 'rest_invalid_param' ), array( $answer->get_status(), $answer->get_data()['code'] ), $route );
				self::assertArrayHasKey( 'filter', $answer->get_data()['data']['params'] );
			}
		}
	}

	public function test_a_wrong_filter_is_named_and_starts_nothing(): void {
		$this->as( $this->user( 'administrator' ) );
		foreach ( array(
			array( array( 'colour' => 'red' ), 'filter.colour' ),
			array( array( 'created_after' => 'soon' ), 'created_after' ),
			array( array( 'tags' => 5.5 ), null ),
		) as list( $filter, $field ) ) {
			$response = $this->rest( 'POST', '/contacts/claim', array( 'filter' => $filter ) );
			if ( null !== $field ) {
				self::assertSame( 400, $response->get_status() );
				self::assertArrayHasKey( $field, $response->get_data()['data']['params'] );
			}
		}
		self::assertSame( 400, $this->rest( 'POST', '/contacts/claim' )->get_status() );
	}

	/**
	 * @param array<string, mixed> $fields More of each contact's.
	 * @return list<int> Ids.
	 */
	private function contacts( int $number, array $fields = array() ): array {
		$ids = array();
		for ( $i = 0; $i < $number; $i++ ) {
			$contact = steward_create_contact( array( 'name' => "Contact $i" ) + $fields );
			self::assertInstanceOf( Contact::class, $contact );
			$ids[] = $contact->id;
		}
		return $ids;
	}

	private function owner( int $id ): ?int {
		return Plugin::instance()->contact_store()->find( $id )?->contact_owner;
	}

	/**
	 * @param list<int> $ids Contacts.
	 */
	private function activity_rows( string $action, array $ids ): int {
		global $wpdb;
		return (int) $wpdb->get_var( "SELECT COUNT(*) FROM {$wpdb->prefix}steward_activity WHERE action = '$action' AND object_id IN (" . implode( ',', $ids ) . ')' );
	}

	private function expire_lease( int $job ): void {
		global $wpdb;
		$wpdb->query( "UPDATE {$wpdb->prefix}steward_jobs SET lease_until_gmt = '2000-01-01 00:00:00' WHERE id = $job" );
	}
}
