<?php
/**
 * Notifications as JSON.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Notifications;

use Steward\Access\RecordType;
use Steward\Activity\Cause;
use Steward\Rest\People;
use Steward\Rest\Schema;

/**
 * The JSON schemas of a notification, of how many are unread, and of a choice.
 */
final class NotificationSchema {

	/**
	 * A notification.
	 *
	 * @return array<string, mixed>
	 */
	public static function get(): array {
		$url        = Schema::value( 'string', __( 'Where it is shown.', 'steward' ), array( 'format' => 'uri' ) );
		$cause      = array(
			'kind'   => Schema::choice( __( 'Kind of cause.', 'steward' ), Cause::KINDS ),
			'detail' => Schema::value( 'string', __( 'A form\'s or rule\'s name.', 'steward' ) ),
			'text'   => Schema::value( 'string', __( 'The cause in words.', 'steward' ) ),
		);
		$object     = array(
			'id'    => Schema::value( 'integer', __( 'The record\'s id.', 'steward' ) ),
			'label' => Schema::value( 'string', __( 'Its name.', 'steward' ) ),
			'url'   => $url,
		);
		$properties = array(
			'id'          => Schema::value( 'integer', __( 'Unique id.', 'steward' ) ),
			'kind'        => Schema::choice( __( 'Kind of notification.', 'steward' ), array_column( Kind::cases(), 'value' ) ),
			'title'       => Schema::value( 'string', __( 'What the kind is called.', 'steward' ) ),
			'text'        => Schema::value( 'string', __( 'What happened, in a sentence.', 'steward' ) ),
			'note'        => Schema::value( 'string', __( 'A word from who did it.', 'steward' ) ),
			'object_type' => Schema::choice( __( 'Kind of record.', 'steward' ), array_column( RecordType::cases(), 'value' ) ),
			'object_id'   => Schema::value( 'integer', __( 'The first record\'s id.', 'steward' ) ),
			'objects'     => Schema::items( __( 'The first records.', 'steward' ), Schema::object( $object ) ),
			'count'       => Schema::value( 'integer', __( 'How many records it is about.', 'steward' ) ),
			'url'         => $url,
			'actor'       => Schema::nullable( People::schema(), __( 'Who did it; null is Steward itself.', 'steward' ) ),
			'cause'       => Schema::object( $cause, __( 'Through what.', 'steward' ) ),
			'created_gmt' => Schema::time( __( 'When.', 'steward' ) ),
			'read'        => Schema::value( 'boolean', __( 'Whether it was read.', 'steward' ) ),
		);
		return Schema::of( 'notification', Schema::read_only( $properties ) );
	}

	/**
	 * How many are unread.
	 *
	 * @return array<string, mixed>
	 */
	public static function unread(): array {
		$properties = array(
			'unread' => Schema::value( 'integer', __( 'How many are unread; counts to 100.', 'steward' ) ),
			'more'   => Schema::value( 'boolean', __( 'Whether there may be more.', 'steward' ) ),
		);
		return Schema::of( 'notifications-unread', Schema::read_only( $properties ) );
	}

	/**
	 * How somebody is told of a kind.
	 *
	 * @return array<string, mixed>
	 */
	public static function preference(): array {
		$properties = array(
			'kind'        => Schema::choice( __( 'Kind of notification.', 'steward' ), array_column( Kind::cases(), 'value' ) ),
			'title'       => Schema::value( 'string', __( 'What the kind is called.', 'steward' ) ),
			'description' => Schema::value( 'string', __( 'When it is sent.', 'steward' ) ),
			'delivery'    => Schema::choice( __( 'How the caller is told.', 'steward' ), Delivery::values() ),
			'default'     => Schema::choice( __( 'How people are told unless they choose otherwise.', 'steward' ), Delivery::values() ),
		);
		return Schema::of( 'notification-preference', Schema::read_only( $properties ) );
	}
}
