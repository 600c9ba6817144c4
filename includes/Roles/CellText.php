<?php
/**
 * Cells of the Role Manager in words.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Roles;

use Steward\Access\Reach;

/**
 * What a cell and its value are called, as the screen calls them.
 */
final class CellText {

	/**
	 * Such as "Sales Rep → Contacts: View scope is All now."
	 *
	 * @param string $role  The role.
	 * @param string $path  The cell, such as contacts.view.
	 * @param mixed  $value What it is now.
	 */
	public static function now( string $role, string $path, mixed $value ): string {
		/* translators: 1: a role, 2: a permission such as "Contacts: View scope", 3: its value such as Owned */
		return sprintf( __( '%1$s → %2$s is %3$s now.', 'steward' ), Roles::name( $role ), self::label( $path ), self::value( $value ) );
	}

	private static function label( string $path ): string {
		list( $group, $cell ) = explode( '.', "$path." );
		$groups               = array(
			'contacts'      => __( 'Contacts', 'steward' ),
			'opportunities' => __( 'Opportunities', 'steward' ),
			'appointments'  => __( 'Appointments', 'steward' ),
			'reports'       => __( 'See reports', 'steward' ),
			'manage'        => __( 'Manage Steward', 'steward' ),
		);
		$cells                = array(
			'view'     => 'appointments' === $group ? __( 'View', 'steward' ) : __( 'View scope', 'steward' ),
			'update'   => __( 'Update scope', 'steward' ),
			'create'   => __( 'Create & claim', 'steward' ),
			'reassign' => __( 'Reassign', 'steward' ),
			'delete'   => __( 'Delete', 'steward' ),
			'import'   => __( 'Import', 'steward' ),
			'export'   => __( 'Export', 'steward' ),
			'manage'   => __( 'Manage', 'steward' ),
		);
		/* translators: 1: such as Contacts, 2: such as View scope */
		return '' === $cell ? $groups[ $group ] ?? $group : sprintf( __( '%1$s: %2$s', 'steward' ), $groups[ $group ] ?? $group, $cells[ $cell ] ?? $cell );
	}

	private static function value( mixed $value ): string {
		return match ( $value ) {
			Reach::All->value   => __( 'All', 'steward' ),
			Reach::Owned->value => __( 'Owned', 'steward' ),
			Reach::None->value  => __( 'None', 'steward' ),
			true                => __( 'Yes', 'steward' ),
			default             => __( 'No', 'steward' ),
		};
	}
}
