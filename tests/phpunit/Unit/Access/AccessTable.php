<?php
/**
 * Who may do what, as a table.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Unit\Access;

use Steward\Access\Actor;
use Steward\Access\Permissions;
use Steward\Access\Reach;
use Steward\Access\RecordType;
use Steward\Access\Relation;
use Steward\Access\Subject;
use Steward\Access\Verb;

/**
 * The rules of ownership written out, once more and by hand: what the policy must answer for every role and relation.
 * `yes` allows; anything else is the reason of the refusal.
 */
final class AccessTable {

	public const ACTOR = 7;
	private const OTHER = 8;

	/** What the actor is to the record: the columns of the table. */
	public const SITUATIONS = array(
		'owner'                       => Relation::Owner,
		'follower of an editor'       => Relation::Follower,
		'follower of a mere reader'   => Relation::Follower,
		'unassigned'                  => Relation::Unassigned,
		'unassigned and followed'     => Relation::Unassigned,
		'other'                       => Relation::Other,
	);

	// phpcs:disable WordPress.Arrays, Generic.Formatting
	/** Verb, view scope, update scope, the verb's own permission (- where it has none) => an answer a situation. */
	private const ROWS = array(
		// Seeing.
		'view none *    -'         => array( 'not_a_member', 'not_a_member', 'not_a_member', 'not_a_member', 'not_a_member', 'not_a_member' ),
		'view owned *   -'         => array( 'yes', 'yes', 'yes', 'yes', 'yes', 'view_owned_only' ),
		'view all *     -'         => array( 'yes', 'yes', 'yes', 'yes', 'yes', 'yes' ),
		// Updating: followers inherit what the owner may.
		'update none *     -'      => array( 'not_a_member', 'not_a_member', 'not_a_member', 'not_a_member', 'not_a_member', 'not_a_member' ),
		'update owned none -'      => array( 'missing_update_permission', 'yes', 'missing_update_permission', 'missing_update_permission', 'missing_update_permission', 'missing_update_permission' ),
		'update owned owned -'     => array( 'yes', 'yes', 'update_owned_only', 'update_unassigned', 'yes', 'update_owned_only' ),
		'update owned all -'       => array( 'yes', 'yes', 'yes', 'yes', 'yes', 'view_owned_only' ),
		'update all none -'        => array( 'missing_update_permission', 'yes', 'missing_update_permission', 'missing_update_permission', 'missing_update_permission', 'missing_update_permission' ),
		'update all owned -'       => array( 'yes', 'yes', 'update_owned_only', 'update_unassigned', 'yes', 'update_owned_only' ),
		'update all all -'         => array( 'yes', 'yes', 'yes', 'yes', 'yes', 'yes' ),
		// Claiming: Create & claim.
		'claim none * *'           => array( 'not_a_member', 'not_a_member', 'not_a_member', 'not_a_member', 'not_a_member', 'not_a_member' ),
		'claim owned * without'    => array( 'missing_create_permission', 'missing_create_permission', 'missing_create_permission', 'missing_create_permission', 'missing_create_permission', 'missing_create_permission' ),
		'claim owned * with'       => array( 'already_assigned', 'already_assigned', 'already_assigned', 'yes', 'yes', 'already_assigned' ),
		'claim all * without'      => array( 'missing_create_permission', 'missing_create_permission', 'missing_create_permission', 'missing_create_permission', 'missing_create_permission', 'missing_create_permission' ),
		'claim all * with'         => array( 'already_assigned', 'already_assigned', 'already_assigned', 'yes', 'yes', 'already_assigned' ),
		// Reassigning and releasing: Reassign, and owner or update scope all; never by following.
		'reassign none * *'        => array( 'not_a_member', 'not_a_member', 'not_a_member', 'not_a_member', 'not_a_member', 'not_a_member' ),
		'reassign owned * without' => array( 'missing_reassign_permission', 'missing_reassign_permission', 'missing_reassign_permission', 'missing_reassign_permission', 'missing_reassign_permission', 'missing_reassign_permission' ),
		'reassign owned none with' => array( 'yes', 'not_owner', 'not_owner', 'not_owner', 'not_owner', 'not_owner' ),
		'reassign owned owned with' => array( 'yes', 'not_owner', 'not_owner', 'not_owner', 'not_owner', 'not_owner' ),
		'reassign owned all with'  => array( 'yes', 'yes', 'yes', 'yes', 'yes', 'view_owned_only' ),
		'reassign all * without'   => array( 'missing_reassign_permission', 'missing_reassign_permission', 'missing_reassign_permission', 'missing_reassign_permission', 'missing_reassign_permission', 'missing_reassign_permission' ),
		'reassign all none with'   => array( 'yes', 'not_owner', 'not_owner', 'not_owner', 'not_owner', 'not_owner' ),
		'reassign all owned with'  => array( 'yes', 'not_owner', 'not_owner', 'not_owner', 'not_owner', 'not_owner' ),
		'reassign all all with'    => array( 'yes', 'yes', 'yes', 'yes', 'yes', 'yes' ),
		// Deleting: Delete, and owner or update scope all; never by following.
		'delete none * *'          => array( 'not_a_member', 'not_a_member', 'not_a_member', 'not_a_member', 'not_a_member', 'not_a_member' ),
		'delete owned * without'   => array( 'missing_delete_permission', 'missing_delete_permission', 'missing_delete_permission', 'missing_delete_permission', 'missing_delete_permission', 'missing_delete_permission' ),
		'delete owned none with'   => array( 'yes', 'not_owner', 'not_owner', 'not_owner', 'not_owner', 'not_owner' ),
		'delete owned owned with'  => array( 'yes', 'not_owner', 'not_owner', 'not_owner', 'not_owner', 'not_owner' ),
		'delete owned all with'    => array( 'yes', 'yes', 'yes', 'yes', 'yes', 'view_owned_only' ),
		'delete all * without'     => array( 'missing_delete_permission', 'missing_delete_permission', 'missing_delete_permission', 'missing_delete_permission', 'missing_delete_permission', 'missing_delete_permission' ),
		'delete all none with'     => array( 'yes', 'not_owner', 'not_owner', 'not_owner', 'not_owner', 'not_owner' ),
		'delete all owned with'    => array( 'yes', 'not_owner', 'not_owner', 'not_owner', 'not_owner', 'not_owner' ),
		'delete all all with'      => array( 'yes', 'yes', 'yes', 'yes', 'yes', 'yes' ),
	);
	// phpcs:enable

	/**
	 * Every cell: name => verb, permissions, subject, expected answer. `*` is spread out, and permissions that the verb
	 * has nothing to do with take every value.
	 *
	 * @return iterable<string, array{Verb, Permissions, string, string}>
	 */
	public static function cells(): iterable {
		foreach ( self::ROWS as $row => $answers ) {
			list( $verb, $views, $updates, $own ) = preg_split( '/\s+/', $row );
			foreach ( self::reaches( $views ) as $view ) {
				foreach ( self::reaches( $updates ) as $update ) {
					foreach ( self::permissions( Verb::from( $verb ), $view, $update, $own ) as $label => $permissions ) {
						foreach ( array_keys( self::SITUATIONS ) as $column => $situation ) {
							yield "$verb: view {$view->value}, update {$update->value}, $label: $situation" => array( Verb::from( $verb ), $permissions, $situation, $answers[ $column ] );
						}
					}
				}
			}
		}
	}

	/**
	 * The actor, with these permissions.
	 */
	public static function actor( Permissions $permissions ): Actor {
		return Actor::user( self::ACTOR, array( RecordType::Contact->value => $permissions ) );
	}

	/**
	 * A record to which the actor is what the situation says.
	 */
	public static function subject( string $situation ): Subject {
		list( $owner, $followers, $owner_updates ) = match ( $situation ) {
			'owner'                     => array( self::ACTOR, array(), true ),
			'follower of an editor'     => array( self::OTHER, array( 3, self::ACTOR ), true ),
			'follower of a mere reader' => array( self::OTHER, array( self::ACTOR ), false ),
			'unassigned'                => array( null, array( 3 ), false ),
			'unassigned and followed'   => array( null, array( self::ACTOR ), false ),
			'other'                     => array( self::OTHER, array( 3 ), true ),
		};
		return new Subject( RecordType::Contact, 1, $owner, $followers, $owner_updates );
	}

	/**
	 * @return list<Reach>
	 */
	private static function reaches( string $name ): array {
		return '*' === $name ? Reach::cases() : array( Reach::from( $name ) );
	}

	/**
	 * @return iterable<string, Permissions>
	 */
	private static function permissions( Verb $verb, Reach $view, Reach $update, string $own ): iterable {
		foreach ( range( 0, 7 ) as $bits ) {
			$flags   = array(
				'claim'    => 0 < ( $bits & 1 ),
				'reassign' => 0 < ( $bits & 2 ),
				'delete'   => 0 < ( $bits & 4 ),
			);
			$present = $flags[ $verb->value ] ?? null;
			if ( ( 'with' === $own && true !== $present ) || ( 'without' === $own && false !== $present ) ) {
				continue;
			}
			$label = implode( '+', array_keys( array_filter( $flags ) ) );
			yield '' === $label ? 'no more' : $label => new Permissions( $view, $update, $flags['claim'], $flags['reassign'], $flags['delete'] );
		}
	}
}
