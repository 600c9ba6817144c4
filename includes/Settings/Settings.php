<?php
/**
 * The site's settings.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Settings;

use Steward\Notifications\Delivery;
use Steward\Notifications\Kind;

/**
 * One option; what it doesn't hold has its default.
 */
final class Settings {

	public const OPTION = 'steward_settings';

	/**
	 * All settings.
	 *
	 * @return array{erase_on_uninstall: bool, owned_scope_sees_unassigned: bool, separate_owners: bool, sync_contact_follower: bool, sync_opportunity_follower: bool, notification_defaults: array<string, string>}
	 */
	public static function all(): array {
		$stored = get_option( self::OPTION, array() );
		$stored = is_array( $stored ) ? $stored : array();
		return array(
			'erase_on_uninstall'          => true === ( $stored['erase_on_uninstall'] ?? false ),
			'owned_scope_sees_unassigned' => false !== ( $stored['owned_scope_sees_unassigned'] ?? true ),
			'separate_owners'             => true === ( $stored['separate_owners'] ?? false ),
			'sync_contact_follower'       => true === ( $stored['sync_contact_follower'] ?? false ),
			'sync_opportunity_follower'   => true === ( $stored['sync_opportunity_follower'] ?? false ),
			'notification_defaults'       => self::notification_defaults( $stored['notification_defaults'] ?? null ),
		);
	}

	/**
	 * Whether members with view scope Owned see unassigned records.
	 */
	public static function owned_scope_sees_unassigned(): bool {
		return self::all()['owned_scope_sees_unassigned'];
	}

	/**
	 * Whether an opportunity may have another owner than its contact.
	 */
	public static function separate_owners(): bool {
		return self::all()['separate_owners'];
	}

	/**
	 * Whether an opportunity's new owner becomes a follower of its contact.
	 */
	public static function sync_contact_follower(): bool {
		return self::all()['separate_owners'] && self::all()['sync_contact_follower'];
	}

	/**
	 * Whether a contact's new owner becomes a follower of its opportunities.
	 */
	public static function sync_opportunity_follower(): bool {
		return self::all()['separate_owners'] && self::all()['sync_opportunity_follower'];
	}

	/**
	 * Whether uninstalling removes tables, roles and settings.
	 */
	public static function erases_on_uninstall(): bool {
		return self::all()['erase_on_uninstall'];
	}

	/**
	 * Stores settings; those not given stay.
	 *
	 * @param array{erase_on_uninstall?: bool, owned_scope_sees_unassigned?: bool, separate_owners?: bool, sync_contact_follower?: bool, sync_opportunity_follower?: bool, notification_defaults?: array<string, string>} $changes Name => value.
	 */
	public static function change( array $changes ): void {
		update_option( self::OPTION, array_merge( self::all(), $changes ), true );
	}

	/**
	 * Removes what is stored.
	 */
	public static function remove(): void {
		delete_option( self::OPTION );
	}

	/**
	 * @return array<string, string> Each kind of notification => how people are told of it unless they choose otherwise.
	 */
	private static function notification_defaults( mixed $stored ): array {
		$stored = is_array( $stored ) ? $stored : array();
		$all    = array();
		foreach ( Kind::cases() as $kind ) {
			$delivery            = $stored[ $kind->value ] ?? null;
			$all[ $kind->value ] = ( ( is_string( $delivery ) ? Delivery::tryFrom( $delivery ) : null ) ?? $kind->delivery() )->value;
		}
		return $all;
	}
}
