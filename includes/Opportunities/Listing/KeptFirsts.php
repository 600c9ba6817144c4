<?php
/**
 * The cards that a board began with a moment ago.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities\Listing;

use Steward\Access\Scope;
use Steward\Lists\Changes;
use Steward\Opportunities\OpportunityQuery;

/**
 * Keeps the beginning of each column for a minute at most, and looks up what has changed since: the cards are right as they are
 * now, and no key is walked again. The name carries the scope: nobody gets cards of what another may see.
 */
final class KeptFirsts {

	private const SECONDS = 60;

	/** So many more of each stage are kept than are shown, for those that leave it. */
	private const SPARE = 10;

	/**
	 * @param int $spare As SPARE.
	 */
	public function __construct( private readonly StageFirsts $firsts, private readonly Changes $changes, private readonly int $spare = self::SPARE ) {
	}

	/**
	 * The first ids of each stage, the newest change first.
	 *
	 * @param list<int> $stages Stages.
	 * @param int       $limit  Of each stage, at least one.
	 * @return array<int, list<int>> Stage => ids.
	 */
	public function ids( OpportunityQuery $query, Scope $scope, array $stages, int $limit ): array {
		// A contact's name is no opportunity's change, but what a search finds may be another.
		if ( '' !== $query->search ) {
			return StageFirsts::ids( $this->firsts->rows( $query, $scope, $stages, $limit ), $limit );
		}
		$name = self::name( $query, $scope, $stages, $limit );
		$kept = self::stored( get_transient( $name ) );
		if ( null !== $kept ) {
			$rows = $this->as_now( $kept, $query, $scope, $stages, $limit ) ?? $this->firsts->rows( $query, $scope, $stages, $limit );
			return StageFirsts::ids( $rows, $limit );
		}
		$mark = $this->changes->mark();
		$rows = $this->firsts->rows( $query, $scope, $stages, $limit + $this->spare );
		$kept = array_intersect_key( array_column( $rows, null, 'id' ), array_flip( array_merge( array(), ...StageFirsts::ids( $rows, $limit + $this->spare ) ) ) );
		set_transient(
			$name,
			array(
				'rows' => array_values( $kept ),
				'mark' => $mark,
			),
			self::SECONDS
		);
		return StageFirsts::ids( $rows, $limit );
	}

	/**
	 * The transient's name.
	 *
	 * @param list<int> $stages As in ids().
	 * @param int       $limit  As in ids().
	 */
	public static function name( OpportunityQuery $query, Scope $scope, array $stages, int $limit ): string {
		return 'steward_firsts_' . md5( $scope->key() . $query->in_stages( $stages, $limit )->key() . " $limit" );
	}

	/**
	 * What was kept, with those that have changed since as they are now.
	 *
	 * @param array{rows: list<array<string, string|null>>, mark: int} $kept   What was kept.
	 * @param list<int>                                                $stages As in ids().
	 * @param int                                                      $limit  As in ids().
	 * @return list<array<string, string|null>>|null As StageFirsts::rows(); null when too much has changed.
	 */
	private function as_now( array $kept, OpportunityQuery $query, Scope $scope, array $stages, int $limit ): ?array {
		$changed = $this->changes->since( $kept['mark'] );
		if ( null === $changed || array() === $changed ) {
			return null === $changed ? null : $kept['rows'];
		}
		$others = array_values( array_filter( $kept['rows'], static fn ( array $row ): bool => ! in_array( (int) $row['id'], $changed, true ) ) );
		$left   = StageFirsts::ids( $others, $limit );
		foreach ( StageFirsts::ids( $kept['rows'], $limit + $this->spare ) as $stage => $all ) {
			// Behind the last one that was kept, others than those that changed may follow.
			if ( count( $all ) === $limit + $this->spare && count( $left[ $stage ] ?? array() ) < $limit ) {
				return null;
			}
		}
		return array( ...$others, ...$this->firsts->among( $query, $scope, $stages, $changed ) );
	}

	/**
	 * @return array{rows: list<array<string, string|null>>, mark: int}|null Null when it is something else.
	 */
	private static function stored( mixed $kept ): ?array {
		/** @var array{rows: list<array<string, string|null>>, mark: int}|null */
		return is_array( $kept ) && is_array( $kept['rows'] ?? null ) && is_int( $kept['mark'] ?? null ) ? $kept : null;
	}
}
