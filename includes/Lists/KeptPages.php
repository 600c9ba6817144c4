<?php
/**
 * Pages of lists that cost something to find.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Lists;

/**
 * A list, or the beginning of a long one, is kept in its order, and what has changed since is looked up: pages and totals are
 * as they are now, and nothing is found or counted again.
 */
final class KeptPages {

	/** So much of a long list's beginning is kept. */
	private const HEAD = 300;

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
		$kept = $this->kept->get( $key );
		$page = null === $kept ? null : $this->cut( $kept, $offset, $limit, $sort, $also );
		return null === $page ? null : array(
			'ids'   => $page['ids'],
			'total' => $page['count'],
		);
	}

	/**
	 * A page near the beginning of a long list, right as it is now.
	 *
	 * @param string                         $key  As in page().
	 * @param callable(int): list<int>       $read The list's first records, so many.
	 * @param callable(list<int>): list<int> $sort As in page().
	 * @param Changes|null                   $also As in page().
	 * @return list<int>|null Null when the page is too far from the beginning, or too much has changed in this minute.
	 */
	public function head( string $key, int $offset, int $limit, callable $read, callable $sort, ?Changes $also = null ): ?array {
		if ( $offset + $limit > self::HEAD ) {
			return null;
		}
		$kept = $this->kept->get( self::head_of( $key ) );
		if ( null === $kept ) {
			$mark = $this->mark();
			$ids  = $read( self::HEAD );
			$this->keep( self::head_of( $key ), $ids, $mark );
			return array_slice( $ids, $offset, $limit );
		}
		$page = $this->cut( $kept, $offset, $limit, $sort, $also );
		// Behind the last one that was kept, others than those that changed may follow.
		return null === $page || $offset + $limit > $page['others'] ? null : $page['ids'];
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

	/**
	 * Transients that a page is asked of.
	 *
	 * @param string $key As in page().
	 * @return list<string>
	 */
	public static function names( string $key, int $offset ): array {
		return array( KeptLists::name( $key ), ...( $offset < self::HEAD ? array( KeptLists::name( self::head_of( $key ) ) ) : array() ) );
	}

	/**
	 * @param callable(list<int>): list<int> $sort As in page().
	 * @return array{ids: list<int>, others: int, count: int}|null The page, how many haven't changed, and how many there are in all;
	 *                                                             null when too much has changed.
	 */
	private function cut( KeptList $kept, int $offset, int $limit, callable $sort, ?Changes $also ): ?array {
		$changed = null !== $also && array() !== $also->since( $kept->mark ) ? null : $this->changes->since( $kept->mark );
		if ( null === $changed ) {
			return null;
		}
		if ( array() === $changed ) {
			return array(
				'ids'    => $kept->slice( $offset, $limit ),
				'others' => $kept->count(),
				'count'  => $kept->count(),
			);
		}
		// The others' order is as it was, and each of those that changed moves them by one at most: they are sorted
		// together with the page and as many before it.
		$others = array_values( array_diff( $kept->slice( 0, $kept->count() ), $changed ) );
		$from   = max( 0, $offset - count( $changed ) );
		$near   = array_slice( $others, $from, $offset + $limit - $from );
		$ids    = $sort( array( ...$near, ...$changed ) );
		return array(
			'ids'    => array_slice( $ids, $offset - $from, $limit ),
			'others' => count( $others ),
			'count'  => count( $others ) + count( array_intersect( $ids, $changed ) ),
		);
	}

	private static function head_of( string $key ): string {
		return "$key head";
	}
}
