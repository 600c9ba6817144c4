<?php
/**
 * What is wrong with a request, whatever its route.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Rest;

/**
 * WordPress lets a parameter of the body or the query stand for the one in the address: a request for one record could so
 * change another. And a database takes neither broken UTF-8 nor NUL.
 */
final class RequestCheck {

	/**
	 * Attaches the hook.
	 */
	public function boot(): void {
		// After the question who may ask at all.
		add_filter( 'rest_dispatch_request', $this->check( ... ), 10, 2 );
	}

	/**
	 * @param mixed $answer What another filter has answered already.
	 */
	private function check( mixed $answer, mixed $request ): mixed {
		if ( null !== $answer || ! $request instanceof \WP_REST_Request || ! str_starts_with( $request->get_route(), '/' . Controller::NAMESPACE . '/' ) ) {
			return $answer;
		}
		$errors = self::contradictions( $request ) + ( self::is_submission( $request ) ? array() : self::broken( $request ) );
		return array() === $errors ? $answer : Errors::invalid( $errors );
	}

	/**
	 * A form's visitor has gone: what is right of a submission must not be lost for what is broken in it.
	 */
	private static function is_submission( \WP_REST_Request $request ): bool {
		return 'POST' === $request->get_method() && '/' . Controller::NAMESPACE . '/submissions' === $request->get_route();
	}

	/**
	 * @return array<string, string> Parameter => what is wrong.
	 */
	private static function contradictions( \WP_REST_Request $request ): array {
		$errors = array();
		foreach ( $request->get_url_params() as $name => $in_address ) {
			foreach ( self::sent( $request ) as $params ) {
				if ( isset( $params[ $name ] ) && Input::string( $params[ $name ] ) !== Input::string( $in_address ) ) {
					/* translators: %s: an id or a name */
					$errors[ (string) $name ] = sprintf( __( 'The address says %s. Leave it out here, or give the same.', 'steward' ), Input::string( $in_address ) );
				}
			}
		}
		return $errors;
	}

	/**
	 * @return array<string, string> Parameter => what is wrong.
	 */
	private static function broken( \WP_REST_Request $request ): array {
		$errors = array();
		foreach ( self::sent( $request ) as $params ) {
			foreach ( $params as $name => $value ) {
				if ( ! self::is_text( $name ) || ! self::is_text( $value ) ) {
					$errors[ self::is_text( $name ) ? (string) $name : '?' ] = __( 'This is not valid UTF-8 text.', 'steward' );
				}
			}
		}
		return $errors;
	}

	private static function is_text( mixed $value ): bool {
		if ( is_array( $value ) ) {
			foreach ( $value as $key => $one ) {
				if ( ! self::is_text( $key ) || ! self::is_text( $one ) ) {
					return false;
				}
			}
			return true;
		}
		return ! is_string( $value ) || ( ! str_contains( $value, "\0" ) && mb_check_encoding( $value, 'UTF-8' ) );
	}

	/**
	 * @return list<array<mixed>> The query's, the body's and the JSON body's parameters.
	 */
	private static function sent( \WP_REST_Request $request ): array {
		/** @var array<mixed>|null $json The stubs leave out that there may be none. */
		$json = $request->get_json_params();
		return array( $request->get_query_params(), $request->get_body_params(), is_array( $json ) ? $json : array() );
	}
}
