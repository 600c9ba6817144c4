<?php
/**
 * Guesses about form fields.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Unit\Intake;

use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use Steward\Intake\FieldNames;
use Steward\Intake\FormField;

final class FieldNamesTest extends TestCase {

	/**
	 * @return array<string, array{string, string|null}>
	 */
	public static function names(): array {
		$all = array();
		foreach ( array(
			'your-email'       => 'email',
			'E-Mail'           => 'email',
			'userEmail'        => 'email',
			'contact_email'    => 'email',
			'email-123'        => 'email',
			'your-name'        => 'name',
			'full_name'        => 'name',
			'FirstName'        => 'first_name',
			'billing_last_name' => 'last_name',
			'tel-1'            => 'phone',
			'Phone Number'     => 'phone',
			'organisation'     => 'company',
			'job-title'        => 'title',
			'url-12'           => 'website',
			'address_1'        => 'address.line1',
			'address_2'        => 'address.line2',
			'zip'              => 'address.postcode',
			'State/Province'   => 'address.region',
			'your-message'     => 'custom.message',
			'Comments'         => 'custom.message',
			'your-subject'     => 'custom.subject',
			'budget'           => null,
			'nickname'         => null,
			'your-'            => null,
			''                 => null,
			"\xff\xfe"         => null,
		) as $name => $target ) {
			$all[ "'" . bin2hex( $name ) . "' $target" ] = array( (string) $name, $target );
		}
		return $all;
	}

	#[DataProvider( 'names' )]
	public function test_a_name_tells_the_field( string $name, ?string $target ): void {
		self::assertSame( $target, FieldNames::guess( $name ) );
	}

	public function test_every_guess_is_a_target(): void {
		foreach ( self::names() as list( , $target ) ) {
			self::assertTrue( null === $target || FieldNames::is_target( $target ) );
		}
	}

	public function test_a_suggestion_goes_by_type_then_name_then_custom(): void {
		$fields = array(
			new FormField( 'text-1', 'Your name', 'text' ),
			new FormField( 'x', 'X', 'email' ),
			new FormField( 'tel-9', 'Call me', 'tel' ),
			new FormField( 'company', 'Company', 'text' ),
			new FormField( 'textarea-7', 'Tell us', 'textarea' ),
			new FormField( 'your-budget', 'Budget', 'select' ),
			new FormField( 'password', 'Password', 'text' ),
		);
		self::assertEquals(
			array(
				'email'          => 'x',
				'phone'          => 'tel-9',
				'name'           => 'text-1',
				'company'        => 'company',
				'custom.message' => 'textarea-7',
				'custom.budget'  => 'your-budget',
			),
			FieldNames::suggest( $fields )
		);
	}

	public function test_owner_and_followers_are_never_targets(): void {
		foreach ( array( 'contact_owner', 'followers', 'version', 'id', 'custom.', 'custom.a b', 'address', 'address.planet' ) as $target ) {
			self::assertFalse( FieldNames::is_target( $target ), $target );
		}
	}

	public function test_custom_names_are_ones_that_contacts_take(): void {
		foreach ( array( 'your-budget' => 'custom.budget', 'How many?' => 'custom.How_many', 'имя' => 'custom.field_' . substr( md5( 'имя' ), 0, 8 ) ) as $name => $custom ) {
			self::assertSame( $custom, FieldNames::custom( $name ) );
			self::assertTrue( FieldNames::is_target( $custom ) );
		}
		self::assertTrue( FieldNames::is_target( FieldNames::custom( str_repeat( 'long', 60 ) ) ) );
	}

	public function test_passwords_are_secrets(): void {
		foreach ( array( 'password', 'your-password', 'user_pass', 'pwd', 'Password2', 'card-number', 'cvc' ) as $name ) {
			self::assertTrue( FieldNames::is_secret( $name ), $name );
		}
		foreach ( array( 'passenger', 'compass', 'your-name' ) as $name ) {
			self::assertFalse( FieldNames::is_secret( $name ), $name );
		}
	}
}
