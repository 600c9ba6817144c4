<?php
/**
 * Many first requests after an update.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Races\Database;

use Steward\Plugin;
use Steward\Tests\Support\ParallelTestCase;

/**
 * Each process finds the tables missing as it starts; one makes them and the others wait.
 */
final class MigrationRaceTest extends ParallelTestCase {

	public function test_processes_that_start_together_make_the_tables_once(): void {
		$user       = $this->user( 'steward_sales_manager' );
		$migrations = Plugin::instance()->migrations();
		$version    = $migrations->version();
		$migrations->drop();
		try {
			$answers = $this->parallel(
				array_fill(
					0,
					8,
					array(
						'user'   => $user->ID,
						'method' => 'GET',
						'route'  => '/steward/v1/contacts',
					)
				)
			);
			self::assertSame( array_fill( 0, 8, 200 ), array_column( $answers, 'status' ), (string) wp_json_encode( $answers ) );
			self::assertSame( $version, $migrations->version() );
			self::assertFalse( get_option( 'steward_migration_lock' ) );
		} finally {
			$migrations->migrate();
		}
	}
}
