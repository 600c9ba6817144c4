<?php
/**
 * Gets jobs done.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Background;

use Steward\Database\Clock;
use Steward\Database\DatabaseFailure;
use Steward\Database\Transaction;

/**
 * Works on a job for a while, then hands it on to the next run: Action Scheduler's where it is active, else WP-Cron's.
 * An hourly look, and every question after a job's progress, starts again what a dead process left.
 */
final class JobRunner {

	public const RUN_HOOK   = 'steward_run_job';
	public const WATCH_HOOK = 'steward_watch_jobs';

	private const SECONDS = 20;

	/** Seconds for which somebody is taken to wait for a job. */
	private const LATELY = 600;

	/** Rows of the first batch; the next ones are as large as a second allows. */
	private const BATCH     = 50;
	private const MIN_BATCH = 10;
	private const MAX_BATCH = 1000;

	/** A batch holds its rows: others shall not wait for them longer than that, in seconds. */
	private const HOLD = 1.0;

	/** On SQLite a batch keeps everybody else from writing, and they come in only between two batches. */
	private const HOLD_ALL = 0.2;
	private const LET_IN   = 0.1;

	/**
	 * @param array<string, callable(): JobTask> $tasks    Kind => its task.
	 * @param bool                               $is_alone Whether who writes keeps all others from writing: SQLite.
	 */
	public function __construct(
		private readonly JobStore $jobs,
		private readonly Transaction $transaction,
		private readonly Clock $clock,
		private readonly array $tasks,
		private readonly bool $is_alone = false,
	) {
	}

	/**
	 * Has a job done soon.
	 */
	public function schedule( int $id ): void {
		if ( function_exists( 'as_enqueue_async_action' ) ) {
			as_enqueue_async_action( self::RUN_HOOK, array( $id ), 'steward' );
			return;
		}
		// A second run within ten minutes counts as the same one for WP-Cron: the time makes it another.
		wp_schedule_single_event( $this->clock->timestamp(), self::RUN_HOOK, array( $id ) );
		if ( ! wp_next_scheduled( self::WATCH_HOOK ) ) {
			wp_schedule_event( $this->clock->timestamp() + HOUR_IN_SECONDS, 'hourly', self::WATCH_HOOK );
		}
		if ( ! wp_doing_cron() ) {
			spawn_cron();
		}
	}

	/**
	 * Whether a job waits that was asked for lately: somebody may be looking at its progress.
	 */
	public function is_awaited(): bool {
		return $this->jobs->is_waiting( $this->clock->ago( self::LATELY ) );
	}

	/**
	 * Schedules a job again when it isn't over and nobody works on it.
	 */
	public function wake( Job $job ): void {
		if ( ! $job->is_over() && in_array( $job->id, $this->jobs->idle(), true ) && ! wp_next_scheduled( self::RUN_HOOK, array( $job->id ) ) ) {
			$this->schedule( $job->id );
		}
	}

	/**
	 * Works on a job until it is over or the time is up.
	 *
	 * @param int $seconds Time to work.
	 * @throws DatabaseFailure When the database keeps refusing: the next look goes on from here.
	 * @throws \Throwable What a batch threw, which has then been rolled back.
	 */
	public function run( int $id, int $seconds = self::SECONDS ): void {
		$lease = wp_generate_password( 20, false );
		$until = $this->clock->timestamp() + $seconds;
		if ( ! $this->jobs->lease( $id, $lease ) ) {
			return; // Somebody else is at it, or it is over.
		}
		$before = get_current_user_id();
		try {
			// Others' hooks, and what a refusal says, find whoever asked for it.
			wp_set_current_user( $this->jobs->find( $id )->actor ?? 0 );
			$size = self::BATCH;
			do {
				$began    = microtime( true );
				$going_on = $this->batch( $id, $lease, $size );
				// At most twice as many each time.
				$hold = $this->is_alone ? self::HOLD_ALL : self::HOLD;
				$size = (int) max( self::MIN_BATCH, min( self::MAX_BATCH, $size * 2, $hold * $size / max( 0.001, microtime( true ) - $began ) ) );
				if ( $this->is_alone && $going_on ) {
					usleep( (int) ( self::LET_IN * 1e6 ) );
				}
				ProcessCache::forget();
			} while ( $going_on && $this->clock->timestamp() < $until );
		} catch ( DatabaseFailure $failure ) {
			throw $failure; // The lease runs out, and the next look goes on from here.
		} catch ( \Throwable $failure ) {
			$this->jobs->end( $id, Job::FAILED );
			throw $failure;
		} finally {
			wp_set_current_user( $before );
		}
		if ( $going_on ) {
			$this->jobs->release( $id, $lease );
			$this->schedule( $id );
		}
	}

	/**
	 * @return bool Whether there is more to do.
	 */
	private function batch( int $id, string $lease, int $size ): bool {
		try {
			return $this->transaction->run(
				function () use ( $id, $lease, $size ): bool {
					$job = $this->jobs->find( $id );
					if ( null === $job || Job::RUNNING !== $job->state ) {
						return false;
					}
					$progress = ( $this->tasks[ $job->kind ] )()->batch( $job, $size );
					if ( ! $this->jobs->progress( $job, $progress, $lease ) ) {
						throw new JobTaken();
					}
					return ! $progress->is_last;
				}
			);
		} catch ( JobTaken ) {
			return false;
		}
	}

	/**
	 * Schedules again what a dead process left; ends itself when there is nothing.
	 */
	public function watch(): void {
		$idle = $this->jobs->idle();
		foreach ( $idle as $id ) {
			$this->schedule( $id );
		}
		if ( array() === $idle ) {
			wp_clear_scheduled_hook( self::WATCH_HOOK );
		}
	}
}
