<?php
/**
 * What a process remembers of WordPress.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Background;

/**
 * A job works for many seconds: in the meantime settings are saved, roles changed and people taken out, by other processes.
 */
final class ProcessCache {

	/**
	 * Forgets settings, roles and people, so that they are read as they are now. A shared object cache keeps what it has, and must
	 * be able to forget what this process alone has read of it: most can.
	 */
	public static function forget(): void {
		if ( wp_cache_supports( 'flush_runtime' ) ) {
			wp_cache_flush_runtime();
		}
		wp_roles()->for_site();
	}
}
