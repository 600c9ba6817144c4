<?php
/**
 * One process of a parallel test.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Support;

use RuntimeException;

/**
 * Starts race-worker.php and talks with it: it says "ready", is told the moment to begin, and answers in JSON.
 */
final class Worker {
	/** @var resource */
	private $process;

	/** @var array<int, resource> */
	private array $pipes = array();

	private string $output = '';

	/** @var resource Its complaints; a file, as a pipe that nobody reads would fill. */
	private $errors;

	/**
	 * @param list<array<string, mixed>> $requests
	 * @param array<string, string>      $environment
	 */
	public function __construct( string $script, array $requests, array $environment ) {
		$errors = tmpfile();
		if ( false === $errors ) {
			throw new RuntimeException( 'No temporary file could be made.' );
		}
		$this->errors = $errors;
		$process      = proc_open(
			array( PHP_BINARY, '-d', 'display_errors=stderr', '-d', 'memory_limit=256M', $script ),
			array( array( 'pipe', 'r' ), array( 'pipe', 'w' ), $errors ),
			$this->pipes,
			null,
			$environment
		);
		if ( false === $process ) {
			throw new RuntimeException( 'A process could not be started.' );
		}
		$this->process = $process;
		stream_set_blocking( $this->pipes[1], false );
		fwrite( $this->pipes[0], json_encode( $requests, JSON_THROW_ON_ERROR ) . "\n" );
	}

	/** Waits until its WordPress is loaded. */
	public function wait_until_ready( int $seconds ): void {
		if ( 'ready' !== $this->line( $seconds ) ) {
			throw new RuntimeException( 'A process did not start: ' . $this->complaints() );
		}
	}

	/** Tells it when to begin: a Unix time with its fraction. */
	public function start_at( float $time ): void {
		fwrite( $this->pipes[0], sprintf( "%.6F\n", $time ) );
		fflush( $this->pipes[0] );
	}

	/**
	 * Waits for its answers.
	 *
	 * @return list<array{status: int, data: mixed, headers: array<string, string>, mail: int, seconds: float}>
	 */
	public function answers( int $seconds ): array {
		$answers = json_decode( $this->line( $seconds ), true );
		if ( ! is_array( $answers ) ) {
			throw new RuntimeException( 'A process did not answer: ' . $this->complaints() );
		}
		return $answers;
	}

	/** Ends it as a machine that loses its power does: it gets to do nothing more. */
	public function kill(): void {
		proc_terminate( $this->process, 9 );
		while ( proc_get_status( $this->process )['running'] ) {
			usleep( 1000 );
		}
	}

	/** Ends it, whatever it does. */
	public function end(): void {
		foreach ( $this->pipes as $pipe ) {
			if ( is_resource( $pipe ) ) {
				fclose( $pipe );
			}
		}
		if ( is_resource( $this->process ) ) {
			if ( proc_get_status( $this->process )['running'] ) {
				proc_terminate( $this->process );
			}
			proc_close( $this->process );
		}
	}

	private function line( int $seconds ): string {
		$end = microtime( true ) + $seconds;
		while ( ! str_contains( $this->output, "\n" ) ) {
			$read   = array( $this->pipes[1] );
			$none   = null;
			$chunk  = stream_select( $read, $none, $none, 1 ) ? fread( $this->pipes[1], 65536 ) : '';
			$this->output .= (string) $chunk;
			if ( microtime( true ) > $end || ( '' === $chunk && feof( $this->pipes[1] ) ) ) {
				return $this->output;
			}
		}
		[ $line, $this->output ] = explode( "\n", $this->output, 2 );
		return $line;
	}

	private function complaints(): string {
		return $this->output . (string) stream_get_contents( $this->errors, -1, 0 );
	}
}
