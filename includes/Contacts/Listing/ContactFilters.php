<?php
/**
 * A list's filters in SQL.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Contacts\Listing;

use Steward\Access\RecordType;
use Steward\Contacts\ContactQuery;
use Steward\Contacts\ContactTags;
use Steward\Contacts\ContactTerms;
use Steward\Database\Clause;
use Steward\Database\Connection;
use Steward\Lists\CandidateSet;

/**
 * Each filter in two forms: a condition on a row `c`, and, where a key serves it, the set of contacts it lets through.
 */
final class ContactFilters {

	/** @var array<string, Clause> Filter's name => condition on `c`. */
	private array $conditions = array();

	/** @var array<string, Clause> Filter's name => SELECT of a row for `c` in another table. */
	private array $lookups = array();

	/** @var list<CandidateSet> */
	private array $candidates = array();

	/** @var list<string> Words of the search. */
	public readonly array $words;

	/** @var bool Whether some filter lets nothing through, such as a tag that doesn't exist. */
	public readonly bool $match_nothing;

	public function __construct( private readonly Connection $db, private readonly ContactTags $tags, private readonly ContactQuery $query ) {
		$this->words         = ContactTerms::of_search( $query->search );
		$this->match_nothing = ! $this->read_tags() || ( '' !== $query->search && array() === $this->words );
		$this->read_words();
		$this->read_places();
		$this->read_sets();
		$this->read_ranges();
	}

	/**
	 * All conditions on a row `c`, but for those that a candidate set answers already.
	 *
	 * @param string $without The set's name.
	 * @param bool   $in_bulk Whether many rows are asked: then the server may read a whole tag or word first (EXISTS), which
	 *                        is wrong where a walk stops after a page, or a small set is read.
	 */
	public function conditions( string $without = '', bool $in_bulk = false ): Clause {
		$lookups    = array_map( static fn ( Clause $lookup ): Clause => new Clause( $in_bulk ? "EXISTS ( $lookup->sql )" : "( $lookup->sql LIMIT 1 ) = 1", $lookup->args ), $this->lookups );
		$conditions = $this->conditions + $lookups;
		return Clause::all( array_values( array_diff_key( $conditions, self::named( $without ) ) ) );
	}

	/**
	 * Whether there is any other filter than the one that a candidate set answers.
	 */
	public function has_more_than( string $name ): bool {
		return array() !== array_diff_key( $this->conditions + $this->lookups, self::named( $name ) );
	}

	/**
	 * Whether only the contact's id, owner and trash are asked of a row `c`.
	 *
	 * @param string $without As in conditions().
	 */
	public function need_only_owner( string $without = '' ): bool {
		return array() === array_diff_key( $this->conditions, array_flip( array( 'follower', 'include', 'exclude', 'after_id' ) ) + self::named( $without ) );
	}

	/**
	 * Whether one of the sets is known to be small.
	 */
	public function has_small(): bool {
		return in_array( true, array_column( $this->candidates, 'is_small' ), true );
	}

	/**
	 * Sets that keys can give.
	 *
	 * @return list<CandidateSet>
	 */
	public function candidates(): array {
		return $this->candidates;
	}

	/**
	 * How well a row `c` matches the words but for the one that a candidate set has scored: lower is better.
	 */
	public function score( string $without ): Clause {
		$parts = array();
		$args  = array();
		foreach ( $this->words as $index => $word ) {
			if ( "word$index" !== $without ) {
				$parts[] = ' + ( SELECT MIN( s.field_rank * 2 + CASE WHEN s.term = %s THEN 0 ELSE 1 END ) FROM %i s WHERE s.contact_id = c.id AND s.term LIKE %s )';
				array_push( $args, $word, $this->db->table( 'contact_terms' ), $this->db->starts_with( $word ) );
			}
		}
		return new Clause( implode( '', $parts ), $args );
	}

	/**
	 * The key that serves a place and the order by creation together.
	 */
	public function place_key(): ?string {
		foreach ( array_reverse( ContactQuery::PLACES ) as $place ) {
			if ( isset( $this->query->places[ $place ] ) ) {
				return "{$place}_created";
			}
		}
		return null;
	}

	/**
	 * @return bool False when no contact can have the tags.
	 */
	private function read_tags(): bool {
		$wanted = array_values( array_unique( array_map( 'mb_strtolower', array_merge( $this->query->tags, $this->query->tags_all ) ) ) );
		if ( array() === $wanted ) {
			return true;
		}
		$ids  = $this->tags->ids( $wanted );
		$any  = array_values( array_intersect_key( $ids, array_flip( array_map( 'mb_strtolower', $this->query->tags ) ) ) );
		$each = array_values( array_unique( array_map( 'mb_strtolower', $this->query->tags_all ) ) );
		if ( ( array() !== $this->query->tags && array() === $any ) || array() !== array_diff( $each, array_keys( $ids ) ) ) {
			return false;
		}
		if ( array() !== $any ) {
			$this->add_tags( 'tags', $any );
		}
		foreach ( $each as $name ) {
			$this->add_tags( "tag$ids[$name]", array( $ids[ $name ] ) );
		}
		return true;
	}

	/**
	 * @param list<int> $ids Tags, any of which will do.
	 */
	private function add_tags( string $name, array $ids ): void {
		$in    = Connection::placeholders( $ids );
		$table = $this->db->table( 'contact_tags' );

		$this->lookups[ $name ] = new Clause( "SELECT 1 FROM %i ft WHERE ft.contact_id = c.id AND ft.tag_id IN ( $in )", array( $table, ...$ids ) );
		$this->candidates[]     = new CandidateSet( $name, new Clause( "SELECT contact_id, 0 AS score FROM %i WHERE tag_id IN ( $in ) AND trashed = %d", array( $table, ...$ids, (int) $this->query->trashed ) ), count( $ids ) > 1 );
	}

	private function read_words(): void {
		$table = $this->db->table( 'contact_terms' );
		foreach ( $this->words as $index => $word ) {
			$start = $this->db->starts_with( $word );

			$this->lookups[ "word$index" ] = new Clause( 'SELECT 1 FROM %i fw WHERE fw.contact_id = c.id AND fw.term LIKE %s', array( $table, $start ) );
			$this->candidates[]            = new CandidateSet( "word$index", new Clause( 'SELECT contact_id, field_rank * 2 + CASE WHEN term = %s THEN 0 ELSE 1 END AS score FROM %i WHERE trashed = %d AND term LIKE %s', array( $word, $table, (int) $this->query->trashed, $start ) ), true );
		}
	}

	private function read_places(): void {
		foreach ( $this->query->places as $column => $value ) {
			$this->conditions[ $column ] = new Clause( 'c.%i = %s', array( $column, $value ) );
			$this->candidates[]          = new CandidateSet( $column, new Clause( 'SELECT id AS contact_id, 0 AS score FROM %i WHERE trashed = %d AND %i = %s', array( $this->db->table( 'contacts' ), (int) $this->query->trashed, $column, $value ) ) );
		}
	}

	private function read_sets(): void {
		$contacts = $this->db->table( 'contacts' );
		if ( null !== $this->query->email ) {
			$this->conditions['email'] = new Clause( 'c.email = %s', array( $this->query->email ) );
			$this->candidates[]        = new CandidateSet( 'email', new Clause( 'SELECT id AS contact_id, 0 AS score FROM %i WHERE trashed = %d AND email = %s', array( $contacts, (int) $this->query->trashed, $this->query->email ) ), false, '' !== $this->query->email );
		}
		if ( null !== $this->query->follower ) {
			$args = array( $this->db->table( 'followers' ), RecordType::Contact->value, $this->query->follower );

			$this->conditions['follower'] = new Clause( 'EXISTS ( SELECT 1 FROM %i ff WHERE ff.object_type = %s AND ff.user_id = %d AND ff.object_id = c.id )', $args );
			$this->candidates[]           = new CandidateSet( 'follower', new Clause( 'SELECT object_id AS contact_id, 0 AS score FROM %i WHERE object_type = %s AND user_id = %d', $args ), false, false, false );
		}
		if ( null !== $this->query->include_ids ) {
			$ids = array() === $this->query->include_ids ? array( 0 ) : $this->query->include_ids;
			$in  = Connection::placeholders( $ids );

			$this->conditions['include'] = new Clause( "c.id IN ( $in )", $ids );
			$this->candidates[]          = new CandidateSet( 'include', new Clause( "SELECT id AS contact_id, 0 AS score FROM %i WHERE id IN ( $in )", array( $contacts, ...$ids ) ), false, true, false );
		}
	}

	private function read_ranges(): void {
		if ( null !== $this->query->created_after ) {
			$this->conditions['created_after'] = new Clause( 'c.created_gmt >= %s', array( $this->query->created_after ) );
		}
		if ( null !== $this->query->created_before ) {
			$this->conditions['created_before'] = new Clause( 'c.created_gmt < %s', array( $this->query->created_before ) );
		}
		if ( $this->query->after_id > 0 ) {
			$this->conditions['after_id'] = new Clause( 'c.id > %d', array( $this->query->after_id ) );
		}
		if ( array() !== $this->query->exclude_ids ) {
			$this->conditions['exclude'] = new Clause( 'c.id NOT IN ( ' . Connection::placeholders( $this->query->exclude_ids ) . ' )', $this->query->exclude_ids );
		}
	}

	/**
	 * @param string $names Filters' names, with blanks between them.
	 * @return array<string, int>
	 */
	private static function named( string $names ): array {
		return array_flip( explode( ' ', $names ) );
	}
}
