<?php
/**
 * Lists of contacts, at a million of them.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Contacts;

use Steward\Access\Branch;
use Steward\Access\RecordType;
use Steward\Access\Scope;
use Steward\Access\ScopeSql;
use Steward\Database\Clause;
use Steward\Database\Connection;
use Steward\Database\ListTotals;

/**
 * Finds the ids of a page and counts what a list holds, both within the scope, in SQL. Two ways: where a filter lets few
 * contacts through, those are read and sorted; else the key of the order is walked, once for each branch of the scope.
 */
final class ContactFinder {

	/** Up to here reading and sorting beats walking. */
	private const SMALL = 5000;

	/** Up to here asking whether each is followed beats reading all that is followed. */
	private const NEAR = 2000;

	/**
	 * @param int $small A set of candidates up to this size is read whole.
	 * @param int $near  Where a page ends within so many contacts, what is followed is looked for along the order's key.
	 */
	public function __construct(
		private readonly Connection $db,
		private readonly ScopeSql $scopes,
		private readonly ContactTags $tags,
		private readonly ListTotals $totals,
		private readonly int $small = self::SMALL,
		private readonly int $near = self::NEAR,
	) {
	}

	/**
	 * The ids of a page, and how many contacts the whole list has.
	 *
	 * @return array{ids: list<int>, total: int}
	 */
	public function page( ContactQuery $query, Scope $scope ): array {
		$filters = new ContactFilters( $this->db, $this->tags, $query );
		if ( $scope->is_nothing() || $filters->match_nothing ) {
			return array(
				'ids'   => array(),
				'total' => 0,
			);
		}
		$small = $this->smallest( $filters );
		if ( null !== $small && $query->offset + $query->limit <= ListTotals::EXACT ) {
			// Read once, it gives the page and the total.
			$ids = $this->sorted( $query, $scope, $filters, $small, ListTotals::EXACT + 1, 0 );
			if ( count( $ids ) <= ListTotals::EXACT ) {
				return array(
					'ids'   => array_slice( $ids, $query->offset, $query->limit ),
					'total' => count( $ids ),
				);
			}
		}
		return array(
			'ids'   => $this->find( $query, $scope, $filters, $small ),
			'total' => $this->totals->get(
				$scope->key() . $query->key(),
				fn ( int $limit ): int => null === $small ? $this->count( $query, $scope, $filters, $limit ) : $this->count_candidates( $query, $scope, $filters, $small, $limit )
			),
		);
	}

	/**
	 * The ids of a page, without counting the list.
	 *
	 * @return list<int>
	 */
	public function ids( ContactQuery $query, Scope $scope ): array {
		$filters = new ContactFilters( $this->db, $this->tags, $query );
		return $scope->is_nothing() || $filters->match_nothing ? array() : $this->find( $query, $scope, $filters, $this->smallest( $filters ) );
	}

	/**
	 * @return list<int>
	 */
	private function find( ContactQuery $query, Scope $scope, ContactFilters $filters, ?CandidateSet $small ): array {
		if ( null !== $small ) {
			return $this->sorted( $query, $scope, $filters, $small, $query->limit, $query->offset );
		}
		return ContactQuery::RELEVANCE === $query->orderby && array() !== $filters->words
			? $this->walk_words( $query, $scope, $filters )
			: $this->walk( $query, $scope, $filters );
	}

	/**
	 * The smallest set of candidates, if one is small.
	 */
	private function smallest( ContactFilters $filters ): ?CandidateSet {
		$smallest = null;
		$size     = $this->small + 1;
		foreach ( $filters->candidates() as $set ) {
			if ( $set->is_small ) {
				return $set;
			}
			$count = $this->db->int( "SELECT COUNT(*) FROM ( {$set->select->sql} LIMIT %d ) p", ...array( ...$set->select->args, $size ) );
			if ( $count < $size ) {
				$smallest = $set;
				$size     = $count;
			}
		}
		return $smallest;
	}

	/**
	 * Reads a small set and sorts it.
	 *
	 * @return list<int>
	 */
	private function sorted( ContactQuery $query, Scope $scope, ContactFilters $filters, CandidateSet $set, int $limit, int $offset ): array {
		$from      = $this->from_candidates( $set->distinct(), $this->row_conditions( $query, $scope, $filters, $set ) );
		$direction = $query->descending ? 'DESC' : 'ASC';
		$order     = isset( ContactQuery::ORDERS[ $query->orderby ] )
			? new Clause( "c.%i $direction, c.id $direction", array( ContactQuery::ORDERS[ $query->orderby ] ) )
			: new Clause( "d.score{$filters->score( $set->name )->sql}, c.id DESC", $filters->score( $set->name )->args );
		return $this->db->ints(
			"SELECT c.id $from->sql ORDER BY $order->sql LIMIT %d OFFSET %d",
			...array( ...$from->args, ...$order->args, $limit, $offset )
		);
	}

	/**
	 * Walks the key of the order in each branch of the scope, and merges what they begin with.
	 *
	 * @return list<int>
	 */
	private function walk( ContactQuery $query, Scope $scope, ContactFilters $filters ): array {
		$branches = $this->scopes->branches( $scope, RecordType::Contact, 'c.contact_owner', 'c.id', $query->owners );
		if ( array() === $branches ) {
			return array();
		}
		$direction = $query->descending ? 'DESC' : 'ASC';
		$rows      = $query->offset + $query->limit;
		if ( 1 === count( $branches ) ) {
			$only = $this->walk_branch( $branches[0], $query, $filters );
			return $this->db->ints( "$only->sql LIMIT %d OFFSET %d", ...array( ...$only->args, $query->limit, $query->offset ) );
		}
		$union = $this->union( $branches, $query, $filters, $rows, $this->range( $branches, $query, $filters, $rows ) );
		return $this->db->ints(
			"SELECT id FROM ( $union->sql ) u ORDER BY k $direction, id $direction LIMIT %d OFFSET %d",
			...array( ...$union->args, $query->limit, $query->offset )
		);
	}

	/**
	 * What each branch begins with.
	 *
	 * @param list<Branch> $branches Branches.
	 * @param Clause|null  $range    As range() gives it.
	 */
	private function union( array $branches, ContactQuery $query, ContactFilters $filters, int $rows, ?Clause $range ): Clause {
		$parts = array();
		$args  = array();
		foreach ( $branches as $index => $branch ) {
			$part    = $this->walk_branch( $branch, $query, $filters, $range );
			$parts[] = "SELECT id, k FROM ( $part->sql LIMIT %d ) b$index";
			array_push( $args, ...$part->args, ...array( $rows ) );
		}
		return new Clause( implode( ' UNION ALL ', $parts ), $args );
	}

	/**
	 * Thousands may be followed, and none of them is in order. But where the owners' branches alone fill the page within
	 * the first few contacts of all, only contacts up to the page's end need be asked whether they are followed.
	 *
	 * @param list<Branch> $branches Branches.
	 * @return Clause|null Condition on the order's column of a row `c`; null where reading what is followed is better.
	 */
	private function range( array $branches, ContactQuery $query, ContactFilters $filters, int $rows ): ?Clause {
		$owners = array_values( array_filter( $branches, static fn ( Branch $branch ): bool => $branch->by_owner ) );
		if ( $rows > $this->near || array() === $owners || count( $owners ) === count( $branches ) || in_array( $query->orderby, array( 'id', 'contact_owner' ), true ) ) {
			return null;
		}
		$orderby   = $this->order_of( $query );
		$column    = ContactQuery::ORDERS[ $orderby ];
		$direction = $query->descending ? 'DESC' : 'ASC';
		$before    = $query->descending ? '>' : '<';
		$near      = $this->db->row(
			'SELECT c.%i AS k FROM %i c ' . $this->use_key( "list_$orderby" ) . " WHERE c.trashed = %d ORDER BY c.%i $direction, c.id $direction LIMIT 1 OFFSET %d",
			...array( $column, $this->db->table( 'contacts' ), (int) $query->trashed, $column, $this->near )
		)['k'] ?? null;
		if ( null === $near ) {
			return null;
		}
		// Truly before, not beside it: of equals there may be any number.
		$union = $this->union( $owners, $query, $filters, $rows, new Clause( "c.%i $before %s", array( $column, $near ) ) );
		$end   = $this->db->row( "SELECT k FROM ( $union->sql ) u ORDER BY k $direction, id $direction LIMIT 1 OFFSET %d", ...array( ...$union->args, $rows - 1 ) )['k'] ?? null;
		return null === $end ? null : new Clause( "c.%i $before= %s", array( $column, $end ) );
	}

	private function order_of( ContactQuery $query ): string {
		return isset( ContactQuery::ORDERS[ $query->orderby ] ) ? $query->orderby : 'created';
	}

	/**
	 * One branch in order.
	 *
	 * @param Clause|null $range As range() gives it.
	 */
	private function walk_branch( Branch $branch, ContactQuery $query, ContactFilters $filters, ?Clause $range = null ): Clause {
		$orderby    = $this->order_of( $query );
		$column     = ContactQuery::ORDERS[ $orderby ];
		$direction  = $query->descending ? 'DESC' : 'ASC';
		$walks      = ! $branch->joins_followers || null !== $range;
		$condition  = $walks && $branch->joins_followers
			? new Clause( "( SELECT 1 FROM %i sb WHERE {$branch->clause->sql} LIMIT 1 ) = 1", array( $this->db->table( 'followers' ), ...$branch->clause->args ) )
			: $branch->clause;
		$conditions = Clause::all( array( ...( null === $range ? array() : array( $range ) ), $condition, $filters->conditions() ) );
		$contacts   = $this->db->table( 'contacts' );
		$key        = match ( true ) {
			'contact_owner' === $orderby => 'owner_id',
			$branch->by_owner            => "owner_$orderby",
			null !== $range              => "list_$orderby",
			default                      => ( 'created' === $orderby ? $filters->place_key() : null ) ?? "list_$orderby",
		};
		$from = $walks
			? new Clause( 'FROM %i c ' . $this->use_key( $key ), array( $contacts ) )
			: new Clause( 'FROM %i sb ' . $this->join() . ' %i c ON c.id = sb.object_id', array( $this->db->table( 'followers' ), $contacts ) );
		// Within one owner the order by owner is the order by id: said so, MariaDB doesn't sort.
		$order = 'contact_owner' === $orderby && $branch->by_owner ? 'id' : $column;
		return new Clause(
			"SELECT c.id, c.%i AS k $from->sql WHERE c.trashed = %d AND $conditions->sql ORDER BY c.%i $direction, c.id $direction",
			array( $column, ...$from->args, (int) $query->trashed, ...$conditions->args, $order )
		);
	}

	/**
	 * Many contacts match every word: walks the words that begin with the first one, the exact word before longer ones, and
	 * takes each contact where it comes first.
	 *
	 * @return list<int>
	 */
	private function walk_words( ContactQuery $query, Scope $scope, ContactFilters $filters ): array {
		$terms = $this->db->table( 'contact_terms' );
		$start = $this->db->starts_with( $filters->words[0] );
		$where = Clause::all(
			array(
				$this->scopes->condition( $scope, RecordType::Contact, 'c.contact_owner', 'c.id' ),
				$this->scopes->owner_condition( $query->owners, 'c.contact_owner' ),
				$filters->conditions( 'word0' ),
			)
		);
		return $this->db->ints(
			'SELECT t.contact_id FROM %i t ' . $this->use_key( 'PRIMARY' ) . ' ' . $this->join() . " %i c ON c.id = t.contact_id
			WHERE t.trashed = %d AND t.term LIKE %s AND $where->sql
				AND NOT EXISTS ( SELECT 1 FROM %i e WHERE e.contact_id = t.contact_id AND e.term LIKE %s AND e.term < t.term )
			ORDER BY t.term, t.field_rank, t.contact_id LIMIT %d OFFSET %d",
			...array( $terms, $this->db->table( 'contacts' ), (int) $query->trashed, $start, ...$where->args, $terms, $start, $query->limit, $query->offset )
		);
	}

	/**
	 * Counts up to a limit, along the filter with a key if there is one, else branch by branch.
	 */
	private function count( ContactQuery $query, Scope $scope, ContactFilters $filters, int $limit ): int {
		$set = $filters->candidates()[0] ?? null;
		if ( null !== $set ) {
			return $this->count_candidates( $query, $scope, $filters, $set, $limit );
		}
		$total = 0;
		foreach ( $this->scopes->branches( $scope, RecordType::Contact, 'c.contact_owner', 'c.id', $query->owners ) as $branch ) {
			$total += $this->count_branch( $branch, $query, $filters, $limit - $total );
			if ( $total >= $limit ) {
				break;
			}
		}
		return $total;
	}

	private function count_branch( Branch $branch, ContactQuery $query, ContactFilters $filters, int $limit ): int {
		$conditions = Clause::all( array( $branch->clause, $filters->conditions() ) );
		$from       = $branch->joins_followers
			? new Clause( 'FROM %i sb ' . $this->join() . ' %i c ON c.id = sb.object_id', array( $this->db->table( 'followers' ), $this->db->table( 'contacts' ) ) )
			: new Clause( 'FROM %i c ' . $this->use_key( $branch->by_owner ? 'owner_created' : 'list_created' ), array( $this->db->table( 'contacts' ) ) );
		return $this->db->int(
			"SELECT COUNT(*) FROM ( SELECT 1 $from->sql WHERE c.trashed = %d AND $conditions->sql LIMIT %d ) n",
			...array( ...$from->args, (int) $query->trashed, ...$conditions->args, $limit )
		);
	}

	private function count_candidates( ContactQuery $query, Scope $scope, ContactFilters $filters, CandidateSet $set, int $limit ): int {
		if ( $set->is_living && $scope->everything && null === $query->owners && ! $filters->has_more_than( $set->name ) ) {
			$select = $set->duplicates ? 'DISTINCT contact_id' : '1';
			return $this->db->int( "SELECT COUNT(*) FROM ( SELECT $select FROM ( {$set->select->sql} ) d LIMIT %d ) n", ...array( ...$set->select->args, $limit ) );
		}
		$from   = $this->from_candidates( $set->select, $this->row_conditions( $query, $scope, $filters, $set, true ) );
		$select = $set->duplicates ? 'DISTINCT d.contact_id' : '1';
		return $this->db->int( "SELECT COUNT(*) FROM ( SELECT $select $from->sql LIMIT %d ) n", ...array( ...$from->args, $limit ) );
	}

	/**
	 * Access and all filters but the set's own, on a row `c`.
	 *
	 * @param bool $in_bulk Whether many rows are asked.
	 */
	private function row_conditions( ContactQuery $query, Scope $scope, ContactFilters $filters, CandidateSet $set, bool $in_bulk = false ): Clause {
		return Clause::all(
			array(
				new Clause( 'c.trashed = %d', array( (int) $query->trashed ) ),
				$this->scopes->condition( $scope, RecordType::Contact, 'c.contact_owner', 'c.id' ),
				$this->scopes->owner_condition( $query->owners, 'c.contact_owner' ),
				$filters->conditions( $set->name, $in_bulk ),
			)
		);
	}

	private function from_candidates( Clause $candidates, Clause $conditions ): Clause {
		return new Clause(
			"FROM ( $candidates->sql ) d " . $this->join() . " %i c ON c.id = d.contact_id WHERE $conditions->sql",
			array( ...$candidates->args, $this->db->table( 'contacts' ), ...$conditions->args )
		);
	}

	/** SQLite chooses for itself; MariaDB and MySQL misjudge LIMIT behind a union or a rare filter. */
	private function use_key( string $key ): string {
		return $this->db->is_sqlite() ? '' : "FORCE INDEX ( $key )";
	}

	private function join(): string {
		return $this->db->is_sqlite() ? 'JOIN' : 'STRAIGHT_JOIN';
	}
}
