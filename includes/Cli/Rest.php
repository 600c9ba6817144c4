<?php
/**
 * REST requests without HTTP.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Cli;

use Steward\Access\Gate;
use Steward\Rest\Controller;
use Steward\Rest\InnerRequest;
use Steward\Rest\Input;

/**
 * Asks Steward's routes as the current user, and ends the command with reason and remedy where they refuse.
 */
final class Rest {

	/** Items a page of a list. */
	private const PER_PAGE = 100;

	public function __construct( private readonly Gate $gate ) {
	}

	/**
	 * An answer, or the end of the command.
	 *
	 * @param array<string, mixed>  $params   Query or body.
	 * @param array<string, string> $remedies An error's code => what to type, where that says more than the answer's remedy.
	 * @return array<mixed>
	 */
	public function ask( string $method, string $path, array $params = array(), array $remedies = array() ): array {
		$response = InnerRequest::send( $method, $path, $params );
		if ( $response->is_error() ) {
			\WP_CLI::error( self::message( $response, $remedies ) );
		}
		return self::data( $response );
	}

	/**
	 * An answer, or what is wrong.
	 *
	 * @param array<string, mixed> $params Query or body.
	 * @return array<mixed>|string
	 */
	public function attempt( string $method, string $path, array $params = array() ): array|string {
		$response = InnerRequest::send( $method, $path, $params );
		return $response->is_error() ? self::message( $response ) : self::data( $response );
	}

	/**
	 * Items of a list, page by page.
	 *
	 * @param array<string, mixed> $params Filters.
	 * @param int                  $number Items at most.
	 * @return list<array<string, mixed>>
	 */
	public function items( string $path, array $params, int $number ): array {
		$items = array();
		$page  = 1;
		do {
			/** @var list<array<string, mixed>> $some */
			$some = array_values( $this->ask( 'GET', $path, $params + array( 'page' => $page++, 'per_page' => self::PER_PAGE ) ) ); // phpcs:ignore WordPress.Arrays
			array_push( $items, ...$some );
			$enough = count( $items ) >= $number || count( $some ) < self::PER_PAGE;
		} while ( ! $enough );
		return array_slice( $items, 0, $number );
	}

	/**
	 * How many items a list has.
	 *
	 * @param array<string, mixed> $params Filters.
	 */
	public function total( string $path, array $params ): int {
		$response = InnerRequest::send( 'GET', $path, $params + array( 'per_page' => 1 ) );
		if ( $response->is_error() ) {
			\WP_CLI::error( self::message( $response ) );
		}
		return Input::int( $response->get_headers()['X-WP-Total'] ?? 0 );
	}

	/**
	 * What a list can be asked for.
	 *
	 * @return list<string> Names of parameters.
	 */
	public function params( string $path ): array {
		$names = array();
		/** @var array<string, list<array{methods: array<string, bool>, args: array<string, mixed>}>> $routes */
		$routes = rest_get_server()->get_routes( Controller::NAMESPACE );
		foreach ( $routes[ '/' . Controller::NAMESPACE . $path ] ?? array() as $handler ) {
			if ( isset( $handler['methods']['GET'] ) ) {
				array_push( $names, ...array_keys( $handler['args'] ) );
			}
		}
		return $names;
	}

	/**
	 * Filters as a list takes them, from what was typed; the end of the command where one is no filter of the list.
	 *
	 * @param array<string, mixed> $typed  Filter => text.
	 * @param list<string>         $people Those whose values are users.
	 * @return array<string, mixed>
	 */
	public function filters( string $path, array $typed, array $people ): array {
		foreach ( array_keys( $typed ) as $name ) {
			if ( ! in_array( $name, $this->params( $path ), true ) ) {
				/* translators: %s: name of an option */
				\WP_CLI::error( sprintf( __( 'The list has no filter --%s. Nothing was listed.', 'steward' ), $name ) );
			}
		}
		foreach ( $people as $name ) {
			if ( isset( $typed[ $name ] ) ) {
				$typed[ $name ] = implode( ',', array_map( fn ( string $who ): string => in_array( $who, array( 'me', 'none' ), true ) || ctype_digit( $who ) ? $who : (string) $this->user( $who ), Input::strings( $typed[ $name ] ) ) );
			}
		}
		return $typed;
	}

	/**
	 * The path of one of a list, or the end of the command.
	 *
	 * @param string $id What was typed.
	 */
	public function one( string $path, string $id ): string {
		if ( ! ctype_digit( $id ) ) {
			/* translators: %s: what was typed */
			\WP_CLI::error( sprintf( __( '“%s” is no record\'s number.', 'steward' ), $id ) );
		}
		return "$path/$id";
	}

	/**
	 * A user's id, by id, login or e-mail address, or the end of the command.
	 */
	public function user( string $who ): int {
		$user = is_numeric( $who ) ? get_user_by( 'id', (int) $who ) : get_user_by( 'login', $who );
		$user = $user instanceof \WP_User ? $user : get_user_by( 'email', $who );
		if ( ! $user instanceof \WP_User ) {
			/* translators: %s: what was typed */
			\WP_CLI::error( sprintf( __( 'There is no user “%s” on this site.', 'steward' ), $who ) );
		}
		return $user->ID;
	}

	/**
	 * Ends the command unless somebody acts: for what Steward itself can't do.
	 */
	public function need_somebody(): void {
		if ( $this->gate->current()->is_system ) {
			\WP_CLI::error( __( 'Nobody acts. Say who with --user=<id|login|email>.', 'steward' ) );
		}
	}

	/**
	 * @return array<mixed>
	 */
	private static function data( \WP_REST_Response $response ): array {
		$data = json_decode( (string) wp_json_encode( $response->get_data() ), true );
		return is_array( $data ) ? $data : array();
	}

	/**
	 * Message, wrong fields, remedy.
	 *
	 * @param array<string, string> $remedies An error's code => a remedy in place of the answer's.
	 */
	private static function message( \WP_REST_Response $response, array $remedies = array() ): string {
		$error = $response->as_error();
		if ( ! $error instanceof \WP_Error ) {
			return __( 'Something went wrong.', 'steward' );
		}
		$data  = $error->get_error_data();
		$data  = is_array( $data ) ? $data : array();
		$parts = array( $error->get_error_message() );
		foreach ( is_array( $data['params'] ?? null ) ? $data['params'] : array() as $field => $wrong ) {
			$parts[] = "$field: " . Input::string( $wrong );
		}
		$parts[] = $remedies[ $error->get_error_code() ] ?? Input::string( $data['remedy'] ?? '' );
		return implode( ' ', array_filter( $parts ) );
	}
}
