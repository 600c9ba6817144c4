<?php
/**
 * `/notifications/mail`.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Notifications;

use Steward\Access\Gate;
use Steward\Rest\Controller;
use Steward\Rest\Errors;
use Steward\Rest\People;

/**
 * How the mail goes, for whoever manages Steward: failures without the records they were about, a test, another try.
 */
final class MailController extends Controller {

	private const FAILURES = 20;

	public function __construct( Gate $gate, private readonly MailQueue $queue, private readonly MailSender $sender ) {
		parent::__construct( $gate );
	}

	/**
	 * Registers the routes.
	 */
	public function register_routes(): void {
		$manager = array( $this, 'manager' );
		$this->route( '/notifications/mail', \WP_REST_Server::READABLE, $this->state( ... ), array(), $manager, MailSchema::get( ... ) );
		$this->route( '/notifications/mail/test', \WP_REST_Server::CREATABLE, $this->test( ... ), array(), $manager, MailSchema::test( ... ) );
		$this->route( '/notifications/mail/retry', \WP_REST_Server::CREATABLE, $this->retry( ... ), array(), $manager, MailSchema::get( ... ) );
	}

	private function state(): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function (): \WP_REST_Response {
				$failures = $this->queue->failures( self::FAILURES );
				cache_users( array_column( $failures, 'user' ) );
				$failures = array_map( static fn ( array $failure ): array => array( 'user' => People::one( $failure['user'] ) ) + $failure, $failures );
				return new \WP_REST_Response( $this->queue->counts() + array( 'failures' => $failures ) );
			}
		);
	}

	private function test(): \WP_REST_Response|\WP_Error {
		$error = $this->sender->test( wp_get_current_user() );
		return '' === $error ? new \WP_REST_Response( array( 'to' => wp_get_current_user()->user_email ) ) : Errors::mail_failed( $error );
	}

	private function retry(): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function (): \WP_REST_Response|\WP_Error {
				$this->queue->retry();
				return $this->state();
			}
		);
	}
}
