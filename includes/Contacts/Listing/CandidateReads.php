<?php
/**
 * Lists by what a filter's key holds.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Contacts\Listing;

use Steward\Access\ScopeSql;
use Steward\Contacts\ContactQuery;
use Steward\Database\Clause;
use Steward\Database\Connection;
use Steward\Lists\CandidateSet;
use Steward\Lists\Hints;

/**
 * Reads a filter's set, asks each contact for the other filters and for access, and sorts or counts what is left.
 */
final class CandidateReads {

	/** Up to so many rows of keys are read to find what several large sets have in common. */
	private const MUCH = 400000;

	/** @var Hints Ways for the server. */
	private readonly Hints $hints;

	public function __construct( private readonly Connection $db, private readonly ScopeSql $scopes ) {
		$this->hints = new Hints( $db );
	}

	/**
	 * The smallest set of candidates, if there is one of at most so many rows.
	 */
	public function smallest( ContactFilters $filters, int $most ): ?CandidateSet {
		$sets = $filters->candidates();
		foreach ( $sets as $set ) {
			if ( $set->is_small ) {
				return $set;
			}
		}
		$sizes = $this->sizes( $sets, $most );
		asort( $sizes );
		$first = array_key_first( $sizes );
		return null !== $first && $sizes[ $first ] <= $most ? $sets[ $first ] : null;
	}

	/**
	 * Where all sets are large: what they have in common, if reading all of them is affordable, else the smallest of them.
	 */
	public function best( ContactFilters $filters ): ?CandidateSet {
		$sets = $filters->candidates();
		if ( count( $sets ) < 2 ) {
			return $sets[0] ?? null;
		}
		$sizes = $this->sizes( $sets, self::MUCH );
		if ( array_sum( $sizes ) <= self::MUCH ) {
			return CandidateSet::common( $sets );
		}
		asort( $sizes );
		return $sets[ (int) array_key_first( $sizes ) ] ?? $sets[0];
	}

	/**
	 * How many rows each of some sets has, in one statement.
	 *
	 * @param list<CandidateSet> $sets Sets.
	 * @param int                $most What is larger isn't counted any further.
	 * @return array<int, int> Place in the list => size.
	 */
	private function sizes( array $sets, int $most ): array {
		$parts = array();
		$args  = array();
		$sizes = array();
		foreach ( $sets as $index => $set ) {
			$parts[] = "SELECT $index AS which, COUNT(*) AS size FROM ( {$set->select->sql} LIMIT %d ) p$index";
			array_push( $args, ...$set->select->args, ...array( $most + 1 ) );
		}
		foreach ( array() === $parts ? array() : $this->db->rows( implode( ' UNION ALL ', $parts ), ...$args ) as $row ) {
			$sizes[ (int) $row['which'] ] = (int) $row['size'];
		}
		return $sizes;
	}

	/**
	 * Some of a set, in the list's order.
	 *
	 * @return list<int>
	 */
	public function sorted( ContactList $list, CandidateSet $set, int $limit, int $offset = 0 ): array {
		$from      = $this->from( $set->distinct(), $this->conditions( $list, $set ) );
		$direction = $list->direction();
		$score     = $list->filters->score( $set->name );
		$order     = $list->by_relevance()
			? new Clause( "d.score$score->sql, c.id DESC", $score->args )
			: new Clause( "c.%i $direction, c.id $direction", array( $list->column() ) );
		return $this->db->ints(
			"SELECT c.id $from->sql ORDER BY $order->sql LIMIT %d OFFSET %d",
			...array( ...$from->args, ...$order->args, $limit, $offset )
		);
	}

	/**
	 * Some of a large set, in no order.
	 *
	 * @return list<int>
	 */
	public function unordered( ContactList $list, CandidateSet $set, int $limit ): array {
		$select = $this->distinct( $list, $set );
		return $this->db->ints( "$select->sql LIMIT %d", ...array( ...$select->args, $limit ) );
	}

	/**
	 * How many of a large set are in the list.
	 */
	public function count( ContactList $list, CandidateSet $set ): int {
		$select = $this->distinct( $list, $set );
		return $this->db->int( "SELECT COUNT(*) FROM ( $select->sql ) n", ...$select->args );
	}

	/**
	 * Contacts by their ids, as a set.
	 *
	 * @param list<int> $ids Ids.
	 */
	public function known( array $ids ): CandidateSet {
		// Thousands of numbers are no matter of placeholders.
		$in = implode( ', ', array( 0, ...$ids ) );
		return new CandidateSet( 'known', new Clause( "SELECT id AS contact_id, 0 AS score FROM %i WHERE id IN ( $in )", array( $this->db->table( 'contacts' ) ) ), false, true, false );
	}

	/**
	 * The list's contacts of a set, each once.
	 */
	private function distinct( ContactList $list, CandidateSet $set ): Clause {
		if ( $set->is_living && $list->scope->everything && null === $list->query->owners && ! $list->filters->has_more_than( $set->name ) ) {
			return new Clause( 'SELECT ' . ( $set->duplicates ? 'DISTINCT ' : '' ) . "contact_id FROM ( {$set->select->sql} ) d", $set->select->args );
		}
		// A narrow key of the ids serves many rows better than the rows themselves.
		$key  = $list->filters->need_only_owner( $set->name ) ? $this->hints->use_key( 'list_id' ) : '';
		$from = $this->from( $set->select, $this->conditions( $list, $set, true ), $key );
		return new Clause( 'SELECT ' . ( $set->duplicates ? 'DISTINCT ' : '' ) . "d.contact_id $from->sql", $from->args );
	}

	/**
	 * Access and all filters but the set's own, on a row `c`.
	 *
	 * @param bool $in_bulk Whether many rows are asked.
	 */
	private function conditions( ContactList $list, CandidateSet $set, bool $in_bulk = false ): Clause {
		return Clause::all( array( $list->access( $this->scopes ), $list->filters->conditions( $set->name, $in_bulk ) ) );
	}

	private function from( Clause $candidates, Clause $conditions, string $key = '' ): Clause {
		return new Clause(
			"FROM ( $candidates->sql ) d {$this->hints->join()} %i c $key ON c.id = d.contact_id WHERE $conditions->sql",
			array( ...$candidates->args, $this->db->table( 'contacts' ), ...$conditions->args )
		);
	}
}
