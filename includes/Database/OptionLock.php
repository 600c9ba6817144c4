<?php
/**
 * Changing an option when others may change it too.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Database;

/**
 * WordPress reads an option once a request and writes all of it back: of two changes at once one is lost, and what both were
 * checked against no longer holds. Here the option's row is locked first and read anew, and what is logged of the change
 * is committed with it.
 */
final class OptionLock {

	public function __construct( private readonly Connection $db, private readonly Transaction $transaction ) {
	}

	/**
	 * Runs work that reads and writes an option.
	 *
	 * @template T
	 * @param string        $option Name; the option is made, empty, where there is none.
	 * @param callable(): T $work   May run more than once; throws to roll back.
	 * @return T What `$work` returned.
	 * @throws \Throwable What `$work` threw.
	 */
	public function run( string $option, callable $work ): mixed {
		try {
			return $this->transaction->run(
				function () use ( $option, $work ): mixed {
					$this->lock( $option );
					self::forget( $option );
					return $work();
				}
			);
		} catch ( \Throwable $failure ) {
			// Nothing of it was stored: nothing of it may be remembered.
			self::forget( $option );
			throw $failure;
		}
	}

	private function lock( string $option ): void {
		$table = $this->db->options_table();
		if ( null !== $this->db->row( 'SELECT option_id FROM %i WHERE option_name = %s FOR UPDATE', $table, $option ) ) {
			return;
		}
		$this->db->execute( "INSERT IGNORE INTO %i ( option_name, option_value, autoload ) VALUES ( %s, %s, 'on' )", $table, $option, 'a:0:{}' );
		$this->db->row( 'SELECT option_id FROM %i WHERE option_name = %s FOR UPDATE', $table, $option );
	}

	private static function forget( string $option ): void {
		foreach ( array( $option, 'alloptions', 'notoptions' ) as $key ) {
			wp_cache_delete( $key, 'options' );
		}
	}
}
