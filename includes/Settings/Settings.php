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
		return array(
			'erase_on_uninstall'          => self::erases_on_uninstall(),
			'owned_scope_sees_unassigned' => self::owned_scope_sees_unassigned(),
			'separate_owners'             => self::separate_owners(),
			'sync_contact_follower'       => self::is( 'sync_contact_follower' ),
			'sync_opportunity_follower'   => self::is( 'sync_opportunity_follower' ),
			'notification_defaults'       => self::notification_defaults(),
		);
	}

	/**
	 * Whether members with view scope Owned see unassigned records.
	 */
	public static function owned_scope_sees_unassigned(): bool {
		return self::is( 'owned_scope_sees_unassigned', true );
	}

	/**
	 * Whether an opportunity may have another owner than its contact.
	 */
	public static function separate_owners(): bool {
		return self::is( 'separate_owners' );
	}

	/**
	 * Whether an opportunity's new owner becomes a follower of its contact.
	 */
	public static function sync_contact_follower(): bool {
		return self::separate_owners() && self::is( 'sync_contact_follower' );
	}

	/**
	 * Whether a contact's new owner becomes a follower of its opportunities.
	 */
	public static function sync_opportunity_follower(): bool {
		return self::separate_owners() && self::is( 'sync_opportunity_follower' );
	}

	/**
	 * Whether uninstalling removes tables, roles and settings.
	 */
	public static function erases_on_uninstall(): bool {
		return self::is( 'erase_on_uninstall' );
	}

	/**
	 * How people are told of each kind of notification unless they choose otherwise.
	 *
	 * @return array<string, string> Kind => delivery.
	 */
	public static function notification_defaults(): array {
		$stored = self::stored()['notification_defaults'] ?? null;
		$stored = is_array( $stored ) ? $stored : array();
		$all    = array();
		foreach ( Kind::cases() as $kind ) {
			$delivery            = $stored[ $kind->value ] ?? null;
			$all[ $kind->value ] = ( ( is_string( $delivery ) ? Delivery::tryFrom( $delivery ) : null ) ?? $kind->delivery() )->value;
		}
		return $all;
	}

	/**
	 * Makes the option, so that WordPress loads it with the others: one that is missing is asked for in each request.
	 */
	public static function prepare(): void {
		add_option( self::OPTION, array(), '', true );
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
	 * Asked for each row of a list: reads nothing but what it answers.
	 */
	private static function is( string $name, bool $otherwise = false ): bool {
		$value = self::stored()[ $name ] ?? null;
		return is_bool( $value ) ? $value : $otherwise;
	}

	/**
	 * @return array<mixed>
	 */
	private static function stored(): array {
		$stored = get_option( self::OPTION, array() );
		return is_array( $stored ) ? $stored : array();
	}
}
