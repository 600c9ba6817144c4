<?php
/**
 * A test with contacts.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Integration\Contacts;

use Steward\Contacts\Contact;
use Steward\Plugin;
use Steward\Tests\Support\TestCase;
use WP_Error;
use WP_REST_Response;
use WP_User;

/**
 * Makes contacts and people as tests want them, and reads what came of it.
 */
abstract class ContactTestCase extends TestCase {

	/** Counts contacts, whose e-mail addresses must differ. */
	private static int $made = 0;

	/**
	 * Makes a contact as Steward itself; unassigned unless told.
	 *
	 * @param array<string, mixed> $fields As REST names them.
	 */
	protected function contact( array $fields = array() ): Contact {
		++self::$made;
		$contact = steward_create_contact(
			$fields + array(
				'first_name' => 'Ana',
				'last_name'  => 'Number' . self::$made,
				'email'      => 'contact' . self::$made . '@example.org',
			)
		);
		self::assertInstanceOf( Contact::class, $contact, $contact instanceof WP_Error ? (string) wp_json_encode( $contact->get_error_data() ) : '' );
		return $contact;
	}

	/**
	 * A user with exactly these capabilities of Steward's.
	 *
	 * @param string ...$capabilities Such as `view`, `view_others`, `create`: of contacts; or whole ones.
	 */
	protected function person( string ...$capabilities ): WP_User {
		$user = $this->user( 'subscriber' );
		foreach ( $capabilities as $capability ) {
			$user->add_cap( str_starts_with( $capability, 'steward_' ) ? $capability : "steward_{$capability}_contacts" );
		}
		return $user;
	}

	protected function rep(): WP_User {
		return $this->user( 'steward_sales_rep' );
	}

	protected function boss(): WP_User {
		return $this->user( 'steward_sales_manager' );
	}

	/**
	 * The contact as it is stored now.
	 */
	protected static function stored( int|Contact $contact ): Contact {
		$found = Plugin::instance()->contact_store()->find( $contact instanceof Contact ? $contact->id : $contact );
		self::assertNotNull( $found );
		return $found;
	}

	/**
	 * Activity of a contact, oldest first: its actions.
	 *
	 * @return list<string>
	 */
	protected static function actions( int|Contact $contact ): array {
		return array_map( static fn ( array $row ): string => (string) $row['action'], self::activity( $contact ) );
	}

	/**
	 * Activity of a contact, oldest first.
	 *
	 * @return list<array<string, string|null>>
	 */
	protected static function activity( int|Contact $contact ): array {
		$db = Plugin::instance()->db();
		return $db->rows( "SELECT * FROM %i WHERE object_type = 'contact' AND object_id = %d ORDER BY id", $db->table( 'activity' ), $contact instanceof Contact ? $contact->id : $contact );
	}

	/**
	 * Asserts an error's status and code, and that it says what to do.
	 *
	 * @return array<string, mixed> The error's data.
	 */
	protected static function assertError( int $status, string $code, WP_REST_Response $response, string $message = '' ): array {
		$data = $response->get_data();
		self::assertSame( "$status $code", $response->get_status() . ' ' . ( $data['code'] ?? 'without a code' ), $message . ' ' . wp_json_encode( $data ) );
		self::assertNotSame( '', $data['message'] );
		return $data['data'];
	}

	/**
	 * Asserts a refusal with its reason and a remedy.
	 */
	protected static function assertForbidden( string $reason, WP_REST_Response $response, string $message = '' ): void {
		$data = self::assertError( 403, 'steward_forbidden', $response, $message );
		self::assertSame( $reason, $data['reason'], $message );
		self::assertNotSame( '', $data['remedy'], $message );
	}

	/**
	 * Asserts that a parameter was refused by its name.
	 */
	protected static function assertInvalid( string $param, WP_REST_Response $response, string $message = '' ): void {
		$data = self::assertError( 400, 'rest_invalid_param', $response, $message );
		self::assertArrayHasKey( $param, $data['params'], $message . ' ' . wp_json_encode( $data ) );
		self::assertNotSame( '', $data['params'][ $param ] );
	}

	/**
	 * Asserts a status, and shows the answer when it is another.
	 */
	protected static function assertStatus( int $status, WP_REST_Response $response, string $message = '' ): void {
		self::assertSame( $status, $response->get_status(), $message . ' ' . wp_json_encode( $response->get_data() ) );
	}
}
