<?php
/**
 * Lists of opportunities, at a million of them.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

use Steward\Access\Branch;
use Steward\Access\RecordType;
use Steward\Access\Scope;
use Steward\Access\ScopeSql;
use Steward\Database\ListTotals;
use Steward\Database\Clause;
use Steward\Database\Connection;

/**
 * Finds the ids of a page, counts and sums what a list holds, all within the scope, in SQL. Two ways: where a filter lets few
 * opportunities through, those are read; else the key of the order is walked, once for each branch of the scope.
 */
final class OpportunityFinder {

	/** Up to here reading and sorting beats walking. */
	private const SMALL = 5000;

	/** Up to here asking whether each is followed beats reading all that is followed. */
	private const NEAR = 2000;

	/**
	 * @param int $small A set up to this size is read whole.
	 */
	public function __construct(
		private readonly Connection $db,
		private readonly ScopeSql $scopes,
		private readonly ListTotals $totals,
		private readonly int $small = self::SMALL,
	) {
	}

	/**
	 * The ids of a page, and how many opportunities the whole list has.
	 *
	 * @return array{ids: list<int>, total: int}
	 */
	public function page( OpportunityQuery $query, Scope $scope ): array {
		$filters = $this->filters( $query );
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
			'total' => $this->totals->get( $scope->key() . $query->key(), fn ( int $limit ): int => $this->count( $query, $scope, $filters, $small, $limit ) ),
		);
	}

	/**
	 * The ids of a page, without counting the list.
	 *
	 * @return list<int>
	 */
	public function ids( OpportunityQuery $query, Scope $scope ): array {
		$filters = $this->filters( $query );
		return $scope->is_nothing() || $filters->match_nothing ? array() : $this->find( $query, $scope, $filters, $this->smallest( $filters ) );
	}

	/**
	 * The ids of each stage's first opportunities, the newest change first, in few statements whatever the number of stages.
	 *
	 * @param list<int> $stages Stages.
	 * @return array<int, list<int>> Stage => ids.
	 */
	public function firsts( OpportunityQuery $query, Scope $scope, array $stages, int $limit ): array {
		$rows    = array();
		$query   = $query->in_stages( $stages, $limit );
		$filters = $this->filters( $query );
		if ( ! $scope->is_nothing() && ! $filters->match_nothing && null !== $query->stages ) {
			$small = $this->smallest( $filters );
			$rows  = null === $small || 'stage' === $small->name ? $this->walk_stages( $query, $scope, $query->stages ) : $this->in_stages( $query, $scope, $filters, $small );
		}
		return array_map( static fn ( array $of_stage ): array => array_slice( $of_stage, 0, $limit ), self::by_stage( $rows ) );
	}

	/**
	 * @return list<array<string, string|null>> id, stage_id and k.
	 */
	private function in_stages( OpportunityQuery $query, Scope $scope, OpportunityFilters $filters, OpportunitySet $small ): array {
		$from = $this->from_set( $small->distinct(), $this->row_conditions( $query, $scope, $filters, $small ) );
		return $this->db->rows( "SELECT o.id, o.stage_id, o.modified_gmt AS k $from->sql", ...$from->args );
	}

	/**
	 * Walks each stage's key in each branch of the scope. What is followed is in no such order: where the other branches fill a
	 * stage, only opportunities as new as theirs are asked whether they are followed.
	 *
	 * @param list<int> $stages Stages.
	 * @return list<array<string, string|null>> id, stage_id and k.
	 */
	private function walk_stages( OpportunityQuery $query, Scope $scope, array $stages ): array {
		$branches = $this->branches( $query, $scope );
		$owners   = array_values( array_filter( $branches, static fn ( Branch $branch ): bool => ! $branch->joins_followers ) );
		$rows     = $this->walk_each( $query, $stages, $owners, array() );
		$followed = array_values( array_filter( $branches, static fn ( Branch $branch ): bool => $branch->joins_followers ) );
		if ( array() === $followed ) {
			return $rows;
		}
		$ends = array();
		foreach ( self::by_stage( $rows ) as $stage => $ids ) {
			if ( count( $ids ) >= $query->limit ) {
				$ends[ $stage ] = (string) array_column( $rows, 'k', 'id' )[ $ids[ $query->limit - 1 ] ];
			}
		}
		return array( ...$rows, ...$this->walk_each( $query, $stages, $followed, $this->near( $query, $ends ) ) );
	}

	/**
	 * The ends that are near: before which not too many opportunities of their stage come.
	 *
	 * @param array<int, string> $ends Stage => modified.
	 * @return array<int, string>
	 */
	private function near( OpportunityQuery $query, array $ends ): array {
		$parts = array();
		$args  = array();
		foreach ( $ends as $stage => $end ) {
			$parts[] = 'SELECT %d AS stage_id, COUNT(*) AS n FROM ( SELECT 1 FROM %i o ' . $this->use_key( 'stage_modified' ) . " WHERE o.trashed = %d AND o.stage_id = %d AND o.modified_gmt >= %s LIMIT %d ) n$stage";
			array_push( $args, $stage, $this->db->table( 'opportunities' ), (int) $query->trashed, $stage, $end, self::NEAR + 1 );
		}
		$near = array();
		foreach ( array() === $parts ? array() : $this->db->rows( implode( ' UNION ALL ', $parts ), ...$args ) as $row ) {
			if ( (int) $row['n'] <= self::NEAR ) {
				$near[ (int) $row['stage_id'] ] = $ends[ (int) $row['stage_id'] ];
			}
		}
		return $near;
	}

	/**
	 * @param list<int>          $stages   Stages.
	 * @param list<Branch>       $branches Branches.
	 * @param array<int, string> $ends     Stage => modified, from which on a walk asks who follows.
	 * @return list<array<string, string|null>> id, stage_id and k.
	 */
	private function walk_each( OpportunityQuery $query, array $stages, array $branches, array $ends ): array {
		$parts = array();
		$args  = array();
		foreach ( $stages as $stage ) {
			$of_stage = $query->in_stages( array( $stage ), $query->limit );
			foreach ( $branches as $branch ) {
				$part    = $this->walk_branch( $branch, $of_stage, $this->filters( $of_stage ), $ends[ $stage ] ?? null );
				$parts[] = "SELECT id, %d AS stage_id, k FROM ( $part->sql LIMIT %d ) b" . count( $parts );
				array_push( $args, $stage, ...$part->args, ...array( $query->limit ) );
			}
		}
		return array() === $parts ? array() : $this->db->rows( implode( ' UNION ALL ', $parts ), ...$args );
	}

	/**
	 * Ids of each stage, the newest change first.
	 *
	 * @param list<array<string, string|null>> $rows id, stage_id and k.
	 * @return array<int, list<int>>
	 */
	private static function by_stage( array $rows ): array {
		usort( $rows, static fn ( array $a, array $b ): int => array( $b['k'], (int) $b['id'] ) <=> array( $a['k'], (int) $a['id'] ) );
		$ids = array();
		foreach ( $rows as $row ) {
			$ids[ (int) $row['stage_id'] ][] = (int) $row['id'];
		}
		return $ids;
	}

	/**
	 * Whether a list has more than EXACT opportunities.
	 */
	public function is_large( OpportunityQuery $query, Scope $scope ): bool {
		$filters = $this->filters( $query );
		return ! $scope->is_nothing() && ! $filters->match_nothing && $this->count( $query, $scope, $filters, $this->smallest( $filters ), ListTotals::EXACT + 1 ) > ListTotals::EXACT;
	}

	/**
	 * Counts and exact sums of a list, grouped.
	 *
	 * @param array<string, string> $groups Name => expression on a row `o`.
	 * @return list<array<string, string|null>> The groups' names, `n` and `total`.
	 */
	public function sums( OpportunityQuery $query, Scope $scope, array $groups ): array {
		$filters = $this->filters( $query );
		if ( $scope->is_nothing() || $filters->match_nothing ) {
			return array();
		}
		$small = $this->smallest( $filters );
		if ( null !== $small ) {
			return $this->grouped( $this->from_set( $small->distinct(), $this->row_conditions( $query, $scope, $filters, $small, true ) ), $groups );
		}
		$sums = array();
		foreach ( $this->branches( $query, $scope ) as $branch ) {
			$from       = $branch->joins_followers
				? new Clause( 'FROM %i sb ' . $this->join() . ' %i o ON o.id = sb.object_id', array( $this->db->table( 'followers' ), $this->db->table( 'opportunities' ) ) )
				: new Clause( 'FROM %i o ' . $this->use_key( 'stage_sums' ), array( $this->db->table( 'opportunities' ) ) );
			$conditions = Clause::all( array( new Clause( 'o.trashed = %d', array( (int) $query->trashed ) ), $branch->clause, $filters->conditions( null, true ) ) );
			array_push( $sums, ...$this->grouped( new Clause( "$from->sql WHERE $conditions->sql", array( ...$from->args, ...$conditions->args ) ), $groups ) );
		}
		return $sums;
	}

	/**
	 * A `total` of sums() as an amount.
	 */
	public function amount( string $total, string $currency ): string {
		return $this->db->is_sqlite() ? Money::of_ten_thousandths( $total, $currency ) : Money::exact( $total, $currency );
	}

	/**
	 * @param Clause                $from   FROM … WHERE ….
	 * @param array<string, string> $groups As in sums().
	 * @return list<array<string, string|null>>
	 */
	private function grouped( Clause $from, array $groups ): array {
		$select = '';
		foreach ( $groups as $name => $expression ) {
			$select .= "$expression AS $name, ";
		}
		$by = implode( ', ', array_values( $groups ) );
		// SQLite's numbers with a fraction are floats; its whole numbers are exact.
		$sum = $this->db->is_sqlite() ? 'SUM( CAST( ROUND( o.value * 10000 ) AS SIGNED ) )' : 'SUM( o.value )';
		return $this->db->rows( "SELECT $select COUNT(*) AS n, $sum AS total $from->sql GROUP BY $by", ...$from->args );
	}

	private function filters( OpportunityQuery $query ): OpportunityFilters {
		return new OpportunityFilters( $this->db, $this->scopes, $query );
	}

	/**
	 * @return list<Branch>
	 */
	private function branches( OpportunityQuery $query, Scope $scope ): array {
		return $this->scopes->branches( $scope, RecordType::Opportunity, 'o.owner', 'o.id', $query->owners );
	}

	/**
	 * @return list<int>
	 */
	private function find( OpportunityQuery $query, Scope $scope, OpportunityFilters $filters, ?OpportunitySet $small ): array {
		if ( null !== $small ) {
			return $this->sorted( $query, $scope, $filters, $small, $query->limit, $query->offset );
		}
		return OpportunityQuery::RELEVANCE === $query->orderby && array() !== $filters->words
			? $this->walk_words( $query, $scope, $filters )
			: $this->walk( $query, $scope, $filters );
	}

	/**
	 * The smallest set, if one is small.
	 */
	private function smallest( OpportunityFilters $filters ): ?OpportunitySet {
		$smallest = null;
		$size     = $this->small + 1;
		foreach ( $filters->sets() as $set ) {
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
	private function sorted( OpportunityQuery $query, Scope $scope, OpportunityFilters $filters, OpportunitySet $set, int $limit, int $offset ): array {
		$from      = $this->from_set( $set->distinct(), $this->row_conditions( $query, $scope, $filters, $set ) );
		$direction = $query->descending ? 'DESC' : 'ASC';
		$order     = isset( OpportunityQuery::ORDERS[ $query->orderby ] )
			? new Clause( "o.%i $direction, o.id $direction", array( OpportunityQuery::ORDERS[ $query->orderby ] ) )
			: new Clause( "d.score{$filters->score( $set->name )->sql}, o.id DESC", $filters->score( $set->name )->args );
		return $this->db->ints( "SELECT o.id $from->sql ORDER BY $order->sql LIMIT %d OFFSET %d", ...array( ...$from->args, ...$order->args, $limit, $offset ) );
	}

	/**
	 * Walks the key of the order in each branch of the scope, and merges what they begin with.
	 *
	 * @return list<int>
	 */
	private function walk( OpportunityQuery $query, Scope $scope, OpportunityFilters $filters ): array {
		$direction = $query->descending ? 'DESC' : 'ASC';
		$parts     = array();
		$args      = array();
		foreach ( $this->branches( $query, $scope ) as $index => $branch ) {
			$part    = $this->walk_branch( $branch, $query, $filters );
			$parts[] = "SELECT id, k FROM ( $part->sql LIMIT %d ) b$index";
			array_push( $args, ...$part->args, ...array( $query->offset + $query->limit ) );
		}
		return array() === $parts ? array() : $this->db->ints(
			'SELECT id FROM ( ' . implode( ' UNION ALL ', $parts ) . " ) u ORDER BY k $direction, id $direction LIMIT %d OFFSET %d",
			...array( ...$args, $query->limit, $query->offset )
		);
	}

	/**
	 * One branch in order.
	 *
	 * @param string|null $near Of a followed branch: the key of the order is walked from here on, and each asked who follows.
	 */
	private function walk_branch( Branch $branch, OpportunityQuery $query, OpportunityFilters $filters, ?string $near = null ): Clause {
		$orderby   = isset( OpportunityQuery::ORDERS[ $query->orderby ] ) ? $query->orderby : 'created';
		$column    = OpportunityQuery::ORDERS[ $orderby ];
		$direction = $query->descending ? 'DESC' : 'ASC';
		$condition = $branch->clause;
		if ( $branch->joins_followers && null !== $near ) {
			$condition = new Clause( "o.%i >= %s AND ( SELECT 1 FROM %i sb WHERE {$branch->clause->sql} LIMIT 1 ) = 1", array( $column, $near, $this->db->table( 'followers' ), ...$branch->clause->args ) );
		}
		$conditions = Clause::all( array( $condition, $filters->conditions() ) );
		$table      = $this->db->table( 'opportunities' );
		$from       = $branch->joins_followers && null === $near
			? new Clause( 'FROM %i sb ' . $this->join() . ' %i o ON o.id = sb.object_id', array( $this->db->table( 'followers' ), $table ) )
			: new Clause( 'FROM %i o ' . $this->use_key( self::key( $branch, $query, $orderby ) ), array( $table ) );
		// Within one owner the order by owner is the order by id: said so, MariaDB doesn't sort.
		$order = 'owner' === $orderby && $branch->by_owner ? 'id' : $column;
		return new Clause(
			"SELECT o.id, o.%i AS k $from->sql WHERE o.trashed = %d AND $conditions->sql ORDER BY o.%i $direction, o.id $direction",
			array( $column, ...$from->args, (int) $query->trashed, ...$conditions->args, $order )
		);
	}

	/**
	 * The key that gives a branch in its order.
	 */
	private static function key( Branch $branch, OpportunityQuery $query, string $orderby ): string {
		$one_stage = 'modified' === $orderby && 1 === count( $query->stages ?? array() );
		return match ( true ) {
			'owner' === $orderby            => 'owner_id',
			$one_stage && $branch->by_owner => 'stage_owner_modified',
			$one_stage                      => 'stage_modified',
			$branch->by_owner               => "owner_$orderby",
			default                         => "list_$orderby",
		};
	}

	/**
	 * Many opportunities match every word: walks the words that begin with the first one, the exact word before longer ones, and
	 * takes each opportunity where it comes first.
	 *
	 * @return list<int>
	 */
	private function walk_words( OpportunityQuery $query, Scope $scope, OpportunityFilters $filters ): array {
		$terms  = $this->db->table( 'opportunity_terms' );
		$start  = $this->db->starts_with( $filters->words[0] );
		$may    = $filters->word_condition( 't' );
		$may_be = $filters->word_condition( 'e' );
		$where  = $this->row_conditions( $query, $scope, $filters, null );
		return $this->db->ints(
			'SELECT t.opportunity_id FROM %i t ' . $this->use_key( 'PRIMARY' ) . ' ' . $this->join() . " %i o ON o.id = t.opportunity_id
			WHERE t.trashed = %d AND t.term LIKE %s AND $may->sql AND $where->sql
				AND NOT EXISTS ( SELECT 1 FROM %i e WHERE e.opportunity_id = t.opportunity_id AND e.term LIKE %s AND ( e.term < t.term OR ( e.term = t.term AND e.field_rank < t.field_rank ) ) AND $may_be->sql )
			ORDER BY t.term, t.field_rank, t.opportunity_id LIMIT %d OFFSET %d",
			...array( $terms, $this->db->table( 'opportunities' ), (int) $query->trashed, $start, ...$may->args, ...$where->args, $terms, $start, ...$may_be->args, $query->limit, $query->offset )
		);
	}

	/**
	 * Counts up to a limit, along a set if there is one, else branch by branch.
	 */
	private function count( OpportunityQuery $query, Scope $scope, OpportunityFilters $filters, ?OpportunitySet $small, int $limit ): int {
		$sets = array_values( array_filter( $filters->sets(), static fn ( OpportunitySet $set ): bool => 'stage' !== $set->name ) );
		$set  = $small ?? $sets[0] ?? null;
		if ( null !== $set ) {
			$from   = $this->from_set( $set->select, $this->row_conditions( $query, $scope, $filters, $set, true ) );
			$select = $set->duplicates ? 'DISTINCT d.opportunity_id' : '1';
			return $this->db->int( "SELECT COUNT(*) FROM ( SELECT $select $from->sql LIMIT %d ) n", ...array( ...$from->args, $limit ) );
		}
		$total = 0;
		foreach ( $this->branches( $query, $scope ) as $branch ) {
			$total += $this->count_branch( $branch, $query, $filters, $limit - $total );
			if ( $total >= $limit ) {
				break;
			}
		}
		return $total;
	}

	private function count_branch( Branch $branch, OpportunityQuery $query, OpportunityFilters $filters, int $limit ): int {
		$conditions = Clause::all( array( $branch->clause, $filters->conditions( null, true ) ) );
		$key        = null === $query->stages ? ( $branch->by_owner ? 'owner_id' : 'list_id' ) : 'stage_sums';
		$from       = $branch->joins_followers
			? new Clause( 'FROM %i sb ' . $this->join() . ' %i o ON o.id = sb.object_id', array( $this->db->table( 'followers' ), $this->db->table( 'opportunities' ) ) )
			: new Clause( 'FROM %i o ' . $this->use_key( $key ), array( $this->db->table( 'opportunities' ) ) );
		return $this->db->int( "SELECT COUNT(*) FROM ( SELECT 1 $from->sql WHERE o.trashed = %d AND $conditions->sql LIMIT %d ) n", ...array( ...$from->args, (int) $query->trashed, ...$conditions->args, $limit ) );
	}

	/**
	 * Access and all filters but the set's own, on a row `o`.
	 *
	 * @param bool $in_bulk Whether many rows are asked.
	 */
	private function row_conditions( OpportunityQuery $query, Scope $scope, OpportunityFilters $filters, ?OpportunitySet $set, bool $in_bulk = false ): Clause {
		return Clause::all(
			array(
				new Clause( 'o.trashed = %d', array( (int) $query->trashed ) ),
				$this->scopes->condition( $scope, RecordType::Opportunity, 'o.owner', 'o.id' ),
				$this->scopes->owner_condition( $query->owners, 'o.owner' ),
				$filters->conditions( $set, $in_bulk ),
			)
		);
	}

	private function from_set( Clause $set, Clause $conditions ): Clause {
		return new Clause(
			"FROM ( $set->sql ) d " . $this->join() . " %i o ON o.id = d.opportunity_id WHERE $conditions->sql",
			array( ...$set->args, $this->db->table( 'opportunities' ), ...$conditions->args )
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
