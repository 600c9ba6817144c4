<?php
/**
 * Numbers that cost something to find.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Lists;

/**
 * Keeps them for a minute at most, and gives them only as long as no record has changed, which Changes tells: so they are
 * exact. The name carries the scope: nobody gets a number of what another may see.
 */
final class Unchanged {

	private const SECONDS = 60;

	public function __construct( private readonly Changes $changes ) {
	}

	/**
	 * A value that was kept.
	 *
	 * @param string $name The transient.
	 * @return mixed Null when there is none, or when something has changed since.
	 */
	public function get( string $name ): mixed {
		$kept = get_transient( $name );
		if ( ! is_array( $kept ) || ! array_key_exists( 'value', $kept ) ) {
			return null;
		}
		$mark = $kept['mark'] ?? null;
		return ! is_int( $mark ) || array() === $this->changes->since( $mark ) ? $kept['value'] : null;
	}

	/**
	 * What to give to keep(), from right before the value was read.
	 */
	public function mark(): int {
		return $this->changes->mark();
	}

	/**
	 * Keeps a value.
	 *
	 * @param string   $name As in get().
	 * @param int|null $mark As mark() was; null to give it for its minute whatever changes.
	 */
	public function keep( string $name, mixed $value, ?int $mark ): void {
		set_transient( $name, compact( 'value', 'mark' ), self::SECONDS );
	}
}
