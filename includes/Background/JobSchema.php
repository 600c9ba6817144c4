<?php
/**
 * A job as JSON.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Background;

use Steward\Rest\Schema;

/**
 * The JSON schema of background work.
 */
final class JobSchema {

	/**
	 * The schema.
	 *
	 * @return array<string, mixed>
	 */
	public static function get(): array {
		$error      = array(
			'id'      => Schema::value( 'integer', __( 'The record\'s id.', 'steward' ) ),
			'code'    => Schema::value( 'string', __( 'Code of the error.', 'steward' ) ),
			'message' => Schema::value( 'string', __( 'What was wrong.', 'steward' ) ),
		);
		$properties = array(
			'id'          => Schema::value( 'integer', __( 'Unique id.', 'steward' ) ),
			'kind'        => Schema::value( 'string', __( 'What is done, such as reassign_contacts.', 'steward' ) ),
			'state'       => Schema::choice( __( 'How it stands.', 'steward' ), Job::STATES ),
			'actor'       => Schema::value( 'integer', __( 'User id of who asked for it; 0 is Steward itself.', 'steward' ) ),
			'total'       => Schema::value( 'integer', __( 'Records there were when it was asked for.', 'steward' ) ),
			'done'        => Schema::value( 'integer', __( 'Records done.', 'steward' ) ),
			'failed'      => Schema::value( 'integer', __( 'Records refused.', 'steward' ) ),
			'errors'      => Schema::items( __( 'The first refusals.', 'steward' ), Schema::object( $error ) ),
			'created_gmt' => Schema::time( __( 'When it was asked for.', 'steward' ) ),
		);
		return Schema::of( 'job', Schema::read_only( $properties ) );
	}
}
