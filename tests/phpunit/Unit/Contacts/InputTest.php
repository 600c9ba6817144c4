<?php
/**
 * Tests of what is read from requests.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Unit\Contacts;

use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use Steward\Contacts\Countries;
use Steward\Rest\Input;

/**
 * Mixed values become the type asked for.
 */
final class InputTest extends TestCase {

	#[DataProvider( 'times' )]
	public function test_time( mixed $given, ?string $expected ): void {
		self::assertSame( $expected, Input::time( $given ) );
	}

	/**
	 * @return array<string, array{mixed, string|null}>
	 */
	public static function times(): array {
		return array(
			'UTC'              => array( '2026-01-31T12:00:00Z', '2026-01-31 12:00:00' ),
			'without a zone'   => array( '2026-01-31T12:00:00', '2026-01-31 12:00:00' ),
			'zone'             => array( '2026-01-31T12:00:00+02:00', '2026-01-31 10:00:00' ),
			'date alone'       => array( '2026-01-31', '2026-01-31 00:00:00' ),
			'date before zero' => array( '2026-01-01', '2026-01-01 00:00:00' ),
			'nothing'          => array( '', null ),
			'null'             => array( null, null ),
			'nonsense'         => array( 'soonish', null ),
			'a list'           => array( array( '2026-01-31' ), null ),
		);
	}

	public function test_ids_and_strings(): void {
		self::assertSame( array( 3, 0, 5 ), Input::ids( array( '3', 'x', 5, '3', -4 ) ) );
		self::assertSame( array( 1, 2 ), Input::ids( '1, 2' ) );
		self::assertSame( array( 'a', 'b' ), Input::strings( ' a,, b ' ) );
		self::assertSame( array( 'a,b' ), Input::strings( array( 'a,b', '', array() ) ) );
		self::assertSame( 7, Input::int( 'x', 7 ) );
		self::assertSame( 'y', Input::string( array(), 'y' ) );
	}

	public function test_countries_are_iso_codes(): void {
		self::assertCount( 249, Countries::codes() );
		self::assertSame( Countries::codes(), array_unique( Countries::codes() ) );
		self::assertTrue( Countries::has( 'ES' ) );
		self::assertFalse( Countries::has( 'es' ) );
		self::assertFalse( Countries::has( 'XX' ) );
		self::assertFalse( Countries::has( 'UK' ) );
	}
}
