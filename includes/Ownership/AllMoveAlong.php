<?php
/**
 * Everything that a change of owner takes with it.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Ownership;

use Steward\Access\Actor;
use Steward\Activity\Cause;

/**
 * One after the other.
 */
final class AllMoveAlong implements MovesAlong {

	/** @var array<MovesAlong> In their order. */
	private readonly array $all;

	public function __construct( MovesAlong ...$all ) {
		$this->all = $all;
	}

	/**
	 * {@inheritDoc}
	 */
	public function owner_changed( OwnedRecord $record, ?int $old, Actor $actor, Cause $cause, bool $take_along = false ): void {
		foreach ( $this->all as $one ) {
			$one->owner_changed( $record, $old, $actor, $cause, $take_along );
		}
	}
}
