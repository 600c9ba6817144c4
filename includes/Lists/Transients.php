<?php
/**
 * Transients, several at once.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Lists;

use Steward\Database\Connection;

/**
 * Without an object cache WordPress asks the database for each transient that it is asked for.
 */
final class Transients {

	/**
	 * Reads transients in one query, so that getting them costs none.
	 *
	 * @param list<string> $names Names.
	 */
	public static function read( array $names ): void {
		if ( wp_using_ext_object_cache() ) {
			return;
		}
		$options = array();
		foreach ( $names as $name ) {
			array_push( $options, "_transient_$name", "_transient_timeout_$name" );
		}
		wp_prime_option_caches( $options );
	}

	/**
	 * Removes all of Steward's from the database, on uninstall; an object cache's end by themselves.
	 */
	public static function remove_all( Connection $db ): void {
		foreach ( array( '_transient_steward_', '_transient_timeout_steward_' ) as $start ) {
			$db->execute( 'DELETE FROM %i WHERE option_name LIKE %s', $db->options_table(), $db->starts_with( $start ) );
		}
	}
}
