<?php
/**
 * `/roles`.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Roles;

use Steward\Access\Capabilities;
use Steward\Access\Gate;
use Steward\Rest\Controller;
use Steward\Rest\Errors;
use Steward\Rest\Input;
use Steward\Rest\Refused;
use Steward\Rest\Schema;

/**
 * The Role Manager over HTTP, for whoever manages Steward.
 */
final class RolesController extends Controller {

	public function __construct( Gate $gate, private readonly Roles $roles, private readonly RolePreview $preview ) {
		parent::__construct( $gate );
	}

	/**
	 * Registers the routes.
	 */
	public function register_routes(): void {
		$manager = array( $this, 'manager' );
		$one     = '/roles/(?P<role>[A-Za-z0-9_\-]+)';
		$name    = RoleSchema::name();
		$new     = array(
			'name'   => $name + array( 'required' => true ),
			'preset' => array(
				'description' => __( 'What the role begins with.', 'steward' ),
				'type'        => 'string',
				'enum'        => array_keys( Presets::all() ),
			),
			'clone'  => array(
				'description' => __( 'A role to begin with, all its capabilities.', 'steward' ),
				'type'        => 'string',
			),
		);
		$cells   = RoleMatrix::schema();
		$row     = RoleSchema::cells();
		$seen    = RoleSchema::cells( __( 'Cells as you saw them. Where one differs now, nothing is changed.', 'steward' ) );
		$several = array(
			'roles' => array(
				'description'          => __( 'Roles, each with the cells to change.', 'steward' ),
				'type'                 => 'object',
				'required'             => true,
				'minProperties'        => 1,
				'additionalProperties' => $row,
			),
		);
		$was     = array( 'was' => Schema::map( __( 'Roles, each with cells as you saw them. Where one differs now, nothing is changed.', 'steward' ), $row ) );
		$schema  = RoleSchema::get( ... );
		$preview = RoleSchema::preview( ... );
		$args    = $cells + array(
			'name' => $name,
			'was'  => $seen,
		);
		$this->route( '/roles', \WP_REST_Server::READABLE, $this->all( ... ), array(), $manager, $schema );
		$this->route( '/roles', \WP_REST_Server::CREATABLE, $this->add( ... ), $new, $manager, $schema, true );
		$this->route( '/roles', 'PUT, PATCH', $this->change_several( ... ), $several + $was, $manager, $schema, true );
		$this->route( '/roles/preview', \WP_REST_Server::CREATABLE, $this->preview_several( ... ), $several, $manager, $preview, true );
		$this->route( '/roles/presets', \WP_REST_Server::READABLE, $this->presets( ... ), array(), $manager, RoleSchema::preset( ... ) );
		$this->route( $one, \WP_REST_Server::READABLE, $this->get( ... ), array(), $manager, $schema );
		$this->route( $one, \WP_REST_Server::EDITABLE, $this->change( ... ), $args, $manager, $schema );
		$this->route( $one, \WP_REST_Server::DELETABLE, $this->remove( ... ), array(), $manager, $schema );
		$this->route( "$one/preview", \WP_REST_Server::CREATABLE, $this->preview( ... ), $cells, $manager, $preview );
	}

	private function all(): \WP_REST_Response {
		return new \WP_REST_Response( $this->roles->all() );
	}

	private function presets(): \WP_REST_Response {
		$presets = array();
		foreach ( Presets::all() as $preset => $details ) {
			$presets[] = array(
				'preset'      => $preset,
				'name'        => $details['name'],
				'description' => $details['description'],
			) + RoleMatrix::row( RoleMatrix::capabilities( $details['row'] ) );
		}
		return new \WP_REST_Response( $presets );
	}

	private function get( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer( fn (): \WP_REST_Response => new \WP_REST_Response( $this->roles->get( Input::string( $request['role'] ) ) ) );
	}

	private function add( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response {
				$clone  = Input::string( $request['clone'] );
				$preset = Presets::all()[ Input::string( $request['preset'] ) ] ?? null;
				$caps   = '' !== $clone ? $this->roles->capabilities( $clone ) : RoleMatrix::capabilities( $preset['row'] ?? array() );
				$role   = $this->roles->add( Input::string( $request['name'] ), $caps, $this->actor(), $this->cause() );
				return self::created( $this->roles->get( $role ), "/roles/$role" );
			}
		);
	}

	private function change( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response {
				$role  = Input::string( $request['role'] );
				$names = is_string( $request['name'] ) ? array( $role => $request['name'] ) : array();
				$this->roles->change( array( $role => $this->cells( $request, array( 'was' ) ) ), $names, $this->actor(), $this->cause(), $this->several( $request, 'was', $role ) );
				return new \WP_REST_Response( $this->roles->get( $role ) );
			}
		);
	}

	/**
	 * All roles as they are then: a change of one may be a warning's end at another.
	 */
	private function change_several( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response {
				$this->roles->change( $this->several( $request, 'roles' ), array(), $this->actor(), $this->cause(), $this->several( $request, 'was' ) );
				return $this->all();
			}
		);
	}

	private function remove( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response {
				$role     = Input::string( $request['role'] );
				$previous = $this->roles->get( $role );
				$this->roles->remove( $role, $this->actor(), $this->cause() );
				return new \WP_REST_Response(
					array(
						'deleted'  => true,
						'previous' => $previous,
					)
				);
			}
		);
	}

	private function preview( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			fn (): \WP_REST_Response => new \WP_REST_Response( $this->previews( array( Input::string( $request['role'] ) => $this->cells( $request ) ) )[0] )
		);
	}

	private function preview_several( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer( fn (): \WP_REST_Response => new \WP_REST_Response( $this->previews( $this->several( $request, 'roles' ) ) ) );
	}

	/**
	 * What saving would mean for each role, and why it would be refused.
	 *
	 * @param array<string, array<string, mixed>> $changes Role => cells.
	 * @return list<array<string, mixed>>
	 */
	private function previews( array $changes ): array {
		$after    = $this->roles->capabilities_after( $changes );
		$refused  = $this->roles->last_managers( $after ) ?? array();
		$myself   = wp_get_current_user();
		$my_loss  = ! Gate::user_with( $myself, $after )->has_cap( Capabilities::MANAGE );
		$previews = array();
		foreach ( $this->preview->of( $after ) as $role => $consequences ) {
			$warnings = RoleMatrix::warnings( $after[ $role ] );
			if ( $my_loss && in_array( $role, $myself->roles, true ) && ! ( $after[ $role ][ Capabilities::MANAGE ] ?? false ) && ! in_array( $role, $refused, true ) ) {
				$warnings[] = array(
					'cell'    => 'manage',
					'message' => __( 'You would lose access to the Role Manager yourself.', 'steward' ),
				);
			}
			$previews[] = array(
				'role' => $role,
				'name' => Roles::name( $role ),
			) + $consequences + array(
				'warnings' => $warnings,
				'refusal'  => in_array( $role, $refused, true ) ? array(
					'cell'    => 'manage',
					'message' => __( 'This is the last role with people in it that may manage Steward.', 'steward' ),
					'remedy'  => __( 'Give another role that somebody has the permission to manage Steward first.', 'steward' ),
				) : null,
			);
		}
		return $previews;
	}

	/**
	 * @param string      $param Holds cells by role.
	 * @param string|null $role  Whose cells it holds, if only one role's.
	 * @return array<string, array<string, mixed>> Role => cells.
	 */
	private function several( \WP_REST_Request $request, string $param, ?string $role = null ): array {
		$sent = $request[ $param ] ?? array();
		/** @var array<string, array<string, mixed>> $roles */
		$roles = null === $role ? $sent : array( $role => $sent );
		return $roles;
	}

	/**
	 * @param list<string> $beside What may stand beside the cells.
	 * @return array<string, mixed>
	 * @throws Refused When there is something else in the body.
	 */
	private function cells( \WP_REST_Request $request, array $beside = array() ): array {
		$cells   = array_intersect_key( $request->get_params(), RoleMatrix::schema() );
		$unknown = array_diff_key( $this->body( $request ), RoleMatrix::schema(), array_flip( array( 'name', 'role', 'users', 'removable', 'warnings', ...$beside ) ) );
		if ( array() !== $unknown ) {
			throw new Refused( Errors::unknown( $unknown, __( 'There is no such cell.', 'steward' ) ) );
		}
		/** @var array<string, mixed> $cells */
		return $cells;
	}
}
