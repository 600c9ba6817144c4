<?php
/**
 * `/people`.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Members;

use Steward\Access\Capabilities;
use Steward\Access\Reason;
use Steward\Access\RecordType;
use Steward\Rest\Controller;
use Steward\Rest\Errors;
use Steward\Rest\Input;
use Steward\Rest\People;

/**
 * Everybody with an account on this site, CRM member or not: why somebody sees nothing is asked about those who aren't, too.
 * For team reports or Manage Steward, as the question itself is.
 */
final class PeopleController extends Controller {

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
		$this->route( '/people', \WP_REST_Server::READABLE, $this->get( ... ), $args, array( $this, 'asker' ), MemberSchema::person( ... ) );
	}

	/**
	 * Permission callback: whoever may ask about others' access.
	 */
	public function asker(): bool|\WP_Error {
		return $this->gate->currently_has( Capabilities::VIEW_REPORTS ) || $this->gate->currently_has( Capabilities::MANAGE ) ? true : Errors::forbidden( Reason::MissingReports );
	}

	private function get( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response {
				$search = trim( Input::string( $request['search'] ) );
				$query  = new \WP_User_Query(
					array(
						'search'         => '' === $search ? '' : '*' . $search . '*',
						// Not login or e-mail address: a search must not be a way to guess them.
						'search_columns' => array( 'display_name' ),
						'include'        => Input::ids( $request['include'] ),
						'orderby'        => 'display_name',
						'order'          => 'ASC',
						'offset'         => $this->offset( $request ),
						'number'         => $this->limit( $request ),
						'count_total'    => true,
					)
				);
				/** @var list<\WP_User> $users */
				$users = $query->get_results();
				$items = array_map(
					fn ( \WP_User $user ): array => People::one( $user->ID ) + array(
						'roles'              => array_values( array_map( static fn ( string $role ): string => translate_user_role( wp_roles()->role_names[ $role ] ?? $role ), $user->roles ) ),
						'contacts'           => null,
						'open_opportunities' => null,
						'member'             => $this->gate->may_own( $user->ID, RecordType::Contact ),
					),
					$users
				);
				return $this->paged( $request, new \WP_REST_Response( $items ), (int) $query->get_total() );
			}
		);
	}
}
