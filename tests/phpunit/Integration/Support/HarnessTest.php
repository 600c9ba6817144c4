<?php
/**
 * That the tests' own ground holds.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Integration\Support;

use Steward\Tests\Support\TestCase;

final class HarnessTest extends TestCase {
	/**
	 * Twice, as the order is random: whichever runs second would see what the first has left.
	 *
	 * @dataProvider twice
	 */
	public function test_nothing_a_test_does_is_left( int $round ): void {
		self::assertFalse( get_option( 'steward_harness' ), "Round $round" );
		self::assertFalse( has_filter( 'steward_harness' ) );
		self::assertFalse( get_role( 'editor' )?->has_cap( 'steward_harness' ) );
		self::assertSame( array(), self::$mail );
		self::assertSame( 0, get_current_user_id() );
		self::assertSame( '0', $this->count_contacts() );

		update_option( 'steward_harness', 1 );
		add_filter( 'steward_harness', '__return_true' );
		get_role( 'editor' )?->add_cap( 'steward_harness' );
		wp_mail( 'somebody@example.org', 'Subject', 'Text' );
		$this->as( $this->user( 'administrator' ) );
		$response = $this->rest( 'POST', '/contacts', array( 'email' => 'harness@example.org' ) );

		self::assertSame( 201, $response->get_status() );
		self::assertSame( '1', $this->count_contacts() );
		self::assertCount( 1, self::$mail );
	}

	/** @return array<string, array{int}> */
	public static function twice(): array {
		return array(
			'first'  => array( 1 ),
			'second' => array( 2 ),
		);
	}

	public function test_a_rollback_of_the_code_undoes_only_its_own_work(): void {
		global $wpdb;
		update_option( 'steward_before', 1 );
		$wpdb->query( 'START TRANSACTION' );
		$wpdb->query( $wpdb->prepare( 'UPDATE %i SET option_value = %s WHERE option_name = %s', $wpdb->options, '2', 'steward_before' ) );
		$wpdb->query( 'ROLLBACK' );
		wp_cache_flush();

		self::assertSame( '1', get_option( 'steward_before' ) );
	}

	public function test_a_wrong_call_is_noticed(): void {
		$this->expect_doing_it_wrong( 'harness' );
		_doing_it_wrong( 'harness', 'A message.', '1.0' );
		self::assertTrue( true );
	}

	public function test_rest_answers_with_the_fields_asked_for(): void {
		$this->as( $this->user( 'administrator' ) );
		$this->rest( 'POST', '/contacts', array( 'email' => 'fields@example.org' ) );
		$response = $this->rest( 'GET', '/contacts?_fields=email' );

		self::assertSame( array( array( 'email' => 'fields@example.org' ) ), array_map( static fn ( array $contact ): array => array( 'email' => $contact['email'] ), $response->get_data() ) );
		self::assertSame( 200, $response->get_status() );
	}

	private function count_contacts(): ?string {
		global $wpdb;
		return $wpdb->get_var( $wpdb->prepare( 'SELECT COUNT(*) FROM %i', $wpdb->prefix . 'steward_contacts' ) );
	}
}
