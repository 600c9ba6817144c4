<?php
/**
 * `/submission-keys`.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Intake;

use Steward\Access\Gate;
use Steward\Rest\Controller;
use Steward\Rest\Errors;
use Steward\Rest\Input;

/**
 * Makes, lists and deletes keys, for whoever manages Steward. A key is shown once, in the answer that makes it.
 */
final class SubmissionKeysController extends Controller {

	public function __construct( Gate $gate, private readonly SubmissionKeys $keys ) {
		parent::__construct( $gate );
	}

	/**
	 * Registers the routes.
	 */
	public function register_routes(): void {
		$fields = SubmissionSchema::key_fields();
		$one    = '/submission-keys/(?P<id>\d+)';
		$schema = SubmissionSchema::key( ... );

		$fields['name']['required'] = true;
		$this->route( '/submission-keys', \WP_REST_Server::READABLE, $this->list( ... ), array(), array( $this, 'manager' ), $schema );
		$this->route( '/submission-keys', \WP_REST_Server::CREATABLE, $this->make( ... ), $fields, array( $this, 'manager' ), $schema );
		$this->route( $one, \WP_REST_Server::READABLE, $this->get( ... ), self::id_args(), array( $this, 'manager' ), $schema );
		$this->route( $one, \WP_REST_Server::DELETABLE, $this->delete( ... ), self::id_args(), array( $this, 'manager' ), $schema );
	}

	private function list(): \WP_REST_Response|\WP_Error {
		return $this->answer( fn (): \WP_REST_Response => new \WP_REST_Response( $this->keys->all() ) );
	}

	private function get( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response|\WP_Error {
				$key = $this->keys->find( Input::int( $request['id'] ) );
				return null === $key ? Errors::not_found() : new \WP_REST_Response( $key );
			}
		);
	}

	private function make( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response|\WP_Error {
				$name = trim( sanitize_text_field( Input::string( $request['name'] ) ) );
				if ( '' === $name ) {
					return Errors::invalid( array( 'name' => __( 'Say which form or site the key is for.', 'steward' ) ) );
				}
				$key      = $this->keys->make( $name );
				$response = self::created( $key, '/submission-keys/' . Input::int( $key['id'] ) );
				$response->header( 'Cache-Control', 'no-store' );
				return $response;
			}
		);
	}

	private function delete( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			fn (): \WP_REST_Response|\WP_Error => $this->keys->delete( Input::int( $request['id'] ) ) ? new \WP_REST_Response( array( 'deleted' => true ) ) : Errors::not_found()
		);
	}
}
