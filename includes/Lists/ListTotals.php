<?php
/**
 * How many rows a list has, without counting a million on each page.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Lists;

/**
 * Up to EXACT a total is counted each time; a larger one is counted at most once a minute. The key carries the scope, so
 * nobody gets a number of what somebody else may see.
 */
final class ListTotals {

	/** Totals up to here are exact. */
	public const EXACT = 10000;

	/** @var Totals Where larger ones are kept. */
	private readonly Totals $large;

	public function __construct() {
		$this->large = new Totals();
	}

	/**
	 * A list's total.
	 *
	 * @param string               $key   The scope and the filters.
	 * @param callable( int ): int $count Counts, up to a limit.
	 */
	public function get( string $key, callable $count ): int {
		$total = $this->large->get( $key, self::EXACT, static fn (): int => $count( PHP_INT_MAX ) ) ?? $count( self::EXACT + 1 );
		if ( self::EXACT + 1 === $total ) {
			$total = $count( PHP_INT_MAX );
			$this->large->keep( $key, $total );
		}
		return $total;
	}
}
