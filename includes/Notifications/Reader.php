<?php
/**
 * Reads notifications for the person they are for.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Notifications;

use Steward\Access\Actor;
use Steward\Access\RecordType;
use Steward\Ownership\Records;

/**
 * Turns what is stored into what may be told at this moment: by the bell, the screen and the mail alike.
 */
final class Reader {

	/** Records named in one message. */
	private const NAMED = 10;

	public function __construct( private readonly Sight $sight, private readonly Records $records ) {
	}

	/**
	 * What may be told; a message of which nothing may be told is left out.
	 *
	 * @param list<Notification> $notifications Of one person.
	 * @param Actor              $actor         That person.
	 * @return list<Told>
	 */
	public function tell( array $notifications, Actor $actor ): array {
		$seen  = array();
		$named = array();
		foreach ( $notifications as $notification ) {
			$visible                   = $this->sight->viewable( $actor, $notification->type, $notification->items );
			$seen[ $notification->id ] = $visible;
			foreach ( array_slice( $visible, 0, self::NAMED ) as $id ) {
				$named[ $notification->type->value ][ $id ] = $id;
			}
		}
		$labels = array();
		foreach ( $named as $type => $ids ) {
			foreach ( $this->records->store( RecordType::from( $type ) )->find_all( array_values( $ids ) ) as $record ) {
				$labels[ $type ][ $record->id() ] = $record->label();
			}
		}
		$told = array();
		foreach ( $notifications as $notification ) {
			if ( array() !== $seen[ $notification->id ] ) {
				$told[] = $this->one( $notification, $seen[ $notification->id ], $labels[ $notification->type->value ] ?? array() );
			}
		}
		return $told;
	}

	/**
	 * @param non-empty-list<int> $visible Records that may be viewed.
	 * @param array<int, string>  $labels  Their names.
	 */
	private function one( Notification $notification, array $visible, array $labels ): Told {
		$hidden  = count( $notification->items ) - count( $visible );
		$count   = $hidden > 0 ? count( $visible ) : max( $notification->count, count( $visible ) );
		$objects = array();
		foreach ( array_slice( $visible, 0, self::NAMED ) as $id ) {
			$objects[] = array(
				'id'    => $id,
				'label' => $labels[ $id ] ?? "#$id",
				'url'   => Told::url( $notification->type, $id ),
			);
		}
		$user = $notification->actor > 0 ? get_userdata( $notification->actor ) : false;
		$what = 1 === $count ? $objects[0]['label'] : NotificationText::number( $notification->type, $count );
		return new Told(
			$notification,
			NotificationText::sentence( $notification, $what, $user instanceof \WP_User ? $user->display_name : '' ),
			1 === $count ? $objects[0]['url'] : Told::list_url( $notification->type ),
			$count,
			$objects
		);
	}
}
