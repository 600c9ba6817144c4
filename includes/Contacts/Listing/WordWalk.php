<?php
/**
 * Lists by relevance where many contacts match.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Contacts\Listing;

use Steward\Access\ScopeSql;
use Steward\Database\Clause;
use Steward\Database\Connection;
use Steward\Lists\Hints;

/**
 * Walks the words that begin with the first one of the search, the exact word before longer ones, and takes each contact
 * where it comes first.
 */
final class WordWalk {

	/** Up to so many rows before the page, each is asked whether it is followed. */
	private const FEW = 500;

	/** @var Hints Ways for the server. */
	private readonly Hints $hints;

	public function __construct( private readonly Connection $db, private readonly ScopeSql $scopes ) {
		$this->hints = new Hints( $db );
	}

	/**
	 * One page.
	 *
	 * @return list<int>
	 */
	public function page( ContactList $list ): array {
		$terms = $this->db->table( 'contact_terms' );
		$start = $this->db->starts_with( $list->filters->words[0] );
		$where = Clause::all( array( $list->access( $this->scopes, $list->query->offset <= self::FEW ), $list->filters->conditions( 'word0' ) ) );
		return $this->db->ints(
			"SELECT t.contact_id FROM %i t {$this->hints->use_key( 'PRIMARY' )} {$this->hints->join()} %i c ON c.id = t.contact_id
			WHERE t.trashed = %d AND t.term LIKE %s AND $where->sql
				AND NOT EXISTS ( SELECT 1 FROM %i e WHERE e.contact_id = t.contact_id AND e.term LIKE %s AND e.term < t.term )
			ORDER BY t.term, t.field_rank, t.contact_id LIMIT %d OFFSET %d",
			...array( $terms, $this->db->table( 'contacts' ), (int) $list->query->trashed, $start, ...$where->args, $terms, $start, $list->query->limit, $list->query->offset )
		);
	}
}
