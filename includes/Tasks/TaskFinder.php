<?php
/**
 * Lists of tasks, at a million of them.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tasks;

use Steward\Access\Branch;
use Steward\Access\RecordType;
use Steward\Access\ScopeSql;
use Steward\Database\Clause;
use Steward\Database\Connection;
use Steward\Lists\Hints;
use Steward\Lists\ListTotals;

/**
 * Finds the ids of a page and how many tasks the whole list has, both within the scope, in SQL. Four ways:
 *
 * - Of given ids, opportunities or contacts the few rows are read by that key and sorted.
 * - Somebody's tasks are walked along `assignee_due`, once for each person and status.
 * - Who sees some records only has their tasks counted from those records by `contact` and `opportunity`; few are read from there.
 * - Else `list_due` or `list_priority` is walked, once for each status, or the table itself in the order of ids; what isn't in the
 *   scope is passed over. It is then never rare: rare ones were few.
 */
final class TaskFinder {

	/** More people than this are not walked one by one. */
	private const PEOPLE = 10;

	/** @var Hints What the server is told about its way. */
	private readonly Hints $hints;

	/**
	 * @param int $few Up to here a scope's tasks are read from its records.
	 */
	public function __construct(
		private readonly Connection $db,
		private readonly ScopeSql $scopes,
		private readonly ListTotals $totals,
		private readonly int $few = ListTotals::EXACT,
	) {
		$this->hints = new Hints( $db );
	}

	/**
	 * The ids of a page, and how many tasks the whole list has.
	 *
	 * @return array{ids: list<int>, total: int}
	 */
	public function page( TaskQuery $query, TaskScope $scope ): array {
		if ( $scope->is_nothing() || array() === $query->include_ids ) {
			return array(
				'ids'   => array(),
				'total' => 0,
			);
		}
		$filters = new TaskFilters( $query, $this->scopes );
		$narrow  = $filters->narrow();
		$records = null === $narrow && null === $query->assignees && $scope->is_partial();
		$total   = $this->totals->get( $scope->key() . $query->key(), fn ( int $limit ): int => $records ? $this->count_records( $filters, $scope, $limit ) : $this->count( $narrow, $query, $filters, $scope, $limit ) );
		$ids     = match ( true ) {
			null !== $narrow                 => $this->sorted( $narrow, $query, $filters, $scope ),
			$records && $total <= $this->few => $this->from_records( $query, $filters, $scope ),
			default                          => $this->walk( $query, $filters, $scope ),
		};
		return array(
			'ids'   => $ids,
			'total' => $total,
		);
	}

	/**
	 * Reads what a key leads to, and sorts it.
	 *
	 * @return list<int>
	 */
	private function sorted( string $key, TaskQuery $query, TaskFilters $filters, TaskScope $scope ): array {
		$where = Clause::all( array( $filters->all(), $scope->condition( $this->db, $this->scopes ) ) );
		$order = self::order( $query, 't.' );
		return $this->db->ints(
			'SELECT t.id FROM %i t ' . $this->hints->use_key( $key ) . " WHERE $where->sql ORDER BY $order->sql LIMIT %d OFFSET %d",
			...array( $this->table(), ...$where->args, ...$order->args, $query->limit, $query->offset )
		);
	}

	/**
	 * Walks a key in the order of the list, part by part, and merges what they begin with.
	 *
	 * @return list<int>
	 */
	private function walk( TaskQuery $query, TaskFilters $filters, TaskScope $scope ): array {
		$access = $scope->condition( $this->db, $this->scopes );
		$column = TaskQuery::ORDERS[ $query->orderby ] ?? 'id';
		$sql    = array();
		$args   = array();
		foreach ( $this->parts( $query, $filters ) as $index => list( $key, $part ) ) {
			$direction = $query->descending ? 'DESC' : 'ASC';
			$sql[]     = "SELECT id, k FROM ( SELECT t.id, t.$column AS k FROM %i t " . $this->hints->use_key( $key ) . " WHERE $part->sql AND $access->sql ORDER BY t.$column $direction, t.id $direction LIMIT %d ) p$index";
			array_push( $args, $this->table(), ...$part->args, ...$access->args, ...array( $query->offset + $query->limit ) );
		}
		$order = self::order( $query, '', 'k' );
		return $this->db->ints( 'SELECT id FROM ( ' . implode( ' UNION ALL ', $sql ) . " ) u ORDER BY $order->sql LIMIT %d OFFSET %d", ...array( ...$args, ...$order->args, $query->limit, $query->offset ) );
	}

	/**
	 * Disjoint parts of the list, each with a key that has it in order.
	 *
	 * @return non-empty-list<array{string, Clause}> Key, and what of it.
	 */
	private function parts( TaskQuery $query, TaskFilters $filters ): array {
		$people = $this->people( $query );
		if ( null === $people && in_array( $query->orderby, array( 'id', 'created' ), true ) ) {
			return array( array( 'PRIMARY', $filters->all() ) );
		}
		$key    = null === $people ? ( 'priority' === $query->orderby ? 'list_priority' : 'list_due' ) : 'assignee_due';
		$whose  = $people ?? array( $filters->all( 'living', 'status', 'due_from', 'due_until', 'priority', 'exclude' ) );
		$rest   = $filters->all( 'assignee', 'status' );
		$parts  = array();
		$halves = array( new Clause( '1 = 1' ) );
		if ( 'due' === $query->orderby && $query->descending ) {
			// Along the key no date would come first.
			$halves = array( new Clause( 't.due_gmt < %s', array( Task::NEVER ) ), new Clause( 't.due_gmt = %s', array( Task::NEVER ) ) );
		}
		foreach ( $whose as $of ) {
			foreach ( null === $query->status ? Task::STATUSES : array( $query->status ) as $status ) {
				foreach ( $halves as $half ) {
					$parts[] = array( $key, Clause::all( array( $rest, $of, new Clause( 't.status = %s', array( $status ) ), $half ) ) );
				}
			}
		}
		return $parts;
	}

	/**
	 * A condition for each person asked for; null where nobody is, or too many are.
	 *
	 * @return non-empty-list<Clause>|null
	 */
	private function people( TaskQuery $query ): ?array {
		$users = $query->assignees->users ?? array();
		$each  = array_map( static fn ( int $user ): Clause => new Clause( 't.assignee = %d', array( $user ) ), $users );
		if ( $query->assignees->unassigned ?? false ) {
			$each[] = new Clause( 't.assignee IS NULL' );
		}
		return array() === $each || count( $each ) > self::PEOPLE ? null : $each;
	}

	/**
	 * Counts up to a limit.
	 *
	 * @param string|null $narrow As TaskFilters gives it.
	 */
	private function count( ?string $narrow, TaskQuery $query, TaskFilters $filters, TaskScope $scope, int $limit ): int {
		$where = Clause::all( array( $filters->all(), $scope->condition( $this->db, $this->scopes ) ) );
		$key   = match ( true ) {
			null !== $narrow                 => $narrow,
			null !== $this->people( $query ) => 'assignee_due',
			default                          => null === $query->priority ? 'list_due' : 'list_priority',
		};
		return $this->db->int( 'SELECT COUNT(*) FROM ( SELECT 1 FROM %i t ' . $this->hints->use_key( $key ) . " WHERE $where->sql LIMIT %d ) n", ...array( $this->table(), ...$where->args, $limit ) );
	}

	private function count_records( TaskFilters $filters, TaskScope $scope, int $limit ): int {
		$total = 0;
		foreach ( $this->branches( $filters, $scope ) as $from ) {
			$total += $this->db->int( "SELECT COUNT(*) FROM ( SELECT 1 $from->sql LIMIT %d ) n", ...array( ...$from->args, $limit - $total ) );
			if ( $total >= $limit ) {
				break;
			}
		}
		return $total;
	}

	/**
	 * Reads the tasks of all records that may be viewed and sorts them.
	 *
	 * @return list<int>
	 */
	private function from_records( TaskQuery $query, TaskFilters $filters, TaskScope $scope ): array {
		$column = TaskQuery::ORDERS[ $query->orderby ] ?? 'id';
		$parts  = array();
		$args   = array();
		foreach ( $this->branches( $filters, $scope ) as $index => $from ) {
			$parts[] = "SELECT id, k FROM ( SELECT t.id, t.$column AS k $from->sql ) b$index";
			array_push( $args, ...$from->args );
		}
		$order = self::order( $query, '', 'k' );
		return array() === $parts ? array() : $this->db->ints(
			'SELECT id FROM ( ' . implode( ' UNION ALL ', $parts ) . " ) u ORDER BY $order->sql LIMIT %d OFFSET %d",
			...array( ...$args, ...$order->args, $query->limit, $query->offset )
		);
	}

	/**
	 * From disjoint parts of the scope to their tasks.
	 *
	 * @return list<Clause> FROM … WHERE …
	 */
	private function branches( TaskFilters $filters, TaskScope $scope ): array {
		$where = $filters->all();
		// The record says itself that it isn't in the trash: mostly no row of the tasks needs to be read.
		$living   = $filters->all( 'living' );
		$branches = array();
		foreach ( array( array( RecordType::Opportunity, $scope->opportunities ), array( RecordType::Contact, $scope->contacts ) ) as list( $type, $records ) ) {
			foreach ( $this->scopes->branches( $records, $type, 'r.' . $type->owner_field(), 'r.id', null ) as $branch ) {
				$branches[] = $this->from_branch( $type, $branch, $living );
			}
		}
		foreach ( null === $scope->own ? array() : OwnTask::parts( $scope->own ) as $key => $own ) {
			$branches[] = new Clause(
				'FROM %i t ' . $this->hints->use_key( $key ) . " WHERE $own->sql AND t.contact_id IS NULL AND t.opportunity_id IS NULL AND $where->sql",
				array( $this->table(), ...$own->args, ...$where->args )
			);
		}
		return $branches;
	}

	/**
	 * From a branch's records to their tasks.
	 *
	 * @param Clause $where Filters, but for the trash.
	 */
	private function from_branch( RecordType $type, Branch $branch, Clause $where ): Clause {
		$join    = $this->hints->join();
		$records = $this->db->table( $type->plural() );
		$start   = $branch->joins_followers
			? new Clause( "FROM %i sb $join %i r ON r.id = sb.object_id", array( $this->db->table( 'followers' ), $records ) )
			: new Clause( 'FROM %i r ' . ( $branch->by_owner ? $this->hints->use_key( 'owner_id' ) : '' ), array( $records ) );
		$of      = RecordType::Contact === $type ? 't.contact_id = r.id AND t.opportunity_id IS NULL' : 't.opportunity_id = r.id';
		return new Clause(
			"$start->sql $join %i t " . $this->hints->use_key( $type->value ) . " ON $of WHERE r.trashed = 0 AND {$branch->clause->sql} AND $where->sql",
			array( ...$start->args, $this->table(), ...$branch->clause->args, ...$where->args )
		);
	}

	/**
	 * The order; what has no date is last in both directions.
	 *
	 * @param string $row    Prefix of the columns.
	 * @param string $column What is ordered by; the order's own unless given.
	 */
	private static function order( TaskQuery $query, string $row, string $column = '' ): Clause {
		$column    = '' === $column ? TaskQuery::ORDERS[ $query->orderby ] ?? 'id' : $column;
		$direction = $query->descending ? 'DESC' : 'ASC';
		$last      = 'due' === $query->orderby && $query->descending ? new Clause( "CASE WHEN $row$column = %s THEN 1 ELSE 0 END, ", array( Task::NEVER ) ) : new Clause( '' );
		return new Clause( "$last->sql$row$column $direction, {$row}id $direction", $last->args );
	}

	private function table(): string {
		return $this->db->table( 'tasks' );
	}
}
