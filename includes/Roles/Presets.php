<?php
/**
 * Roles to begin with.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Roles;

use Steward\Access\Reach;
use Steward\Access\RecordType;

/**
 * Rows of the matrix under a name, for new roles.
 */
final class Presets {

	/**
	 * All presets.
	 *
	 * @return array<string, array{name: string, description: string, row: array<string, mixed>}>
	 */
	public static function all(): array {
		return array(
			'sales_rep'     => self::preset( _x( 'Sales Rep', 'role', 'steward' ), __( 'Works their own contacts and claims unassigned ones.', 'steward' ), Reach::Owned, Reach::Owned, array( 'create' ), array( 'view' ) ),
			'sales_manager' => self::preset( _x( 'Sales Manager', 'role', 'steward' ), __( 'Sees and edits everything, hands out contacts, reads reports.', 'steward' ), Reach::All, Reach::All, array( 'create', 'reassign', 'delete', 'import', 'export' ), array( 'view', 'manage' ), true ),
			'support'       => self::preset( _x( 'Support', 'role', 'steward' ), __( 'Sees everything, edits what they own.', 'steward' ), Reach::All, Reach::Owned, array( 'create' ), array( 'view' ) ),
			'coordinator'   => self::preset( _x( 'Coordinator', 'role', 'steward' ), __( 'Keeps the relationship: edits everything, reassigns, manages appointments.', 'steward' ), Reach::All, Reach::All, array( 'create', 'reassign' ), array( 'view', 'manage' ) ),
			'provider'      => self::preset( _x( 'Provider', 'role', 'steward' ), __( 'Sees and edits what they own or follow, manages their appointments.', 'steward' ), Reach::Owned, Reach::Owned, array(), array( 'view', 'manage' ) ),
			'auditor'       => self::preset( _x( 'Read-only auditor', 'role', 'steward' ), __( 'Sees everything and changes nothing.', 'steward' ), Reach::All, Reach::None, array(), array( 'view' ), true ),
		);
	}

	/**
	 * @param list<string> $flags        Yes-or-no cells of each kind of record.
	 * @param list<string> $appointments view, manage.
	 * @return array{name: string, description: string, row: array<string, mixed>}
	 */
	private static function preset( string $name, string $description, Reach $view, Reach $update, array $flags, array $appointments, bool $reports = false ): array {
		$records = array();
		foreach ( RecordType::cases() as $type ) {
			$records[ $type->plural() ] = array(
				'view'   => $view->value,
				'update' => $update->value,
			) + array_fill_keys( $flags, true );
		}
		return array(
			'name'        => $name,
			'description' => $description,
			'row'         => $records + array(
				'appointments' => array_fill_keys( $appointments, true ),
				'reports'      => $reports,
			),
		);
	}
}
