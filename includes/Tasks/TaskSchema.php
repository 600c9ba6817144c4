<?php
/**
 * A task as JSON.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tasks;

use Steward\Rest\People;
use Steward\Rest\Schema;

/**
 * The JSON schema of a task: what OPTIONS shows.
 */
final class TaskSchema {

	/** Fields a client may send back but never sets. */
	public const READ_ONLY = array( 'id', 'overdue', 'done_gmt', 'created_gmt', 'modified_gmt', 'created_by', 'contact_name', 'opportunity_title', 'people', 'can', 'refusal', '_links', '_embedded' );

	/** Fields shown where a task is embedded. */
	private const EMBEDDED = array( 'id', 'title', 'due_gmt', 'assignee', 'contact', 'opportunity', 'priority', 'status' );

	/**
	 * The schema.
	 *
	 * @return array<string, mixed>
	 */
	public static function get(): array {
		$id         = array( 'integer', 'null' );
		$can        = array_fill_keys( array( 'update', 'delete' ), array( 'type' => 'boolean' ) );
		$why        = array(
			'reason'  => Schema::value( 'string', __( 'Why not, for programs.', 'steward' ) ),
			'message' => Schema::value( 'string', __( 'Why not, in words.', 'steward' ) ),
			'remedy'  => Schema::value( 'string', __( 'What would help.', 'steward' ) ),
		);
		$properties = array(
			'title'       => Schema::value( 'string', __( 'What is to be done.', 'steward' ), array( 'maxLength' => TaskInput::MAX_TITLE ) ),
			'due_gmt'     => Schema::nullable( Schema::time( __( 'When it is due; null for no date.', 'steward' ) ) ),
			'assignee'    => Schema::value( $id, __( 'User id of who shall do it; null is nobody\'s yet.', 'steward' ) ),
			'contact'     => Schema::value( $id, __( 'The contact\'s id; of a task of an opportunity, its contact\'s.', 'steward' ) ),
			'opportunity' => Schema::value( $id, __( 'The opportunity\'s id.', 'steward' ) ),
			'priority'    => Schema::choice( __( 'Priority; normal unless given.', 'steward' ), Task::PRIORITIES ),
			'status'      => Schema::choice( __( 'Whether it is done; open unless given.', 'steward' ), Task::STATUSES ),
			'version'     => Schema::value( 'integer', __( 'Grows with every change; send the one you read, so that a newer one is not overwritten.', 'steward' ) ),
		) + Schema::read_only(
			array(
				'id'                => Schema::value( 'integer', __( 'Unique id.', 'steward' ) ),
				'overdue'           => Schema::value( 'boolean', __( 'Whether it is open and due in the past.', 'steward' ) ),
				'done_gmt'          => Schema::nullable( Schema::time( __( 'When it was done; null while it is open.', 'steward' ) ) ),
				'created_gmt'       => Schema::time( __( 'When it was created.', 'steward' ) ),
				'modified_gmt'      => Schema::time( __( 'When it was last changed.', 'steward' ) ),
				'created_by'        => Schema::value( $id, __( 'User id of who added it; null is Steward itself.', 'steward' ) ),
				'contact_name'      => Schema::value( array( 'string', 'null' ), __( 'The contact\'s name, also where the contact may not be viewed; null without one.', 'steward' ) ),
				'opportunity_title' => Schema::value( array( 'string', 'null' ), __( 'The opportunity\'s title; null without one.', 'steward' ) ),
				'people'            => Schema::items( __( 'Names and avatars of who shall do it and who added it.', 'steward' ), People::schema() ),
				'can'               => Schema::object( $can, __( 'What the caller may do.', 'steward' ) ),
				'refusal'           => Schema::nullable( Schema::object( $why ), __( 'Why the caller may not change it; null where they may.', 'steward' ) ),
			)
		);
		return Schema::of( 'task', Schema::in_contexts( $properties, self::EMBEDDED ) );
	}
}
