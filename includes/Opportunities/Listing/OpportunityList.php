<?php
/**
 * A list of opportunities that is asked for.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities\Listing;

use Steward\Access\Scope;
use Steward\Database\Clause;
use Steward\Lists\Bookmark;
use Steward\Opportunities\OpportunityQuery;

/**
 * What is wanted, what may be seen, and the filters in SQL.
 */
final class OpportunityList {

	public function __construct( public readonly OpportunityQuery $query, public readonly Scope $scope, public readonly OpportunityFilters $filters, private readonly ?Bookmark $from = null ) {
	}

	/**
	 * The same list from a place on, or whole.
	 */
	public function from( ?Bookmark $place ): self {
		return new self( $this->query, $this->scope, $this->filters, $place );
	}

	/**
	 * What comes from that place on, on a row `o`.
	 */
	public function rest(): Clause {
		return null === $this->from ? Clause::all( array() ) : $this->from->from_here_on( 'o', OpportunityQuery::ORDERS[ $this->orderby() ], $this->query->descending );
	}

	/**
	 * Whether it can hold nothing.
	 */
	public function is_empty(): bool {
		return $this->scope->is_nothing() || $this->filters->match_nothing;
	}

	/**
	 * A text that differs when what it holds does, whatever the page and order: what caches must be keyed by.
	 */
	public function key(): string {
		return $this->scope->key() . $this->query->key();
	}

	/**
	 * As key(), and when the order differs.
	 */
	public function ordered_key(): string {
		return $this->key() . $this->query->orderby . ( $this->query->descending ? ' desc' : '' );
	}

	/**
	 * One of OpportunityQuery::ORDERS: what it is ordered by where its best matches don't come first.
	 */
	public function orderby(): string {
		return isset( OpportunityQuery::ORDERS[ $this->query->orderby ] ) ? $this->query->orderby : 'created';
	}

	/**
	 * Whether some opportunities may lack what it is ordered by.
	 */
	public function may_be_null(): bool {
		return in_array( $this->orderby(), array( 'owner', 'expected_close' ), true );
	}

	/**
	 * Whether its best matches come first.
	 */
	public function by_relevance(): bool {
		return OpportunityQuery::RELEVANCE === $this->query->orderby && array() !== $this->filters->words;
	}
}
