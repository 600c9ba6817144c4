<?php
/**
 * From a submission's values to a contact's fields.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Unit\Intake;

use PHPUnit\Framework\TestCase;
use Steward\Contacts\ContactInput;
use Steward\Intake\ContactFields;

final class ContactFieldsTest extends TestCase {

	public function test_only_mapped_fields_are_taken(): void {
		$fields = ContactFields::mapped(
			array(
				'email'           => 'a',
				'address.city'    => 'b',
				'custom.interest' => 'c',
				'tags'            => 'c',
				'phone'           => 'missing',
				'custom.secret'   => 'password',
			),
			array(
				'a'        => ' ana@example.org ',
				'b'        => 'Vigo',
				'c'        => array( 'One', 'Two' ),
				'd'        => 'not mapped',
				'password' => 'hunter2',
			)
		);
		self::assertSame(
			array(
				'email'   => 'ana@example.org',
				'address' => array( 'city' => 'Vigo' ),
				'custom'  => array( 'interest' => 'One, Two' ),
				'tags'    => array( 'One', 'Two' ),
			),
			$fields->to_array()
		);
	}

	public function test_names_rest_names_first_then_aliases_then_custom(): void {
		$fields = ContactFields::named(
			array(
				'your-email' => 'second@example.org',
				'email'      => 'first@example.org',
				'full_name'  => 'Ana Silva',
				'tel'        => 123456,
				'address'    => array( 'city' => 'Vigo', 'planet' => 'Earth' ),
				'custom'     => array( 'budget' => 5, 'password' => 'x' ),
				'Colour'     => 'red',
				'password'   => 'hunter2',
			)
		);
		self::assertEquals(
			array(
				'email'   => 'first@example.org',
				'name'    => 'Ana Silva',
				'phone'   => '123456',
				'address' => array( 'city' => 'Vigo' ),
				'custom'  => array(
					'planet' => 'Earth',
					'budget' => 5,
					'email'  => 'second@example.org',
					'Colour' => 'red',
				),
			),
			$fields->to_array()
		);
	}

	public function test_owner_and_followers_are_left_out_with_a_word(): void {
		$fields = ContactFields::named( array( 'contact_owner' => 5, 'followers' => array( 1 ), 'version' => 2, 'id' => 9, 'name' => 'Ana' ) );
		self::assertSame( array( 'name' => 'Ana' ), $fields->to_array() );
		self::assertSame( array( 'contact_owner', 'followers', 'version', 'id' ), array_keys( $fields->notes() ) );
	}

	public function test_what_is_no_text_is_noted(): void {
		$fields = ContactFields::named( array( 'email' => array( array( 'deep' ) ), 'name' => 'Ana', 'x' => new \stdClass() ) );
		self::assertSame( array( 'name' => 'Ana' ), $fields->to_array() );
		self::assertSame( array( 'email', 'custom.x' ), array_keys( $fields->notes() ) );
	}

	public function test_a_long_message_keeps_its_beginning(): void {
		$fields = ContactFields::named( array( 'message' => str_repeat( 'é', 5000 ) ) );
		$custom = $fields->to_array()['custom'];
		self::assertIsArray( $custom );
		self::assertSame( ContactInput::MAX_CUSTOM_LENGTH, mb_strlen( (string) $custom['message'] ) );
		self::assertArrayHasKey( 'custom.message', $fields->notes() );
		self::assertSame( array( 'custom' => array( 'message' => str_repeat( 'é', 5000 ) ) ), $fields->sent() );
	}

	public function test_of_a_form_that_was_changed_everything_but_secrets_is_kept_for_the_log(): void {
		$fields = ContactFields::mapped( array( 'name' => 'your-name' ), array( 'who' => 'Ana', 'wishes' => array( 'Roof', 'Wall' ), 'password' => 'x', 'empty' => '' ) ); // phpcs:ignore WordPress.Arrays
		self::assertSame( array(), $fields->to_array() );
		self::assertSame( array( 'who' => 'Ana', 'wishes' => 'Roof, Wall' ), $fields->sent() ); // phpcs:ignore WordPress.Arrays
		self::assertSame( array( 'fields' ), array_keys( $fields->notes() ) );
	}

	public function test_more_custom_fields_than_fit_are_noted(): void {
		$values = array();
		for ( $i = 0; $i < 60; $i++ ) {
			$values[ "colour$i" ] = 'red';
		}
		$fields = ContactFields::named( $values );
		self::assertCount( ContactInput::MAX_CUSTOM, (array) $fields->to_array()['custom'] );
		self::assertCount( 10, $fields->notes() );
		self::assertCount( 60, (array) $fields->sent()['custom'] );
	}
}
