<?php
/**
 * Members as JSON.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Members;

use Steward\Rest\People;
use Steward\Rest\Schema;

/**
 * The JSON schemas of a CRM member, of an owner without access, and of anybody with an account.
 */
final class MemberSchema {

	/**
	 * A row of the list of members; an owner without access is one as well.
	 *
	 * @return array<string, mixed>
	 */
	public static function get(): array {
		return Schema::of( 'member', self::settings() + self::numbers() + self::lost() );
	}

	/**
	 * Somebody with an account.
	 *
	 * @return array<string, mixed>
	 */
	public static function person(): array {
		$member = Schema::read_only( array( 'member' => Schema::value( 'boolean', __( 'Whether they are a CRM member.', 'steward' ) ) ) );
		return Schema::of( 'person', self::identity() + array_intersect_key( self::numbers(), array_flip( array( 'contacts', 'open_opportunities' ) ) ) + $member );
	}

	/**
	 * How much a member sees.
	 *
	 * @return array<string, mixed>
	 */
	public static function sight(): array {
		$counts = array(
			'all'           => Schema::value( 'integer', __( 'Without Only Assigned Data.', 'steward' ) ),
			'only_assigned' => Schema::value( 'integer', __( 'With it.', 'steward' ) ),
		);
		return Schema::of( 'member-sight', Schema::read_only( array( 'contacts' => Schema::object( $counts, __( 'How many contacts they see.', 'steward' ) ) ) ) );
	}

	/**
	 * The start of a hand-over.
	 *
	 * @return array<string, mixed>
	 */
	public static function hand_over(): array {
		return Schema::of( 'hand-over', Schema::read_only( array( 'job' => Schema::value( 'integer', __( 'Id of the job that does it.', 'steward' ) ) ) ) );
	}

	/**
	 * The report on ownership.
	 *
	 * @return array<string, mixed>
	 */
	public static function report(): array {
		return Schema::of( 'ownership-report', Schema::read_only( array( 'without_access' => Schema::items( __( 'Owners who lost access or no longer exist, those with the most first.', 'steward' ), Schema::object( self::lost() ) ) ) ) );
	}

	/**
	 * What may be set.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public static function settings(): array {
		$days = array(
			'from' => Schema::value( 'string', __( 'First day, YYYY-MM-DD.', 'steward' ) ),
			'to'   => Schema::value( 'string', __( 'Last day, YYYY-MM-DD.', 'steward' ) ),
		);
		return array(
			'only_assigned_data' => Schema::value( array( 'boolean', 'null' ), __( 'Whether both scopes count as at most Owned for this person.', 'steward' ) ),
			'out_of_office'      => Schema::nullable( Schema::object( $days ), __( 'The first and the last day somebody is away: { from, to } as YYYY-MM-DD; or null.', 'steward' ) ),
			'capacity'           => Schema::value( array( 'integer', 'null' ), __( 'How many contacts this person should have at most; null for any number.', 'steward' ) ),
		);
	}

	/**
	 * @return array<string, array<string, mixed>>
	 */
	private static function identity(): array {
		return Schema::read_only( People::properties() + array( 'roles' => Schema::items( __( 'Names of their roles.', 'steward' ), array( 'type' => 'string' ) ) ) );
	}

	/**
	 * @return array<string, array<string, mixed>>
	 */
	private static function numbers(): array {
		return Schema::read_only(
			array(
				'contacts'           => Schema::value( array( 'integer', 'null' ), __( 'Contacts they own; null where the caller may not know.', 'steward' ) ),
				'open_opportunities' => Schema::value( array( 'integer', 'null' ), __( 'Open opportunities they own; null where the caller may not know.', 'steward' ) ),
				'overdue_tasks'      => Schema::value( array( 'integer', 'null' ), __( 'Open tasks of theirs that are due in the past; null where the caller may not know.', 'steward' ) ),
				'away'               => Schema::value( array( 'boolean', 'null' ), __( 'Whether they are out of office today; null where the caller may not know.', 'steward' ) ),
				'unread'             => Schema::value( array( 'integer', 'null' ), __( 'Notifications not read yet; null where the caller may not know.', 'steward' ) ),
			)
		);
	}

	/**
	 * @return array<string, array<string, mixed>>
	 */
	private static function lost(): array {
		return self::identity() + array_intersect_key( self::numbers(), array( 'contacts' => 0 ) ) + Schema::read_only(
			array(
				'access'        => Schema::choice( __( 'Whether they are a CRM member, lost access, or no longer exist.', 'steward' ), array( 'member', 'lost', 'deleted' ) ),
				'opportunities' => Schema::value( 'integer', __( 'Opportunities they own; of an owner without access.', 'steward' ) ),
				'trashed'       => Schema::value( 'integer', __( 'What they own in the trash; of an owner without access.', 'steward' ) ),
				'hand_over'     => Schema::value( array( 'integer', 'null' ), __( 'The job that hands over what they own; of an owner without access.', 'steward' ) ),
			)
		);
	}
}
