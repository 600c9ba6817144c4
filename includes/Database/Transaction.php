<?php
/**
 * All or nothing, and what waits until it is all.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Database;

/**
 * Runs work in a transaction and retries it as a whole when InnoDB or a cluster aborts it. Events are held back until
 * the commit, so nobody is told of what was rolled back, or told twice because of a retry.
 */
final class Transaction {

	private const ATTEMPTS = 12;

	/** Seconds after which nothing is tried again: a lock may have been waited for already. */
	private const PATIENCE = 8;

	/** @var int How many run() calls are under way. */
	private int $depth = 0;

	/** @var list<callable(): void> */
	private array $after_commit = array();

	/** @var array<string, array{list<mixed>, callable(list<mixed>): void}> Key => what was collected, and what writes it. */
	private array $collected = array();

	public function __construct( private readonly Connection $db ) {
	}

	/**
	 * Runs `$work` in a transaction; inside another one it joins that. `$work` may run more than once and must have no
	 * effect outside the database but through after_commit().
	 *
	 * @template T
	 * @param callable(): T $work Throws to roll back.
	 * @return T What `$work` returned.
	 * @throws \Throwable What `$work` threw, rolled back; DatabaseFailure when the database keeps refusing; the first that an event threw, after all of them.
	 */
	public function run( callable $work ): mixed {
		if ( $this->depth > 0 ) {
			return $work();
		}
		$result = $this->attempt( $work );
		$events = $this->after_commit;

		$this->after_commit = array();

		$first = null;
		foreach ( $events as $event ) {
			try {
				$event();
			} catch ( \Throwable $fault ) {
				// What one listener breaks at, the others are still told.
				$first ??= $fault;
			}
		}
		if ( null !== $first ) {
			throw $first;
		}
		return $result;
	}

	/**
	 * Runs `$event` once the transaction is committed; at once when there is none.
	 *
	 * @param callable(): void $event Hooks, mail, cache invalidation.
	 */
	public function after_commit( callable $event ): void {
		if ( 0 === $this->depth ) {
			$event();
			return;
		}
		$this->after_commit[] = $event;
	}

	/**
	 * Collects something that is written once, together, as the transaction's last act; at once when there is none. What was
	 * collected is forgotten when the transaction is rolled back or tried again.
	 *
	 * @template T
	 * @param string                            $key   Whose collection.
	 * @param T                                 $item  What is added to it.
	 * @param callable(non-empty-list<T>): void $write Writes all of it, within the transaction.
	 */
	public function collect( string $key, mixed $item, callable $write ): void {
		if ( 0 === $this->depth ) {
			$write( array( $item ) );
			return;
		}
		$items   = $this->collected[ $key ][0] ?? array();
		$items[] = $item;
		/** @var callable(list<mixed>): void $write */
		$this->collected[ $key ] = array( $items, $write );
	}

	/**
	 * @template T
	 * @param callable(): T $work The work.
	 * @return T
	 * @throws DatabaseFailure When the database keeps refusing, or the connection was lost.
	 * @throws \Throwable What `$work` threw.
	 */
	private function attempt( callable $work ): mixed {
		$began = microtime( true );
		for ( $attempt = 1; ; $attempt++ ) {
			$this->after_commit = array();
			$this->collected    = array();
			$this->db->execute( 'START TRANSACTION' );
			$thread = $this->db->thread_id();
			++$this->depth;
			try {
				$result = $work();
				$this->write_collected();
				// A cluster may refuse even the commit: its answer is the only proof.
				$this->db->execute( 'COMMIT' );
				if ( $thread !== $this->db->thread_id() ) {
					// wpdb reconnected in silence: what came before is gone, and nothing may be trusted.
					throw new DatabaseFailure( 'The connection was lost within a transaction.', 0 );
				}
				return $result;
			} catch ( \Throwable $failure ) {
				$this->after_commit = array();
				$this->roll_back();
				if ( ! $failure instanceof DatabaseFailure || ! $failure->is_transient() || $attempt >= self::ATTEMPTS || microtime( true ) - $began > self::PATIENCE ) {
					throw $failure;
				}
				usleep( random_int( 1000, 20000 ) * $attempt );
			} finally {
				--$this->depth;
			}
		}
	}

	private function write_collected(): void {
		foreach ( $this->collected as list( $items, $write ) ) {
			$write( $items );
		}
	}

	private function roll_back(): void {
		try {
			$this->db->execute( 'ROLLBACK' );
		} catch ( DatabaseFailure ) {
			// The server has dropped the transaction already; the first failure is the one to report.
			return;
		}
	}
}
