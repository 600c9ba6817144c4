<?php
/**
 * Places in long lists.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Lists;

use Steward\Database\Clock;

/**
 * Keeps where deep pages began, so that they, and those after them, are read from there instead of from the list's
 * beginning. What is read is as it is now; only how many come before it may be a minute old, as the list's total is. The
 * key carries the scope.
 */
final class Bookmarks {

	private const SECONDS = 60;

	/** Of one list. */
	private const MOST = 30;

	/** One within so many rows is near enough. */
	private const NEAR = 1000;

	public function __construct( private readonly Clock $clock ) {
	}

	/**
	 * A page.
	 *
	 * @param string                         $key   The scope, the filters and the order.
	 * @param callable(?Bookmark): list<int> $read  Reads the page from there on, or from the list's beginning.
	 * @param callable(int): ?string         $value What a row of the list is ordered by, by its id.
	 * @return list<int>
	 */
	public function page( string $key, int $offset, callable $read, callable $value ): array {
		$from = $this->nearest( $key, $offset );
		$ids  = $read( $from );
		if ( array() !== $ids && ( null === $from || $offset - $from->offset > self::NEAR ) ) {
			$ordered_by = $value( $ids[0] );
			if ( null !== $ordered_by ) {
				// It holds no longer than the one it was found from.
				$this->keep( $key, new Bookmark( $offset, $ordered_by, $ids[0], $from->until ?? $this->clock->timestamp() + self::SECONDS ) );
			}
		}
		return $ids;
	}

	/**
	 * The last one at or before a place.
	 */
	private function nearest( string $key, int $offset ): ?Bookmark {
		$nearest = null;
		foreach ( $this->of( $key ) as $bookmark ) {
			if ( $bookmark->offset <= $offset && ( null === $nearest || $bookmark->offset > $nearest->offset ) ) {
				$nearest = $bookmark;
			}
		}
		return $nearest;
	}

	private function keep( string $key, Bookmark $bookmark ): void {
		$kept = array( ...array_slice( $this->of( $key ), 1 - self::MOST ), $bookmark );
		set_transient( self::name( $key ), array_map( static fn ( Bookmark $one ): array => get_object_vars( $one ), $kept ), self::SECONDS );
	}

	/**
	 * The transient's name.
	 *
	 * @param string $key As in page().
	 */
	public static function name( string $key ): string {
		return 'steward_places_' . md5( $key );
	}

	/**
	 * @return list<Bookmark> Those that still hold.
	 */
	private function of( string $key ): array {
		$stored    = get_transient( self::name( $key ) );
		$bookmarks = array();
		foreach ( is_array( $stored ) ? $stored : array() as $place ) {
			if ( is_array( $place ) && is_int( $place['offset'] ?? null ) && is_string( $place['value'] ?? null ) && is_int( $place['id'] ?? null ) && is_int( $place['until'] ?? null ) && $place['until'] > $this->clock->timestamp() ) {
				$bookmarks[] = new Bookmark( $place['offset'], $place['value'], $place['id'], $place['until'] );
			}
		}
		return $bookmarks;
	}
}
