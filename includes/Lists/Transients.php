<?php
/**
 * Transients, several at once.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Lists;

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
}
