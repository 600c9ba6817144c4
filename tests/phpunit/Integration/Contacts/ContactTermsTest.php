<?php
/**
 * Tests of what contacts are found by.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Integration\Contacts;

use PHPUnit\Framework\Attributes\DataProvider;
use Steward\Contacts\ContactInput;
use Steward\Contacts\ContactTerms;

/**
 * Words, phone numbers, and the order of relevance; also input whose checks are WordPress' own.
 */
final class ContactTermsTest extends ContactTestCase {

	public function test_words_of_a_contact(): void {
		$terms = ContactTerms::of(
			array(
				'name'    => 'Chloé O\'Neill-Ruiz',
				'email'   => 'Chloe.Ruiz+x@exam-ple.org',
				'company' => 'Ruiz & Søns',
				'phone'   => '+34 600-12',
			)
		);
		self::assertSame( 1, $terms['chloe'] );
		self::assertSame( 1, $terms['ruiz'], 'The rank of the best field.' );
		foreach ( array( 'o', 'neill' ) as $word ) {
			self::assertSame( 1, $terms[ $word ] );
		}
		self::assertSame( array( 2, 2, 3 ), array( $terms['exam'], $terms['org'], $terms['sons'] ) );
		self::assertSame( array( 4, 4, 4 ), array( $terms['3460012'], $terms['0012'], $terms['12'] ) );
		self::assertArrayNotHasKey( '2', $terms );
	}

	/**
	 * @param list<string> $expected Words.
	 */
	#[DataProvider( 'searches' )]
	public function test_words_of_a_search( string $search, array $expected ): void {
		self::assertSame( $expected, ContactTerms::of_search( $search ) );
	}

	/**
	 * @return array<string, array{string, list<string>}>
	 */
	public static function searches(): array {
		return array(
			'words'       => array( ' Chloé  RUIZ ', array( 'chloe', 'ruiz' ) ),
			'phone'       => array( '+34 (600) 12', array( '3460012' ) ),
			'name and no' => array( 'ana 34', array( 'ana', '34' ) ),
			'signs only'  => array( '@ . ,', array() ),
			'wildcards'   => array( 'a%b_c', array( 'a', 'b', 'c' ) ),
			'at most six' => array( 'a b c d e f g h', array( 'a', 'b', 'c', 'd', 'e', 'f' ) ),
			'twice'       => array( 'ana Ana', array( 'ana' ) ),
		);
	}

	public function test_exact_words_and_names_come_first(): void {
		$this->as( $this->boss() );
		$longer  = $this->contact( array( 'first_name' => 'Marcelo', 'last_name' => 'B' ) ); // phpcs:ignore WordPress.Arrays
		$company = $this->contact( array( 'first_name' => 'Otto', 'last_name' => 'B', 'company' => 'Marc Ltd' ) ); // phpcs:ignore WordPress.Arrays
		$exact   = $this->contact( array( 'first_name' => 'Marc', 'last_name' => 'B' ) ); // phpcs:ignore WordPress.Arrays
		$found   = array_column( $this->rest( 'GET', '/contacts', array( 'search' => 'marc' ) )->get_data(), 'id' ); // phpcs:ignore WordPress.Arrays
		self::assertSame( $exact->id, $found[0] );
		self::assertEqualsCanonicalizing( array( $exact->id, $longer->id, $company->id ), $found );
		$this->rest( 'PATCH', "/contacts/$exact->id", array( 'first_name' => 'Karl' ) ); // phpcs:ignore WordPress.Arrays
		self::assertNotContains( $exact->id, array_column( $this->rest( 'GET', '/contacts', array( 'search' => 'marc' ) )->get_data(), 'id' ), 'The index follows the name.' ); // phpcs:ignore WordPress.Arrays
		self::assertSame( array(), $this->rest( 'GET', '/contacts', array( 'search' => '@@' ) )->get_data() ); // phpcs:ignore WordPress.Arrays
	}

	public function test_input_is_tidied_never_cut(): void {
		$input = ContactInput::read(
			array(
				'name'    => "  Ana\t María   Ruiz\x07 ",
				'email'   => ' Ana@Example.org ',
				'website' => 'example.org/x',
				'address' => array( 'country' => 'es' ),
				'tags'    => array( 'VIP', 'vip', ' ', 'b' ),
			)
		);
		self::assertTrue( $input->is_valid(), (string) wp_json_encode( $input->errors ) );
		self::assertSame( array( 'Ana María', 'Ruiz', 'https://example.org/x', 'ES' ), array( $input->texts['first_name'], $input->texts['last_name'], $input->texts['website'], $input->texts['country'] ) );
		self::assertSame( 'Ana@Example.org', $input->texts['email'] );
		self::assertSame( array( 'VIP', 'b' ), $input->tags );
		foreach ( array( '+1 (555) 010-0100', '020 7946 0000 ext. 12', '555.0100', '00 34 600' ) as $phone ) {
			self::assertTrue( ContactInput::read( array( 'phone' => $phone ) )->is_valid(), $phone ); // phpcs:ignore WordPress.Arrays
		}
		$bad = ContactInput::read( array( 'first_name' => "\xff\xfe", 'company' => 'Kept' ) ); // phpcs:ignore WordPress.Arrays
		self::assertSame( array( 'first_name' ), array_keys( $bad->drop_errors() ) );
		self::assertTrue( $bad->is_valid() );
		self::assertSame( array( 'company' => 'Kept' ), $bad->texts ); // phpcs:ignore WordPress.Arrays
	}
}
