<?php
/**
 * A place in a long list.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Lists;

use Steward\Database\Clause;

/**
 * Where a page begins: how many come before it, and what its first row is ordered by.
 */
final class Bookmark {

	/**
	 * @param int    $offset How many come before it.
	 * @param string $value  What the row there is ordered by.
	 * @param int    $id     The row's id.
	 * @param int    $until  When it ends to hold, seconds since 1970.
	 */
	public function __construct( public readonly int $offset, public readonly string $value, public readonly int $id, public readonly int $until ) {
	}

	/**
	 * What comes from there on, the row itself included, as a condition on a row.
	 *
	 * @param string $row        The row, such as `c`.
	 * @param string $column     What the list is ordered by, never NULL; the id decides between equals.
	 * @param bool   $descending The order's direction.
	 */
	public function from_here_on( string $row, string $column, bool $descending ): Clause {
		$beyond = $descending ? '<' : '>';
		return new Clause( "( $row.%i $beyond %s OR ( $row.%i = %s AND $row.id $beyond= %d ) )", array( $column, $this->value, $column, $this->value, $this->id ) );
	}
}
