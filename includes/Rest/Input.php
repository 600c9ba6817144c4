<?php
/**
 * Narrows what came over HTTP.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Rest;

/**
 * Requests hold mixed values; these give the type asked for, or the default.
 */
final class Input {

	/**
	 * An integer.
	 */
	public static function int( mixed $value, int $otherwise = 0 ): int {
		return is_numeric( $value ) ? (int) $value : $otherwise;
	}

	/**
	 * A text.
	 */
	public static function string( mixed $value, string $otherwise = '' ): string {
		return is_scalar( $value ) ? (string) $value : $otherwise;
	}

	/**
	 * A list of texts, from a list or from one text with commas.
	 *
	 * @return list<string>
	 */
	public static function strings( mixed $value ): array {
		$list = is_array( $value ) ? $value : explode( ',', self::string( $value ) );
		return array_values( array_filter( array_map( static fn ( $one ): string => trim( self::string( $one ) ), $list ), static fn ( string $one ): bool => '' !== $one ) );
	}

	/**
	 * A list of ids, each once; anything that is none becomes 0.
	 *
	 * @return list<int>
	 */
	public static function ids( mixed $value ): array {
		$list = is_array( $value ) ? $value : self::strings( $value );
		return array_values( array_unique( array_map( static fn ( $one ): int => max( 0, self::int( $one ) ), $list ) ) );
	}

	/**
	 * A point in time as `Y-m-d H:i:s` UTC; null when there is none. A date alone is its first second.
	 */
	public static function time( mixed $value ): ?string {
		$text = self::string( $value );
		if ( '' === $text ) {
			return null;
		}
		$time = strtotime( preg_match( '/(Z|[+-]\d\d:?\d\d)$/', $text ) && preg_match( '/[T ]/', $text ) ? $text : "$text UTC" );
		return false === $time ? null : gmdate( 'Y-m-d H:i:s', $time );
	}
}
