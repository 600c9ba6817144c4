<?php
/**
 * Counts and sums of a list, in groups.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities\Listing;

use Steward\Access\Scope;
use Steward\Database\Clause;
use Steward\Opportunities\Money;
use Steward\Opportunities\OpportunityQuery;

/**
 * Reads them in SQL, exact to the last cent.
 */
final class GroupSums {

	/** A filter's set up to here is read whole. */
	private const SMALL = 20000;

	/**
	 * @param int $small As SMALL.
	 */
	public function __construct( private readonly ListSql $sql, private readonly int $small = self::SMALL ) {
	}

	/**
	 * Each group, once for each branch of the scope that it is in.
	 *
	 * @param array<string, string> $groups Name => expression on a row `o`.
	 * @return list<array<string, string|null>> The groups' names, `n` and `total`.
	 */
	public function rows( OpportunityQuery $query, Scope $scope, array $groups ): array {
		$list = $this->sql->list( $query, $scope );
		if ( $list->is_empty() ) {
			return array();
		}
		$small = $this->sql->smallest( $list, $this->small, 'stage' );
		if ( null !== $small ) {
			return $this->grouped( $this->sql->from_set( $small->distinct(), $this->sql->conditions( $list, $small, true ) ), $groups );
		}
		$sums = array();
		foreach ( $this->sql->branches( $list ) as $branch ) {
			$from       = $this->sql->from_branch( $branch, 'stage_sums' );
			$conditions = Clause::all( array( $this->sql->living( $list ), $branch->clause, $list->filters->conditions( null, true ) ) );
			array_push( $sums, ...$this->grouped( new Clause( "$from->sql WHERE $conditions->sql", array( ...$from->args, ...$conditions->args ) ), $groups ) );
		}
		return $sums;
	}

	/**
	 * A `total` of rows() as an amount.
	 */
	public function amount( string $total, string $currency ): string {
		return $this->sql->db->is_sqlite() ? Money::of_ten_thousandths( $total, $currency ) : Money::exact( $total, $currency );
	}

	/**
	 * @param Clause                $from   FROM … WHERE ….
	 * @param array<string, string> $groups As in rows().
	 * @return list<array<string, string|null>>
	 */
	private function grouped( Clause $from, array $groups ): array {
		$select = '';
		foreach ( $groups as $name => $expression ) {
			$select .= "$expression AS $name, ";
		}
		$by = implode( ', ', array_values( $groups ) );
		// SQLite's numbers with a fraction are floats; its whole numbers are exact.
		$sum = $this->sql->db->is_sqlite() ? 'SUM( CAST( ROUND( o.value * 10000 ) AS SIGNED ) )' : 'SUM( o.value )';
		return $this->sql->db->rows( "SELECT $select COUNT(*) AS n, $sum AS total $from->sql GROUP BY $by", ...$from->args );
	}
}
