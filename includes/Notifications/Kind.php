<?php
/**
 * The kinds of notification.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Notifications;

/**
 * Of several kinds for one person and one change the first one here counts: nobody is told twice. The values are stored
 * and are REST's.
 */
enum Kind: string {
	case Assigned        = 'assigned';
	case Lost            = 'lost';
	case FollowerAdded   = 'follower_added';
	case FollowerRemoved = 'follower_removed';
	case TaskAssigned    = 'task_assigned';
	case OwnerChanged    = 'owner_changed';
	case Changed         = 'changed';

	/**
	 * What to call it.
	 */
	public function title(): string {
		return match ( $this ) {
			self::Assigned        => __( 'Assigned to you', 'steward' ),
			self::Lost            => __( 'Taken from you', 'steward' ),
			self::FollowerAdded   => __( 'Added as a follower', 'steward' ),
			self::FollowerRemoved => __( 'Removed as a follower', 'steward' ),
			self::TaskAssigned    => __( 'A follow-up for you', 'steward' ),
			self::OwnerChanged    => __( 'New owner of what you follow', 'steward' ),
			self::Changed         => __( 'Changes', 'steward' ),
		};
	}

	/**
	 * When it is sent.
	 */
	public function description(): string {
		return match ( $this ) {
			self::Assigned        => __( 'Somebody made you the owner.', 'steward' ),
			self::Lost            => __( 'Somebody gave to another, or released, what you owned and may still see.', 'steward' ),
			self::FollowerAdded   => __( 'Somebody added you as a follower.', 'steward' ),
			self::FollowerRemoved => __( 'Somebody ended your following of what you may still see.', 'steward' ),
			self::TaskAssigned    => __( 'Somebody gave you a follow-up of what you may see.', 'steward' ),
			self::OwnerChanged    => __( 'What you follow was claimed, reassigned or released.', 'steward' ),
			self::Changed         => __( 'Somebody or a form changed what you own or follow.', 'steward' ),
		};
	}

	/**
	 * How it is delivered where neither the site nor the person says otherwise.
	 */
	public function delivery(): Delivery {
		return match ( $this ) {
			self::Changed, self::OwnerChanged => Delivery::Daily,
			default                           => Delivery::AtOnce,
		};
	}

	/**
	 * How urgent it is, the smaller the more.
	 */
	public function rank(): int {
		return (int) array_search( $this, self::cases(), true );
	}

	/**
	 * JSON schema of a choice for each kind.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public static function schema(): array {
		$schema = array();
		foreach ( self::cases() as $kind ) {
			$schema[ $kind->value ] = array(
				'description' => $kind->title(),
				'type'        => 'string',
				'enum'        => Delivery::values(),
			);
		}
		return $schema;
	}
}
