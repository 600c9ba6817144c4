<?php
/**
 * The records that one filter lets through, before access.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Lists;

use Steward\Database\Clause;

/**
 * One that isn't large is read whole and sorted; of a large one, the order's key is walked and the filter is asked row by row.
 */
final class CandidateSet {

	/**
	 * @param string $name       Which filter it is; of several, with blanks between them.
	 * @param Clause $select     SELECT of `contact_id` (the record's id) and `score` (lower is better), from a key.
	 * @param bool   $duplicates Whether one record may come more than once.
	 * @param bool   $is_small   Whether it is known to be small.
	 * @param bool   $is_living  Whether it holds only what the list asks for, the living or the trash.
	 */
	public function __construct(
		public readonly string $name,
		public readonly Clause $select,
		public readonly bool $duplicates = false,
		public readonly bool $is_small = false,
		public readonly bool $is_living = true,
	) {
	}

	/**
	 * Each record once, as a SELECT.
	 */
	public function distinct(): Clause {
		return $this->duplicates
			? new Clause( "SELECT contact_id, MIN( score ) AS score FROM ( {$this->select->sql} ) g GROUP BY contact_id", $this->select->args )
			: $this->select;
	}

	/**
	 * What several sets have in common: their keys are read once each and met, instead of asking each row of one for the others.
	 *
	 * @param non-empty-list<self> $sets Sets.
	 */
	public static function common( array $sets ): self {
		if ( 1 === count( $sets ) ) {
			return $sets[0];
		}
		$parts = array();
		$args  = array();
		foreach ( $sets as $index => $set ) {
			$parts[] = "SELECT contact_id, $index AS part FROM ( {$set->select->sql} ) s$index";
			array_push( $args, ...$set->select->args );
		}
		return new self(
			implode( ' ', array_column( $sets, 'name' ) ),
			new Clause( 'SELECT contact_id, 0 AS score FROM ( ' . implode( ' UNION ALL ', $parts ) . ' ) m GROUP BY contact_id HAVING COUNT( DISTINCT part ) = ' . count( $sets ), $args ),
			false,
			false,
			in_array( true, array_column( $sets, 'is_living' ), true )
		);
	}
}
