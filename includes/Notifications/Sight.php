<?php
/**
 * Which records of notifications somebody may view now.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Notifications;

use Steward\Access\AccessPolicy;
use Steward\Access\Actor;
use Steward\Access\RecordType;
use Steward\Access\ScopeSql;
use Steward\Database\Clause;
use Steward\Database\Connection;

/**
 * Asks the scope in SQL, so that lists, totals and the bell's number say the same, and nothing is told of what is hidden.
 */
final class Sight {

	/**
	 * @param list<RecordType> $types The kinds of records that are kept.
	 */
	public function __construct( private readonly Connection $db, private readonly ScopeSql $scopes, private readonly array $types ) {
	}

	/**
	 * Those of some records that the actor may view.
	 *
	 * @param list<int> $ids Records' ids.
	 * @return list<int> In the same order.
	 */
	public function viewable( Actor $actor, RecordType $type, array $ids ): array {
		$scope = AccessPolicy::view_scope( $actor, $type );
		if ( array() === $ids || $scope->is_nothing() ) {
			return array();
		}
		$condition = $this->scopes->condition( $scope, $type, 'r.' . $type->owner_field(), 'r.id' );
		$found     = $this->db->ints( 'SELECT r.id FROM %i r WHERE r.id IN ( ' . Connection::placeholders( $ids ) . " ) AND $condition->sql", $this->db->table( $type->plural() ), ...$ids, ...$condition->args );
		return array_values( array_intersect( $ids, $found ) );
	}

	/**
	 * A condition on a row of notifications, aliased `n`: at least one record it is about may be viewed.
	 */
	public function condition( Actor $actor ): Clause {
		$any  = array();
		$args = array();
		foreach ( $this->types as $type ) {
			$scope = AccessPolicy::view_scope( $actor, $type );
			if ( $scope->is_nothing() ) {
				continue;
			}
			$condition = $this->scopes->condition( $scope, $type, 'r.' . $type->owner_field(), 'r.id' );
			$any[]     = "( n.object_type = %s AND EXISTS ( SELECT 1 FROM %i i JOIN %i r ON r.id = i.object_id WHERE i.notification_id = n.id AND $condition->sql ) )";
			array_push( $args, $type->value, $this->db->table( 'notification_items' ), $this->db->table( $type->plural() ), ...$condition->args );
		}
		return array() === $any ? new Clause( '1 = 0' ) : new Clause( '( ' . implode( ' OR ', $any ) . ' )', $args );
	}
}
