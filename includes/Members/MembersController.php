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
use Steward\Access\Reason;
use Steward\Access\RecordType;
use Steward\Rest\Controller;
use Steward\Rest\Errors;
use Steward\Rest\Input;
use Steward\Rest\Refused;

/**
 * Who is in the team: for pickers of owners and followers, and for those who look after it.
 */
final class MembersController extends Controller {

	public function __construct(
		Gate $gate,
		private readonly Members $members,
		private readonly MemberPresenter $presenter,
		private readonly MemberChanges $changes,
		private readonly MemberSight $sight,
		private readonly WithoutAccess $without_access,
		private readonly HandOver $hand_over,
	) {
		parent::__construct( $gate );
	}

	/**
	 * Registers the routes.
	 */
	public function register_routes(): void {
		$user = array( 'user' => array( 'type' => 'integer' ) );
		$this->route( '/members', \WP_REST_Server::READABLE, $this->list( ... ), $this->page_args() + self::filter_args(), array( $this, 'looker' ), MemberSchema::get( ... ) );
		$this->route( '/members/(?P<user>\d+)', \WP_REST_Server::READABLE, $this->get( ... ), $user, array( $this, 'looker' ), MemberSchema::get( ... ) );
		$this->route( '/members/(?P<user>\d+)', 'PATCH', $this->change( ... ), $user + MemberSchema::settings(), array( $this, 'looker' ), MemberSchema::get( ... ) );
		$this->route( '/members/(?P<user>\d+)/sight', \WP_REST_Server::READABLE, $this->sight( ... ), $user, array( $this, 'asker' ), MemberSchema::sight( ... ) );
		$this->route(
			'/members/(?P<user>\d+)/hand-over',
			\WP_REST_Server::CREATABLE,
			$this->hand_over( ... ),
			$user + array(
				'to' => array(
					'description' => __( 'The new owner\'s user id; null for unassigned.', 'steward' ),
					'type'        => array( 'integer', 'null' ),
				),
			),
			array( $this, 'asker' ),
			MemberSchema::hand_over( ... ),
			true
		);
		$this->route( '/reports/ownership', \WP_REST_Server::READABLE, $this->report( ... ), array(), array( $this, 'asker' ), MemberSchema::report( ... ) );
	}

	/**
	 * Permission callback: CRM members, and those who look after them.
	 */
	public function looker(): bool|\WP_Error {
		return MemberPresenter::sees_details() ? true : $this->member();
	}

	/**
	 * Permission callback: team reports or Manage Steward.
	 */
	public function asker(): bool|\WP_Error {
		return MemberPresenter::sees_details() ? true : Errors::forbidden( Reason::MissingReports );
	}

	private function list( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response {
				$this->authorise_filters( $request );
				if ( 'lost' === $request['access'] ) {
					$all = $this->without_access->all();
					return $this->paged( $request, new \WP_REST_Response( array_slice( $all, $this->offset( $request ), $this->limit( $request ) ) ), count( $all ) );
				}
				$page = $this->members->page(
					new MemberQuery(
						trim( Input::string( $request['search'] ) ),
						Input::ids( $request['include'] ),
						Input::string( $request['role'] ),
						is_bool( $request['only_assigned_data'] ) ? $request['only_assigned_data'] : null,
						is_bool( $request['away'] ) ? $request['away'] : null,
						'contacts' === $request['orderby'],
						'desc' === $request['order'],
						$this->offset( $request ),
						$this->limit( $request )
					)
				);
				return $this->paged( $request, new \WP_REST_Response( $this->presenter->several( $page['users'] ) ), $page['total'] );
			}
		);
	}

	/**
	 * What may not be told may not be asked for either.
	 *
	 * @throws Refused When a filter or order isn't for the caller.
	 */
	private function authorise_filters( \WP_REST_Request $request ): void {
		$asks = null !== $request['only_assigned_data'] || null !== $request['away'] || 'contacts' === $request['orderby'] || 'lost' === $request['access'];
		if ( $asks && ! MemberPresenter::sees_details() ) {
			throw new Refused( Errors::forbidden( Reason::MissingReports ) );
		}
	}

	private function get( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer( fn (): \WP_REST_Response => new \WP_REST_Response( $this->presenter->one( $this->one( $request ) ) ) );
	}

	private function change( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response {
				$id = Input::int( $request['user'] );
				if ( ! current_user_can( Capabilities::MANAGE ) && get_current_user_id() !== $id ) {
					throw new Refused( Errors::forbidden( Reason::MissingManage ) );
				}
				$user = $this->one( $request );
				$this->changes->change( $user->ID, array_diff_key( $this->body( $request ), array( 'user' => 1 ) ), $this->actor(), $this->cause() );
				return new \WP_REST_Response( $this->presenter->one( $user ) );
			}
		);
	}

	private function sight( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer( fn (): \WP_REST_Response => new \WP_REST_Response( array( 'contacts' => $this->sight->of( $this->one( $request )->ID ) ) ) );
	}

	private function hand_over( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response {
				if ( ! array_key_exists( 'to', $this->body( $request ) ) ) {
					throw new Refused( Errors::invalid( array( 'to' => __( 'Say who gets the records: a user\'s id, or null for nobody.', 'steward' ) ) ) );
				}
				$to  = $request['to'];
				$job = $this->hand_over->start( Input::int( $request['user'] ), null === $to ? null : Input::int( $to ), $this->actor(), $this->cause() );
				return new \WP_REST_Response( array( 'job' => $job->id ), 202 );
			}
		);
	}

	private function report(): \WP_REST_Response|\WP_Error {
		return $this->answer( fn (): \WP_REST_Response => new \WP_REST_Response( array( 'without_access' => $this->without_access->all() ) ) );
	}

	/**
	 * @throws Refused When there is no such member.
	 */
	private function one( \WP_REST_Request $request ): \WP_User {
		return $this->members->find( Input::int( $request['user'] ) ) ?? throw new Refused( Errors::not_found() );
	}

	/**
	 * @return array<string, array<string, mixed>>
	 */
	private static function filter_args(): array {
		return array(
			'search'             => array(
				'description' => __( 'Part of a name.', 'steward' ),
				'type'        => 'string',
				'default'     => '',
				'maxLength'   => 100,
			),
			'include'            => array(
				'description' => __( 'Only these users\' ids.', 'steward' ),
				'type'        => 'array',
				'items'       => array( 'type' => 'integer' ),
				'default'     => array(),
			),
			'role'               => array(
				'description' => __( 'Only people with this role.', 'steward' ),
				'type'        => 'string',
				'default'     => '',
				'maxLength'   => 100,
			),
			'only_assigned_data' => array(
				'description' => __( 'Only people with, or without, Only Assigned Data.', 'steward' ),
				'type'        => 'boolean',
			),
			'away'               => array(
				'description' => __( 'Only people who are, or are not, out of office today.', 'steward' ),
				'type'        => 'boolean',
			),
			'access'             => array(
				'description' => __( 'CRM members, or owners who lost access or no longer exist.', 'steward' ),
				'type'        => 'string',
				'enum'        => array( 'member', 'lost' ),
				'default'     => 'member',
			),
			'orderby'            => array(
				'description' => __( 'Order.', 'steward' ),
				'type'        => 'string',
				'enum'        => array( 'name', 'contacts' ),
				'default'     => 'name',
			),
			'order'              => array(
				'description' => __( 'Direction of the order.', 'steward' ),
				'type'        => 'string',
				'enum'        => array( 'asc', 'desc' ),
				'default'     => 'asc',
			),
		);
	}
}
