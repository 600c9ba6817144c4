<?php
/**
 * `/tags`.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Contacts;

use Steward\Access\AccessPolicy;
use Steward\Access\Gate;
use Steward\Access\RecordType;
use Steward\Rest\Controller;
use Steward\Rest\Input;

/**
 * The tags of contacts that the caller may view, for filters and fields: names only.
 */
final class TagsController extends Controller {

	public function __construct( Gate $gate, private readonly ContactTags $tags ) {
		parent::__construct( $gate );
	}

	/**
	 * Registers the route.
	 */
	public function register_routes(): void {
		$args = $this->page_args() + array(
			'search' => array(
				'description' => __( 'What the name begins with.', 'steward' ),
				'type'        => 'string',
				'default'     => '',
				'maxLength'   => ContactInput::MAX_TAG_LENGTH,
			),
		);
		$this->route( '/tags', \WP_REST_Server::READABLE, $this->get( ... ), $args, schema: TagSchema::get( ... ) );
	}

	private function get( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response {
				$start = trim( Input::string( $request['search'] ) );
				$scope = AccessPolicy::view_scope( $this->actor(), RecordType::Contact );
				$found = $this->tags->search( $start, $scope, $this->limit( $request ), $this->offset( $request ) );
				$items = array_map( static fn ( string $name ): array => array( 'name' => $name ), $found['names'] );
				return $this->paged( $request, new \WP_REST_Response( $items ), $found['total'] );
			}
		);
	}
}
