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
	 * A point in time as `Y-m-d H:i:s` UTC; null when there is none, or no such day. A date alone is its first second.
	 */
	public static function time( mixed $value ): ?string {
		// A plus that wasn't encoded arrives as a blank.
		$text = (string) preg_replace( '/(:\d\d(?:\.\d+)?) (\d\d:?\d\d)$/', '$1+$2', trim( self::string( $value ) ) );
		if ( 1 !== preg_match( '/^(\d{4})-(\d\d)-(\d\d)(?:[T ]([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/', $text, $parts ) || ! checkdate( (int) $parts[2], (int) $parts[3], (int) $parts[1] ) ) {
			return null;
		}
		$time = strtotime( isset( $parts[5] ) ? $text : "$text UTC" );
		return false === $time ? null : gmdate( 'Y-m-d H:i:s', $time );
	}
}
