<?php
/**
 * The realignment as JSON.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

use Steward\Background\JobSchema;
use Steward\Rest\Schema;

/**
 * The JSON schemas of what turning separate owners off would change, and of its start.
 */
final class SeparateOwnersSchema {

	/**
	 * What would change.
	 *
	 * @return array<string, mixed>
	 */
	public static function get(): array {
		$owner = array(
			'user'  => Schema::value( array( 'integer', 'null' ), __( 'User id; null is unassigned.', 'steward' ) ),
			'name'  => Schema::value( 'string', __( 'Name.', 'steward' ) ),
			'count' => Schema::value( 'integer', __( 'How many opportunities they would lose.', 'steward' ) ),
		);
		return Schema::of(
			'separate-owners',
			Schema::read_only(
				array(
					'differing' => Schema::value( 'integer', __( 'Opportunities with another owner than their contact.', 'steward' ) ),
					'owners'    => Schema::items( __( 'Their owners, those with the most first.', 'steward' ), Schema::object( $owner ) ),
					'job'       => self::job(),
				)
			)
		);
	}

	/**
	 * The start.
	 *
	 * @return array<string, mixed>
	 */
	public static function realignment(): array {
		return Schema::of( 'realignment', Schema::read_only( array( 'job' => self::job() ) ) );
	}

	/**
	 * The realignment's job.
	 *
	 * @return array<string, mixed>
	 */
	public static function job(): array {
		return Schema::nullable( JobSchema::get(), __( 'The realignment under way; null where there is none.', 'steward' ) );
	}
}
