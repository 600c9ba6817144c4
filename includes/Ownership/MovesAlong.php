<?php
/**
 * What a change of owner takes with it.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Ownership;

use Steward\Access\Actor;
use Steward\Activity\Cause;

/**
 * Called by Ownership within the transaction of the change, after the record's own column and activity are written.
 */
interface MovesAlong {

	/**
	 * A record's owner has changed.
	 *
	 * @param OwnedRecord $record     The record as it is now, its row held.
	 * @param int|null    $old        The former owner's user id.
	 * @param bool        $take_along Whether the actor asked to take along what would stay otherwise.
	 */
	public function owner_changed( OwnedRecord $record, ?int $old, Actor $actor, Cause $cause, bool $take_along = false ): void;
}
