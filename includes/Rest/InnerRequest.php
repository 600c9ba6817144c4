<?php
/**
 * REST requests without HTTP.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Rest;

/**
 * Asks Steward's routes as the current user: what is offered elsewhere too gives and refuses the same.
 */
final class InnerRequest {

	/**
	 * The route's answer.
	 *
	 * @param string       $path   Below the namespace, with its slash.
	 * @param array<mixed> $params Query or body.
	 */
	public static function send( string $method, string $path, array $params ): \WP_REST_Response {
		$request = new \WP_REST_Request( $method, '/' . Controller::NAMESPACE . $path );
		if ( 'GET' === $method || 'DELETE' === $method ) {
			$request->set_query_params( $params );
		} else {
			$request->set_header( 'Content-Type', 'application/json' );
			$request->set_body( (string) wp_json_encode( (object) $params ) );
		}
		return rest_do_request( $request );
	}
}
