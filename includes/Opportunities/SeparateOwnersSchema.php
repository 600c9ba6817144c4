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
		return Schema::of(
			'separate-owners',
			Schema::read_only(
				array(
					'differing' => Schema::value( 'integer', __( 'Opportunities with another owner than their contact.', 'steward' ) ),
					'owners'    => Schema::items( __( 'Their owners, those with the most first.', 'steward' ), self::person( __( 'How many opportunities they would lose.', 'steward' ) ) ),
					'receivers' => Schema::items( __( 'Their contacts\' owners, to whom they would go, those with the most first.', 'steward' ), self::person( __( 'How many opportunities they would get.', 'steward' ) ) ),
					'job'       => self::job(),
				)
			)
		);
	}

	/**
	 * One of the people, or nobody, with a number.
	 *
	 * @return array<string, mixed>
	 */
	private static function person( string $count ): array {
		return Schema::object(
			array(
				'user'  => Schema::value( array( 'integer', 'null' ), __( 'User id; null is unassigned.', 'steward' ) ),
				'name'  => Schema::value( 'string', __( 'Name.', 'steward' ) ),
				'count' => Schema::value( 'integer', $count ),
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
