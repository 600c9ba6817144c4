<?php
/**
 * Many submissions at once.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Races\Intake;

use Steward\Tests\Support\ParallelTestCase;

final class SubmissionRaceTest extends ParallelTestCase {

	private const PROCESSES = 20;
	private const EACH      = 10;

	/**
	 * 200 submissions by 20 processes.
	 *
	 * @param callable( int ): array<string, mixed> $params The body of one, by its number.
	 * @return list<int> Statuses.
	 */
	private function submit( callable $params ): array {
		$user   = $this->user( 'administrator' )->ID;
		$series = array();
		for ( $process = 0; $process < self::PROCESSES; $process++ ) {
			for ( $number = 0; $number < self::EACH; $number++ ) {
				$series[ $process ][] = array(
					'user'   => $user,
					'method' => 'POST',
					'route'  => '/steward/v1/submissions',
					'params' => $params( $process * self::EACH + $number ) + array( 'form' => 'race' ),
				);
			}
		}
		$statuses = array();
		foreach ( $this->parallel_series( $series ) as $answers ) {
			array_push( $statuses, ...array_column( $answers, 'status' ) );
		}
		return $statuses;
	}

	private static function size_of( string $table, string $where = '1 = 1' ): int {
		global $wpdb;
		return (int) $wpdb->get_var( "SELECT COUNT(*) FROM {$wpdb->prefix}steward_$table WHERE $where" ); // phpcs:ignore WordPress.DB.PreparedSQL
	}

	public function test_200_people_are_200_contacts(): void {
		$statuses = $this->submit( static fn ( int $i ): array => array( 'fields' => array( 'email' => "person$i@example.org", 'name' => "Person $i", 'tags' => array( 'Web' ) ) ) );
		self::assertSame( array( 201 => 200 ), array_count_values( $statuses ) );
		self::assertSame( array( 200, 200, 200, 200 ), array( self::size_of( 'contacts' ), self::size_of( 'submissions', "result = 'created'" ), self::size_of( 'activity', "action = 'created'" ), self::size_of( 'contact_tags' ) ) );
	}

	public function test_200_submissions_of_one_person_are_one_contact_and_all_logged(): void {
		$statuses = $this->submit(
			static fn ( int $i ): array => array(
				'fields' => array(
					'email'  => 'ana@example.org',
					'tags'   => array( 'Tag ' . ( $i % 40 ) ),
					'custom' => array( 'field' . ( $i % 40 ) => "value $i" ),
				),
			)
		);
		$counts = array_count_values( $statuses );
		ksort( $counts );
		self::assertSame( array( 200 => 199, 201 => 1 ), $counts );
		self::assertSame( array( 1, 200, 1 ), array( self::size_of( 'contacts' ), self::size_of( 'submissions' ), self::size_of( 'submissions', "result = 'created'" ) ) );
		self::assertSame( 199, self::size_of( 'activity', "action = 'submission'" ) );
		// Nobody's tag and nobody's field was lost to somebody else's.
		global $wpdb;
		self::assertSame( 40, self::size_of( 'contact_tags' ) );
		self::assertCount( 40, (array) json_decode( (string) $wpdb->get_var( "SELECT custom FROM {$wpdb->prefix}steward_contacts" ), true ) );
	}

	public function test_one_submission_sent_by_all_is_one(): void {
		$statuses = $this->submit( static fn ( int $i ): array => array( 'fields' => array( 'name' => 'Ana' ), 'idempotency_key' => 'key ' . ( $i % self::EACH ) ) );
		$counts   = array_count_values( $statuses );
		ksort( $counts );
		self::assertSame( array( 200 => 200 - self::EACH, 201 => self::EACH ), $counts );
		self::assertSame( array( self::EACH, self::EACH ), array( self::size_of( 'contacts' ), self::size_of( 'submissions' ) ) );
	}
}
