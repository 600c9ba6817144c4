<?php
/**
 * The keys of the activity table that the team's list walks.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Activity;

use Steward\Database\Connection;

/**
 * Each order of the list, newest first behind one filter, with the record a row belongs to: whether it may be seen is then
 * known from the key alone.
 */
final class ActivityKeys {

	private const COLUMNS = 'created_gmt, id, object_type, object_id';

	/** Key => its columns. */
	private const ADDED = array(
		'created'        => self::COLUMNS,
		'actor_created'  => 'actor, ' . self::COLUMNS,
		'action_created' => 'action, ' . self::COLUMNS,
		'cause_created'  => 'cause, ' . self::COLUMNS,
	);

	/** Keys that are the beginning of an added one. */
	private const REPLACED = array( 'actor', 'created_gmt' );

	/**
	 * Adds what is missing and drops what is replaced; may be repeated.
	 */
	public static function change( Connection $db ): void {
		$table = $db->table( 'activity' );
		$there = array_column( $db->rows( 'SHOW INDEX FROM %i', $table ), 'Key_name' );
		foreach ( self::ADDED as $key => $columns ) {
			if ( ! in_array( $key, $there, true ) ) {
				$db->execute( "ALTER TABLE %i ADD KEY $key ( $columns )", $table );
			}
		}
		foreach ( self::REPLACED as $key ) {
			if ( in_array( $key, $there, true ) ) {
				$db->execute( "ALTER TABLE %i DROP KEY $key", $table );
			}
		}
	}
}
