<?php
/**
 * A tag as JSON.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Contacts;

use Steward\Rest\Schema;

/**
 * The JSON schema of a tag.
 */
final class TagSchema {

	/**
	 * The schema.
	 *
	 * @return array<string, mixed>
	 */
	public static function get(): array {
		return Schema::of( 'tag', Schema::read_only( array( 'name' => Schema::value( 'string', __( 'Name.', 'steward' ) ) ) ) );
	}
}
