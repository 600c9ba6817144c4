<?php
/**
 * The team's activity: its SQL.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Activity;

use Steward\Access\Branch;
use Steward\Access\RecordType;
use Steward\Access\ScopeSql;
use Steward\Database\Clause;
use Steward\Database\Connection;
use Steward\Lists\ListTotals;

/**
 * Finds a page and its total within the scope, in SQL, with work that is bounded however long the log is. Where a filter, or
 * what somebody may view, leads to few rows, those are read and sorted. Else the log is walked, newest first; who sees only
 * a part walks a stretch of it, and where that doesn't fill the page, their records lead to the rows.
 */
final class ActivityFinder {

	/** Up to here reading and sorting beats walking. */
	private const SMALL = 5000;

	/** So many rows are walked at most by who sees only some. */
	private const STRETCH = 50000;

	/** Filters with a key of their own, the best one first => that key. */
	private const KEYS = array(
		'actor'  => 'actor_created',
		'action' => 'action_created',
		'cause'  => 'cause_created',
	);

	/**
	 * @param int $small   A set of rows up to this size is read whole.
	 * @param int $stretch See STRETCH.
	 */
	public function __construct(
		private readonly Connection $db,
		private readonly ScopeSql $scopes,
		private readonly ListTotals $totals,
		private readonly int $small = self::SMALL,
		private readonly int $stretch = self::STRETCH,
	) {
	}

	/**
	 * The rows of a page, newest first, and how many the whole list has.
	 *
	 * @return array{rows: list<array<string, string|null>>, total: int}
	 */
	public function page( ActivityQuery $query, ActivityScope $scope ): array {
		if ( $scope->is_nothing() ) {
			return array(
				'rows'  => array(),
				'total' => 0,
			);
		}
		$small = $this->smallest( $query, $scope );
		if ( null !== $small ) {
			$ids = $this->sorted( $small, $query, $scope, ListTotals::EXACT + 1, 0 );
			if ( count( $ids ) <= ListTotals::EXACT ) {
				return array(
					'rows'  => $this->rows( array_slice( $ids, $query->offset, $query->limit ) ),
					'total' => count( $ids ),
				);
			}
		}
		return array(
			'rows'  => $this->rows( $this->find( $small, $query, $scope ) ),
			'total' => $this->totals->get( $scope->key() . $query->key(), fn ( int $limit ): int => $this->count( $query, $scope, $limit ) ),
		);
	}

	/**
	 * The rows of a page, without counting the list.
	 *
	 * @return list<array<string, string|null>>
	 */
	public function some( ActivityQuery $query, ActivityScope $scope ): array {
		return $scope->is_nothing() ? array() : $this->rows( $this->find( $this->smallest( $query, $scope ), $query, $scope ) );
	}

	/**
	 * The changes with which things that are no records were removed.
	 *
	 * @param string                 $type As ActivityStore::add_site_change().
	 * @param non-empty-list<string> $keys The same.
	 * @return array<string, string> Key => the last removal's changes, as they are stored.
	 */
	public function removals( string $type, array $keys ): array {
		$rows     = $this->db->rows(
			'SELECT cause_detail, changes FROM %i a ' . $this->use_key( 'object' ) . " WHERE object_type = %s AND object_id = 0 AND action = 'removed' AND cause_detail IN ( " . Connection::placeholders( $keys ) . ' ) ORDER BY id',
			...array( $this->table(), $type, ...$keys )
		);
		$removals = array();
		foreach ( $rows as $row ) {
			$removals[ (string) $row['cause_detail'] ] = (string) $row['changes'];
		}
		return $removals;
	}

	/**
	 * @param string|null $small As smallest() gives it.
	 * @return list<int>
	 */
	private function find( ?string $small, ActivityQuery $query, ActivityScope $scope ): array {
		return null !== $small ? $this->sorted( $small, $query, $scope, $query->limit, $query->offset ) : $this->walk( $query, $scope );
	}

	/**
	 * What leads to the fewest rows, if they are few: `object`, `type`, a filter of KEYS, or `records`, those that may be viewed.
	 */
	private function smallest( ActivityQuery $query, ActivityScope $scope ): ?string {
		if ( null !== $query->object_id ) {
			return 'object';
		}
		$smallest = null;
		$size     = $this->small + 1;
		foreach ( array_keys( $this->filters( $query ) ) as $name ) {
			if ( 'time' === $name || 'older' === $name ) {
				continue;
			}
			$count = $this->count_filter( $name, $query, $size );
			if ( $count < $size ) {
				$smallest = $name;
				$size     = $count;
			}
		}
		if ( null === $smallest && $scope->is_partial() && $this->count_records( $scope, new Clause( '1 = 1' ), $size ) < $size ) {
			$smallest = 'records';
		}
		return $smallest;
	}

	private function count_filter( string $name, ActivityQuery $query, int $limit ): int {
		$filter = $this->filters( $query )[ $name ];
		return $this->db->int(
			'SELECT COUNT(*) FROM ( SELECT 1 FROM %i a ' . $this->use_key( $this->key_of( $name ) ) . " WHERE $filter->sql LIMIT %d ) n",
			...array( $this->table(), ...$filter->args, $limit )
		);
	}

	/**
	 * Reads a small set and sorts it.
	 *
	 * @return list<int>
	 */
	private function sorted( string $small, ActivityQuery $query, ActivityScope $scope, int $limit, int $offset ): array {
		if ( 'records' === $small ) {
			return $this->sorted_records( $query, $scope, $limit, $offset );
		}
		$where = Clause::all( array( ...array_values( $this->filters( $query ) ), $this->condition( $scope ) ) );
		return $this->db->ints(
			'SELECT a.id FROM %i a ' . $this->use_key( $this->key_of( $small ) ) . " WHERE $where->sql ORDER BY a.created_gmt DESC, a.id DESC LIMIT %d OFFSET %d",
			...array( $this->table(), ...$where->args, $limit, $offset )
		);
	}

	/**
	 * Reads the rows of all records that may be viewed and sorts them.
	 *
	 * @return list<int>
	 */
	private function sorted_records( ActivityQuery $query, ActivityScope $scope, int $limit, int $offset ): array {
		$parts   = array();
		$args    = array();
		$filters = Clause::all( array_values( $this->filters( $query ) ) );
		foreach ( $this->branches( $scope ) as $index => list( $type, $branch ) ) {
			$from    = $this->from_branch( $type, $branch, $filters );
			$parts[] = "SELECT id, created_gmt FROM ( SELECT a.id, a.created_gmt $from->sql ) b$index";
			array_push( $args, ...$from->args );
		}
		return $this->db->ints(
			'SELECT id FROM ( ' . implode( ' UNION ALL ', $parts ) . ' ) u ORDER BY created_gmt DESC, id DESC LIMIT %d OFFSET %d',
			...array( ...$args, $limit, $offset )
		);
	}

	/**
	 * Walks the log, newest first, along the best filter's key.
	 *
	 * @return list<int>
	 */
	private function walk( ActivityQuery $query, ActivityScope $scope ): array {
		$name    = $this->best( $query );
		$filters = $this->filters( $query );
		$near    = $scope->is_partial() ? $this->end_of_stretch( $name, $filters ) : null;
		$where   = Clause::all( array( ...array_values( $filters ), $this->condition( $scope ), ...( null === $near ? array() : array( new Clause( 'a.created_gmt > %s', array( $near ) ) ) ) ) );
		$ids     = $this->db->ints(
			'SELECT a.id FROM %i a ' . $this->use_key( $this->key_of( $name ) ) . " WHERE $where->sql ORDER BY a.created_gmt DESC, a.id DESC LIMIT %d OFFSET %d",
			...array( $this->table(), ...$where->args, $query->limit, $query->offset )
		);
		return null === $near || count( $ids ) === $query->limit ? $ids : $this->sorted_records( $query, $scope, $query->limit, $query->offset );
	}

	/**
	 * The time of the row where a stretch of the walk ends; null where the whole walk is no longer than that.
	 *
	 * @param array<string, Clause> $filters As filters() gives them.
	 */
	private function end_of_stretch( string $name, array $filters ): ?string {
		$where = Clause::all( array_values( array_intersect_key( $filters, array_flip( array( $name, 'time', 'older' ) ) ) ) );
		$row   = $this->db->row(
			'SELECT a.created_gmt FROM %i a ' . $this->use_key( $this->key_of( $name ) ) . " WHERE $where->sql ORDER BY a.created_gmt DESC, a.id DESC LIMIT 1 OFFSET %d",
			...array( $this->table(), ...$where->args, $this->stretch )
		);
		return $row['created_gmt'] ?? null;
	}

	private function count( ActivityQuery $query, ActivityScope $scope, int $limit ): int {
		if ( $scope->is_partial() ) {
			return $this->count_records( $scope, Clause::all( array_values( $this->filters( $query ) ) ), $limit );
		}
		$where = Clause::all( array( ...array_values( $this->filters( $query ) ), $this->condition( $scope ) ) );
		return $this->db->int(
			'SELECT COUNT(*) FROM ( SELECT 1 FROM %i a ' . $this->use_key( $this->key_of( $this->best( $query ) ) ) . " WHERE $where->sql LIMIT %d ) n",
			...array( $this->table(), ...$where->args, $limit )
		);
	}

	private function count_records( ActivityScope $scope, Clause $filters, int $limit ): int {
		$total = 0;
		foreach ( $this->branches( $scope ) as list( $type, $branch ) ) {
			$from   = $this->from_branch( $type, $branch, $filters );
			$total += $this->db->int( "SELECT COUNT(*) FROM ( SELECT 1 $from->sql LIMIT %d ) n", ...array( ...$from->args, $limit - $total ) );
			if ( $total >= $limit ) {
				break;
			}
		}
		return $total;
	}

	/**
	 * The filters on a row `a`, each by its name.
	 *
	 * @return array<string, Clause>
	 */
	private function filters( ActivityQuery $query ): array {
		$filters = array();
		if ( null !== $query->object_type ) {
			$filters['type'] = new Clause( 'a.object_type = %s', array( $query->object_type ) );
		}
		if ( null !== $query->object_id ) {
			$filters['object'] = new Clause( 'a.object_id = %d', array( $query->object_id ) );
		}
		if ( null !== $query->actor ) {
			$filters['actor'] = new Clause( 'a.actor = %d', array( $query->actor ) );
		}
		if ( array() !== $query->actions ) {
			$filters['action'] = 1 === count( $query->actions )
				? new Clause( 'a.action = %s', $query->actions )
				: new Clause( 'a.action IN ( ' . Connection::placeholders( $query->actions ) . ' )', $query->actions );
		}
		if ( null !== $query->cause ) {
			$filters['cause'] = new Clause( 'a.cause = %s', array( $query->cause ) );
		}
		$time = array();
		if ( null !== $query->created_after ) {
			$time[] = new Clause( 'a.created_gmt >= %s', array( $query->created_after ) );
		}
		if ( null !== $query->created_before ) {
			$time[] = new Clause( 'a.created_gmt < %s', array( $query->created_before ) );
		}
		if ( array() !== $time ) {
			$filters['time'] = Clause::all( $time );
		}
		if ( null !== $query->older_than ) {
			list( $created, $id ) = $query->older_than;
			$filters['older']     = new Clause( 'a.created_gmt <= %s AND ( a.created_gmt < %s OR a.id < %d )', array( $created, $created, $id ) );
		}
		return $filters;
	}

	/**
	 * The filter whose key is walked; empty for none.
	 */
	private function best( ActivityQuery $query ): string {
		if ( null !== $query->actor ) {
			return 'actor';
		}
		if ( 1 === count( $query->actions ) ) {
			return 'action';
		}
		return null === $query->cause ? '' : 'cause';
	}

	private function key_of( string $name ): string {
		return self::KEYS[ $name ] ?? ( 'object' === $name || 'type' === $name ? 'object' : 'created' );
	}

	/**
	 * What may be seen, as a condition on a row `a`.
	 */
	private function condition( ActivityScope $scope ): Clause {
		$any  = array();
		$args = array();
		foreach ( $scope->records as list( 'type' => $type, 'scope' => $records ) ) {
			if ( $records->everything ) {
				$any[]  = 'a.object_type = %s';
				$args[] = $type->value;
				continue;
			}
			$condition = $this->scopes->condition( $records, $type, 'r.' . $type->owner_field(), 'r.id' );
			// Not EXISTS, which might be turned round and read the records first.
			$any[] = "( a.object_type = %s AND ( SELECT 1 FROM %i r WHERE r.id = a.object_id AND $condition->sql LIMIT 1 ) = 1 )";
			array_push( $args, $type->value, $this->db->table( $type->plural() ), ...$condition->args );
		}
		if ( $scope->others ) {
			$types = array_column( RecordType::cases(), 'value' );
			$any[] = 'a.object_type NOT IN ( ' . Connection::placeholders( $types ) . ' )';
			array_push( $args, ...$types );
		}
		return new Clause( '( ' . implode( ' OR ', $any ) . ' )', $args );
	}

	/**
	 * What of each kind may be viewed, as disjoint branches.
	 *
	 * @return list<array{RecordType, Branch}>
	 */
	private function branches( ActivityScope $scope ): array {
		$branches = array();
		foreach ( $scope->records as list( 'type' => $type, 'scope' => $records ) ) {
			foreach ( $this->scopes->branches( $records, $type, 'r.' . $type->owner_field(), 'r.id', null ) as $branch ) {
				$branches[] = array( $type, $branch );
			}
		}
		return $branches;
	}

	/**
	 * From a branch's records to their rows.
	 *
	 * @param Clause $filters On a row `a`.
	 */
	private function from_branch( RecordType $type, Branch $branch, Clause $filters ): Clause {
		$records = $this->db->table( $type->plural() );
		$join    = $this->db->is_sqlite() ? 'JOIN' : 'STRAIGHT_JOIN';
		$start   = $branch->joins_followers
			? new Clause( "FROM %i sb $join %i r ON r.id = sb.object_id", array( $this->db->table( 'followers' ), $records ) )
			: new Clause( 'FROM %i r ' . ( $branch->by_owner ? $this->use_key( 'owner_id' ) : '' ), array( $records ) );
		return new Clause(
			"$start->sql $join %i a " . $this->use_key( 'object' ) . " ON a.object_type = %s AND a.object_id = r.id WHERE r.trashed IN ( 0, 1 ) AND {$branch->clause->sql} AND $filters->sql",
			array( ...$start->args, $this->table(), $type->value, ...$branch->clause->args, ...$filters->args )
		);
	}

	/**
	 * Rows by id, in the order of the ids.
	 *
	 * @param list<int> $ids Ids.
	 * @return list<array<string, string|null>>
	 */
	private function rows( array $ids ): array {
		if ( array() === $ids ) {
			return array();
		}
		$rows = array();
		foreach ( $this->db->rows( 'SELECT * FROM %i WHERE id IN ( ' . Connection::placeholders( $ids ) . ' )', ...array( $this->table(), ...$ids ) ) as $row ) {
			$rows[ (int) $row['id'] ] = $row;
		}
		return array_values( array_filter( array_map( static fn ( int $id ): ?array => $rows[ $id ] ?? null, $ids ) ) );
	}

	private function table(): string {
		return $this->db->table( 'activity' );
	}

	/** SQLite chooses for itself. */
	private function use_key( string $key ): string {
		return $this->db->is_sqlite() ? '' : "FORCE INDEX ( $key )";
	}
}
