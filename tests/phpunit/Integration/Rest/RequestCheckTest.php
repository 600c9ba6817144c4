<?php
/**
 * Tests of what is checked of every request.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Integration\Rest;

use Steward\Tests\Integration\Contacts\ContactTestCase;

/**
 * The address says which record is meant, and texts are texts.
 */
final class RequestCheckTest extends ContactTestCase {

	public function test_the_address_says_which_record_is_meant(): void {
		$one   = $this->contact();
		$other = $this->contact();
		$admin = $this->user( 'administrator' );
		$rep   = $this->rep();
		$this->as( $admin );
		self::assertInvalid( 'id', $this->rest( 'PATCH', "/contacts/$one->id", array( 'id' => $other->id, 'company' => 'Wrong' ) ) ); // phpcs:ignore WordPress.Arrays
		self::assertInvalid( 'id', $this->rest( 'POST', "/contacts/$one->id/claim", array( 'id' => $other->id ) ) ); // phpcs:ignore WordPress.Arrays
		self::assertInvalid( 'id', $this->rest( 'DELETE', "/contacts/$one->id?id=$other->id" ) );
		self::assertInvalid( 'id', $this->rest( 'GET', "/contacts/$one->id?id=$other->id" ) );
		self::assertInvalid( 'user', $this->rest( 'PATCH', "/members/$rep->ID", array( 'user' => $admin->ID, 'capacity' => 7 ) ) ); // phpcs:ignore WordPress.Arrays
		self::assertEquals( $one, self::stored( $one ) );
		self::assertEquals( $other, self::stored( $other ) );
		$sent = $this->rest( 'GET', "/contacts/$one->id" )->get_data();
		self::assertStatus( 200, $this->rest( 'PATCH', "/contacts/$one->id", array( 'company' => 'Right' ) + $sent ) ); // phpcs:ignore WordPress.Arrays
	}

	public function test_what_is_no_text_is_refused_by_name(): void {
		$this->as( $this->user( 'administrator' ) );
		foreach ( array( "\xff", "\xC3\x28", "a\0b" ) as $bad ) {
			$sent = rawurlencode( $bad );
			foreach ( array( 'contacts' => 'source', 'tags' => 'search', 'submissions' => 'form', 'activity' => 'action', 'opportunities' => 'search' ) as $route => $param ) { // phpcs:ignore WordPress.Arrays
				self::assertInvalid( $param, $this->rest( 'GET', "/$route?$param=$sent" ) );
			}
			self::assertInvalid( 'tags', $this->rest( 'GET', "/contacts?tags[]=$sent" ) );
		}
		self::assertInvalid( 'name', $this->rest( 'POST', '/pipelines', array( 'name' => "a\0b" ) ) ); // phpcs:ignore WordPress.Arrays
	}

	public function test_a_parameter_that_there_is_not_is_refused_by_name(): void {
		$one = $this->contact();
		$rep = $this->rep();
		$this->as( $this->user( 'administrator' ) );
		$sent = array(
			array( 'POST', "/contacts/$one->id/followers", array( 'user' => $rep->ID ) ), // phpcs:ignore WordPress.Arrays
			array( 'PUT', "/contacts/$one->id/followers", array( 'followers' => array( $rep->ID ) ) ), // phpcs:ignore WordPress.Arrays
			array( 'POST', "/members/$rep->ID/hand-over", array( 'to' => null ) ), // phpcs:ignore WordPress.Arrays
			array( 'POST', '/notifications/read', array( 'all' => true ) ), // phpcs:ignore WordPress.Arrays
			array( 'PATCH', '/notifications/preferences', array( 'assigned' => 'off' ) ), // phpcs:ignore WordPress.Arrays
		);
		foreach ( $sent as list( $method, $path, $body ) ) {
			self::assertInvalid( 'shoe_size', $this->rest( $method, $path, $body + array( 'shoe_size' => 43 ) ) ); // phpcs:ignore WordPress.Arrays
		}
		self::assertSame( array(), self::stored( $one )->followers );
		self::assertInvalid( 'object_type', $this->rest( 'GET', '/activity?object_type=bogus' ) );
	}
}
