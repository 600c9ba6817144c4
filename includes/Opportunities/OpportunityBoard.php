<?php
/**
 * A pipeline's board.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

use Steward\Access\Scope;
use Steward\Lists\Transients;
use Steward\Opportunities\Listing\KeptFirsts;

/**
 * For each stage: how many, what they are worth in each currency, and the first cards. The number of statements doesn't depend on
 * the number of stages or opportunities.
 */
final class OpportunityBoard {

	public function __construct(
		private readonly KeptFirsts $firsts,
		private readonly OpportunitySums $sums,
		private readonly OpportunityStore $store,
	) {
	}

	/**
	 * The board's columns.
	 *
	 * @param OpportunityQuery $query     Filters.
	 * @param int              $per_stage Cards of a column; 0 gives counts and values alone.
	 * @return list<array{stage: int, count: int, values: list<array{currency: string, value: string}>, weighted: list<array{currency: string, value: string}>, opportunities: list<Opportunity>}>
	 */
	public function columns( Pipeline $pipeline, OpportunityQuery $query, Scope $scope, int $per_stage ): array {
		$stages = array_map( static fn ( Stage $stage ): int => $stage->id, $pipeline->stages );
		$summed = $query->in_stages( $stages, 0 );
		$groups = array( 'stage' => 'o.stage_id' );
		Transients::read( array( OpportunitySums::name( $summed, $scope, $groups ), KeptFirsts::name( $query, $scope, $stages, $per_stage ) ) );
		$sums    = $this->sums->by( $summed, $scope, $groups );
		$ids     = $per_stage > 0 ? $this->firsts->ids( $query, $scope, $stages, $per_stage ) : array();
		$cards   = $this->store->find_all( array_merge( array(), ...array_values( $ids ) ) );
		$columns = array();
		foreach ( $pipeline->stages as $stage ) {
			$columns[] = self::column(
				$stage,
				array_values( array_filter( $sums, static fn ( array $sum ): bool => (int) $sum['by']['stage'] === $stage->id ) ),
				array_values( array_filter( $cards, static fn ( Opportunity $card ): bool => in_array( $card->id, $ids[ $stage->id ] ?? array(), true ) ) )
			);
		}
		return $columns;
	}

	/**
	 * @param list<array{by: array<string, string|null>, currency: string, count: int, value: string}> $sums  The stage's.
	 * @param list<Opportunity>                                                                        $cards The stage's.
	 * @return array{stage: int, count: int, values: list<array{currency: string, value: string}>, weighted: list<array{currency: string, value: string}>, opportunities: list<Opportunity>}
	 */
	private static function column( Stage $stage, array $sums, array $cards ): array {
		usort( $sums, static fn ( array $a, array $b ): int => array( $b['count'], $a['currency'] ) <=> array( $a['count'], $b['currency'] ) );
		return array(
			'stage'         => $stage->id,
			'count'         => array_sum( array_column( $sums, 'count' ) ),
			'values'        => array_map(
				static fn ( array $sum ): array => array(
					'currency' => $sum['currency'],
					'value'    => $sum['value'],
				),
				$sums
			),
			'weighted'      => array_map(
				static fn ( array $sum ): array => array(
					'currency' => $sum['currency'],
					'value'    => Money::percent( $sum['value'], $stage->probability, $sum['currency'] ),
				),
				$sums
			),
			'opportunities' => $cards,
		);
	}
}
