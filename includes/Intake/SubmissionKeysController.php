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

	private const MAX_NAME = 100;

	public function __construct( Gate $gate, private readonly SubmissionKeys $keys ) {
		parent::__construct( $gate );
	}

	/**
	 * Registers the routes.
	 */
	public function register_routes(): void {
		$name = array(
			'name' => array(
				'description' => __( 'Which form or site the key is for.', 'steward' ),
				'type'        => 'string',
				'required'    => true,
				'minLength'   => 1,
				'maxLength'   => self::MAX_NAME,
			),
		);
		$this->route( '/submission-keys', \WP_REST_Server::READABLE, $this->list( ... ), array(), array( $this, 'manager' ) );
		$this->route( '/submission-keys', \WP_REST_Server::CREATABLE, $this->make( ... ), $name, array( $this, 'manager' ) );
		$this->route( '/submission-keys/(?P<id>\d+)', \WP_REST_Server::DELETABLE, $this->delete( ... ), array( 'id' => array( 'type' => 'integer' ) ), array( $this, 'manager' ) );
	}

	private function list(): \WP_REST_Response|\WP_Error {
		return $this->answer( fn (): \WP_REST_Response => new \WP_REST_Response( $this->keys->all() ) );
	}

	private function make( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response|\WP_Error {
				$name = trim( sanitize_text_field( Input::string( $request['name'] ) ) );
				if ( '' === $name ) {
					return Errors::invalid( array( 'name' => __( 'Say which form or site the key is for.', 'steward' ) ) );
				}
				$response = new \WP_REST_Response( $this->keys->make( $name ), 201 );
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
