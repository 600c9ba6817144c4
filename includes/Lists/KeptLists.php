<?php
/**
 * Lists that cost something to find.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Lists;

/**
 * Keeps them for a minute at most. A list is right as long as nothing has changed, which Changes tells; the minute only
 * bounds what is changed by others than Steward. The key carries the scope: nobody gets a list of what another may see.
 */
final class KeptLists {

	private const SECONDS = 60;

	/**
	 * A list that was kept.
	 *
	 * @param string $key The scope, the filters and the order.
	 */
	public function get( string $key ): ?KeptList {
		return KeptList::from( get_transient( self::name( $key ) ) );
	}

	/**
	 * Keeps a list.
	 *
	 * @param string $key As in get().
	 */
	public function keep( string $key, KeptList $kept ): void {
		set_transient( self::name( $key ), $kept->to_array(), self::SECONDS );
	}

	/**
	 * The transient's name.
	 *
	 * @param string $key As in get().
	 */
	public static function name( string $key ): string {
		return 'steward_list_' . md5( $key );
	}
}
