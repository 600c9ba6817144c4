<?php
/**
 * How many rows a list has, without counting a million on each page.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Lists;

/**
 * Up to EXACT a total is exact; a larger one is counted at most once a minute. The key carries the scope, so nobody gets a
 * number of what somebody else may see.
 */
final class ListTotals {

	/** Totals up to here are exact. */
	public const EXACT = 10000;

	/** Totals from here on are worth keeping. */
	private const WORTHWHILE = 1000;

	/** @var Totals Where larger ones are kept. */
	private readonly Totals $large;

	/**
	 * @param Unchanged|null $exact      Keeps exact totals until something changes; without it they are counted each time.
	 * @param int            $worthwhile As WORTHWHILE.
	 */
	public function __construct( private readonly ?Unchanged $exact = null, private readonly int $worthwhile = self::WORTHWHILE ) {
		$this->large = new Totals();
	}

	/**
	 * A list's total.
	 *
	 * @param string               $key   The scope and the filters.
	 * @param callable( int ): int $count Counts, up to a limit.
	 */
	public function get( string $key, callable $count ): int {
		$name = 'steward_count_' . md5( $key );
		Transients::read( array( Totals::name( $key ), $name ) );
		$kept = $this->large->get( $key, self::EXACT, static fn (): int => $count( PHP_INT_MAX ) ) ?? $this->exact?->get( $name );
		if ( is_int( $kept ) ) {
			return $kept;
		}
		$mark  = $this->exact?->mark();
		$total = $count( self::EXACT + 1 );
		if ( $total > self::EXACT ) {
			$total = $count( PHP_INT_MAX );
			$this->large->keep( $key, $total );
		} elseif ( $total >= $this->worthwhile && null !== $mark ) {
			$this->exact->keep( $name, $total, $mark );
		}
		return $total;
	}
}
