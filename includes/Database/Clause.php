<?php
/**
 * A piece of SQL with its arguments.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Database;

/**
 * Placeholders and their values stay together until the statement is prepared as a whole.
 */
final class Clause {

	/**
	 * @param string           $sql  Condition with placeholders.
	 * @param list<string|int> $args Values of the placeholders.
	 */
	public function __construct( public readonly string $sql, public readonly array $args = array() ) {
	}

	/**
	 * All of them.
	 *
	 * @param list<self> $clauses Conditions; none is always true.
	 */
	public static function all( array $clauses ): self {
		return array() === $clauses
			? new self( '1 = 1' )
			: new self( implode( ' AND ', array_column( $clauses, 'sql' ) ), array_merge( ...array_column( $clauses, 'args' ) ) );
	}
}
