<?php
/**
 * What a change of many owners takes with it.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Ownership;

use Steward\Access\Actor;
use Steward\Access\RecordType;
use Steward\Activity\Cause;

/**
 * Called by ManyRecords within the transaction of the change, after the records' own columns and activity are written.
 */
interface ManyMoveAlong {

	/**
	 * Records that had one owner, or none, have another, or none.
	 *
	 * @param non-empty-list<int> $ids    Records, their rows held.
	 * @param int|null            $old    The former owner's user id.
	 * @param int|null            $owner  The new owner's user id.
	 * @param int                 $within The contact whose change of owner takes them along; 0 for none.
	 */
	public function owners_changed( RecordType $type, array $ids, ?int $old, ?int $owner, Actor $actor, Cause $cause, int $within ): void;
}
