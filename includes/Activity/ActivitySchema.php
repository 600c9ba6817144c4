<?php
/**
 * Activity as JSON.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Activity;

use Steward\Rest\People;
use Steward\Rest\Schema;

/**
 * The JSON schema of a row of the activity log.
 */
final class ActivitySchema {

	/**
	 * The schema.
	 *
	 * @return array<string, mixed>
	 */
	public static function get(): array {
		$any        = array( 'type' => array( 'string', 'integer', 'number', 'boolean', 'array', 'object', 'null' ) );
		$cause      = array(
			'kind'   => Schema::choice( __( 'Kind of cause.', 'steward' ), Cause::KINDS ),
			'detail' => Schema::value( 'string', __( 'A form\'s or rule\'s name, why something was kept in sync, or which role, member or pipeline it is about.', 'steward' ) ),
		);
		$change     = array(
			'old' => $any + array( 'description' => __( 'The value before.', 'steward' ) ),
			'new' => $any + array( 'description' => __( 'The value after.', 'steward' ) ),
		);
		$properties = array(
			'id'          => Schema::value( 'integer', __( 'Unique id; grows with time.', 'steward' ) ),
			'object_type' => Schema::value( 'string', __( 'What it happened to, such as contact.', 'steward' ) ),
			'object_id'   => Schema::value( 'integer', __( 'The record\'s id; 0 where it is no record.', 'steward' ) ),
			'label'       => Schema::value( array( 'string', 'null' ), __( 'Name of what it happened to; in the team\'s log.', 'steward' ) ),
			'action'      => Schema::value( 'string', __( 'What happened, such as reassigned.', 'steward' ) ),
			'actor'       => Schema::nullable( People::schema(), __( 'Who did it; null is Steward itself.', 'steward' ) ),
			'cause'       => Schema::object( $cause, __( 'Through what.', 'steward' ) ),
			'changes'     => Schema::map( __( 'What changed, by field.', 'steward' ), Schema::object( $change ) ),
			'names'       => Schema::map( __( 'Names of the users in the changes, by id.', 'steward' ), array( 'type' => 'string' ) ),
			'created_gmt' => Schema::time( __( 'When.', 'steward' ) ),
		);
		return Schema::of( 'activity', Schema::read_only( $properties ) );
	}
}
