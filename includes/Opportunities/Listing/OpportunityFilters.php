<?php
/**
 * A list's filters in SQL.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities\Listing;

use Steward\Access\RecordType;
use Steward\Access\ScopeSql;
use Steward\Database\Clause;
use Steward\Database\Connection;
use Steward\Opportunities\OpportunityQuery;
use Steward\Opportunities\OpportunityTerms;

/**
 * Each filter in two forms: a condition on a row `o`, and, where a key serves it, the set of opportunities it lets through.
 */
final class OpportunityFilters {

	/** @var array<string, Clause> Filter's name => condition on `o`. */
	private array $conditions = array();

	/** @var array<string, Clause> Filter's name => SELECT of a row for `o` in another table. */
	private array $lookups = array();

	/** @var list<OpportunitySet> */
	private array $sets = array();

	/** @var list<string> Words of the search. */
	public readonly array $words;

	/** @var bool Whether some filter lets nothing through. */
	public readonly bool $match_nothing;

	public function __construct( private readonly Connection $db, private readonly ScopeSql $scopes, private readonly OpportunityQuery $query ) {
		$this->words         = OpportunityTerms::of_search( $query->search );
		$this->match_nothing = array() === $query->stages || ( '' !== $query->search && array() === $this->words );
		if ( ! $this->match_nothing ) {
			$this->read_words();
			$this->read_sets();
			$this->read_ranges();
		}
	}

	/**
	 * All conditions on a row `o`, but for the one that a set answers already.
	 *
	 * @param bool $in_bulk Whether many rows are asked: then the server may read a whole word first (EXISTS), which is wrong
	 *                      where a walk stops after a page, or a small set is read.
	 */
	public function conditions( ?OpportunitySet $without = null, bool $in_bulk = false ): Clause {
		$lookups    = array_map( static fn ( Clause $lookup ): Clause => new Clause( $in_bulk ? "EXISTS ( $lookup->sql )" : "( $lookup->sql LIMIT 1 ) = 1", $lookup->args ), $this->lookups );
		$conditions = $this->conditions + $lookups;
		return Clause::all( array_values( array_diff_key( $conditions, null !== $without && $without->is_exact ? array( $without->name => true ) : array() ) ) );
	}

	/**
	 * Whether there are any.
	 */
	public function are_any(): bool {
		return array() !== $this->conditions + $this->lookups;
	}

	/**
	 * Sets that keys can give.
	 *
	 * @return list<OpportunitySet>
	 */
	public function sets(): array {
		return $this->sets;
	}

	/**
	 * How well a row `o` matches the words but for the one that a set has scored: lower is better.
	 */
	public function score( string $without ): Clause {
		$parts = array();
		$args  = array();
		foreach ( $this->words as $index => $word ) {
			if ( "word$index" !== $without ) {
				$parts[] = ' + ( SELECT MIN( s.field_rank * 2 + CASE WHEN s.term = %s THEN 0 ELSE 1 END ) FROM %i s WHERE s.opportunity_id = o.id AND s.term LIKE %s )';
				array_push( $args, $word, $this->db->table( 'opportunity_terms' ), $this->db->starts_with( $word ) );
			}
		}
		return new Clause( implode( '', $parts ), $args );
	}

	/**
	 * Whether a row of the words' index may be used: a company's word only of a contact in the scope. Asks a row `o`, too.
	 *
	 * @param string $alias Of the words' table.
	 */
	public function word_condition( string $alias ): Clause {
		$scope = $this->query->contacts;
		if ( null === $scope || $scope->everything ) {
			return new Clause( '1 = 1' );
		}
		$company = $alias . '.field_rank <> ' . OpportunityTerms::COMPANY;
		if ( $scope->is_nothing() ) {
			return new Clause( $company );
		}
		$viewable = $this->scopes->condition( $scope, RecordType::Contact, 'wc.contact_owner', 'wc.id' );
		return new Clause( "( $company OR EXISTS ( SELECT 1 FROM %i wc WHERE wc.id = o.contact_id AND $viewable->sql ) )", array( $this->db->table( 'contacts' ), ...$viewable->args ) );
	}

	private function read_words(): void {
		$table = $this->db->table( 'opportunity_terms' );
		$all   = null === $this->query->contacts || $this->query->contacts->everything;
		$may   = $this->word_condition( 'fw' );
		foreach ( $this->words as $index => $word ) {
			$start = $this->db->starts_with( $word );

			$this->lookups[ "word$index" ] = new Clause( "SELECT 1 FROM %i fw WHERE fw.opportunity_id = o.id AND fw.term LIKE %s AND $may->sql", array( $table, $start, ...$may->args ) );
			$this->sets[]                  = new OpportunitySet( "word$index", new Clause( 'SELECT opportunity_id, field_rank * 2 + CASE WHEN term = %s THEN 0 ELSE 1 END AS score FROM %i WHERE trashed = %d AND term LIKE %s', array( $word, $table, (int) $this->query->trashed, $start ) ), true, $all );
		}
	}

	private function read_sets(): void {
		$table  = $this->db->table( 'opportunities' );
		$living = (int) $this->query->trashed;
		if ( null !== $this->query->contact ) {
			$this->conditions['contact'] = new Clause( 'o.contact_id = %d', array( $this->query->contact ) );
			$this->sets[]                = new OpportunitySet( 'contact', new Clause( 'SELECT id AS opportunity_id, 0 AS score FROM %i WHERE contact_id = %d AND trashed = %d', array( $table, $this->query->contact, $living ) ) );
		}
		if ( null !== $this->query->follower ) {
			$args = array( $this->db->table( 'followers' ), RecordType::Opportunity->value, $this->query->follower );

			$this->conditions['follower'] = new Clause( 'EXISTS ( SELECT 1 FROM %i ff WHERE ff.object_type = %s AND ff.user_id = %d AND ff.object_id = o.id )', $args );
			$this->sets[]                 = new OpportunitySet( 'follower', new Clause( 'SELECT object_id AS opportunity_id, 0 AS score FROM %i WHERE object_type = %s AND user_id = %d', $args ) );
		}
		if ( null !== $this->query->include_ids ) {
			$ids = array() === $this->query->include_ids ? array( 0 ) : $this->query->include_ids;
			$in  = Connection::placeholders( $ids );

			$this->conditions['include'] = new Clause( "o.id IN ( $in )", $ids );
			$this->sets[]                = new OpportunitySet( 'include', new Clause( "SELECT id AS opportunity_id, 0 AS score FROM %i WHERE id IN ( $in )", array( $table, ...$ids ) ) );
		}
		if ( null !== $this->query->currency ) {
			$this->conditions['currency'] = new Clause( 'o.currency = %s', array( $this->query->currency ) );
			$this->sets[]                 = new OpportunitySet( 'currency', new Clause( 'SELECT id AS opportunity_id, 0 AS score FROM %i WHERE trashed = %d AND currency = %s', array( $table, $living, $this->query->currency ) ) );
		}
		if ( null !== $this->query->stages ) {
			$in = Connection::placeholders( $this->query->stages );

			$this->conditions['stage'] = new Clause( 1 === count( $this->query->stages ) ? 'o.stage_id = %d' : "o.stage_id IN ( $in )", $this->query->stages );
			// One stage in the order of changes has a key that serves both.
			if ( 1 !== count( $this->query->stages ) || 'modified' !== $this->query->orderby ) {
				$this->sets[] = new OpportunitySet( 'stage', new Clause( "SELECT id AS opportunity_id, 0 AS score FROM %i WHERE trashed = %d AND stage_id IN ( $in )", array( $table, $living, ...$this->query->stages ) ) );
			}
		}
	}

	private function read_ranges(): void {
		$this->read_range( 'value', 'value', 'CAST( %s AS DECIMAL(19,4) )', '<=', $this->query->value_min, $this->query->value_max );
		$this->read_range( 'expected_close', 'expected_close', '%s', '<', $this->query->close_after, $this->query->close_before );
		if ( $this->query->after_id > 0 ) {
			$this->conditions['after_id'] = new Clause( 'o.id > %d', array( $this->query->after_id ) );
		}
		if ( array() !== $this->query->exclude_ids ) {
			$this->conditions['exclude'] = new Clause( 'o.id NOT IN ( ' . Connection::placeholders( $this->query->exclude_ids ) . ' )', $this->query->exclude_ids );
		}
	}

	/**
	 * @param string $until How the upper end is compared: `<` or `<=`.
	 */
	private function read_range( string $name, string $column, string $placeholder, string $until, ?string $from, ?string $to ): void {
		$bounds = array();
		$args   = array();
		foreach ( array( '>=' => $from ) + array( $until => $to ) as $comparison => $bound ) {
			if ( null !== $bound ) {
				$bounds[] = "%i $comparison $placeholder";
				array_push( $args, $column, $bound );
			}
		}
		if ( array() !== $bounds ) {
			$this->conditions[ $name ] = new Clause( 'o.' . implode( ' AND o.', $bounds ), $args );
			$this->sets[]              = new OpportunitySet( $name, new Clause( 'SELECT id AS opportunity_id, 0 AS score FROM %i WHERE trashed = %d AND ' . implode( ' AND ', $bounds ), array( $this->db->table( 'opportunities' ), (int) $this->query->trashed, ...$args ) ) );
		}
	}
}
