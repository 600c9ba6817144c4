<?php
/**
 * Who follows what, in SQL.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Ownership;

use Steward\Access\RecordType;
use Steward\Database\Clock;
use Steward\Database\Connection;

/**
 * Follower rows and the count on the record that holds the limit: the count is raised by a conditional update in the same
 * transaction, so that of any number of parallel additions none exceeds it.
 */
final class Followers {

	public const LIMIT = 10;

	public function __construct( private readonly Connection $db, private readonly Clock $clock ) {
	}

	/**
	 * Followers of records, in the order they came.
	 *
	 * @param list<int> $ids Records' ids.
	 * @return array<int, list<int>> Record's id => user ids; records without followers are missing.
	 */
	public function of( RecordType $type, array $ids ): array {
		$followers = array();
		if ( array() === $ids ) {
			return $followers;
		}
		$rows = $this->db->rows(
			'SELECT object_id, user_id FROM %i WHERE object_type = %s AND object_id IN ( ' . Connection::placeholders( $ids ) . ' ) ORDER BY since_gmt, user_id',
			$this->db->table( 'followers' ),
			$type->value,
			...$ids
		);
		foreach ( $rows as $row ) {
			$followers[ (int) $row['object_id'] ][] = (int) $row['user_id'];
		}
		return $followers;
	}

	/**
	 * Followers of one record with their sources.
	 *
	 * @return list<array{user: int, source: string, since_gmt: string, muted: bool}>
	 */
	public function items( RecordType $type, int $id ): array {
		$rows = $this->db->rows( 'SELECT f.user_id, f.source, f.since_gmt, m.user_id AS muted FROM %i f LEFT JOIN %i m ON m.object_type = f.object_type AND m.object_id = f.object_id AND m.user_id = f.user_id WHERE f.object_type = %s AND f.object_id = %d ORDER BY f.since_gmt, f.user_id', $this->db->table( 'followers' ), $this->db->table( 'mutes' ), $type->value, $id );
		return array_map(
			static fn ( array $row ): array => array(
				'user'      => (int) $row['user_id'],
				'source'    => (string) $row['source'],
				'since_gmt' => Clock::iso( (string) $row['since_gmt'] ),
				'muted'     => null !== $row['muted'],
			),
			$rows
		);
	}

	/**
	 * Adds a follower; within a transaction.
	 *
	 * @param string $source manual, sync or workflow.
	 * @return bool Whether anything changed: false when they follow already.
	 * @throws FollowerLimit When the record has LIMIT of them.
	 */
	public function add( RecordType $type, int $id, int $user, string $source ): bool {
		$added = $this->db->insert_many(
			'followers',
			array(
				array(
					'object_type' => $type->value,
					'object_id'   => $id,
					'user_id'     => $user,
					'source'      => $source,
					'since_gmt'   => $this->clock->now(),
				),
			),
			true
		);
		if ( 0 === $added ) {
			return false;
		}
		$table = $this->db->table( $type->plural() );
		if ( 0 === $this->db->execute( 'UPDATE %i SET follower_count = follower_count + 1 WHERE id = %d AND follower_count < %d', $table, $id, self::LIMIT ) ) {
			throw new FollowerLimit();
		}
		return true;
	}

	/**
	 * Removes a follower; within a transaction.
	 *
	 * @return bool Whether anything changed.
	 */
	public function remove( RecordType $type, int $id, int $user ): bool {
		$removed = $this->db->execute( 'DELETE FROM %i WHERE object_type = %s AND object_id = %d AND user_id = %d', $this->db->table( 'followers' ), $type->value, $id, $user );
		if ( $removed > 0 ) {
			$this->unmute( $type, $id, $user );
			$this->db->execute( 'UPDATE %i SET follower_count = follower_count - 1 WHERE id = %d AND follower_count > 0', $this->db->table( $type->plural() ), $id );
		}
		return $removed > 0;
	}

	/**
	 * Has a follower told of changes or not; what they may see and do stays.
	 */
	public function mute( RecordType $type, int $id, int $user, bool $muted ): void {
		if ( ! $muted ) {
			$this->unmute( $type, $id, $user );
			return;
		}
		$mute = array(
			'object_type' => $type->value,
			'object_id'   => $id,
			'user_id'     => $user,
		);
		$this->db->insert_many( 'mutes', array( $mute ), true );
	}

	/**
	 * Adds a follower to many records; those whose list is full, and those they follow already, stay as they are.
	 *
	 * @param non-empty-list<int> $ids    Records, their rows held.
	 * @param string              $source manual, sync or workflow.
	 * @return array{added: list<int>, full: list<int>} Records' ids.
	 */
	public function add_to_many( RecordType $type, array $ids, int $user, string $source ): array {
		$in    = Connection::placeholders( $ids );
		$table = $this->db->table( $type->plural() );
		$has   = $this->db->ints( "SELECT object_id FROM %i WHERE object_type = %s AND user_id = %d AND object_id IN ( $in )", $this->db->table( 'followers' ), $type->value, $user, ...$ids );
		$room  = $this->db->ints( "SELECT id FROM %i WHERE id IN ( $in ) AND follower_count < %d FOR UPDATE", $table, ...array( ...$ids, self::LIMIT ) );
		$added = array_values( array_diff( array_intersect( $ids, $room ), $has ) );
		if ( array() !== $added ) {
			$since = $this->clock->now();
			$this->db->insert_many(
				'followers',
				array_map(
					static fn ( int $id ): array => array(
						'object_type' => $type->value,
						'object_id'   => $id,
						'user_id'     => $user,
						'source'      => $source,
						'since_gmt'   => $since,
					),
					$added
				)
			);
			$this->db->execute( 'UPDATE %i SET follower_count = follower_count + 1 WHERE id IN ( ' . Connection::placeholders( $added ) . ' )', $table, ...$added );
		}
		return array(
			'added' => $added,
			'full'  => array_values( array_diff( $ids, $room, $has ) ),
		);
	}

	/**
	 * Removes a follower from many records, where they follow from one source.
	 *
	 * @param non-empty-list<int> $ids    Records, their rows held.
	 * @param string              $source manual, sync or workflow.
	 * @return list<int> Records that they followed.
	 */
	public function remove_from_many( RecordType $type, array $ids, int $user, string $source ): array {
		$table    = $this->db->table( 'followers' );
		$followed = $this->db->ints( 'SELECT object_id FROM %i WHERE object_type = %s AND user_id = %d AND source = %s AND object_id IN ( ' . Connection::placeholders( $ids ) . ' ) FOR UPDATE', $table, $type->value, $user, $source, ...$ids );
		if ( array() !== $followed ) {
			$in = Connection::placeholders( $followed );
			foreach ( array( $table, $this->db->table( 'mutes' ) ) as $rows ) {
				$this->db->execute( "DELETE FROM %i WHERE object_type = %s AND user_id = %d AND object_id IN ( $in )", $rows, $type->value, $user, ...$followed );
			}
			$this->db->execute( "UPDATE %i SET follower_count = follower_count - 1 WHERE id IN ( $in ) AND follower_count > 0", $this->db->table( $type->plural() ), ...$followed );
		}
		return $followed;
	}

	/**
	 * What a user follows.
	 *
	 * @return list<int> Records' ids.
	 */
	public function followed_by( RecordType $type, int $user, int $limit ): array {
		return $this->db->ints( 'SELECT object_id FROM %i WHERE user_id = %d AND object_type = %s ORDER BY object_id LIMIT %d', $this->db->table( 'followers' ), $user, $type->value, $limit );
	}

	/**
	 * Everybody who follows anything.
	 *
	 * @return list<int> User ids.
	 */
	public function users(): array {
		return $this->db->ints( 'SELECT DISTINCT user_id FROM %i ORDER BY user_id', $this->db->table( 'followers' ) );
	}

	/**
	 * Removes every follower of a record that is erased.
	 */
	public function erase( RecordType $type, int $id ): void {
		foreach ( array( 'followers', 'mutes' ) as $table ) {
			$this->db->execute( 'DELETE FROM %i WHERE object_type = %s AND object_id = %d', $this->db->table( $table ), $type->value, $id );
		}
	}

	private function unmute( RecordType $type, int $id, int $user ): void {
		$this->db->execute( 'DELETE FROM %i WHERE object_type = %s AND object_id = %d AND user_id = %d', $this->db->table( 'mutes' ), $type->value, $id, $user );
	}
}
