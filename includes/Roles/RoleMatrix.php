<?php
/**
 * The Role Manager's matrix.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Roles;

use Steward\Access\Capabilities;
use Steward\Access\Reach;
use Steward\Access\RecordType;
use Steward\Rest\Schema;

/**
 * Translates between a role's capabilities and its row: view and update scope, and yes or no for the rest. It holds nothing
 * itself: what another role editor changes shows here, and counts.
 */
final class RoleMatrix {

	/** Yes-or-no cells of a kind of record. */
	private const FLAGS = array( 'create', 'reassign', 'delete', 'import', 'export' );

	/**
	 * A role's row.
	 *
	 * @param array<string, bool> $caps Capabilities of a role.
	 * @return array<string, mixed> contacts { view, update, create, reassign, delete, import, export }, appointments { view, manage }, reports, manage.
	 */
	public static function row( array $caps ): array {
		$has = static fn ( string $cap ): bool => true === ( $caps[ $cap ] ?? false );
		$row = array();
		foreach ( RecordType::cases() as $type ) {
			$cells = array(
				'view'   => Reach::of( $has( Capabilities::of( 'view', $type ) ), $has( Capabilities::of( 'view_others', $type ) ) )->value,
				'update' => Reach::of( $has( Capabilities::of( 'edit', $type ) ), $has( Capabilities::of( 'edit_others', $type ) ) )->value,
			);
			foreach ( self::FLAGS as $flag ) {
				$cells[ $flag ] = $has( Capabilities::of( $flag, $type ) );
			}
			$row[ $type->plural() ] = $cells;
		}
		$row['appointments'] = array(
			'view'   => $has( Capabilities::VIEW_APPOINTMENTS ),
			'manage' => $has( Capabilities::MANAGE_APPOINTMENTS ),
		);
		$row['reports']      = $has( Capabilities::VIEW_REPORTS );
		$row['manage']       = $has( Capabilities::MANAGE );
		return $row;
	}

	/**
	 * A role's cells by their paths, as the activity log names them: `contacts.view` => `owned`.
	 *
	 * @param array<string, bool> $caps Capabilities of a role.
	 * @return array<string, string|bool>
	 */
	public static function cells( array $caps ): array {
		return self::by_path( self::row( $caps ) );
	}

	/**
	 * The cells that aren't as they were seen.
	 *
	 * @param array<string, mixed> $seen As row() gives it, any cell may be missing; valid by schema().
	 * @param array<string, bool>  $caps Capabilities of the role now.
	 * @return array<string, string|bool> Path => what is there now.
	 */
	public static function differing( array $seen, array $caps ): array {
		$cells = self::by_path( $seen );
		return array_filter( array_intersect_key( self::cells( $caps ), $cells ), static fn ( string|bool $now, string $path ): bool => $cells[ $path ] !== $now, ARRAY_FILTER_USE_BOTH );
	}

	/**
	 * @param array<string, mixed> $row A row, or a part of one.
	 * @return array<string, string|bool>
	 */
	private static function by_path( array $row ): array {
		$cells = array();
		foreach ( $row as $group => $values ) {
			foreach ( is_array( $values ) ? $values : array( '' => $values ) as $cell => $value ) {
				if ( is_string( $value ) || is_bool( $value ) ) {
					$cells[ '' === $cell ? $group : "$group.$cell" ] = $value;
				}
			}
		}
		return $cells;
	}

	/**
	 * The capabilities that a row, or a part of one, means; those of cells that aren't there are left out.
	 *
	 * @param array<string, mixed> $row As row() gives it, any cell may be missing; valid by schema().
	 * @return array<string, bool> Capability => whether the role has it.
	 */
	public static function capabilities( array $row ): array {
		$caps = array();
		foreach ( RecordType::cases() as $type ) {
			$cells = is_array( $row[ $type->plural() ] ?? null ) ? $row[ $type->plural() ] : array();
			foreach ( array(
				'view'   => 'view',
				'update' => 'edit',
			) as $cell => $what ) {
				$reach = is_string( $cells[ $cell ] ?? null ) ? Reach::tryFrom( $cells[ $cell ] ) : null;
				if ( null !== $reach ) {
					$caps[ Capabilities::of( $what, $type ) ]            = Reach::None !== $reach;
					$caps[ Capabilities::of( "{$what}_others", $type ) ] = Reach::All === $reach;
				}
			}
			foreach ( self::FLAGS as $flag ) {
				if ( is_bool( $cells[ $flag ] ?? null ) ) {
					$caps[ Capabilities::of( $flag, $type ) ] = $cells[ $flag ];
				}
			}
		}
		$appointments = is_array( $row['appointments'] ?? null ) ? $row['appointments'] : array();
		$others       = array(
			Capabilities::VIEW_APPOINTMENTS   => $appointments['view'] ?? null,
			Capabilities::MANAGE_APPOINTMENTS => $appointments['manage'] ?? null,
			Capabilities::VIEW_REPORTS        => $row['reports'] ?? null,
			Capabilities::MANAGE              => $row['manage'] ?? null,
		);
		return $caps + array_filter( $others, 'is_bool' );
	}

	/**
	 * What in a row makes no sense, in words, and at which cell; it is allowed all the same.
	 *
	 * @param array<string, bool> $caps Capabilities of a role.
	 * @return list<array{cell: string, message: string}>
	 */
	public static function warnings( array $caps ): array {
		$row      = self::row( $caps );
		$order    = array_flip( array_column( Reach::cases(), 'value' ) );
		$warnings = array();
		foreach ( RecordType::cases() as $type ) {
			/** @var array{view: string, update: string, create: bool, reassign: bool, delete: bool, import: bool, export: bool} $cells */
			$cells = $row[ $type->plural() ];
			if ( $order[ $cells['update'] ] > $order[ $cells['view'] ] ) {
				$warnings[] = self::warning( "{$type->plural()}.update", __( 'The update scope is wider than the view scope: what can\'t be seen can\'t be changed.', 'steward' ) );
			}
			if ( Reach::None->value === $cells['view'] && in_array( true, array_intersect_key( $cells, array_flip( self::FLAGS ) ), true ) ) {
				$warnings[] = self::warning( "{$type->plural()}.view", __( 'Without a view scope the other permissions have no effect: this role could claim but not see.', 'steward' ) );
			}
		}
		/** @var array{view: bool, manage: bool} $appointments */
		$appointments = $row['appointments'];
		if ( $appointments['manage'] && ! $appointments['view'] ) {
			$warnings[] = self::warning( 'appointments.manage', __( 'This role could manage appointments but not view them.', 'steward' ) );
		}
		return $warnings;
	}

	/**
	 * @return array{cell: string, message: string}
	 */
	private static function warning( string $cell, string $message ): array {
		return array(
			'cell'    => $cell,
			'message' => $message,
		);
	}

	/**
	 * JSON schema of a row.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public static function schema(): array {
		$reaches = array_column( Reach::cases(), 'value' );
		$records = array(
			'view'     => Schema::choice( __( 'View scope.', 'steward' ), $reaches ),
			'update'   => Schema::choice( __( 'Update scope.', 'steward' ), $reaches ),
			'create'   => Schema::value( 'boolean', __( 'Create & claim.', 'steward' ) ),
			'reassign' => Schema::value( 'boolean', __( 'Reassign.', 'steward' ) ),
			'delete'   => Schema::value( 'boolean', __( 'Delete.', 'steward' ) ),
			'import'   => Schema::value( 'boolean', __( 'Import.', 'steward' ) ),
			'export'   => Schema::value( 'boolean', __( 'Export.', 'steward' ) ),
		);
		$schema  = array();
		foreach ( RecordType::cases() as $type ) {
			$schema[ $type->plural() ] = Schema::object( $records, __( 'Permissions on this kind of record.', 'steward' ) );
		}
		$appointments = array(
			'view'   => Schema::value( 'boolean', __( 'View.', 'steward' ) ),
			'manage' => Schema::value( 'boolean', __( 'Manage.', 'steward' ) ),
		);
		return $schema + array(
			'appointments' => Schema::object( $appointments, __( 'Permissions on appointments.', 'steward' ) ),
			'reports'      => Schema::value( 'boolean', __( 'Team reports.', 'steward' ) ),
			'manage'       => Schema::value( 'boolean', __( 'Manage Steward.', 'steward' ) ),
		);
	}
}
