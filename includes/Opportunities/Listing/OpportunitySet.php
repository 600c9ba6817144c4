<?php
/**
 * The opportunities that one filter lets through, before access.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities\Listing;

use Steward\Database\Clause;

/**
 * A small one is read whole and sorted; of a large one, the order's key is walked and the filter is asked row by row.
 */
final class OpportunitySet {

	/**
	 * @param string $name       Which filter it is, as in OpportunityFilters::conditions().
	 * @param Clause $select     SELECT of `opportunity_id` and `score` (lower is better), from a key.
	 * @param bool   $duplicates Whether one opportunity may come more than once.
	 * @param bool   $is_exact   Whether all of its rows pass the filter, so that it need not be asked again.
	 */
	public function __construct(
		public readonly string $name,
		public readonly Clause $select,
		public readonly bool $duplicates = false,
		public readonly bool $is_exact = true,
	) {
	}

	/**
	 * Each opportunity once, as a SELECT.
	 */
	public function distinct(): Clause {
		return $this->duplicates
			? new Clause( "SELECT opportunity_id, MIN( score ) AS score FROM ( {$this->select->sql} ) g GROUP BY opportunity_id", $this->select->args )
			: $this->select;
	}
}
