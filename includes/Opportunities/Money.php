<?php
/**
 * Amounts of money.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

/**
 * Amounts are decimal texts from end to end: no float ever touches them, and no extension of PHP is needed for them.
 */
final class Money {

	/** Digits before the decimal point: what every database Steward runs on keeps exactly, with the decimals of money. */
	public const MAX_DIGITS = 13;

	/** Digits altogether that come back from SQLite as they were: PHP prints its floats with no more. */
	public const SQLITE_DIGITS = 14;

	/** Decimals that are stored: the most any currency has. */
	public const DECIMALS = 4;

	/**
	 * An amount as a client sent it, in its shortest form; null when it is none: negative, too large, too fine, not a number.
	 *
	 * @param mixed $value Text or number; of a number, what was written counts, not how it is kept.
	 */
	public static function read( mixed $value ): ?string {
		$text = match ( true ) {
			is_int( $value )    => (string) $value,
			is_float( $value )  => (string) wp_json_encode( $value ),
			is_string( $value ) => trim( $value ),
			default             => '',
		};
		if ( ! preg_match( '/^0*(\d{1,' . self::MAX_DIGITS . '})(?:\.(\d+))?$/', $text, $parts ) ) {
			return null;
		}
		$decimals = rtrim( $parts[2] ?? '', '0' );
		return strlen( $decimals ) > self::DECIMALS ? null : $parts[1] . ( '' === $decimals ? '' : ".$decimals" );
	}

	/**
	 * Whether an amount has no more decimals than its currency.
	 *
	 * @param string $amount As read() or exact() gives it.
	 */
	public static function fits( string $amount, string $currency ): bool {
		return strlen( rtrim( explode( '.', $amount )[1] ?? '', '0' ) ) <= Currencies::decimals( $currency );
	}

	/**
	 * How many digits an amount has, those that say nothing left out.
	 *
	 * @param string $amount As read() or exact() gives it.
	 */
	public static function digits( string $amount ): int {
		list( $whole, $decimals ) = explode( '.', "$amount." );
		return strlen( $whole . rtrim( $decimals, '0' ) );
	}

	/**
	 * An amount with as many decimals as its currency has, or more where it has them.
	 *
	 * @param string $amount As stored or summed.
	 */
	public static function exact( string $amount, string $currency ): string {
		list( $whole, $decimals ) = explode( '.', "$amount." );
		$decimals                 = str_pad( rtrim( $decimals, '0' ), Currencies::decimals( $currency ), '0' );
		return '' === $decimals ? $whole : "$whole.$decimals";
	}

	/**
	 * So many percent of an amount, rounded half up to the currency's decimals.
	 *
	 * @param string $amount  As exact() gives it.
	 * @param int    $percent 0 to 100.
	 */
	public static function percent( string $amount, int $percent, string $currency ): string {
		list( $whole, $decimals ) = explode( '.', "$amount." );
		$digits                   = self::times( $whole . str_pad( $decimals, self::DECIMALS, '0' ), $percent );
		// What was multiplied has DECIMALS decimals, and percent adds two.
		$surplus = self::DECIMALS + 2 - Currencies::decimals( $currency );
		$digits  = str_pad( $digits, $surplus + Currencies::decimals( $currency ) + 1, '0', STR_PAD_LEFT );
		$up      = (int) $digits[ strlen( $digits ) - $surplus ] >= 5;
		$digits  = substr( $digits, 0, -$surplus );
		$digits  = $up ? self::plus( $digits, 1 ) : $digits;
		return self::point( $digits, Currencies::decimals( $currency ) );
	}

	/**
	 * Two amounts together.
	 *
	 * @param string $one   As exact() gives it.
	 * @param string $other As exact() gives it.
	 */
	public static function sum( string $one, string $other, string $currency ): string {
		$digits = array();
		foreach ( array( $one, $other ) as $amount ) {
			list( $whole, $decimals ) = explode( '.', "$amount." );
			$digits[]                 = $whole . str_pad( $decimals, self::DECIMALS, '0' );
		}
		$length = max( array_map( 'strlen', $digits ) );
		$result = '';
		$carry  = 0;
		for ( $place = 1; $place <= $length; $place++ ) {
			foreach ( $digits as $number ) {
				$carry += (int) substr( str_pad( $number, $length, '0', STR_PAD_LEFT ), -$place, 1 );
			}
			$result = $carry % 10 . $result;
			$carry  = intdiv( $carry, 10 );
		}
		return self::of_ten_thousandths( ( 0 === $carry ? '' : (string) $carry ) . $result, $currency );
	}

	/**
	 * A whole number of 1/10000 as an amount: how the one database without exact decimals sums.
	 */
	public static function of_ten_thousandths( string $number, string $currency ): string {
		return self::exact( self::point( str_pad( $number, self::DECIMALS + 1, '0', STR_PAD_LEFT ), self::DECIMALS ), $currency );
	}

	private static function point( string $digits, int $decimals ): string {
		$whole = ltrim( substr( $digits, 0, strlen( $digits ) - $decimals ), '0' );
		return ( '' === $whole ? '0' : $whole ) . ( 0 === $decimals ? '' : '.' . substr( $digits, -$decimals ) );
	}

	private static function times( string $digits, int $factor ): string {
		$result = '';
		$carry  = 0;
		foreach ( str_split( strrev( $digits ) ) as $digit ) {
			$carry  += (int) $digit * $factor;
			$result .= $carry % 10;
			$carry   = intdiv( $carry, 10 );
		}
		return strrev( $result . strrev( (string) $carry ) );
	}

	private static function plus( string $digits, int $carry ): string {
		$result = '';
		foreach ( str_split( strrev( $digits ) ) as $digit ) {
			$carry  += (int) $digit;
			$result .= $carry % 10;
			$carry   = intdiv( $carry, 10 );
		}
		return strrev( 0 === $carry ? $result : $result . $carry );
	}
}
