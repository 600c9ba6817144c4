<?php
/**
 * What is expected to be won, and when.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

use Steward\Access\OwnerFilter;
use Steward\Access\Scope;

/**
 * Open opportunities by the month of their expected close, stage, owner and currency; weighted by the stage's probability.
 */
final class Forecast {

	public function __construct( private readonly OpportunitySums $sums, private readonly PipelineStore $pipelines ) {
	}

	/**
	 * The forecast's rows, in order of month, those without one last, stage, owner and currency.
	 *
	 * @param int|null         $pipeline A pipeline; null is all of them.
	 * @param OwnerFilter|null $owners   Owners asked for; null for all.
	 * @return list<array{month: string|null, stage: int, owner: int|null, currency: string, count: int, value: string, weighted: string}>
	 */
	public function rows( ?int $pipeline, ?OwnerFilter $owners, Scope $scope ): array {
		$stages = array();
		foreach ( $this->pipelines->all() as $each ) {
			foreach ( null === $pipeline || $each->id === $pipeline ? $each->stages : array() as $stage ) {
				if ( Stage::OPEN === $stage->outcome ) {
					$stages[ $stage->id ] = $stage;
				}
			}
		}
		$groups = array(
			'stage'       => 'o.stage_id',
			'owner'       => 'o.owner',
			'close_month' => 'SUBSTR( o.expected_close, 1, 7 )',
		);
		$rows   = array();
		foreach ( $this->sums->by( new OpportunityQuery( owners: $owners, stages: array_keys( $stages ) ), $scope, $groups ) as $sum ) {
			$stage = $stages[ (int) $sum['by']['stage'] ] ?? null;
			if ( null !== $stage ) {
				$rows[] = array(
					'month'    => $sum['by']['close_month'],
					'stage'    => $stage->id,
					'owner'    => null === $sum['by']['owner'] ? null : (int) $sum['by']['owner'],
					'currency' => $sum['currency'],
					'count'    => $sum['count'],
					'value'    => $sum['value'],
					'weighted' => Money::percent( $sum['value'], $stage->probability, $sum['currency'] ),
				);
			}
		}
		$place = array_flip( array_keys( $stages ) );
		usort( $rows, static fn ( array $a, array $b ): int => array( $a['month'] ?? '~', $place[ $a['stage'] ], $a['owner'] ?? 0, $a['currency'] ) <=> array( $b['month'] ?? '~', $place[ $b['stage'] ], $b['owner'] ?? 0, $b['currency'] ) );
		return $rows;
	}
}
