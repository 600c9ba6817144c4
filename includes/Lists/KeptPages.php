<?php
/**
 * Pages of lists that cost something to find.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Lists;

/**
 * A list is kept in its order, and what has changed since is looked up: pages and totals are as they are now, and nothing is
 * found or counted again.
 */
final class KeptPages {

	public function __construct( private readonly KeptLists $kept, private readonly Changes $changes ) {
	}

	/**
	 * A page of a list that was kept, right as it is now.
	 *
	 * @param string                         $key  The scope, the filters and the order.
	 * @param callable(list<int>): list<int> $sort Those of some records that the list holds now, in its order.
	 * @param Changes|null                   $also Of what else decides who is on the list: any change there ends it.
	 * @return array{ids: list<int>, total: int}|null Null when none is kept, or too much has changed.
	 */
	public function page( string $key, int $offset, int $limit, callable $sort, ?Changes $also = null ): ?array {
		$kept    = $this->kept->get( $key );
		$changed = null === $kept || ( null !== $also && array() !== $also->since( $kept->mark ) ) ? null : $this->changes->since( $kept->mark );
		if ( null === $kept || null === $changed ) {
			return null;
		}
		if ( array() === $changed ) {
			return array(
				'ids'   => $kept->slice( $offset, $limit ),
				'total' => $kept->count(),
			);
		}
		// The others' order is as it was, and each of those that changed moves them by one at most: they are sorted
		// together with the page and as many before it.
		$others = array_values( array_diff( $kept->slice( 0, $kept->count() ), $changed ) );
		$from   = max( 0, $offset - count( $changed ) );
		$near   = array_slice( $others, $from, $offset + $limit - $from );
		$ids    = $sort( array( ...$near, ...$changed ) );
		return array(
			'ids'   => array_slice( $ids, $offset - $from, $limit ),
			'total' => count( $others ) + count( array_intersect( $ids, $changed ) ),
		);
	}

	/**
	 * What to give to keep(), from right before the list was read.
	 */
	public function mark(): int {
		return $this->changes->mark();
	}

	/**
	 * Keeps a list.
	 *
	 * @param string    $key  As in page().
	 * @param list<int> $ids  All of it, in order.
	 * @param int       $mark As mark() was.
	 */
	public function keep( string $key, array $ids, int $mark ): void {
		$this->kept->keep( $key, KeptList::of( $ids, $mark ) );
	}
}
