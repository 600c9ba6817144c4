<?php
/**
 * A follower as JSON.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Ownership;

use Steward\Rest\People;
use Steward\Rest\Schema;

/**
 * The JSON schema of somebody who follows a record.
 */
final class FollowerSchema {

	/**
	 * The schema.
	 *
	 * @return array<string, mixed>
	 */
	public static function get(): array {
		$properties = array(
			'user'      => Schema::value( 'integer', __( 'The user\'s id.', 'steward' ) ),
			'source'    => Schema::choice( __( 'Through what they follow.', 'steward' ), array( 'manual', 'sync', 'workflow' ) ),
			'since_gmt' => Schema::time( __( 'Since when.', 'steward' ) ),
			'muted'     => Schema::value( array( 'boolean', 'null' ), __( 'Whether they are not told of changes; null for others than oneself.', 'steward' ) ),
		);
		return Schema::of( 'follower', Schema::read_only( $properties + array_diff_key( People::properties(), array( 'id' => 0 ) ) ) );
	}
}
