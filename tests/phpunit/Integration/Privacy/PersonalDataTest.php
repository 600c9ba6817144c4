<?php
/**
 * Tests of WordPress' tools for personal data.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Integration\Privacy;

use Steward\Plugin;
use Steward\Tests\Integration\Opportunities\OpportunityTestCase;

/**
 * The person with an e-mail address gets all that is kept of them, and only that; erasing leaves nothing of it.
 */
final class PersonalDataTest extends OpportunityTestCase {

	public function test_all_that_is_kept_is_exported(): void {
		$sent = steward_submit( 'Contact page', array( 'first_name' => 'Ida', 'last_name' => 'Lund', 'email' => 'ida@example.org', 'custom' => array( 'message' => 'Grüße' ) ) ); // phpcs:ignore WordPress.Arrays
		self::assertFalse( is_wp_error( $sent ) );
		$id = Plugin::instance()->contact_store()->id_by_email( 'ida@example.org' );
		$this->deal( array( 'contact' => $id, 'title' => 'Roof', 'value' => '12.50', 'currency' => 'EUR' ) ); // phpcs:ignore WordPress.Arrays
		$this->as( 1 )->ok( 'POST', '/tasks', array( 'title' => 'Ask about the roof', 'contact' => $id, 'due_gmt' => '2026-02-03' ) ); // phpcs:ignore WordPress.Arrays
		$this->contact( array( 'first_name' => 'Somebody', 'email' => 'else@example.org' ) ); // phpcs:ignore WordPress.Arrays

		$answer = $this->tool( 'wp_privacy_personal_data_exporters', 'IDA@example.org' );
		self::assertTrue( $answer['done'] );
		self::assertSame( array( 'steward-contacts', 'steward-opportunities', 'steward-tasks', 'steward-submissions', 'steward-activity' ), array_values( array_unique( array_column( $answer['data'], 'group_id' ) ) ) );
		$all = (string) wp_json_encode( $answer['data'], JSON_UNESCAPED_UNICODE );
		foreach ( array( 'Ida Lund', 'ida@example.org', 'Grüße', 'Roof', '12.50', 'Ask about the roof', '2026-02-03', 'Contact page' ) as $kept ) {
			self::assertStringContainsString( $kept, $all );
		}
		self::assertStringNotContainsString( 'else@example.org', $all );
		self::assertSame( array(), $this->tool( 'wp_privacy_personal_data_exporters', 'nobody@example.org' )['data'] );
	}

	public function test_erasing_leaves_nothing_but_that_it_was_erased(): void {
		global $wpdb;
		$living = $this->contact( array( 'first_name' => 'Ida', 'email' => 'ida@example.org' ) ); // phpcs:ignore WordPress.Arrays
		$this->as( $this->user( 'administrator' ) )->ok( 'DELETE', "/contacts/$living->id" );
		$sent = steward_submit( 'Contact page', array( 'first_name' => 'Ida', 'email' => 'ida@example.org' ) ); // phpcs:ignore WordPress.Arrays
		self::assertFalse( is_wp_error( $sent ) );
		$again = Plugin::instance()->contact_store()->id_by_email( 'ida@example.org' );
		$deal  = $this->deal( array( 'contact' => $again ) );
		$tasks = array( array( 'contact' => $again ), array( 'opportunity' => $deal->id ) ); // phpcs:ignore WordPress.Arrays
		foreach ( $tasks as $of ) {
			$this->ok( 'POST', '/tasks', $of + array( 'title' => 'Write to ida@example.org' ) ); // phpcs:ignore WordPress.Arrays
		}
		$other = $this->contact( array( 'first_name' => 'Somebody', 'email' => 'else@example.org' ) ); // phpcs:ignore WordPress.Arrays

		$answer = $this->tool( 'wp_privacy_personal_data_erasers', 'ida@example.org' );
		self::assertSame( array( true, false, true ), array( $answer['items_removed'], $answer['items_retained'], $answer['done'] ) );
		self::assertStringContainsString( '2 contacts were erased', $answer['messages'][0] );
		foreach ( $wpdb->get_col( "SHOW TABLES LIKE '{$wpdb->prefix}steward\\_%'" ) as $table ) {
			self::assertStringNotContainsString( 'ida@example.org', (string) wp_json_encode( $wpdb->get_results( "SELECT * FROM `$table`" ) ), $table ); // phpcs:ignore WordPress.DB
		}
		self::assertSame( array( 'erased' ), self::actions( $again ) );
		self::assertSame( 'privacy', self::activity( $again )[0]['cause'] );
		self::assertSame( $other->id, self::stored( $other )->id );
		self::assertFalse( $this->tool( 'wp_privacy_personal_data_erasers', 'ida@example.org' )['items_removed'] );
	}

	public function test_what_no_contact_came_of_is_found_too(): void {
		global $wpdb;
		steward_submit( 'Contact page', array( 'email' => 'ida@example.org', 'country' => 'Nowhere' ) ); // phpcs:ignore WordPress.Arrays
		$wpdb->query( "UPDATE {$wpdb->prefix}steward_submissions SET contact_id = NULL" );
		$wpdb->query( "DELETE FROM {$wpdb->prefix}steward_contacts" );
		self::assertStringContainsString( 'ida@example.org', (string) wp_json_encode( $this->tool( 'wp_privacy_personal_data_exporters', 'Ida@example.org' ) ) );
		self::assertTrue( $this->tool( 'wp_privacy_personal_data_erasers', 'ida@example.org' )['items_removed'] );
		self::assertStringNotContainsString( 'ida@example.org', (string) wp_json_encode( $wpdb->get_results( "SELECT * FROM {$wpdb->prefix}steward_submissions" ) ) );
		self::assertSame( array(), $this->tool( 'wp_privacy_personal_data_exporters', 'ida@example.org' )['data'] );
	}

	/**
	 * Calls Steward's part of a tool as WordPress does.
	 *
	 * @return array<string, mixed>
	 */
	private function tool( string $filter, string $email ): array {
		return apply_filters( $filter, array() )['steward']['callback']( $email, 1 ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- WordPress' own.
	}
}
