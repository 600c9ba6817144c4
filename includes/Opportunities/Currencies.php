<?php
/**
 * ISO 4217.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

/**
 * Currencies in use and how many decimals each has. Funds, metals and test codes are no money to sell for.
 */
final class Currencies {

	private const TWO = 'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG';

	private const OTHER = array(
		0 => 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF',
		3 => 'BHD IQD JOD KWD LYD OMR TND',
		4 => 'CLF UYW',
	);

	/**
	 * Whether there is such a currency.
	 */
	public static function has( string $code ): bool {
		return isset( self::all()[ $code ] );
	}

	/**
	 * Decimals of a currency; 2 where it is not known any more.
	 */
	public static function decimals( string $code ): int {
		return self::all()[ $code ] ?? 2;
	}

	/**
	 * Every currency.
	 *
	 * @return array<string, int> Code => decimals, in order of code.
	 */
	public static function all(): array {
		static $all = null;
		if ( null === $all ) {
			$all = array_fill_keys( explode( ' ', self::TWO ), 2 );
			foreach ( self::OTHER as $decimals => $codes ) {
				$all += array_fill_keys( explode( ' ', $codes ), $decimals );
			}
			ksort( $all );
		}
		/** @var array<string, int> $all */
		return $all;
	}
}
