<?php
/**
 * What somebody who left should have done.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tasks;

use Steward\Access\Actor;
use Steward\Activity\Cause;
use Steward\Ownership\GoesWithLeaver;

/**
 * Their tasks, done ones among them, go to whom the deletion names if they may view what a task is of, else to nobody.
 */
final class TasksOfLeavers implements GoesWithLeaver {

	public function __construct( private readonly TaskStore $store, private readonly Tasks $tasks ) {
	}

	/**
	 * {@inheritDoc}
	 */
	public function count( int $user ): int {
		return $this->store->count_assigned_to( $user );
	}

	/**
	 * {@inheritDoc}
	 */
	public function after( int $user, int $after_id, int $limit ): array {
		return $this->store->assigned_to( $user, $after_id, $limit );
	}

	/**
	 * {@inheritDoc}
	 */
	public function hand_over( int $id, int $leaver, ?int $heir, Actor $actor, Cause $cause ): void {
		$this->tasks->hand_over( $id, $leaver, $heir, $actor, $cause );
	}
}
