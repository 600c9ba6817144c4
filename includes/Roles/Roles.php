<?php
/**
 * Reading and changing roles.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Roles;

use Steward\Access\Capabilities;
use Steward\Rest\Errors;
use Steward\Rest\Refused;

/**
 * WordPress' own roles, seen through the matrix. Steward removes only roles it made, and never the last way to manage it.
 */
final class Roles {

	/** Roles made here carry this prefix. */
	private const PREFIX = 'steward_';

	/** Roles that came with Steward stay: activation's promise. */
	private const KEPT = array( 'steward_sales_rep', 'steward_sales_manager' );

	/**
	 * All roles as rows.
	 *
	 * @return list<array<string, mixed>>
	 */
	public function all(): array {
		$users = $this->users();
		$rows  = array();
		foreach ( wp_roles()->roles as $role => $details ) {
			$rows[] = $this->present( (string) $role, $users[ $role ] ?? 0 );
		}
		return $rows;
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
	 * Changes cells of a role, and its name.
	 *
	 * @param array<string, mixed> $cells Part of a row.
	 * @param string|null          $name  New name.
	 * @throws Refused When there is no such role, or nobody could manage Steward any more.
	 */
	public function change( string $role, array $cells, ?string $name ): void {
		$caps = $this->capabilities( $role );
		$to   = RoleMatrix::capabilities( $cells );
		if ( false === ( $to[ Capabilities::MANAGE ] ?? null ) && $this->is_last_manager( $role ) ) {
			throw new Refused( Errors::last_manager() );
		}
		foreach ( $to as $capability => $granted ) {
			if ( ( $caps[ $capability ] ?? false ) !== $granted ) {
				// Removed rather than set to false: a denied capability would also deny it to users with another role.
				$granted ? get_role( $role )?->add_cap( $capability ) : get_role( $role )?->remove_cap( $capability );
			}
		}
		if ( null !== $name && '' !== trim( $name ) ) {
			$this->rename( $role, trim( $name ) );
		}
	}

	/**
	 * What a role's capabilities would be after a change.
	 *
	 * @param array<string, mixed> $cells Part of a row.
	 * @return array<string, bool>
	 */
	public function capabilities_after( string $role, array $cells ): array {
		return array_merge( $this->capabilities( $role ), RoleMatrix::capabilities( $cells ) );
	}

	/**
	 * Makes a role.
	 *
	 * @param string              $name Its name.
	 * @param array<string, bool> $caps Its capabilities.
	 * @return string The role.
	 * @throws Refused When the name is taken.
	 */
	public function add( string $name, array $caps ): string {
		$name = trim( $name );
		$slug = str_replace( '-', '_', sanitize_title( $name ) );
		$slug = substr( str_starts_with( $slug, self::PREFIX ) ? $slug : self::PREFIX . $slug, 0, 60 );
		$slug = self::PREFIX === $slug ? self::PREFIX . substr( md5( $name ), 0, 8 ) : $slug;
		if ( null !== get_role( $slug ) || in_array( mb_strtolower( $name ), array_map( 'mb_strtolower', wp_roles()->role_names ), true ) ) {
			throw new Refused( Errors::invalid( array( 'name' => __( 'There is a role of that name already. Choose another.', 'steward' ) ) ) );
		}
		add_role( $slug, $name, array_filter( $caps + array( 'read' => true ) ) );
		return $slug;
	}

	/**
	 * Removes a role that was made here and that nobody has.
	 *
	 * @throws Refused Otherwise.
	 */
	public function remove( string $role ): void {
		$this->capabilities( $role );
		if ( ! self::is_removable( $role ) ) {
			throw new Refused( Errors::invalid( array( 'role' => __( 'Only roles that were made in the Role Manager can be removed.', 'steward' ) ) ) );
		}
		if ( ( $this->users()[ $role ] ?? 0 ) > 0 ) {
			throw new Refused( Errors::invalid( array( 'role' => __( 'People have this role. Give them another one first.', 'steward' ) ) ) );
		}
		if ( $this->is_last_manager( $role ) ) {
			throw new Refused( Errors::last_manager() );
		}
		remove_role( $role );
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
	 * @return array<string, mixed>
	 */
	private function present( string $role, int $users ): array {
		$caps = $this->capabilities( $role );
		return array(
			'role'      => $role,
			'name'      => translate_user_role( wp_roles()->role_names[ $role ] ?? $role ),
			'users'     => $users,
			'removable' => self::is_removable( $role ),
			'warnings'  => RoleMatrix::warnings( $caps ),
		) + RoleMatrix::row( $caps );
	}

	private static function is_removable( string $role ): bool {
		return str_starts_with( $role, self::PREFIX ) && ! in_array( $role, self::KEPT, true );
	}

	/**
	 * Whether no other role that somebody has may manage Steward.
	 */
	private function is_last_manager( string $role ): bool {
		if ( true !== ( $this->capabilities( $role )[ Capabilities::MANAGE ] ?? false ) ) {
			return false;
		}
		$users = $this->users();
		foreach ( array_diff( array_map( 'strval', array_keys( wp_roles()->roles ) ), array( $role ) ) as $other ) {
			if ( ( $this->capabilities( $other )[ Capabilities::MANAGE ] ?? false ) && ( $users[ $other ] ?? 0 ) > 0 ) {
				return false;
			}
		}
		return true;
	}

	/**
	 * @return array<string, int> Role => how many users have it.
	 */
	private function users(): array {
		/** @var array<string, int> $users */
		$users = count_users()['avail_roles'];
		return $users;
	}

	private function rename( string $role, string $name ): void {
		$roles = wp_roles();
		/** @var array<string, array{name: string, capabilities: array<string, bool>}> $stored */
		$stored                  = $roles->roles;
		$stored[ $role ]['name'] = $name;
		update_option( $roles->role_key, $stored, true );
		$roles->for_site( get_current_blog_id() );
	}
}
