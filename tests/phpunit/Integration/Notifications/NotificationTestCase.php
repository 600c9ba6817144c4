<?php
/**
 * A test with notifications.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Integration\Notifications;

use Steward\Tests\Integration\Contacts\ContactTestCase;
use WP_REST_Response;
use WP_User;

/**
 * Reads what people were told, by the bell and by mail.
 */
abstract class NotificationTestCase extends ContactTestCase {

	/**
	 * What somebody's bell lists, newest first; they are signed in afterwards.
	 *
	 * @param array<string, mixed> $query More of the request's.
	 * @return list<array<string, mixed>>
	 */
	protected function told( WP_User $user, array $query = array() ): array {
		$response = $this->as( $user )->rest( 'GET', '/notifications', $query );
		self::assertStatus( 200, $response );
		self::assertSame( (string) count( $response->get_data() ), $response->get_headers()['X-WP-Total'], 'The total is of what is listed.' );
		return $response->get_data();
	}

	/**
	 * The kinds of what somebody was told, newest first.
	 *
	 * @return list<string>
	 */
	protected function kinds( WP_User $user ): array {
		return array_column( $this->told( $user ), 'kind' );
	}

	/**
	 * Mail sent to somebody, oldest first.
	 *
	 * @return list<array<string, mixed>>
	 */
	protected static function mail_to( WP_User $user ): array {
		return array_values( array_filter( self::$mail, static fn ( array $mail ): bool => $user->user_email === $mail['to'] ) );
	}

	/**
	 * As somebody, makes somebody else the owner of a contact.
	 */
	protected function reassign( WP_User $by, int $contact, ?WP_User $to, string $note = '' ): WP_REST_Response {
		$params = array( 'contact_owner' => $to?->ID );
		return $this->as( $by )->rest( 'POST', "/contacts/$contact/reassign", '' === $note ? $params : $params + array( 'note' => $note ) );
	}

	/**
	 * Somebody wants to be told otherwise.
	 */
	protected function prefer( WP_User $user, string $kind, string $delivery ): void {
		self::assertStatus( 200, $this->as( $user )->rest( 'PATCH', '/notifications/preferences', array( $kind => $delivery ) ) );
	}

	/**
	 * Runs a statement on the notifications.
	 */
	protected static function sql( string $statement ): int {
		global $wpdb;
		return (int) $wpdb->query( str_replace( '{n}', $wpdb->prefix . 'steward_notifications', $statement ) ); // phpcs:ignore WordPress.DB
	}
}
