<?php
/**
 * `wp steward job …`
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Cli;

use Steward\Background\JobRunner;
use Steward\Database\DatabaseFailure;
use Steward\Rest\Input;

/**
 * Background work: bulk changes, hand-overs.
 */
final class JobCommand {

	private const COLUMNS = array( 'id', 'kind', 'state', 'total', 'done', 'failed', 'created_gmt' );

	/** Seconds a run works before it says how far it came. */
	private const STRETCH = 5;

	/** @var callable(): JobRunner */
	private $runner;

	/**
	 * @param callable(): JobRunner $runner Gets jobs done.
	 */
	public function __construct( private readonly Rest $rest, callable $runner ) {
		$this->runner = $runner;
	}

	/**
	 * Lists jobs, newest first: one's own, or all for those who manage Steward.
	 *
	 * ## OPTIONS
	 *
	 * [--state=<state>]
	 * : Only queued, running, done, failed or cancelled ones.
	 *
	 * [--number=<number>]
	 * : How many at most.
	 * ---
	 * default: 100
	 * ---
	 *
	 * [--fields=<fields>]
	 * : Columns, with commas.
	 *
	 * [--field=<field>]
	 * : Only this field, a line each.
	 *
	 * [--format=<format>]
	 * : How to print it.
	 * ---
	 * default: table
	 * options:
	 *   - table
	 *   - csv
	 *   - json
	 *   - yaml
	 *   - ids
	 *   - count
	 * ---
	 *
	 * @subcommand list
	 *
	 * @param list<string>         $args       None.
	 * @param array<string, mixed> $assoc_args Filters and format.
	 */
	public function list_( array $args, array $assoc_args ): void {
		$params = isset( $assoc_args['state'] ) ? array( 'state' => Input::string( $assoc_args['state'] ) ) : array();
		Output::items( $this->rest->items( '/jobs', $params, max( 1, Input::int( $assoc_args['number'] ?? 100 ) ) ), self::COLUMNS, $assoc_args );
	}

	/**
	 * Shows a job with what it left out.
	 *
	 * ## OPTIONS
	 *
	 * <id>
	 * : Its number.
	 *
	 * [--fields=<fields>]
	 * : Only these fields, with commas.
	 *
	 * [--field=<field>]
	 * : Only this field's value.
	 *
	 * [--format=<format>]
	 * : How to print it.
	 * ---
	 * default: table
	 * options:
	 *   - table
	 *   - csv
	 *   - json
	 *   - yaml
	 * ---
	 *
	 * @param array{string}        $args       The id.
	 * @param array<string, mixed> $assoc_args Format.
	 */
	public function get( array $args, array $assoc_args ): void {
		Output::item( $this->job( $args[0] ), $assoc_args );
	}

	/**
	 * Works on a job here and now until it is over, instead of waiting for WP-Cron.
	 *
	 * ## OPTIONS
	 *
	 * <id>
	 * : Its number.
	 *
	 * @param array{string} $args The id.
	 */
	public function run( array $args ): void {
		$job  = $this->job( $args[0] );
		$last = '';
		while ( in_array( $job['state'] ?? '', array( 'queued', 'running' ), true ) ) {
			try {
				( $this->runner )()->run( (int) $args[0], self::STRETCH );
			} catch ( DatabaseFailure $failure ) {
				/* translators: %s: what the database says */
				\WP_CLI::error( sprintf( __( 'The database could not do this, and what was done stays done. Try again. It says: %s', 'steward' ), $failure->getMessage() ) );
			}
			$job  = $this->job( $args[0] );
			$line = self::progress( $job );
			if ( $line === $last ) {
				sleep( 1 ); // Another process is at it.
			} else {
				\WP_CLI::log( $line );
			}
			$last = $line;
		}
		if ( 'done' !== ( $job['state'] ?? '' ) ) {
			/* translators: %s: a job's state */
			\WP_CLI::error( sprintf( __( 'The job is %s.', 'steward' ), Input::string( $job['state'] ?? '' ) ) );
		}
		\WP_CLI::success( self::progress( $job ) );
	}

	/**
	 * Ends a job where it is; what was done stays done.
	 *
	 * ## OPTIONS
	 *
	 * <id>
	 * : Its number.
	 *
	 * @param array{string} $args The id.
	 */
	public function cancel( array $args ): void {
		$job = $this->rest->ask( 'DELETE', '/jobs/' . (int) $args[0] );
		if ( 'cancelled' !== ( $job['state'] ?? '' ) ) {
			\WP_CLI::error( __( 'The job is over already.', 'steward' ) );
		}
		\WP_CLI::success( self::progress( $job ) );
	}

	/**
	 * @return array<mixed>
	 */
	private function job( string $id ): array {
		return $this->rest->ask( 'GET', '/jobs/' . (int) $id );
	}

	/**
	 * @param array<mixed> $job A job as REST shows it.
	 */
	private static function progress( array $job ): string {
		/* translators: 1: how many are done, 2: of how many, 3: how many were refused */
		return sprintf( __( '%1$d of %2$d done, %3$d refused.', 'steward' ), Input::int( $job['done'] ?? 0 ), Input::int( $job['total'] ?? 0 ), Input::int( $job['failed'] ?? 0 ) );
	}
}
