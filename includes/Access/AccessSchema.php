<?php
/**
 * An access report as JSON.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Access;

use Steward\Ownership\RecordSchema;
use Steward\Rest\Schema;

/**
 * The JSON schema of who may do what to a record, and why not.
 */
final class AccessSchema {

	/**
	 * The schema.
	 *
	 * @return array<string, mixed>
	 */
	public static function get(): array {
		$person     = array(
			'name'               => Schema::value( 'string', __( 'Name.', 'steward' ) ),
			'roles'              => Schema::items( __( 'Names of their roles.', 'steward' ), array( 'type' => 'string' ) ),
			'only_assigned_data' => Schema::value( 'boolean', __( 'Whether both scopes count as at most Owned for this person.', 'steward' ) ),
		);
		$properties = array(
			'user'     => Schema::value( 'integer', __( 'Whose access it is.', 'steward' ) ),
			'person'   => Schema::object( $person, __( 'Who that is; with steps.', 'steward' ) ),
			'relation' => RecordSchema::relation( __( 'What they are to the record.', 'steward' ) ),
			'actions'  => Schema::object( array_fill_keys( array_column( Verb::cases(), 'value' ), Schema::object( self::answer() ) ), __( 'Each action\'s answer.', 'steward' ) ),
		);
		return Schema::of( 'access', Schema::read_only( $properties ) );
	}

	/**
	 * @return array<string, array<string, mixed>>
	 */
	private static function answer(): array {
		$step = array(
			'rule'    => Schema::choice( __( 'The rule.', 'steward' ), array_column( Rule::cases(), 'value' ) ),
			'text'    => Schema::value( 'string', __( 'What it says here.', 'steward' ) ),
			'outcome' => Schema::choice( __( 'Whether it has nothing against it.', 'steward' ), array( 'yes', 'no' ) ),
		);
		return array(
			'allowed'  => Schema::value( 'boolean', __( 'Whether they may.', 'steward' ) ),
			'reason'   => Schema::choice( __( 'Why not, for programs.', 'steward' ), array_column( Reason::cases(), 'value' ) ),
			'message'  => Schema::value( 'string', __( 'Why not.', 'steward' ) ),
			'remedy'   => Schema::value( 'string', __( 'What would help.', 'steward' ) ),
			'steps'    => Schema::items( __( 'The rules that were looked at, in order; with steps.', 'steward' ), Schema::object( $step ) ),
			'remedies' => Schema::items( __( 'Changes that would help; with steps.', 'steward' ), Schema::object( self::remedy() ) ),
		);
	}

	/**
	 * @return array<string, array<string, mixed>>
	 */
	private static function remedy(): array {
		$role = array(
			'role' => Schema::value( 'string', __( 'The role.', 'steward' ) ),
			'name' => Schema::value( 'string', __( 'Its name.', 'steward' ) ),
		);
		$one  = array(
			'kind'       => Schema::value( 'string', __( 'What is to be changed, such as claim or add_follower; combination where several together help.', 'steward' ) ),
			'allowed'    => Schema::value( 'boolean', __( 'Whether the caller may change it.', 'steward' ) ),
			'label'      => Schema::value( 'string', __( 'What to call it.', 'steward' ) ),
			'user'       => Schema::value( 'integer', __( 'The user it is about.', 'steward' ) ),
			'contact'    => Schema::value( 'integer', __( 'The contact whose owner is to be changed.', 'steward' ) ),
			'permission' => Schema::value( 'string', __( 'The permission that is missing.', 'steward' ) ),
			'roles'      => Schema::items( __( 'The person\'s roles.', 'steward' ), Schema::object( $role ) ),
			'cells'      => Schema::map( __( 'Cells of the Role Manager to change.', 'steward' ), Schema::map( __( 'Cells of a kind of record.', 'steward' ), array( 'type' => array( 'string', 'boolean' ) ) ) ),
		);
		return $one + array( 'parts' => Schema::items( __( 'What a combination is made of, in order.', 'steward' ), Schema::object( $one ) ) );
	}
}
