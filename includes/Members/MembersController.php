<?php
/**
 * `/members`.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Members;

use Steward\Access\Capabilities;
use Steward\Access\Gate;
use Steward\Access\RecordType;
use Steward\Rest\Controller;
use Steward\Rest\Input;
use Steward\Rest\People;

/**
 * Who is in the team, for pickers of owners and followers.
 */
final class MembersController extends Controller {

	public function __construct( Gate $gate, private readonly Members $members ) {
		parent::__construct( $gate );
	}

	/**
	 * Registers the route.
	 */
	public function register_routes(): void {
		$args = $this->page_args() + array(
			'search'  => array(
				'description' => __( 'Part of a name.', 'steward' ),
				'type'        => 'string',
				'default'     => '',
				'maxLength'   => 100,
			),
			'include' => array(
				'description' => __( 'Only these users\' ids.', 'steward' ),
				'type'        => 'array',
				'items'       => array( 'type' => 'integer' ),
				'default'     => array(),
			),
		);
		$this->route( '/members', \WP_REST_Server::READABLE, $this->get( ... ), $args );
	}

	private function get( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response {
				$page = $this->members->page( trim( Input::string( $request['search'] ) ), Input::ids( $request['include'] ), $this->offset( $request ), $this->limit( $request ) );
				// How much each one has is for those who hand out contacts.
				$counts = $this->actor()->permissions( RecordType::Contact )->reassign || current_user_can( Capabilities::VIEW_REPORTS ) ? $this->members->counts() : null;
				$items  = array_map(
					static fn ( \WP_User $user ): array => People::one( $user->ID ) + array(
						'roles'    => array_values( array_map( static fn ( string $role ): string => translate_user_role( wp_roles()->role_names[ $role ] ?? $role ), $user->roles ) ),
						'contacts' => null === $counts ? null : ( $counts[ $user->ID ] ?? 0 ),
					),
					$page['users']
				);
				return $this->paged( $request, new \WP_REST_Response( $items ), $page['total'] );
			}
		);
	}
}
