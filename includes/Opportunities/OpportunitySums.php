<?php
/**
 * How many opportunities there are and what they are worth, in groups.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

use Steward\Access\Scope;
use Steward\Lists\ListTotals;
use Steward\Lists\Transients;
use Steward\Lists\Unchanged;
use Steward\Opportunities\Listing\GroupSums;

/**
 * Of up to ListTotals::EXACT opportunities they are exact, and read again when one has changed; of more they are read at most
 * once a minute. The cache key carries the scope, so nobody gets a number of what somebody else may see.
 */
final class OpportunitySums {

	public function __construct( private readonly GroupSums $groups, private readonly Unchanged $kept ) {
	}

	/**
	 * Counts and sums.
	 *
	 * @param non-empty-array<string, string> $groups As GroupSums::rows().
	 * @return list<array{by: array<string, string|null>, currency: string, count: int, value: string}> In no order.
	 */
	public function by( OpportunityQuery $query, Scope $scope, array $groups ): array {
		$name = self::name( $query, $scope, $groups );
		Transients::read( array( $name ) );
		$kept = $this->kept->get( $name );
		if ( is_array( $kept ) ) {
			/** @var list<array{by: array<string, string|null>, currency: string, count: int, value: string}> $kept */
			return $kept;
		}
		$mark = $this->kept->mark();
		$sums = $this->read( $query, $scope, $groups );
		// A contact's name is no opportunity's change, but what a search finds may be another.
		if ( '' === $query->search ) {
			$this->kept->keep( $name, $sums, array_sum( array_column( $sums, 'count' ) ) > ListTotals::EXACT ? null : $mark );
		}
		return $sums;
	}

	/**
	 * The transient's name.
	 *
	 * @param non-empty-array<string, string> $groups As in by().
	 */
	public static function name( OpportunityQuery $query, Scope $scope, array $groups ): string {
		return 'steward_sums_' . md5( $scope->key() . $query->key() . implode( ',', array_keys( $groups ) ) );
	}

	/**
	 * A group may come from more than one branch of the scope.
	 *
	 * @param non-empty-array<string, string> $groups As in by().
	 * @return list<array{by: array<string, string|null>, currency: string, count: int, value: string}>
	 */
	private function read( OpportunityQuery $query, Scope $scope, array $groups ): array {
		$sums = array();
		foreach ( $this->groups->rows( $query, $scope, $groups + array( 'currency' => 'o.currency' ) ) as $row ) {
			$by           = array_intersect_key( $row, $groups );
			$currency     = (string) $row['currency'];
			$key          = (string) wp_json_encode( array( $by, $currency ) );
			$value        = $this->groups->amount( (string) $row['total'], $currency );
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
