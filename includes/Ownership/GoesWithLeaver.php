<?php
/**
 * What else somebody who left had.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Ownership;

use Steward\Access\Actor;
use Steward\Activity\Cause;

/**
 * Handed over by LeaverHandOver's job, after the records that they owned and what went along with those.
 */
interface GoesWithLeaver {

	/**
	 * How much there is of a user's.
	 */
	public function count( int $user ): int;

	/**
	 * What there is of a user's, in order of id.
	 *
	 * @return list<int> Ids.
	 */
	public function after( int $user, int $after_id, int $limit ): array;

	/**
	 * Hands one over, whoever may; what is somebody else's meanwhile stays theirs.
	 *
	 * @param int|null $heir To whom, if they can have it; else to nobody.
	 */
	public function hand_over( int $id, int $leaver, ?int $heir, Actor $actor, Cause $cause ): void;
}
