<?php
/**
 * One indexed read of a scope.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Access;

use Steward\Database\Clause;

/**
 * A disjoint part of a scope: everything, one owner (or nobody), or what is followed.
 */
final class Branch {

	/**
	 * @param Clause $clause        Condition on the row; of a followed branch also on the joined followers, aliased `sb`.
	 * @param bool   $by_owner      Whether the condition fixes the owner, so that the keys behind the owner serve it.
	 * @param bool   $joins_followers Whether the followers table has to be joined.
	 * @param bool   $is_unassigned   Whether the owner it fixes is nobody.
	 */
	private function __construct(
		public readonly Clause $clause,
		public readonly bool $by_owner,
		public readonly bool $joins_followers,
		public readonly bool $is_unassigned = false,
	) {
	}

	/**
	 * All records.
	 */
	public static function any(): self {
		return new self( new Clause( '1 = 1' ), false, false );
	}

	/**
	 * The records of one owner.
	 */
	public static function owner( Clause $clause ): self {
		return new self( $clause, true, false );
	}

	/**
	 * The records of nobody.
	 */
	public static function unassigned( Clause $clause ): self {
		return new self( $clause, true, false, true );
	}

	/**
	 * The records that somebody follows.
	 */
	public static function followed( Clause $clause ): self {
		return new self( $clause, false, true );
	}
}
