<?php
/**
 * Tests of Steward's abilities.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Integration\Abilities;

use Steward\Tests\Integration\Contacts\ContactTestCase;

/**
 * They give and refuse what the REST routes do, called by code and over WordPress' own routes.
 */
final class ContactAbilitiesTest extends ContactTestCase {

	protected function setUp(): void {
		parent::setUp();
		if ( ! function_exists( 'wp_get_ability' ) ) {
			self::markTestSkipped( 'This WordPress has no abilities.' );
		}
	}

	public function test_one_is_claimed_and_explained(): void {
		$rep     = $this->rep();
		$contact = $this->contact( array( 'first_name' => 'Ida' ) ); // phpcs:ignore WordPress.Arrays
		$this->as( $rep );
		self::assertSame( array( $contact->id ), array_column( $this->run_ability( 'list-contacts', array( 'contact_owner' => 'none' ) ), 'id' ) ); // phpcs:ignore WordPress.Arrays
		$claimed = $this->run_ability( 'claim-contact', array( 'id' => $contact->id ) ); // phpcs:ignore WordPress.Arrays
		self::assertSame( $rep->ID, $claimed['contact_owner'] );
		self::assertSame( $rep->ID, self::stored( $contact )->contact_owner );
		self::assertSame( 'Ida', $this->run_ability( 'get-contact', array( 'id' => $contact->id ) )['first_name'] ); // phpcs:ignore WordPress.Arrays
		self::assertFalse( $this->run_ability( 'explain-access', array( 'id' => $contact->id ) )['actions']['reassign']['allowed'] ); // phpcs:ignore WordPress.Arrays

		$refused = $this->run_ability( 'reassign-contact', array( 'id' => $contact->id, 'contact_owner' => null ) ); // phpcs:ignore WordPress.Arrays
		self::assertSame( 'steward_forbidden', is_wp_error( $refused ) ? $refused->get_error_code() : '' );
		$this->as( $this->boss() );
		self::assertNull( $this->run_ability( 'reassign-contact', array( 'id' => $contact->id, 'contact_owner' => null ) )['contact_owner'] ); // phpcs:ignore WordPress.Arrays
	}

	public function test_others_get_nothing(): void {
		$this->contact();
		$this->as( $this->user( 'subscriber' ) );
		wp_set_current_user( 0 );
		self::assertFalse( wp_get_ability( 'steward/list-contacts' )?->check_permissions( array() ) );
		$this->as( $this->user( 'subscriber' ) );
		foreach ( array( 'list-contacts' => array(), 'get-contact' => array( 'id' => 1 ), 'claim-contact' => array( 'id' => 1 ) ) as $name => $input ) { // phpcs:ignore WordPress.Arrays
			$refused = $this->run_ability( $name, $input );
			self::assertSame( 'not_a_member', is_wp_error( $refused ) ? $refused->get_error_data()['reason'] : '', $name );
		}
	}

	public function test_they_are_there_over_rest(): void {
		$contact = $this->contact();
		$this->as( $this->rep() );
		$request = new \WP_REST_Request( 'POST', '/wp-abilities/v1/abilities/steward/claim-contact/run' );
		$request->set_header( 'Content-Type', 'application/json' );
		$request->set_body( (string) wp_json_encode( array( 'input' => array( 'id' => $contact->id ) ) ) );
		$response = rest_do_request( $request );
		self::assertSame( 200, $response->get_status(), (string) wp_json_encode( $response->get_data() ) );
		self::assertSame( get_current_user_id(), self::stored( $contact )->contact_owner );
	}

	/**
	 * @param array<string, mixed> $input Input.
	 */
	private function run_ability( string $name, array $input ): mixed {
		return wp_get_ability( "steward/$name" )?->execute( $input );
	}
}
