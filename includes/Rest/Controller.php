<?php
/**
 * What all of Steward's controllers share.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Rest;

use Steward\Access\Actor;
use Steward\Access\Capabilities;
use Steward\Access\Gate;
use Steward\Access\Reason;
use Steward\Access\RecordType;
use Steward\Activity\Cause;
use Steward\Database\DatabaseFailure;

/**
 * HTTP only: reads the request, names the actor and the cause, calls a use case, makes the response.
 */
abstract class Controller extends \WP_REST_Controller {

	public const NAMESPACE = 'steward/v1';

	public function __construct( protected readonly Gate $gate ) {
		$this->namespace = self::NAMESPACE;
	}

	/**
	 * Permission callback: anybody who is signed in.
	 */
	public function signed_in(): bool|\WP_Error {
		return is_user_logged_in() || $this->actor()->is_system ? true : Errors::forbidden( Reason::NotAMember );
	}

	/**
	 * Permission callback: a CRM member, as to the kind of record the controller is about.
	 */
	public function member(): bool|\WP_Error {
		return $this->actor()->permissions( $this->record_type() )->is_member() ? true : Errors::forbidden( Reason::NotAMember, $this->record_type() );
	}

	/**
	 * Permission callback: whoever manages Steward.
	 */
	public function manager(): bool|\WP_Error {
		return $this->gate->currently_has( Capabilities::MANAGE ) ? true : Errors::forbidden( Reason::MissingManage );
	}

	/**
	 * The kind of record the controller is about.
	 */
	protected function record_type(): RecordType {
		return RecordType::Contact;
	}

	protected function actor(): Actor {
		return $this->gate->current();
	}

	/**
	 * By hand in a browser, on the command line, or a program with an application password.
	 */
	protected function cause(): Cause {
		if ( defined( 'WP_CLI' ) && true === constant( 'WP_CLI' ) ) {
			return Cause::named( 'cli' );
		}
		return null === rest_get_authenticated_app_password() ? Cause::hand() : Cause::rest();
	}

	/**
	 * Runs a use case and turns what it refuses into an error.
	 *
	 * @param callable(): (\WP_REST_Response|\WP_Error) $work The use case and its response.
	 */
	protected function answer( callable $work ): \WP_REST_Response|\WP_Error {
		try {
			return $work();
		} catch ( Refused $refused ) {
			return $refused->error;
		} catch ( DatabaseFailure $failure ) {
			self::log( $failure );
			return Errors::unavailable();
		}
	}

	/**
	 * Adds the headers of a page.
	 *
	 * @param \WP_REST_Request  $request  With page and per_page.
	 * @param \WP_REST_Response $response The page.
	 * @param int               $total    Size of the whole list.
	 */
	protected function paged( \WP_REST_Request $request, \WP_REST_Response $response, int $total ): \WP_REST_Response {
		$page     = max( 1, Input::int( $request['page'], 1 ) );
		$per_page = max( 1, Input::int( $request['per_page'], 20 ) );
		$pages    = (int) ceil( $total / $per_page );
		$response->header( 'X-WP-Total', (string) $total );
		$response->header( 'X-WP-TotalPages', (string) $pages );
		$base = add_query_arg( urlencode_deep( $request->get_query_params() ), rest_url( ltrim( $request->get_route(), '/' ) ) );
		if ( $page > 1 ) {
			$response->link_header( 'prev', add_query_arg( 'page', min( $page - 1, max( 1, $pages ) ), $base ) );
		}
		if ( $page < $pages ) {
			$response->link_header( 'next', add_query_arg( 'page', $page + 1, $base ) );
		}
		return $response;
	}

	/**
	 * Rows to pass over for the page asked for.
	 */
	protected function offset( \WP_REST_Request $request ): int {
		return ( max( 1, Input::int( $request['page'], 1 ) ) - 1 ) * $this->limit( $request );
	}

	/**
	 * Rows on the page asked for.
	 */
	protected function limit( \WP_REST_Request $request ): int {
		return min( 100, max( 1, Input::int( $request['per_page'], 20 ) ) );
	}

	/**
	 * The argument of a route about one record.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	protected static function id_args(): array {
		return array(
			'id' => array(
				'description' => __( 'The record\'s id.', 'steward' ),
				'type'        => 'integer',
			),
		);
	}

	/**
	 * Arguments of a paged route.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	protected function page_args(): array {
		return array(
			'page'     => array(
				'description' => __( 'Page of the list.', 'steward' ),
				'type'        => 'integer',
				'default'     => 1,
				'minimum'     => 1,
				'maximum'     => 10000000,
			),
			'per_page' => array(
				'description' => __( 'Items on a page.', 'steward' ),
				'type'        => 'integer',
				'default'     => 20,
				'minimum'     => 1,
				'maximum'     => 100,
			),
		);
	}

	/**
	 * Registers a route that may be part of a batch.
	 *
	 * @param non-falsy-string                                            $route      Path within the namespace.
	 * @param string                                                      $methods    HTTP methods.
	 * @param callable( \WP_REST_Request ): (\WP_REST_Response|\WP_Error) $callback   Answers the request.
	 * @param array<string, array<string, mixed>>                         $args       Parameters.
	 * @param callable(): (bool|\WP_Error)|null                           $permission Who may ask; CRM members unless given.
	 * @param (callable(): array<string, mixed>)|null                     $schema     JSON schema of one item of the answer; one for all methods of a path.
	 * @param bool                                                        $strict     Whether what isn't among the parameters is refused.
	 */
	protected function route( string $route, string $methods, callable $callback, array $args = array(), ?callable $permission = null, ?callable $schema = null, bool $strict = false ): void {
		register_rest_route(
			self::NAMESPACE,
			$route,
			array(
				array(
					'methods'             => $methods,
					'callback'            => $callback,
					'permission_callback' => $permission ?? array( $this, 'member' ),
					'validate_callback'   => $strict ? $this->knows_all( ... ) : null,
					'args'                => $args,
				),
				'allow_batch' => array( 'v1' => true ),
			) + ( null === $schema ? array() : array( 'schema' => $schema ) )
		);
	}

	/**
	 * Whether a route takes notice of all that a client sent. Asked before anything is done, in a batch before anything of it is.
	 */
	private function knows_all( \WP_REST_Request $request ): bool|\WP_Error {
		$args    = $request->get_attributes()['args'] ?? array();
		$in_body = 'DELETE' === $request->get_method() || '' !== (string) $request->get_body() || array() !== $request->get_body_params();
		// Whatever stands behind a ? may be another plugin's, such as a language.
		$unknown = $in_body ? array_diff_key( $this->body( $request ), is_array( $args ) ? $args : array(), $request->get_url_params() ) : array();
		return array() === $unknown ? true : Errors::unknown( $unknown );
	}

	/**
	 * Answers 201 with what was made and where it is.
	 *
	 * @param mixed  $data What was made.
	 * @param string $path Its path within the namespace.
	 */
	protected static function created( mixed $data, string $path ): \WP_REST_Response {
		$response = new \WP_REST_Response( $data, 201 );
		$response->header( 'Location', rest_url( self::NAMESPACE . $path ) );
		return $response;
	}

	/**
	 * What a client sent in the body, or, without one, as parameters; without what addresses the route.
	 *
	 * @return array<mixed>
	 */
	protected function body( \WP_REST_Request $request ): array {
		/** @var array<mixed>|null $json The stubs leave out that there may be none. */
		$json = $request->get_json_params();
		$body = is_array( $json ) ? $json : $request->get_body_params();
		if ( array() === $body && ! is_array( $json ) ) {
			$body = $request->get_query_params();
		}
		return array_diff_key( $body, array_flip( array( 'id', 'context', '_locale', '_fields', '_embed', '_envelope', '_pretty', '_method', '_wpnonce', 'rest_route', '_jsonp' ) ) );
	}

	private static function log( DatabaseFailure $failure ): void {
		// phpcs:ignore WordPress.PHP.DevelopmentFunctions.error_log_error_log -- the client gets no word of it, the administrator must.
		error_log( 'Steward: ' . $failure->getMessage() );
	}
}
