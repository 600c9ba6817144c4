<?php
/**
 * Routes of one kind of item.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Rest;

/**
 * What the routes of records and of tasks share: a schema, fields that are looked at all at once, a list's parameters, and the
 * response of one item.
 */
abstract class ItemController extends Controller {

	/** @var array<string, mixed>|null The schema, once made. */
	private ?array $schema_once = null;

	/**
	 * The kind's JSON schema.
	 *
	 * @return array<string, mixed>
	 */
	abstract protected function schema(): array;

	/**
	 * What is wrong with the fields of an item, as they were sent.
	 *
	 * @param array<mixed> $fields Field => value.
	 * @return array<string, string> Field => what is wrong with it.
	 */
	abstract protected function errors_in( array $fields ): array;

	/**
	 * Filters and orders of the list.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	abstract protected function list_args(): array;

	/**
	 * Links of an item to others.
	 *
	 * @param array<string, mixed> $data As its presenter gives it.
	 * @return array<string, array<string, mixed>>
	 */
	abstract protected function links_of( array $data ): array;

	/**
	 * {@inheritDoc}
	 *
	 * @return array<string, mixed>
	 */
	public function get_public_item_schema(): array {
		/** @var array<string, mixed> $schema */
		$schema = parent::get_public_item_schema();
		return $schema;
	}

	/**
	 * The schema of an item.
	 *
	 * @return array<string, mixed>
	 */
	public function get_item_schema(): array {
		/** @var array<string, mixed> $schema */
		$schema = $this->add_additional_fields_schema( $this->schema_once() );
		return $schema;
	}

	/**
	 * Parameters of the list.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public function get_collection_params(): array {
		/** @var array<string, mixed> $context */
		$context = $this->get_context_param( array( 'default' => 'view' ) );
		return array_merge( array( 'context' => $context ), $this->page_args(), $this->list_args() );
	}

	/**
	 * The fields that may be set, as arguments of a route.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	protected function field_args(): array {
		return Schema::args( $this->schema_once() );
	}

	/**
	 * Looks at all fields at once, in the words and with the strictness of PHP callers' and forms' input; before anything is done, in a
	 * batch before anything of it is.
	 */
	protected function has_valid_fields( \WP_REST_Request $request ): bool|\WP_Error {
		$errors = $this->errors_in( $this->body( $request ) );
		return array() === $errors ? true : Errors::invalid( $errors );
	}

	/**
	 * @param array<string, mixed>                                  $args     Parameters.
	 * @param (callable( \WP_REST_Request ): (bool|\WP_Error))|null $validate Looks at them all.
	 * @return array<string, mixed>
	 */
	protected function endpoint( string $methods, string $callback, array $args = array(), ?callable $validate = null ): array {
		return array(
			'methods'             => $methods,
			'callback'            => array( $this, $callback ),
			'permission_callback' => array( $this, 'member' ),
			'validate_callback'   => $validate,
			'args'                => $args,
		);
	}

	/**
	 * A page of items.
	 *
	 * @param list<array<string, mixed>> $items As their presenter gives them.
	 * @param int                        $total Size of the whole list.
	 */
	protected function page( \WP_REST_Request $request, array $items, int $total ): \WP_REST_Response {
		$fields = $this->get_fields_for_response( $request );
		$page   = array_map( fn ( array $data ): mixed => $this->prepare_response_for_collection( $this->respond( $data, $request, $fields ) ), $items );
		return $this->paged( $request, new \WP_REST_Response( $page ), $total );
	}

	/**
	 * One item; what the schema doesn't have stays behind.
	 *
	 * @param array<string, mixed> $data   As its presenter gives it.
	 * @param string[]|null        $fields Fields asked for, where they are known already.
	 */
	protected function respond( array $data, \WP_REST_Request $request, ?array $fields = null ): \WP_REST_Response {
		$fields   = $fields ?? $this->get_fields_for_response( $request );
		$context  = Input::string( $request['context'], 'view' );
		$whole    = $this->add_additional_fields_to_object( $data, $request );
		$shown    = array_intersect_key( $whole, array_flip( array_map( static fn ( string $field ): string => explode( '.', $field )[0], $fields ) ) );
		$response = new \WP_REST_Response( 'embed' === $context ? $this->filter_response_by_context( $shown, $context ) : $shown );
		if ( rest_is_field_included( '_links', $fields ) || isset( $request['_embed'] ) || ! isset( $request['_fields'] ) ) {
			$response->add_links( $this->links_of( $data ) );
		}
		return $response;
	}

	/**
	 * @return array<string, mixed>
	 */
	private function schema_once(): array {
		$this->schema_once ??= $this->schema();
		return $this->schema_once;
	}
}
