<?php
/**
 * How each person wants to be told of what.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Notifications;

use Steward\Settings\Settings;

/**
 * A person's own choice by kind, per site; else the site's default.
 */
final class Preferences {

	public const OPTION = 'steward_notifications';

	/**
	 * How a user wants to be told of a kind.
	 */
	public function of( int $user, Kind $kind ): Delivery {
		return $this->all( $user )[ $kind->value ];
	}

	/**
	 * How a user wants to be told of each kind.
	 *
	 * @return array<string, Delivery> Kind's value => how.
	 */
	public function all( int $user ): array {
		$stored   = get_user_option( self::OPTION, $user );
		$stored   = is_array( $stored ) ? $stored : array();
		$defaults = self::defaults();
		$all      = array();
		foreach ( Kind::cases() as $kind ) {
			$own                 = $stored[ $kind->value ] ?? null;
			$all[ $kind->value ] = ( is_string( $own ) ? Delivery::tryFrom( $own ) : null ) ?? $defaults[ $kind->value ];
		}
		return $all;
	}

	/**
	 * Stores a user's choices; kinds not given stay.
	 *
	 * @param array<string, Delivery> $choices Kind's value => how.
	 */
	public function change( int $user, array $choices ): void {
		$stored = get_user_option( self::OPTION, $user );
		$stored = is_array( $stored ) ? $stored : array();
		foreach ( $choices as $kind => $delivery ) {
			$stored[ $kind ] = $delivery->value;
		}
		update_user_option( $user, self::OPTION, $stored );
	}

	/**
	 * Forgets a user's choices on this site.
	 */
	public function forget( int $user ): void {
		delete_user_option( $user, self::OPTION );
	}

	/**
	 * The site's defaults.
	 *
	 * @return array<string, Delivery> Kind's value => how.
	 */
	public static function defaults(): array {
		$all = array();
		foreach ( Settings::notification_defaults() as $kind => $delivery ) {
			$all[ $kind ] = Delivery::from( $delivery );
		}
		return $all;
	}
}
