<?php
/**
 * What the tests of submissions share.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Integration\Intake;

use Steward\Tests\Support\TestCase;

abstract class IntakeTestCase extends TestCase {

	private string $log = '';

	protected function setUp(): void {
		parent::setUp();
		$this->log = (string) tempnam( sys_get_temp_dir(), 'steward-log' );
		ini_set( 'error_log', $this->log ); // phpcs:ignore WordPress.PHP.IniSet
	}

	protected function tearDown(): void {
		ini_restore( 'error_log' );
		unlink( $this->log );
		parent::tearDown();
	}

	/**
	 * What went to the error log.
	 */
	protected function logged(): string {
		return (string) file_get_contents( $this->log );
	}

	/**
	 * Rows of one of Steward's tables.
	 *
	 * @return list<array<string, string|null>>
	 */
	protected function rows( string $table ): array {
		global $wpdb;
		return $wpdb->get_results( $wpdb->prepare( 'SELECT * FROM %i ORDER BY id', $wpdb->prefix . "steward_$table" ), ARRAY_A );
	}

	/**
	 * Lets every statement fail that begins so.
	 */
	protected function break_statements( string $start ): void {
		add_filter(
			'query',
			static function ( string $query ) use ( $start ): string {
				if ( str_starts_with( $query, $start ) ) {
					throw new \RuntimeException( 'broken on purpose' );
				}
				return $query;
			}
		);
	}
}
