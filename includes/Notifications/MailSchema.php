<?php
/**
 * The state of the mail as JSON.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Notifications;

use Steward\Rest\People;
use Steward\Rest\Schema;

/**
 * The JSON schemas of how the mail goes, and of a test.
 */
final class MailSchema {

	/**
	 * How the mail goes.
	 *
	 * @return array<string, mixed>
	 */
	public static function get(): array {
		$failure    = array(
			'user'     => array( 'description' => __( 'Whom it was for.', 'steward' ) ) + People::schema(),
			'kind'     => Schema::choice( __( 'What it tells of; of a daily mail, the first thing.', 'steward' ), array_column( Kind::cases(), 'value' ) ),
			'title'    => Schema::value( 'string', __( 'The kind in words.', 'steward' ) ),
			'what'     => Schema::value( 'string', __( 'How many records, never which.', 'steward' ) ),
			'error'    => Schema::value( 'string', __( 'What the mail system said.', 'steward' ) ),
			'attempts' => Schema::value( 'integer', __( 'How often it was tried.', 'steward' ) ),
			'state'    => Schema::choice( __( 'Whether it is tried again.', 'steward' ), array( 'queued', 'sending', 'failed' ) ),
			'time_gmt' => Schema::time( __( 'When it is tried again, or was given up.', 'steward' ) ),
		);
		$properties = array(
			'queued'   => Schema::value( 'integer', __( 'How many messages wait.', 'steward' ) ),
			'retrying' => Schema::value( 'integer', __( 'How many of them failed before.', 'steward' ) ),
			'failed'   => Schema::value( 'integer', __( 'How many failed for good.', 'steward' ) ),
			'failures' => Schema::items( __( 'The latest failures.', 'steward' ), Schema::object( $failure ) ),
		);
		return Schema::of( 'mail', Schema::read_only( $properties ) );
	}

	/**
	 * A test.
	 *
	 * @return array<string, mixed>
	 */
	public static function test(): array {
		return Schema::of( 'mail-test', Schema::read_only( array( 'to' => Schema::value( 'string', __( 'Where it was sent.', 'steward' ), array( 'format' => 'email' ) ) ) ) );
	}
}
