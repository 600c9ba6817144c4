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
use Steward\Lists\Bookmark;
use Steward\Lists\Bookmarks;
use Steward\Lists\Changes;
use Steward\Lists\KeptPages;
use Steward\Lists\ListTotals;
use Steward\Lists\Totals;
use Steward\Lists\Transients;
use Steward\Opportunities\Listing\ListSql;
use Steward\Opportunities\Listing\OpportunityList;
use Steward\Opportunities\Listing\OpportunitySet;

/**
 * Finds the ids of a page and how many opportunities the whole list has, both within the scope, in SQL. Three ways: where a filter
 * lets few through, those are read and sorted, and give the total. A list of some thousands is kept in its order, and what has
 * changed since is looked up. Of a longer one only the page is read, along a key.
 */
final class OpportunityFinder {

	/** A filter's set up to here is read for each page. */
	private const SMALL = 500;

	/** A filter's set up to here is read for a list that is then kept. */
	private const LARGE = 100000;

	/** Up to here reading past what others own beats reading all that somebody follows. */
	private const FAR = 3000;

	/**
	 * @param KeptPages $kept      Lists of some thousands, and the beginnings of longer ones.
	 * @param Totals    $totals    How long longer ones are.
	 * @param Bookmarks $bookmarks Places in longer ones.
	 * @param Changes   $contacts  What has changed of contacts, whose names and companies are searched.
	 * @param int       $small     As SMALL.
	 * @param int       $exact     Totals up to here are exact.
	 * @param int       $far       As FAR.
	 */
	public function __construct(
		private readonly ListSql $sql,
		private readonly KeptPages $kept,
		private readonly Totals $totals,
		private readonly Bookmarks $bookmarks,
		private readonly Changes $contacts,
		private readonly int $small = self::SMALL,
		private readonly int $exact = ListTotals::EXACT,
		private readonly int $far = self::FAR,
	) {
	}

	/**
	 * The ids of a page, and how many opportunities the whole list has.
	 *
	 * @return array{ids: list<int>, total: int}
	 */
	public function page( OpportunityQuery $query, Scope $scope ): array {
		$list = $this->sql->list( $query, $scope );
		if ( $list->is_empty() ) {
			return self::found( array(), 0 );
		}
		Transients::read( array( Totals::name( $list->key() ), Bookmarks::name( $list->ordered_key() ), ...KeptPages::names( $list->ordered_key(), $query->offset ) ) );
		$total = $this->totals->get( $list->key(), $this->exact, fn (): int => $this->count( $list, PHP_INT_MAX ) );
		return null === $total ? $this->as_kept( $list ) ?? $this->fresh( $list ) : self::found( $this->long( $list, $total ), $total );
	}

	/**
	 * The ids of a page, without counting the list.
	 *
	 * @return list<int>
	 */
	public function ids( OpportunityQuery $query, Scope $scope ): array {
		$list = $this->sql->list( $query, $scope );
		$set  = $list->is_empty() ? null : $this->sql->smallest( $list, $this->exact );
		return match ( true ) {
			$list->is_empty() => array(),
			null !== $set     => $this->sorted( $list, $set, $query->limit, $query->offset ),
			default           => $this->walk( $list, $query->limit, $query->offset ),
		};
	}

	/**
	 * @return array{ids: list<int>, total: int}|null
	 */
	private function as_kept( OpportunityList $list ): ?array {
		return $this->kept->page(
			$list->ordered_key(),
			$list->query->offset,
			$list->query->limit,
			fn ( array $ids ): array => $this->sort( $list, $ids ),
			$this->contacts_searched( $list )
		);
	}

	/**
	 * Sorts as the list does, and leaves out what it doesn't hold.
	 *
	 * @param list<int> $ids Ids.
	 * @return list<int>
	 */
	private function sort( OpportunityList $list, array $ids ): array {
		return $this->sorted( $list, $this->sql->known( $ids ), count( $ids ), 0 );
	}

	/**
	 * A search may have found an opportunity by its contact's name.
	 */
	private function contacts_searched( OpportunityList $list ): ?Changes {
		return array() === $list->filters->words ? null : $this->contacts;
	}

	/**
	 * A page of a list that isn't known yet.
	 *
	 * @return array{ids: list<int>, total: int}
	 */
	private function fresh( OpportunityList $list ): array {
		$set      = $this->sql->smallest( $list, $this->small );
		$is_small = null !== $set;
		$mark     = $is_small ? 0 : $this->kept->mark();
		$set    ??= $this->sql->smallest( $list, $this->exact );
		if ( null === $set && $this->count( $list, $this->exact + 1 ) > $this->exact ) {
			$total = $this->count( $list, PHP_INT_MAX );
			$this->totals->keep( $list->key(), $total );
			return self::found( $this->long( $list, $total ), $total );
		}
		$set ??= $this->sql->smallest( $list, self::LARGE, 'stage' ) ?? ( $list->by_relevance() ? $list->filters->sets()[0] : null );
		$ids   = null === $set ? $this->merged( $list, $this->exact, 0 ) : $this->sorted( $list, $set, $this->exact, 0 );
		if ( ! $is_small ) {
			$this->kept->keep( $list->ordered_key(), $ids, $mark );
		}
		return self::found( array_slice( $ids, $list->query->offset, $list->query->limit ), count( $ids ) );
	}

	/**
	 * A page of a list that is too long to be read whole. Where its beginning costs more than a walk along a key, that is kept.
	 *
	 * @param int $total How many it has.
	 * @return list<int>
	 */
	private function long( OpportunityList $list, int $total ): array {
		$offset = $list->query->offset;
		$limit  = $list->query->limit;
		if ( $offset >= $this->exact && ! $list->by_relevance() && ! $list->may_be_null() ) {
			return $this->bookmarks->page(
				$list->ordered_key(),
				$offset,
				fn ( ?Bookmark $from ): array => $this->walk( $list->from( $from ), $limit, $offset - ( $from->offset ?? 0 ), $total ),
				fn ( int $id ): ?string => $this->sql->value( $list, $id )
			);
		}
		$head = ! $list->by_relevance() && ( 'owner' === $list->orderby() || $list->filters->are_any() )
			? $this->kept->head( $list->ordered_key(), $offset, $limit, fn ( int $most ): array => $this->walk( $list, $most, 0, $total ), fn ( array $ids ): array => $this->sort( $list, $ids ), $this->contacts_searched( $list ) )
			: null;
		return $head ?? $this->walk( $list, $limit, $offset, $total );
	}

	/**
	 * Some of a list, along a key.
	 *
	 * @param int|null $total How many it has, if that is known.
	 * @return list<int>
	 */
	private function walk( OpportunityList $list, int $limit, int $offset, ?int $total = null ): array {
		if ( $list->by_relevance() ) {
			return $this->walk_words( $list );
		}
		if ( $this->distance( $list, $limit + $offset, $total ) > $this->far ) {
			return $this->merged( $list, $limit, $offset );
		}
		$walk = $this->sql->walk_past_others( $list );
		return $this->sql->db->ints( "$walk->sql LIMIT %d OFFSET %d", ...array( ...$walk->args, $limit, $offset ) );
	}

	/**
	 * How many entries of the order's key hold so many of the list, if they are spread evenly; the order by owner isn't even.
	 */
	private function distance( OpportunityList $list, int $rows, ?int $total ): int {
		return null === $total || 'owner' === $list->orderby() || count( $this->sql->branches( $list ) ) < 2
			? PHP_INT_MAX
			: intdiv( $rows * $this->sql->db->int( 'SELECT MAX( id ) FROM %i', $this->sql->db->table( 'opportunities' ) ), max( 1, $total ) );
	}

	/**
	 * Reads a set and sorts it.
	 *
	 * @return list<int>
	 */
	private function sorted( OpportunityList $list, OpportunitySet $set, int $limit, int $offset ): array {
		$query     = $list->query;
		$from      = $this->sql->from_set( $set->distinct(), $this->sql->conditions( $list, $set ) );
		$direction = $query->descending ? 'DESC' : 'ASC';
		$order     = $list->by_relevance()
			? new Clause( "d.score{$list->filters->score( $set->name )->sql}, o.id DESC", $list->filters->score( $set->name )->args )
			: new Clause( "o.%i $direction, o.id $direction", array( OpportunityQuery::ORDERS[ $list->orderby() ] ) );
		return $this->sql->db->ints( "SELECT o.id $from->sql ORDER BY $order->sql LIMIT %d OFFSET %d", ...array( ...$from->args, ...$order->args, $limit, $offset ) );
	}

	/**
	 * Walks the key of the order in each branch of the scope, and merges what they begin with.
	 *
	 * @return list<int>
	 */
	private function merged( OpportunityList $list, int $limit, int $offset ): array {
		$direction = $list->query->descending ? 'DESC' : 'ASC';
		$parts     = array();
		$args      = array();
		foreach ( $this->sql->branches( $list ) as $index => $branch ) {
			$part    = $this->sql->walk( $list, $branch );
			$parts[] = "SELECT id, k FROM ( $part->sql LIMIT %d ) b$index";
			array_push( $args, ...$part->args, ...array( $offset + $limit ) );
		}
		return array() === $parts ? array() : $this->sql->db->ints(
			'SELECT id FROM ( ' . implode( ' UNION ALL ', $parts ) . " ) u ORDER BY k $direction, id $direction LIMIT %d OFFSET %d",
			...array( ...$args, $limit, $offset )
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
	private function count( OpportunityList $list, int $limit ): int {
		$set = array_values( array_filter( $list->filters->sets(), static fn ( OpportunitySet $set ): bool => 'stage' !== $set->name ) )[0] ?? null;
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

	/**
	 * @param list<int> $ids Ids of the page.
	 * @return array{ids: list<int>, total: int}
	 */
	private static function found( array $ids, int $total ): array {
		return array(
			'ids'   => $ids,
			'total' => $total,
		);
	}
}
