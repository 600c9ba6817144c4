<?php
/**
 * How somebody wants to be told.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Notifications;

/**
 * By mail at once or once a day, both with the bell; by the bell alone; or not at all.
 */
enum Delivery: string {
	case AtOnce = 'at_once';
	case Daily  = 'daily';
	case Bell   = 'bell';
	case Off    = 'off';

	/**
	 * What to call it.
	 */
	public function title(): string {
		return match ( $this ) {
			self::AtOnce => __( 'At once', 'steward' ),
			self::Daily  => __( 'Daily digest', 'steward' ),
			self::Bell   => __( 'Bell only', 'steward' ),
			self::Off    => __( 'Off', 'steward' ),
		};
	}

	/**
	 * Every value.
	 *
	 * @return list<string>
	 */
	public static function values(): array {
		return array_column( self::cases(), 'value' );
	}
}
