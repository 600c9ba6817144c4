<?php
/**
 * A scope in SQL.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Access;

use Steward\Database\Clause;
use Steward\Database\Connection;

/**
 * The only SQL that knows who may view what. Two forms of the same set: one condition on a row at hand, and disjoint
 * branches that each read one index (a union of indexed reads instead of an OR over a million rows).
 */
final class ScopeSql {

	public function __construct( private readonly Connection $db ) {
	}

	/**
	 * A condition on a row.
	 *
	 * @param Scope      $scope  The scope.
	 * @param RecordType $type   Kind of record.
	 * @param string     $owner  Column expression of the owner, such as `c.contact_owner`.
	 * @param string     $id     Column expression of the id, such as `c.id`.
	 * @param bool       $of_few Whether few rows are asked: else the server may read all that is followed first.
	 */
	public function condition( Scope $scope, RecordType $type, string $owner, string $id, bool $of_few = false ): Clause {
		if ( $scope->everything ) {
			return new Clause( '1 = 1' );
		}
		$any  = array();
		$args = array();
		if ( null !== $scope->owned_by ) {
			$any[]  = "$owner = %d";
			$args[] = $scope->owned_by;
		}
		if ( $scope->unassigned ) {
			$any[] = "$owner IS NULL";
		}
		if ( null !== $scope->followed_by ) {
			$followed = "SELECT 1 FROM %i sf WHERE sf.object_type = %s AND sf.object_id = $id AND sf.user_id = %d";
			$any[]    = $of_few ? "( $followed LIMIT 1 ) = 1" : "EXISTS ( $followed )";
			array_push( $args, $this->db->table( 'followers' ), $type->value, $scope->followed_by );
		}
		return array() === $any ? new Clause( '1 = 0' ) : new Clause( '( ' . implode( ' OR ', $any ) . ' )', $args );
	}

	/**
	 * The owners asked for, as a condition on a row.
	 */
	public function owner_condition( ?OwnerFilter $filter, string $owner ): Clause {
		if ( null === $filter ) {
			return new Clause( '1 = 1' );
		}
		$any = $filter->unassigned ? array( "$owner IS NULL" ) : array();
		if ( array() !== $filter->users ) {
			$any[] = "$owner IN ( " . Connection::placeholders( $filter->users ) . ' )';
		}
		return array() === $any ? new Clause( '1 = 0' ) : new Clause( '( ' . implode( ' OR ', $any ) . ' )', $filter->users );
	}

	/**
	 * The scope, narrowed to owners that were asked for, as disjoint branches.
	 *
	 * @param Scope            $scope  The scope.
	 * @param RecordType       $type   Kind of record.
	 * @param string           $owner  Column expression of the owner.
	 * @param string           $id     Column expression of the id.
	 * @param OwnerFilter|null $filter Owners asked for; null asks for all.
	 * @return list<Branch>
	 */
	public function branches( Scope $scope, RecordType $type, string $owner, string $id, ?OwnerFilter $filter ): array {
		if ( $scope->is_nothing() ) {
			return array();
		}
		if ( $scope->everything && null === $filter ) {
			return array( Branch::any() );
		}
		$branches = array();
		if ( null === $filter ? $scope->unassigned : $filter->unassigned && ( $scope->everything || $scope->unassigned ) ) {
			$branches[] = Branch::unassigned( new Clause( "$owner IS NULL" ) );
		}
		$whole = $scope->everything ? $filter->users : array_filter( array( $scope->owned_by ), static fn ( ?int $user ): bool => null !== $user && ( null === $filter || in_array( $user, $filter->users, true ) ) );
		foreach ( $whole as $user ) {
			$branches[] = Branch::owner( new Clause( "$owner = %d", array( $user ) ) );
		}
		if ( ! $scope->everything && null !== $scope->followed_by ) {
			$followed = $this->followed( $scope, $type, $owner, $id, $filter );
			if ( null !== $followed ) {
				$branches[] = $followed;
			}
		}
		return $branches;
	}

	/**
	 * What the scope holds only because it is followed: neither one's own nor unassigned, where those are in the scope anyway.
	 */
	private function followed( Scope $scope, RecordType $type, string $owner, string $id, ?OwnerFilter $filter ): ?Branch {
		$sql  = "sb.object_type = %s AND sb.user_id = %d AND sb.object_id = $id";
		$args = array( $type->value, (int) $scope->followed_by );
		if ( $scope->unassigned ) {
			$sql .= " AND $owner IS NOT NULL";
		}
		if ( null !== $scope->owned_by ) {
			$sql   .= " AND ( $owner <> %d OR $owner IS NULL )";
			$args[] = $scope->owned_by;
		}
		if ( null !== $filter ) {
			$others = array_values( array_diff( $filter->users, array( $scope->owned_by ) ) );
			$any    = array();
			if ( array() !== $others ) {
				$any[] = "$owner IN ( " . Connection::placeholders( $others ) . ' )';
				array_push( $args, ...$others );
			}
			if ( $filter->unassigned && ! $scope->unassigned ) {
				$any[] = "$owner IS NULL";
			}
			if ( array() === $any ) {
				return null;
			}
			$sql .= ' AND ( ' . implode( ' OR ', $any ) . ' )';
		}
		return Branch::followed( new Clause( $sql, $args ) );
	}
}
