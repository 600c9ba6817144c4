<?php
/**
 * How many records are in each of many people's scopes.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Access;

use Steward\Database\Clause;
use Steward\Database\Connection;

/**
 * Scopes of the same kind differ only in what somebody owns and follows. So two grouped reads, of an index each, count
 * them for a thousand people as well as for one: a third reading of Scope, held to the lists by a test.
 */
final class ScopeCounts {

	/** @var array<int, int> Owner, 0 for unassigned => records. */
	private array $owned = array();

	/** @var array<int, array{assigned: int, unassigned: int}> Follower => records they follow and don't own. */
	private array $followed = array();

	private function __construct( private readonly int $all ) {
	}

	/**
	 * Reads what is needed to count for these people: living records only.
	 *
	 * @param list<int> $users User ids.
	 */
	public static function read( Connection $db, RecordType $type, array $users ): self {
		$table = $db->table( $type->plural() );
		$owner = $type->owner_field();
		$owned = array();
		foreach ( $db->rows( 'SELECT %i AS owner, COUNT(*) AS n FROM %i WHERE trashed = 0 GROUP BY %i', $owner, $table, $owner ) as $row ) {
			$owned[ (int) $row['owner'] ] = (int) $row['n'];
		}
		$counts        = new self( array_sum( $owned ) );
		$counts->owned = $owned;
		foreach ( array_chunk( $users, 1000 ) as $chunk ) {
			$counts->read_followed( $db, $type, $table, $owner, $chunk );
		}
		return $counts;
	}

	/**
	 * How many records are in a scope; of people that read() was told of.
	 */
	public function of( Scope $scope ): int {
		if ( $scope->everything ) {
			return $this->all;
		}
		$followed = $this->followed[ (int) $scope->followed_by ] ?? array(
			'assigned'   => 0,
			'unassigned' => 0,
		);
		return ( null === $scope->owned_by ? 0 : $this->owned[ $scope->owned_by ] ?? 0 )
			+ ( null === $scope->followed_by ? 0 : $followed['assigned'] )
			// What is unassigned and followed is in the pool, where that is in the scope.
			+ ( $scope->unassigned ? $this->owned[0] ?? 0 : $followed['unassigned'] );
	}

	/**
	 * @param list<int> $users User ids.
	 */
	private function read_followed( Connection $db, RecordType $type, string $table, string $owner, array $users ): void {
		$in   = new Clause( 'sf.user_id IN ( ' . Connection::placeholders( $users ) . ' )', $users );
		$rows = $db->rows(
			"SELECT sf.user_id AS follower, COUNT(*) AS n, SUM( r.%i IS NULL ) AS unassigned FROM %i sf JOIN %i r ON r.id = sf.object_id
			WHERE sf.object_type = %s AND $in->sql AND r.trashed = 0 AND ( r.%i IS NULL OR r.%i <> sf.user_id ) GROUP BY sf.user_id",
			...array( $owner, $db->table( 'followers' ), $table, $type->value, ...$in->args, $owner, $owner )
		);
		foreach ( $rows as $row ) {
			$this->followed[ (int) $row['follower'] ] = array(
				'assigned'   => (int) $row['n'] - (int) $row['unassigned'],
				'unassigned' => (int) $row['unassigned'],
			);
		}
	}
}
