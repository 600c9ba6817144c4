<?php
/**
 * Who is told of activity as it is written.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Activity;

use Steward\Access\Actor;
use Steward\Access\RecordType;

/**
 * Called within the transaction of the change, so that what a listener writes is kept or undone with it.
 */
interface ActivityListener {

	/**
	 * A row was added.
	 *
	 * @param string               $action  Such as `claimed`.
	 * @param array<string, mixed> $changes Field => { old, new }.
	 */
	public function activity_added( RecordType $type, int $id, string $action, Actor $actor, Cause $cause, array $changes ): void;
}
