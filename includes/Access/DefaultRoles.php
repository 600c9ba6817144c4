<?php
/**
 * The roles that Steward starts with.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Access;

/**
 * Given once, when the plugin is first activated on a site: what an administrator changes later stays changed.
 */
final class DefaultRoles {

	public const SALES_REP     = 'steward_sales_rep';
	public const SALES_MANAGER = 'steward_sales_manager';

	private const GIVEN = 'steward_roles_given';

	/**
	 * Adds roles and capabilities, unless that was done before.
	 */
	public static function give(): void {
		if ( get_option( self::GIVEN ) ) {
			return;
		}
		self::grant( 'administrator', Capabilities::primitive() );
		self::grant( 'editor', array_merge( self::per_type( array( 'view', 'view_others', 'edit', 'edit_others', 'reassign' ) ), array( Capabilities::VIEW_REPORTS ) ) );
		add_role( self::SALES_REP, _x( 'Sales Rep', 'role', 'steward' ), array( 'read' => true ) );
		self::grant( self::SALES_REP, array_merge( self::per_type( array( 'view', 'edit', 'create' ) ), array( Capabilities::VIEW_APPOINTMENTS ) ) );
		add_role( self::SALES_MANAGER, _x( 'Sales Manager', 'role', 'steward' ), array( 'read' => true ) );
		self::grant( self::SALES_MANAGER, array_diff( Capabilities::primitive(), array( Capabilities::MANAGE ) ) );
		update_option( self::GIVEN, STEWARD_VERSION, true );
	}

	/**
	 * Gives each role on a new kind of record what it has on another, for sites that had their roles before there was that kind.
	 */
	public static function extend( RecordType $from, RecordType $to ): void {
		foreach ( wp_roles()->roles as $name => $role ) {
			/** @var array{capabilities?: array<string, bool>} $role */
			$had = array_filter( Capabilities::PER_TYPE, static fn ( string $what ): bool => true === ( $role['capabilities'][ Capabilities::of( $what, $from ) ] ?? false ) );
			self::grant( (string) $name, array_map( static fn ( string $what ): string => Capabilities::of( $what, $to ), $had ) );
		}
	}

	/**
	 * Takes every capability and both roles away again, for uninstall.
	 */
	public static function remove(): void {
		foreach ( array_keys( wp_roles()->roles ) as $name ) {
			foreach ( Capabilities::primitive() as $capability ) {
				wp_roles()->remove_cap( (string) $name, $capability );
			}
		}
		remove_role( self::SALES_REP );
		remove_role( self::SALES_MANAGER );
		delete_option( self::GIVEN );
	}

	/**
	 * @param list<string> $what As Capabilities::of().
	 * @return list<string>
	 */
	private static function per_type( array $what ): array {
		$all = array();
		foreach ( RecordType::cases() as $type ) {
			foreach ( $what as $one ) {
				$all[] = Capabilities::of( $one, $type );
			}
		}
		return $all;
	}

	/**
	 * @param array<string> $capabilities Capabilities to add.
	 */
	private static function grant( string $role, array $capabilities ): void {
		$found = get_role( $role );
		if ( null === $found ) {
			return;
		}
		foreach ( $capabilities as $capability ) {
			$found->add_cap( $capability );
		}
	}
}
