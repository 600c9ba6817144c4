<?php
/**
 * Brings the tables up to date.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Database;

use Steward\Access\DefaultRoles;
use Steward\Access\RecordType;
use Steward\Activity\ActivityKeys;
use Steward\Contacts\ContactKeys;
use Steward\Opportunities\OpportunityTables;
use Steward\Notifications\NotificationTables;
use Steward\Tasks\TaskTables;

/**
 * Ordered steps, each safe to run twice. The version reached is stored after every step, so an interrupted upgrade goes
 * on where it stopped; a lock row lets one process at a time work, and a lock whose holder died is taken over.
 */
final class Migrations {

	public const OPTION = 'steward_db_version';

	private const LOCK         = 'steward_migration_lock';
	private const LOCK_SECONDS = 120;
	private const WAIT_SECONDS = 15;

	public function __construct( private readonly Connection $db, private readonly Clock $clock ) {
	}

	/**
	 * Runs the steps that are missing; cheap when there are none (one autoloaded option).
	 *
	 * @throws DatabaseFailure When the server refuses a step: the version then says how far it came.
	 */
	public function migrate(): void {
		$steps  = $this->steps();
		$target = (int) array_key_last( $steps );
		if ( $this->version() >= $target ) {
			return;
		}
		$deadline = $this->clock->timestamp() + self::WAIT_SECONDS;
		while ( ! $this->take_lock() ) {
			if ( $this->clock->timestamp() > $deadline ) {
				return; // The holder is at work; the next request looks again.
			}
			usleep( 100000 );
		}
		try {
			wp_cache_delete( self::OPTION, 'options' );
			wp_cache_delete( 'alloptions', 'options' );
			foreach ( $steps as $version => $step ) {
				if ( $this->version() < $version ) {
					$step();
					update_option( self::OPTION, $version, true );
				}
			}
		} finally {
			$this->release_lock();
		}
	}

	/**
	 * The version the site's tables have; 0 before the first.
	 */
	public function version(): int {
		$version = get_option( self::OPTION, 0 );
		return is_numeric( $version ) ? (int) $version : 0;
	}

	/**
	 * Removes every table, for uninstall.
	 */
	public function drop(): void {
		foreach ( Tables::NAMES as $name ) {
			$this->db->execute( 'DROP TABLE IF EXISTS %i', $this->db->table( $name ) );
		}
		delete_option( self::OPTION );
	}

	/**
	 * @return array<int, callable(): void> Version => what leads to it; never renumbered, only appended to.
	 */
	private function steps(): array {
		return array(
			1 => function (): void {
				foreach ( Tables::version_1() as $name => $body ) {
					$this->create( $name, $body );
				}
			},
			2 => function (): void {
				foreach ( OpportunityTables::bodies() as $name => $body ) {
					$this->create( $name, $body );
				}
				OpportunityTables::fill( $this->db );
				DefaultRoles::extend( RecordType::Contact, RecordType::Opportunity );
			},
			3 => function (): void {
				foreach ( NotificationTables::bodies() as $name => $body ) {
					$this->create( $name, $body );
				}
			},
			5 => function (): void {
				( new ContactKeys( $this->db ) )->end_with_owner();
			},
			6 => fn () => ActivityKeys::change( $this->db ),
			7 => function (): void {
				foreach ( TaskTables::bodies() as $name => $body ) {
					$this->create( $name, $body );
				}
			},
		);
	}

	private function create( string $name, string $body ): void {
		$this->db->execute( "CREATE TABLE IF NOT EXISTS %i ( $body ) " . $this->db->charset_collate(), $this->db->table( $name ) );
	}

	private function take_lock(): bool {
		$options = $this->db->options_table();
		$now     = $this->clock->timestamp();
		try {
			return $this->db->execute( "INSERT IGNORE INTO %i ( option_name, option_value, autoload ) VALUES ( %s, %s, 'off' )", $options, self::LOCK, (string) $now ) > 0
				|| $this->db->execute( 'UPDATE %i SET option_value = %s WHERE option_name = %s AND option_value < %s', $options, (string) $now, self::LOCK, (string) ( $now - self::LOCK_SECONDS ) ) > 0;
		} catch ( DatabaseFailure $failure ) {
			if ( $failure->is_transient() ) {
				return false; // Many want it at once: a deadlock among them is no more than a lock not had.
			}
			throw $failure;
		}
	}

	private function release_lock(): void {
		for ( $tries = 5; ; $tries-- ) {
			try {
				$this->db->execute( 'DELETE FROM %i WHERE option_name = %s', $this->db->options_table(), self::LOCK );
				return;
			} catch ( DatabaseFailure $failure ) {
				if ( 0 === $tries || ! $failure->is_transient() ) {
					throw $failure;
				}
			}
		}
	}
}
