<?php
/**
 * How many opportunities there are and what they are worth, in groups.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

use Steward\Access\Scope;
use Steward\Lists\Transients;

/**
 * Of few they are read each time; of more than ListTotals::EXACT, at most once a minute. The cache key carries the
 * scope, so nobody gets a number of what somebody else may see.
 */
final class OpportunitySums {

	private const SECONDS = 60;

	public function __construct( private readonly OpportunityFinder $finder ) {
	}

	/**
	 * Counts and sums.
	 *
	 * @param non-empty-array<string, string> $groups As OpportunityFinder::sums().
	 * @return list<array{by: array<string, string|null>, currency: string, count: int, value: string}> In no order.
	 */
	public function by( OpportunityQuery $query, Scope $scope, array $groups ): array {
		$name = 'steward_sums_' . md5( $scope->key() . $query->key() . implode( ',', array_keys( $groups ) ) );
		Transients::read( array( $name ) );
		$cached = get_transient( $name );
		if ( is_array( $cached ) ) {
			/** @var list<array{by: array<string, string|null>, currency: string, count: int, value: string}> $cached */
			return $cached;
		}
		$large = $this->finder->is_large( $query, $scope );
		$sums  = $this->read( $query, $scope, $groups );
		if ( $large ) {
			set_transient( $name, $sums, self::SECONDS );
		}
		return $sums;
	}

	/**
	 * A group may come from more than one branch of the scope.
	 *
	 * @param non-empty-array<string, string> $groups As in by().
	 * @return list<array{by: array<string, string|null>, currency: string, count: int, value: string}>
	 */
	private function read( OpportunityQuery $query, Scope $scope, array $groups ): array {
		$sums = array();
		foreach ( $this->finder->sums( $query, $scope, $groups + array( 'currency' => 'o.currency' ) ) as $row ) {
			$by           = array_intersect_key( $row, $groups );
			$currency     = (string) $row['currency'];
			$key          = (string) wp_json_encode( array( $by, $currency ) );
			$value        = $this->finder->amount( (string) $row['total'], $currency );
			$sums[ $key ] = array(
				'by'       => $by,
				'currency' => $currency,
				'count'    => ( $sums[ $key ]['count'] ?? 0 ) + (int) $row['n'],
				'value'    => isset( $sums[ $key ] ) ? Money::sum( $sums[ $key ]['value'], $value, $currency ) : $value,
			);
		}
		return array_values( $sums );
	}
}
