<?php
/**
 * Names of Steward's capabilities.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Access;

/**
 * Primitive capabilities are what roles hold and the Role Manager edits; meta capabilities ask about one record.
 */
final class Capabilities {

	public const VIEW_APPOINTMENTS   = 'steward_view_appointments';
	public const MANAGE_APPOINTMENTS = 'steward_manage_appointments';
	public const VIEW_REPORTS        = 'steward_view_reports';
	public const MANAGE              = 'steward_manage';

	/** What there is a capability for on each kind of record, as of() takes it. */
	public const PER_TYPE = array( 'view', 'view_others', 'edit', 'edit_others', 'create', 'reassign', 'delete', 'import', 'export' );

	/**
	 * A capability on a kind of record, such as `steward_view_others_contacts`.
	 *
	 * @param string $what One of view, view_others, edit, edit_others, create, reassign, delete, import, export.
	 */
	public static function of( string $what, RecordType $type ): string {
		return "steward_{$what}_{$type->plural()}";
	}

	/**
	 * Every primitive capability there is.
	 *
	 * @return list<string>
	 */
	public static function primitive(): array {
		$all = array( self::VIEW_APPOINTMENTS, self::MANAGE_APPOINTMENTS, self::VIEW_REPORTS, self::MANAGE );
		foreach ( RecordType::cases() as $type ) {
			foreach ( self::PER_TYPE as $what ) {
				$all[] = self::of( $what, $type );
			}
		}
		return $all;
	}

	/**
	 * The meta capabilities of a kind of record.
	 *
	 * @return array<string, Verb> Capability, such as `steward_edit_contact` => what it asks.
	 */
	public static function meta( RecordType $type ): array {
		return array(
			"steward_view_{$type->value}"     => Verb::View,
			"steward_edit_{$type->value}"     => Verb::Update,
			"steward_claim_{$type->value}"    => Verb::Claim,
			"steward_reassign_{$type->value}" => Verb::Reassign,
			"steward_delete_{$type->value}"   => Verb::Delete,
		);
	}
}
