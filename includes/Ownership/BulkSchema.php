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
		$result  = array(
			'id'      => Schema::value( 'integer', __( 'The record\'s id.', 'steward' ) ),
			'ok'      => Schema::value( 'boolean', __( 'Whether it was changed, or was so already.', 'steward' ) ),
			'code'    => Schema::value( 'string', __( 'Code of the error.', 'steward' ) ),
			'message' => Schema::value( 'string', __( 'What was wrong.', 'steward' ) ),
			'reason'  => Schema::value( 'string', __( 'Why it was refused, for programs.', 'steward' ) ),
			'remedy'  => Schema::value( 'string', __( 'What would help.', 'steward' ) ),
			'owner'   => Schema::nullable( Schema::object( array_intersect_key( People::properties(), array_flip( array( 'id', 'name' ) ) ) ), __( 'Who has it, where the caller may know.', 'steward' ) ),
		);
		$results = Schema::of( 'bulk-results', Schema::read_only( array( 'results' => Schema::items( __( 'What became of each record, in the order of the ids.', 'steward' ), Schema::object( $result ) ) ) ) );
		$head    = array_flip( array( '$schema' ) );
		return array_diff_key( Schema::of( 'bulk-change', array() ), array_flip( array( 'properties', 'additionalProperties' ) ) ) + array(
			'oneOf' => array( array_diff_key( $results, $head ), array_diff_key( JobSchema::get(), $head ) ),
		);
	}
}
