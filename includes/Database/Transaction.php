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

	/** @var int How many run() calls are under way. */
	private int $depth = 0;

	/** @var list<callable(): void> */
	private array $after_commit = array();

	public function __construct( private readonly Connection $db ) {
	}

	/**
	 * Runs `$work` in a transaction; inside another one it joins that. `$work` may run more than once and must have no
	 * effect outside the database but through after_commit().
	 *
	 * @template T
	 * @param callable(): T $work Throws to roll back.
	 * @return T What `$work` returned.
	 * @throws \Throwable What `$work` threw, rolled back; DatabaseFailure when the database keeps refusing.
	 */
	public function run( callable $work ): mixed {
		if ( $this->depth > 0 ) {
			return $work();
		}
		$result = $this->attempt( $work );
		$events = $this->after_commit;

		$this->after_commit = array();
		foreach ( $events as $event ) {
			$event();
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
	 * @template T
	 * @param callable(): T $work The work.
	 * @return T
	 * @throws DatabaseFailure When the database keeps refusing, or the connection was lost.
	 * @throws \Throwable What `$work` threw.
	 */
	private function attempt( callable $work ): mixed {
		for ( $attempt = 1; ; $attempt++ ) {
			$this->after_commit = array();
			$this->db->execute( 'START TRANSACTION' );
			$thread = $this->db->thread_id();
			++$this->depth;
			try {
				$result = $work();
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
				if ( ! $failure instanceof DatabaseFailure || ! $failure->is_transient() || $attempt >= self::ATTEMPTS ) {
					throw $failure;
				}
				usleep( random_int( 1000, 20000 ) * $attempt );
			} finally {
				--$this->depth;
			}
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
