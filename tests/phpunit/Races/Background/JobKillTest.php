<?php
/**
 * A bulk change whose processes are killed.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Races\Background;

use Steward\Background\Job;
use Steward\Plugin;
use Steward\Tests\Support\ParallelTestCase;
use Steward\Tests\Support\Worker;
use WP_REST_Request;

/**
 * Kills the process that works on a job with SIGKILL, again and again, and lets others go on: nothing is lost and nothing is
 * done twice.
 */
final class JobKillTest extends ParallelTestCase {

	private const CONTACTS = 3000;

	/** When the first process is killed, and the second: rows done. */
	private const DEATHS = array( 200, 1000 );

	public function test_killed_in_the_middle_it_loses_and_doubles_nothing(): void {
		$db   = Plugin::instance()->db();
		$boss = $this->user( 'steward_sales_manager' );
		$rep  = $this->user( 'steward_sales_rep' );
		$this->fill();
		$id = $this->start( $boss->ID, $rep->ID );

		foreach ( self::DEATHS as $number => $done ) {
			$worker = $this->work( $id );
			$until  = microtime( true ) + 120;
			while ( $this->job( $id )->done < $done && microtime( true ) < $until ) {
				usleep( 500 * ( $number + 1 ) );
			}
			// Somewhere within a batch.
			usleep( 15000 );
			$worker->kill();
			$worker->end();
			$job = $this->job( $id );
			self::assertSame( Job::RUNNING, $job->state );
			self::assertGreaterThanOrEqual( $done, $job->done );
			self::assertLessThan( self::CONTACTS, $job->done );
			$this->assert_done( $job->done, $rep->ID );
			// Nobody may take it before the dead one's lease is over.
			$other = $this->work( $id );
			$other->answers( 60 );
			$other->end();
			self::assertSame( $job->done, $this->job( $id )->done );
			$db->execute( "UPDATE %i SET lease_until_gmt = '2000-01-01 00:00:00' WHERE id = %d", $db->table( 'jobs' ), $id );
		}

		$before = $this->job( $id )->done;
		$began  = microtime( true );
		$worker = $this->work( $id );
		$worker->answers( 300 );
		$worker->end();
		$rate = ( self::CONTACTS - $before ) / ( microtime( true ) - $began );
		fwrite( STDERR, sprintf( "\n  %d contacts a second: 200,000 in %d minutes\n", $rate, (int) ceil( 200000 / $rate / 60 ) ) );

		$job = $this->job( $id );
		self::assertSame( array( Job::DONE, self::CONTACTS, 0 ), array( $job->state, $job->done, $job->failed ) );
		$this->assert_done( self::CONTACTS, $rep->ID );
		self::assertSame( self::CONTACTS, $db->int( 'SELECT COUNT(*) FROM %i WHERE version = 2', $db->table( 'contacts' ) ) );
	}

	/**
	 * What the job says is done is done: as many owners changed, each with one row of activity.
	 */
	private function assert_done( int $done, int $owner ): void {
		$db = Plugin::instance()->db();
		self::assertSame( $done, $db->int( 'SELECT COUNT(*) FROM %i WHERE contact_owner = %d', $db->table( 'contacts' ), $owner ) );
		self::assertSame( $done, $db->int( "SELECT COUNT(*) FROM %i WHERE action = 'reassigned'", $db->table( 'activity' ) ) );
		self::assertSame( $done, $db->int( "SELECT COUNT(DISTINCT object_id) FROM %i WHERE action = 'reassigned'", $db->table( 'activity' ) ) );
	}

	private function fill(): void {
		$db = Plugin::instance()->db();
		for ( $made = 0; $made < self::CONTACTS; $made += 500 ) {
			$rows = array();
			for ( $number = 1; $number <= 500; $number++ ) {
				$rows[] = array(
					'name'            => 'Contact ' . ( $made + $number ),
					'owner_since_gmt' => '2026-01-01 00:00:00',
					'created_gmt'     => '2026-01-01 00:00:00',
					'modified_gmt'    => '2026-01-01 00:00:00',
					'custom'          => '{}',
				);
			}
			$db->insert_many( 'contacts', $rows );
		}
	}

	private function start( int $boss, int $owner ): int {
		wp_set_current_user( $boss );
		$request = new WP_REST_Request( 'POST', '/steward/v1/contacts/reassign' );
		$request->set_header( 'Content-Type', 'application/json' );
		$request->set_body( (string) wp_json_encode( array( 'filter' => array( 'contact_owner' => array( 'none' ) ), 'contact_owner' => $owner ) ) ); // phpcs:ignore WordPress.Arrays
		$response = rest_do_request( $request );
		self::assertSame( 202, $response->get_status(), (string) wp_json_encode( $response->get_data() ) );
		self::assertSame( self::CONTACTS, $response->get_data()['total'] );
		return $response->get_data()['id'];
	}

	private function work( int $job ): Worker {
		$worker = new Worker( dirname( __DIR__, 2 ) . '/race-worker.php', array( array( 'job' => $job ) ), getenv() );
		$worker->wait_until_ready( 120 );
		$worker->start_at( microtime( true ) );
		return $worker;
	}

	private function job( int $id ): Job {
		$db  = Plugin::instance()->db();
		$row = $db->row( 'SELECT * FROM %i WHERE id = %d', $db->table( 'jobs' ), $id );
		self::assertNotNull( $row );
		return Job::from_row( $row );
	}
}
