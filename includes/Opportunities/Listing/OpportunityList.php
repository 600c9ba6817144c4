<?php
/**
 * A list of opportunities that is asked for.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities\Listing;

use Steward\Access\Scope;
use Steward\Opportunities\OpportunityQuery;

/**
 * What is wanted, what may be seen, and the filters in SQL.
 */
final class OpportunityList {

	public function __construct( public readonly OpportunityQuery $query, public readonly Scope $scope, public readonly OpportunityFilters $filters ) {
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
	 * Whether its best matches come first.
	 */
	public function by_relevance(): bool {
		return OpportunityQuery::RELEVANCE === $this->query->orderby && array() !== $this->filters->words;
	}
}
