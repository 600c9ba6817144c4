<?php
/**
 * Tests of transactions.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Integration\Database;

use Steward\Database\DatabaseFailure;
use Steward\Database\Transaction;
use Steward\Plugin;
use Steward\Tests\Integration\Contacts\ContactTestCase;

/**
 * All or nothing, tried again when the database asks for it, and nobody told of what didn't happen.
 */
final class TransactionTest extends ContactTestCase {

	public function test_events_come_after_the_commit_in_order(): void {
		$told = array();
		$this->watch( $told );
		$transaction = $this->transaction();
		$result      = $transaction->run(
			function () use ( $transaction, &$told ): string {
				$transaction->after_commit( static function () use ( &$told ): void { $told[] = 'first'; } ); // phpcs:ignore
				$inner = static function () use ( &$told ): void { $told[] = 'inner'; }; // phpcs:ignore
				$transaction->run( static fn () => $transaction->after_commit( $inner ) );
				$told[] = 'work';
				return 'result';
			}
		);
		self::assertSame( 'result', $result );
		self::assertSame( array( 'START TRANSACTION', 'work', 'COMMIT', 'first', 'inner' ), $told );
		$transaction->after_commit( static function () use ( &$told ): void { $told[] = 'at once'; } ); // phpcs:ignore
		self::assertSame( 'at once', end( $told ) );
	}

	public function test_an_event_that_throws_keeps_no_other_from_being_told(): void {
		$told        = array();
		$transaction = $this->transaction();
		try {
			$transaction->run(
				static function () use ( $transaction, &$told ): void {
					foreach ( array( 'first', 'second', 'third' ) as $number => $name ) {
						$transaction->after_commit(
							static function () use ( $number, $name, &$told ): void {
								$told[] = $name;
								if ( $number < 2 ) {
									throw new \RuntimeException( $name );
								}
							}
						);
					}
				}
			);
			self::fail( 'What an event threw is thrown.' );
		} catch ( \RuntimeException $thrown ) {
			self::assertSame( 'first', $thrown->getMessage() );
		}
		self::assertSame( array( 'first', 'second', 'third' ), $told );
	}

	public function test_deadlock_is_tried_again_and_told_once(): void {
		foreach ( array( 1213, 1205, 1020 ) as $errno ) {
			$told        = 0;
			$runs        = 0;
			$transaction = $this->transaction();
			$transaction->run(
				static function () use ( $transaction, $errno, &$runs, &$told ): void {
					$transaction->after_commit( static function () use ( &$told ): void { ++$told; } ); // phpcs:ignore
					if ( ++$runs < 4 ) {
						throw new DatabaseFailure( 'Deadlock', $errno );
					}
				}
			);
			self::assertSame( array( 4, 1 ), array( $runs, $told ), "errno $errno" );
		}
	}

	public function test_a_deadlock_without_end_is_given_up(): void {
		$runs = 0;
		try {
			$this->transaction()->run(
				static function () use ( &$runs ): void {
					++$runs;
					throw new DatabaseFailure( 'Deadlock', 1213 );
				}
			);
			self::fail( 'It must give up.' );
		} catch ( DatabaseFailure $failure ) {
			self::assertSame( 1213, $failure->errno );
			self::assertGreaterThan( 1, $runs );
			self::assertLessThan( 50, $runs );
		}
	}

	public function test_what_failed_is_rolled_back_and_told_to_nobody(): void {
		$contact     = $this->contact();
		$told        = 0;
		$transaction = $this->transaction();
		try {
			$transaction->run(
				static function () use ( $transaction, $contact, &$told ): void {
					$db = Plugin::instance()->db();
					$db->execute( 'UPDATE %i SET title = %s WHERE id = %d', $db->table( 'contacts' ), 'Half done', $contact->id );
					$transaction->after_commit( static function () use ( &$told ): void { ++$told; } ); // phpcs:ignore
					throw new \LogicException( 'broken' );
				}
			);
			self::fail( 'The failure must come through.' );
		} catch ( \LogicException ) {
			self::assertEquals( $contact, self::stored( $contact ) );
			self::assertSame( 0, $told );
		}
		$transaction->run( static fn () => $transaction->after_commit( static fn () => null ) );
		self::assertSame( 0, $told, 'Nor later.' );
	}

	/**
	 * A cluster may refuse the commit itself: only its answer proves anything.
	 */
	public function test_refused_commit_is_tried_again_whole(): void {
		if ( Plugin::instance()->db()->is_sqlite() ) {
			self::markTestSkipped( 'SQLite has no such answer.' );
		}
		$refusals = 2;
		add_filter(
			'query',
			static function ( string $query ) use ( &$refusals ): string {
				return 'COMMIT' === $query && $refusals-- > 0 ? "SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1213, MESSAGE_TEXT = 'Deadlock'" : $query;
			}
		);
		$log     = ini_set( 'error_log', '/dev/null' );
		$contact = $this->contact();
		$told    = 0;
		add_action( 'steward_contact_claimed', static function () use ( &$told ): void { ++$told; } ); // phpcs:ignore
		$refusals = 2;
		self::assertStatus( 200, $this->as( $this->rep() )->rest( 'POST', "/contacts/$contact->id/claim" ) );
		ini_set( 'error_log', (string) $log );
		self::assertSame( array( 'created', 'claimed' ), self::actions( $contact ) );
		self::assertSame( 1, $told );
		self::assertSame( $contact->version + 1, self::stored( $contact )->version );
	}

	public function test_a_database_that_refuses_everything_is_503_and_says_nothing_of_itself(): void {
		$contact = $this->contact();
		$this->as( $this->boss() );
		add_filter( 'query', static fn ( string $query ): string => str_contains( $query, 'steward_contacts' ) ? 'SELECT broken FROM nowhere' : $query );
		$log      = ini_set( 'error_log', '/dev/null' );
		$response = $this->rest( 'GET', "/contacts/$contact->id" );
		ini_set( 'error_log', (string) $log );
		self::assertError( 503, 'steward_unavailable', $response );
		self::assertStringNotContainsString( 'nowhere', (string) wp_json_encode( $response->get_data() ) );
	}

	private function transaction(): Transaction {
		return new Transaction( Plugin::instance()->db() );
	}

	/**
	 * Notes when transactions begin and end.
	 *
	 * @param list<string> $told Where.
	 */
	private function watch( array &$told ): void {
		add_filter(
			'query',
			static function ( string $query ) use ( &$told ): string {
				if ( in_array( $query, array( 'START TRANSACTION', 'COMMIT' ), true ) ) {
					$told[] = $query;
				}
				return $query;
			}
		);
	}
}
