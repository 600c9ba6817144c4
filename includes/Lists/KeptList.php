<?php
/**
 * A list as it was read.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Lists;

/**
 * All ids of a list in its order, eight characters each, so that a page is cut out without reading the rest.
 */
final class KeptList {

	private const WIDTH = 8;

	/**
	 * @param string $packed The ids.
	 * @param int    $mark   As Changes::mark() was right before it was read.
	 */
	private function __construct( private readonly string $packed, public readonly int $mark ) {
	}

	/**
	 * @param list<int> $ids Ids in order.
	 */
	public static function of( array $ids, int $mark ): self {
		// Six bytes are enough for any number of records, and make eight characters of base 64.
		return new self( implode( '', array_map( static fn ( int $id ): string => base64_encode( substr( pack( 'J', $id ), 2 ) ), $ids ) ), $mark ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions
	}

	/**
	 * What to_array() gave; null when it is something else.
	 */
	public static function from( mixed $stored ): ?self {
		return is_array( $stored ) && is_string( $stored['ids'] ?? null ) && is_int( $stored['mark'] ?? null ) ? new self( $stored['ids'], $stored['mark'] ) : null;
	}

	/**
	 * @return array{ids: string, mark: int}
	 */
	public function to_array(): array {
		return array(
			'ids'  => $this->packed,
			'mark' => $this->mark,
		);
	}

	/**
	 * How many it holds.
	 */
	public function count(): int {
		return intdiv( strlen( $this->packed ), self::WIDTH );
	}

	/**
	 * Some of its ids.
	 *
	 * @return list<int>
	 */
	public function slice( int $offset, int $limit ): array {
		$part = substr( $this->packed, self::WIDTH * $offset, self::WIDTH * $limit );
		if ( '' === $part ) {
			return array();
		}
		$bytes = (string) base64_decode( $part, true ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions
		$ids   = array();
		foreach ( str_split( $bytes, 6 ) as $six ) {
			$id    = unpack( 'J', "\0\0$six" );
			$ids[] = is_array( $id ) && is_int( $id[1] ?? null ) ? $id[1] : 0;
		}
		return $ids;
	}
}
