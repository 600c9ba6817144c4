<?php
/**
 * Lists of opportunities, at a million of them.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

use Steward\Access\Branch;
use Steward\Access\Scope;
use Steward\Database\Clause;
use Steward\Lists\ListTotals;
use Steward\Opportunities\Listing\ListSql;
use Steward\Opportunities\Listing\OpportunityList;
use Steward\Opportunities\Listing\OpportunitySet;

/**
 * Finds the ids of a page and counts what a list holds, all within the scope, in SQL. Two ways: where a filter lets few
 * opportunities through, those are read; else the key of the order is walked, once for each branch of the scope.
 */
final class OpportunityFinder {

	public function __construct( private readonly ListSql $sql, private readonly ListTotals $totals ) {
	}

	/**
	 * The ids of a page, and how many opportunities the whole list has.
	 *
	 * @return array{ids: list<int>, total: int}
	 */
	public function page( OpportunityQuery $query, Scope $scope ): array {
		$list = $this->sql->list( $query, $scope );
		if ( $list->is_empty() ) {
			return array(
				'ids'   => array(),
				'total' => 0,
			);
		}
		$small = $this->sql->smallest( $list );
		if ( null !== $small && $query->offset + $query->limit <= ListTotals::EXACT ) {
			// Read once, it gives the page and the total.
			$ids = $this->sorted( $list, $small, ListTotals::EXACT + 1, 0 );
			if ( count( $ids ) <= ListTotals::EXACT ) {
				return array(
					'ids'   => array_slice( $ids, $query->offset, $query->limit ),
					'total' => count( $ids ),
				);
			}
		}
		return array(
			'ids'   => $this->find( $list, $small ),
			'total' => $this->totals->get( $list->key(), fn ( int $limit ): int => $this->count( $list, $small, $limit ) ),
		);
	}

	/**
	 * The ids of a page, without counting the list.
	 *
	 * @return list<int>
	 */
	public function ids( OpportunityQuery $query, Scope $scope ): array {
		$list = $this->sql->list( $query, $scope );
		return $list->is_empty() ? array() : $this->find( $list, $this->sql->smallest( $list ) );
	}

	/**
	 * @return list<int>
	 */
	private function find( OpportunityList $list, ?OpportunitySet $small ): array {
		if ( null !== $small ) {
			return $this->sorted( $list, $small, $list->query->limit, $list->query->offset );
		}
		return $list->by_relevance() ? $this->walk_words( $list ) : $this->walk( $list );
	}

	/**
	 * Reads a small set and sorts it.
	 *
	 * @return list<int>
	 */
	private function sorted( OpportunityList $list, OpportunitySet $set, int $limit, int $offset ): array {
		$query     = $list->query;
		$from      = $this->sql->from_set( $set->distinct(), $this->sql->conditions( $list, $set ) );
		$direction = $query->descending ? 'DESC' : 'ASC';
		$order     = isset( OpportunityQuery::ORDERS[ $query->orderby ] )
			? new Clause( "o.%i $direction, o.id $direction", array( OpportunityQuery::ORDERS[ $query->orderby ] ) )
			: new Clause( "d.score{$list->filters->score( $set->name )->sql}, o.id DESC", $list->filters->score( $set->name )->args );
		return $this->sql->db->ints( "SELECT o.id $from->sql ORDER BY $order->sql LIMIT %d OFFSET %d", ...array( ...$from->args, ...$order->args, $limit, $offset ) );
	}

	/**
	 * Walks the key of the order in each branch of the scope, and merges what they begin with.
	 *
	 * @return list<int>
	 */
	private function walk( OpportunityList $list ): array {
		$query     = $list->query;
		$direction = $query->descending ? 'DESC' : 'ASC';
		$parts     = array();
		$args      = array();
		foreach ( $this->sql->branches( $list ) as $index => $branch ) {
			$part    = $this->sql->walk( $list, $branch );
			$parts[] = "SELECT id, k FROM ( $part->sql LIMIT %d ) b$index";
			array_push( $args, ...$part->args, ...array( $query->offset + $query->limit ) );
		}
		return array() === $parts ? array() : $this->sql->db->ints(
			'SELECT id FROM ( ' . implode( ' UNION ALL ', $parts ) . " ) u ORDER BY k $direction, id $direction LIMIT %d OFFSET %d",
			...array( ...$args, $query->limit, $query->offset )
		);
	}

	/**
	 * Many opportunities match every word: walks the words that begin with the first one, the exact word before longer ones, and
	 * takes each opportunity where it comes first.
	 *
	 * @return list<int>
	 */
	private function walk_words( OpportunityList $list ): array {
		$db     = $this->sql->db;
		$query  = $list->query;
		$terms  = $db->table( 'opportunity_terms' );
		$start  = $db->starts_with( $list->filters->words[0] );
		$may    = $list->filters->word_condition( 't' );
		$may_be = $list->filters->word_condition( 'e' );
		$where  = $this->sql->conditions( $list, null );
		return $db->ints(
			'SELECT t.opportunity_id FROM %i t ' . $this->sql->hints->use_key( 'PRIMARY' ) . ' ' . $this->sql->hints->join() . " %i o ON o.id = t.opportunity_id
			WHERE t.trashed = %d AND t.term LIKE %s AND $may->sql AND $where->sql
				AND NOT EXISTS ( SELECT 1 FROM %i e WHERE e.opportunity_id = t.opportunity_id AND e.term LIKE %s AND ( e.term < t.term OR ( e.term = t.term AND e.field_rank < t.field_rank ) ) AND $may_be->sql )
			ORDER BY t.term, t.field_rank, t.opportunity_id LIMIT %d OFFSET %d",
			...array( $terms, $db->table( 'opportunities' ), (int) $query->trashed, $start, ...$may->args, ...$where->args, $terms, $start, ...$may_be->args, $query->limit, $query->offset )
		);
	}

	/**
	 * Counts up to a limit, along a set if there is one, else branch by branch.
	 */
	private function count( OpportunityList $list, ?OpportunitySet $small, int $limit ): int {
		$sets = array_values( array_filter( $list->filters->sets(), static fn ( OpportunitySet $set ): bool => 'stage' !== $set->name ) );
		$set  = $small ?? $sets[0] ?? null;
		if ( null !== $set ) {
			$from   = $this->sql->from_set( $set->select, $this->sql->conditions( $list, $set, true ) );
			$select = $set->duplicates ? 'DISTINCT d.opportunity_id' : '1';
			return $this->sql->db->int( "SELECT COUNT(*) FROM ( SELECT $select $from->sql LIMIT %d ) n", ...array( ...$from->args, $limit ) );
		}
		$total = 0;
		foreach ( $this->sql->branches( $list ) as $branch ) {
			$total += $this->count_branch( $list, $branch, $limit - $total );
			if ( $total >= $limit ) {
				break;
			}
		}
		return $total;
	}

	private function count_branch( OpportunityList $list, Branch $branch, int $limit ): int {
		$conditions = Clause::all( array( $this->sql->living( $list ), $branch->clause, $list->filters->conditions( null, true ) ) );
		$key        = null === $list->query->stages ? ( $branch->by_owner ? 'owner_id' : 'list_id' ) : 'stage_sums';
		$from       = $this->sql->from_branch( $branch, $key );
		return $this->sql->db->int( "SELECT COUNT(*) FROM ( SELECT 1 $from->sql WHERE $conditions->sql LIMIT %d ) n", ...array( ...$from->args, ...$conditions->args, $limit ) );
	}
}
