<?php
/**
 * Reading and changing roles.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Roles;

use Steward\Access\Actor;
use Steward\Access\Capabilities;
use Steward\Activity\ActivityStore;
use Steward\Activity\Cause;
use Steward\Database\DatabaseFailure;
use Steward\Database\OptionLock;
use Steward\Rest\Errors;
use Steward\Rest\Refused;

/**
 * WordPress' own roles, seen through the matrix. Steward removes only roles it made, and never the last way to manage it: each
 * change is checked against the roles as they are stored at that moment, one change at a time, and logged with it.
 */
final class Roles {

	/** Roles made here carry this prefix. */
	private const PREFIX = 'steward_';

	/** Roles that came with Steward stay: activation's promise. */
	private const KEPT = array( 'steward_sales_rep', 'steward_sales_manager' );

	public function __construct( private readonly ActivityStore $activity, private readonly OptionLock $options ) {
	}

	/**
	 * All roles as rows.
	 *
	 * @return list<array<string, mixed>>
	 */
	public function all(): array {
		$users = $this->users();
		return array_map( fn ( string $role ): array => $this->present( $role, $users[ $role ] ?? 0 ), array_map( 'strval', array_keys( wp_roles()->roles ) ) );
	}

	/**
	 * One role as a row.
	 *
	 * @return array<string, mixed>
	 * @throws Refused When there is none.
	 */
	public function get( string $role ): array {
		$this->capabilities( $role );
		return $this->present( $role, $this->users()[ $role ] ?? 0 );
	}

	/**
	 * Changes cells and names of roles: of all of them, or of none.
	 *
	 * @param array<string, array<string, mixed>> $changes Role => part of a row.
	 * @param array<string, string>               $names   Role => new name.
	 * @param array<string, array<string, mixed>> $seen    Role => cells as the caller saw them; those left out may have changed.
	 * @throws Refused When there is no such role, a name is taken, something isn't as it was seen, or nobody could manage Steward any more.
	 */
	public function change( array $changes, array $names, Actor $actor, Cause $cause, array $seen = array() ): void {
		$this->locked(
			function () use ( $changes, $names, $actor, $cause, $seen ): void {
				$this->check_seen( $seen );
				$after = $this->capabilities_after( $changes );
				if ( null !== $this->last_managers( $after ) ) {
					throw new Refused( Errors::last_manager() );
				}
				$stored = $this->stored();
				foreach ( array_map( 'strval', array_keys( $after + $names ) ) as $role ) {
					$before = $stored[ $role ] ?? throw new Refused( Errors::not_found() );
					$name   = isset( $names[ $role ] ) ? trim( sanitize_text_field( $names[ $role ] ) ) : self::name( $role );
					if ( isset( $names[ $role ] ) ) {
						$this->check_name( $name, $role );
					}
					$now = array(
						// Shown translated, and sent back as it was shown, it is the same name still.
						'name'         => self::name( $role ) === $name ? $before['name'] : $name,
						'capabilities' => $after[ $role ] ?? $before['capabilities'],
					);
					$this->log( $role, 'updated', $before, $now, $actor, $cause );
					$stored[ $role ] = $now;
				}
				$this->store( $stored );
			}
		);
	}

	/**
	 * What roles' capabilities would be after changes.
	 *
	 * @param array<string, array<string, mixed>> $changes Role => part of a row.
	 * @return array<string, array<string, bool>>
	 * @throws Refused When there is no such role.
	 */
	public function capabilities_after( array $changes ): array {
		$after = array();
		foreach ( $changes as $role => $cells ) {
			$role = (string) $role;
			$caps = $this->capabilities( $role );
			foreach ( RoleMatrix::capabilities( $cells ) as $capability => $granted ) {
				if ( $granted ) {
					$caps[ $capability ] = true;
				} elseif ( $caps[ $capability ] ?? false ) {
					// Removed rather than set to false: a denied capability would also deny it to users with another role.
					unset( $caps[ $capability ] );
				}
			}
			$after[ $role ] = $caps;
		}
		return $after;
	}

	/**
	 * The roles by whose change nobody could manage Steward any more; null where somebody still could.
	 *
	 * @param array<string, array<string, bool>> $after Role => capabilities as they would be.
	 * @return list<string>|null
	 */
	public function last_managers( array $after ): ?array {
		$manage = static fn ( array $caps ): bool => true === ( $caps[ Capabilities::MANAGE ] ?? false );
		$losing = array();
		foreach ( $after as $role => $caps ) {
			if ( ! $manage( $caps ) && $manage( $this->capabilities( (string) $role ) ) ) {
				$losing[] = (string) $role;
			}
		}
		if ( array() === $losing ) {
			return null;
		}
		$users = $this->users();
		foreach ( array_map( 'strval', array_keys( wp_roles()->roles ) ) as $role ) {
			// A role that nobody has is no manager.
			if ( ( $users[ $role ] ?? 0 ) > 0 && $manage( $after[ $role ] ?? $this->capabilities( $role ) ) ) {
				return null;
			}
		}
		return $losing;
	}

	/**
	 * Makes a role.
	 *
	 * @param string              $name Its name.
	 * @param array<string, bool> $caps Its capabilities.
	 * @return string The role.
	 * @throws Refused When the name is taken.
	 */
	public function add( string $name, array $caps, Actor $actor, Cause $cause ): string {
		return $this->locked(
			function () use ( $name, $caps, $actor, $cause ): string {
				$name = trim( sanitize_text_field( $name ) );
				$this->check_name( $name, '' );
				$role            = $this->free_slug( $name );
				$stored          = $this->stored();
				$stored[ $role ] = array(
					'name'         => $name,
					'capabilities' => array_filter( $caps + array( 'read' => true ) ),
				);
				$this->log( $role, 'created', null, $stored[ $role ], $actor, $cause );
				$this->store( $stored );
				return $role;
			}
		);
	}

	/**
	 * Removes a role that was made here and that nobody has.
	 *
	 * @throws Refused Otherwise.
	 */
	public function remove( string $role, Actor $actor, Cause $cause ): void {
		$this->locked(
			function () use ( $role, $actor, $cause ): void {
				$this->capabilities( $role );
				$this->check_removable( $role );
				$stored = $this->stored();
				$this->log( $role, 'removed', $stored[ $role ], null, $actor, $cause );
				unset( $stored[ $role ] );
				$this->store( $stored );
			}
		);
	}

	/**
	 * A role's capabilities.
	 *
	 * @return array<string, bool>
	 * @throws Refused When there is no such role.
	 */
	public function capabilities( string $role ): array {
		$found = get_role( $role );
		if ( null === $found ) {
			throw new Refused( Errors::not_found() );
		}
		$caps = array();
		foreach ( $found->capabilities as $capability => $granted ) {
			$caps[ (string) $capability ] = (bool) $granted;
		}
		return $caps;
	}

	/**
	 * A role's name, in the reader's language where WordPress knows it.
	 */
	public static function name( string $role ): string {
		return translate_user_role( wp_roles()->role_names[ $role ] ?? $role );
	}

	/**
	 * @return array<string, mixed>
	 */
	private function present( string $role, int $users ): array {
		$caps = $this->capabilities( $role );
		return array(
			'role'      => $role,
			'name'      => self::name( $role ),
			'users'     => $users,
			'removable' => self::is_removable( $role ),
			'warnings'  => RoleMatrix::warnings( $caps ),
		) + RoleMatrix::row( $caps );
	}

	private static function is_removable( string $role ): bool {
		return str_starts_with( $role, self::PREFIX ) && ! in_array( $role, self::KEPT, true );
	}

	/**
	 * @throws Refused When the role has to stay.
	 */
	private function check_removable( string $role ): void {
		$users = $this->users()[ $role ] ?? 0;
		$why   = match ( true ) {
			! self::is_removable( $role )           => __( 'Only roles that were made in the Role Manager can be removed.', 'steward' ),
			/* translators: %s: number of people */
			$users > 0                              => sprintf( _n( '%s person has this role. Give them another one first.', '%s people have this role. Give them another one first.', $users, 'steward' ), number_format_i18n( $users ) ),
			get_option( 'default_role' ) === $role => __( 'New users of this site get this role. Choose another one under Settings → General first.', 'steward' ),
			default                                 => null,
		};
		if ( null !== $why ) {
			throw new Refused( Errors::invalid( array( 'role' => $why ) ) );
		}
	}

	/**
	 * @throws Refused When the name is empty or another role's.
	 */
	private function check_name( string $name, string $role ): void {
		$lower  = mb_strtolower( $name );
		$others = array_diff( array_map( 'strval', array_keys( wp_roles()->role_names ) ), array( $role ) );
		$taken  = array_filter( $others, static fn ( string $other ): bool => in_array( $lower, array( mb_strtolower( self::name( $other ) ), mb_strtolower( wp_roles()->role_names[ $other ] ) ), true ) );
		if ( '' === $name || array() !== $taken ) {
			throw new Refused( Errors::invalid( array( 'name' => '' === $name ? __( 'Give the role a name.', 'steward' ) : __( 'There is a role of that name already. Choose another.', 'steward' ) ) ) );
		}
	}

	/**
	 * A slug that no role has: a renamed one may still hold the obvious one.
	 */
	private function free_slug( string $name ): string {
		$slug = str_replace( '-', '_', sanitize_title( $name ) );
		// What isn't Latin comes percent-encoded, cut off anywhere.
		$slug = '' === $slug || str_contains( $slug, '%' ) ? substr( md5( $name ), 0, 8 ) : $slug;
		$slug = substr( str_starts_with( $slug, self::PREFIX ) ? $slug : self::PREFIX . $slug, 0, 50 );
		$free = $slug;
		$next = 2;
		while ( null !== get_role( $free ) ) {
			$free = "{$slug}_$next";
			++$next;
		}
		return $free;
	}

	/**
	 * @param array<string, array<string, mixed>> $seen Role => cells as the caller saw them.
	 * @throws Refused When a role isn't as it was seen: the first such one.
	 */
	private function check_seen( array $seen ): void {
		foreach ( $seen as $role => $cells ) {
			$role = (string) $role;
			$what = array();
			foreach ( RoleMatrix::differing( $cells, $this->capabilities( $role ) ) as $path => $now ) {
				$what[] = CellText::now( $role, $path, $now );
			}
			if ( array() !== $what ) {
				throw new Refused( Errors::version_conflict( $this->get( $role ), implode( ' ', $what ) ) );
			}
		}
	}

	/**
	 * @return array<string, int> Role => how many users have it.
	 */
	private function users(): array {
		/** @var array<string, int> $users */
		$users = count_users()['avail_roles'];
		return $users;
	}

	/**
	 * @param array{name: string, capabilities: array<string, bool>}|null $before As stored; null when it is made.
	 * @param array{name: string, capabilities: array<string, bool>}|null $after  As stored; null when it is removed.
	 */
	private function log( string $role, string $action, ?array $before, ?array $after, Actor $actor, Cause $cause ): void {
		$old     = null === $before ? array() : array( 'name' => $before['name'] ) + RoleMatrix::cells( $before['capabilities'] );
		$new     = null === $after ? array() : array( 'name' => $after['name'] ) + RoleMatrix::cells( $after['capabilities'] );
		$changes = array();
		foreach ( array_keys( $old + $new ) as $cell ) {
			if ( ( $old[ $cell ] ?? null ) !== ( $new[ $cell ] ?? null ) ) {
				$changes[ $cell ] = array(
					'old' => $old[ $cell ] ?? null,
					'new' => $new[ $cell ] ?? null,
				);
			}
		}
		if ( array() !== $changes ) {
			$this->activity->add_site_change( ActivityStore::ROLE, $role, $action, $actor, $cause, $changes );
		}
	}

	/**
	 * Runs a change alone, with the roles as they are stored now.
	 *
	 * @template T
	 * @param callable(): T $work The change.
	 * @return T
	 */
	private function locked( callable $work ): mixed {
		try {
			return $this->options->run(
				wp_roles()->role_key,
				static function () use ( $work ): mixed {
					self::reload();
					return $work();
				}
			);
		} finally {
			self::reload();
		}
	}

	/**
	 * @return array<string, array{name: string, capabilities: array<string, bool>}>
	 */
	private function stored(): array {
		/** @var array<string, array{name: string, capabilities: array<string, bool>}> $stored */
		$stored = wp_roles()->roles;
		return $stored;
	}

	/**
	 * @param array<string, array{name: string, capabilities: array<string, bool>}> $roles All roles.
	 * @throws DatabaseFailure When WordPress could not store them.
	 */
	private function store( array $roles ): void {
		if ( wp_roles()->roles !== $roles && ! update_option( wp_roles()->role_key, $roles, true ) ) {
			throw new DatabaseFailure( 'The roles could not be stored.', 0 );
		}
	}

	private static function reload(): void {
		wp_roles()->for_site( get_current_blog_id() );
		// Whoever is signed in may have lost or gained something themself.
		wp_get_current_user()->get_role_caps();
	}
}
