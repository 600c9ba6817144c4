<?php
/**
 * The jobs table's SQL.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Background;

use Steward\Database\Clause;
use Steward\Database\Clock;
use Steward\Database\Connection;

/**
 * Jobs are worked on under a lease: one process at a time, and when it dies another takes over once the lease is over.
 */
final class JobStore {

	private const LEASE_SECONDS = 60;
	private const MAX_ERRORS    = 100;
	private const NEVER         = '1970-01-01 00:00:00';

	public function __construct( private readonly Connection $db, private readonly Clock $clock ) {
	}

	/**
	 * Adds a job.
	 *
	 * @param array<string, mixed> $params What its task needs.
	 */
	public function add( string $kind, int $actor, array $params, int $total ): Job {
		$now = $this->clock->now();
		$id  = $this->db->insert(
			'jobs',
			array(
				'kind'            => $kind,
				'actor'           => $actor,
				'params'          => (string) wp_json_encode( $params ),
				'total'           => $total,
				'errors'          => '[]',
				'lease_until_gmt' => self::NEVER,
				'created_gmt'     => $now,
				'modified_gmt'    => $now,
			)
		);
		return new Job( $id, $kind, Job::QUEUED, $actor, $params, 0, $total, 0, 0, array(), $now );
	}

	/**
	 * A job.
	 *
	 * @param bool $lock Whether to hold its row until the transaction ends.
	 */
	public function find( int $id, bool $lock = false ): ?Job {
		$row = $this->db->row( 'SELECT * FROM %i WHERE id = %d' . ( $lock ? ' FOR UPDATE' : '' ), $this->db->table( 'jobs' ), $id );
		return null === $row ? null : Job::from_row( $row );
	}

	/**
	 * A page of jobs, newest first.
	 *
	 * @param int|null    $actor Only those that this user asked for.
	 * @param string|null $state Only those in this state.
	 * @return list<Job>
	 */
	public function page( ?int $actor, ?string $state, int $offset, int $limit ): array {
		$where = self::where( $actor, $state );
		return array_map(
			array( Job::class, 'from_row' ),
			$this->db->rows( "SELECT * FROM %i WHERE $where->sql ORDER BY id DESC LIMIT %d OFFSET %d", ...array( $this->db->table( 'jobs' ), ...$where->args, $limit, $offset ) )
		);
	}

	/**
	 * How many there are.
	 *
	 * @param int|null    $actor As for page().
	 * @param string|null $state As for page().
	 */
	public function count( ?int $actor, ?string $state ): int {
		$where = self::where( $actor, $state );
		return $this->db->int( "SELECT COUNT(*) FROM %i WHERE $where->sql", ...array( $this->db->table( 'jobs' ), ...$where->args ) );
	}

	private static function where( ?int $actor, ?string $state ): Clause {
		return Clause::all(
			array(
				...( null === $actor ? array() : array( new Clause( 'actor = %d', array( $actor ) ) ) ),
				...( null === $state ? array() : array( new Clause( 'state = %s', array( $state ) ) ) ),
			)
		);
	}

	/**
	 * The job of a kind that isn't over, the latest if there are several.
	 */
	public function under_way( string $kind ): ?Job {
		$row = $this->db->row( "SELECT * FROM %i WHERE state IN ( 'queued', 'running' ) AND kind = %s ORDER BY id DESC LIMIT 1", $this->db->table( 'jobs' ), $kind );
		return null === $row ? null : Job::from_row( $row );
	}

	/**
	 * Jobs of a kind that aren't over.
	 *
	 * @return list<Job>
	 */
	public function open( string $kind ): array {
		return array_map( array( Job::class, 'from_row' ), $this->db->rows( "SELECT * FROM %i WHERE state IN ( 'queued', 'running' ) AND kind = %s ORDER BY id", $this->db->table( 'jobs' ), $kind ) );
	}

	/**
	 * How many jobs aren't over.
	 */
	public function waiting(): int {
		return $this->db->int( "SELECT COUNT(*) FROM %i WHERE state IN ( 'queued', 'running' )", $this->db->table( 'jobs' ) );
	}

	/**
	 * Takes or prolongs the lease of a job that isn't over.
	 *
	 * @param string $lease Who works: any text of its own.
	 * @return bool Whether the job is this process' now.
	 */
	public function lease( int $id, string $lease ): bool {
		return $this->db->execute(
			"UPDATE %i SET state = 'running', lease = %s, lease_until_gmt = %s, modified_gmt = %s WHERE id = %d AND state IN ( 'queued', 'running' ) AND ( lease = %s OR lease_until_gmt < %s )",
			$this->db->table( 'jobs' ),
			$lease,
			$this->clock->ago( -self::LEASE_SECONDS ),
			$this->clock->now(),
			$id,
			$lease,
			$this->clock->now()
		) > 0;
	}

	/**
	 * Stores what a batch has done, in the batch's own transaction.
	 *
	 * @param string $lease The lease it was done under.
	 * @return bool False when the job has been cancelled or taken over: the batch must be rolled back.
	 */
	public function progress( Job $job, JobProgress $progress, string $lease ): bool {
		$errors = array_slice( array_merge( $job->errors, $progress->refused ), 0, self::MAX_ERRORS );
		return $this->db->execute(
			"UPDATE %i SET position = %d, done = done + %d, failed = failed + %d, errors = %s, state = %s, lease_until_gmt = %s, modified_gmt = %s WHERE id = %d AND state = 'running' AND lease = %s",
			$this->db->table( 'jobs' ),
			$progress->position,
			$progress->done,
			count( $progress->refused ),
			(string) wp_json_encode( $errors ),
			$progress->is_last ? Job::DONE : Job::RUNNING,
			$this->clock->ago( -self::LEASE_SECONDS ),
			$this->clock->now(),
			$job->id,
			$lease
		) > 0;
	}

	/**
	 * Lets go of a job that another process shall go on with.
	 */
	public function release( int $id, string $lease ): void {
		$this->db->execute( 'UPDATE %i SET lease_until_gmt = %s WHERE id = %d AND lease = %s', $this->db->table( 'jobs' ), self::NEVER, $id, $lease );
	}

	/**
	 * Ends a job that isn't over yet.
	 *
	 * @param string $state Job::CANCELLED or Job::FAILED.
	 */
	public function end( int $id, string $state ): void {
		$this->db->execute( "UPDATE %i SET state = %s, modified_gmt = %s WHERE id = %d AND state IN ( 'queued', 'running' )", $this->db->table( 'jobs' ), $state, $this->clock->now(), $id );
	}

	/**
	 * Jobs that nobody works on though they aren't over.
	 *
	 * @return list<int>
	 */
	public function idle(): array {
		return $this->db->ints( "SELECT id FROM %i WHERE state IN ( 'queued', 'running' ) AND lease_until_gmt < %s ORDER BY id LIMIT 100", $this->db->table( 'jobs' ), $this->clock->now() );
	}

	/**
	 * Whether a job that was asked for since then waits for somebody to work on it.
	 *
	 * @param string $since `Y-m-d H:i:s` UTC.
	 */
	public function is_waiting( string $since ): bool {
		return $this->db->int( "SELECT COUNT(*) FROM %i WHERE state IN ( 'queued', 'running' ) AND lease_until_gmt < %s AND created_gmt >= %s", $this->db->table( 'jobs' ), $this->clock->now(), $since ) > 0;
	}
}
