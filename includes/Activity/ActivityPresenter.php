<?php
/**
 * Activity as REST shows it.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Activity;

use Steward\Database\Clock;
use Steward\Rest\People;

/**
 * Adds the names of the people that rows speak of.
 */
final class ActivityPresenter {

	/** Changes whose values are user ids. */
	private const PEOPLE = array( 'contact_owner', 'owner', 'follower', 'assignee' );

	/**
	 * Rows of a page.
	 *
	 * @param list<array<string, string|null>> $rows Rows of the activity table.
	 * @return list<array<string, mixed>>
	 */
	public static function all( array $rows ): array {
		$changes = array_map( static fn ( array $row ): array => self::changes( (string) $row['changes'] ), $rows );
		$users   = array_map( static fn ( array $row ): int => (int) $row['actor'], $rows );
		foreach ( $changes as $change ) {
			array_push( $users, ...self::users( $change ) );
		}
		cache_users( array_values( array_unique( array_filter( $users ) ) ) );
		return array_map( static fn ( array $row, array $change ): array => self::one( $row, $change ), $rows, $changes );
	}

	/**
	 * @param array<string, string|null>                   $row     A row of the activity table.
	 * @param array<string, array{old: mixed, new: mixed}> $changes Its changes.
	 * @return array<string, mixed>
	 */
	private static function one( array $row, array $changes ): array {
		$names = array();
		foreach ( self::users( $changes ) as $user ) {
			$names[ $user ] = People::one( $user )['name'];
		}
		$names = self::leaver( $row, $changes ) + $names;
		return array(
			'id'          => (int) $row['id'],
			'object_type' => (string) $row['object_type'],
			'object_id'   => (int) $row['object_id'],
			'action'      => (string) $row['action'],
			'actor'       => (int) $row['actor'] > 0 ? People::one( (int) $row['actor'] ) : null,
			'cause'       => array(
				'kind'   => (string) $row['cause'],
				'detail' => (string) $row['cause_detail'],
			),
			'changes'     => (object) $changes,
			'names'       => (object) $names,
			'created_gmt' => Clock::iso( (string) $row['created_gmt'] ),
		);
	}

	/**
	 * Who was deleted, by the name they had: from them it went.
	 *
	 * @param array<string, string|null>                   $row     A row of the activity table.
	 * @param array<string, array{old: mixed, new: mixed}> $changes Its changes.
	 * @return array<int, string>
	 */
	private static function leaver( array $row, array $changes ): array {
		$names = array();
		foreach ( 'user_deleted' === $row['cause'] && '' !== (string) $row['cause_detail'] ? self::PEOPLE : array() as $field ) {
			$old = $changes[ $field ]['old'] ?? null;
			if ( is_int( $old ) && $old > 0 && ! get_userdata( $old ) instanceof \WP_User ) {
				$names[ $old ] = (string) $row['cause_detail'];
			}
		}
		return $names;
	}

	/**
	 * @return array<string, array{old: mixed, new: mixed}>
	 */
	private static function changes( string $json ): array {
		/** @var mixed $changes */
		$changes = json_decode( $json, true );
		/** @var array<string, array{old: mixed, new: mixed}> $changes */
		$changes = is_array( $changes ) ? $changes : array();
		return $changes;
	}

	/**
	 * @param array<string, array{old: mixed, new: mixed}> $changes A row's changes.
	 * @return list<int>
	 */
	private static function users( array $changes ): array {
		$users = array();
		foreach ( array_intersect_key( $changes, array_flip( self::PEOPLE ) ) as $change ) {
			foreach ( array( $change['old'], $change['new'] ) as $user ) {
				if ( is_int( $user ) && $user > 0 ) {
					$users[] = $user;
				}
			}
		}
		return array_values( array_unique( $users ) );
	}
}
