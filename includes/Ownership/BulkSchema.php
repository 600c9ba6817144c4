<?php
/**
 * A bulk change as JSON.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Ownership;

use Steward\Background\JobSchema;
use Steward\Rest\People;
use Steward\Rest\RowResults;
use Steward\Rest\Schema;

/**
 * The JSON schema of what a change of many records answers: the result of each, or the job that is to do it.
 */
final class BulkSchema {

	/**
	 * The schema.
	 *
	 * @return array<string, mixed>
	 */
	public static function get(): array {
		$owner   = Schema::nullable( Schema::object( array_intersect_key( People::properties(), array_flip( array( 'id', 'name' ) ) ) ), __( 'Who has it, where the caller may know.', 'steward' ) );
		$results = RowResults::schema( array( 'owner' => $owner ) );
		$head    = array_flip( array( '$schema' ) );
		return array_diff_key( Schema::of( 'bulk-change', array() ), array_flip( array( 'properties', 'additionalProperties' ) ) ) + array(
			'oneOf' => array( array_diff_key( $results, $head ), array_diff_key( JobSchema::get(), $head ) ),
		);
	}
}
