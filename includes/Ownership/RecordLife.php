<?php
/**
 * What can be done to any record as a whole.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Ownership;

use Steward\Access\Actor;
use Steward\Activity\Cause;
use Steward\Rest\Refused;

/**
 * Reads, trashes, restores and erases records of one kind.
 *
 * @template-covariant T of OwnedRecord
 */
interface RecordLife {

	/**
	 * A record that the actor may view, in the trash too.
	 *
	 * @return T
	 * @throws Refused When there is none, or the actor may not view it.
	 */
	public function get( int $id, Actor $actor ): OwnedRecord;

	/**
	 * Puts a record in the trash.
	 *
	 * @return T
	 * @throws Refused When the actor may not.
	 */
	public function trash( int $id, Actor $actor, Cause $cause ): OwnedRecord;

	/**
	 * Takes a record out of the trash.
	 *
	 * @return T
	 * @throws Refused When the actor may not.
	 */
	public function restore( int $id, Actor $actor, Cause $cause ): OwnedRecord;

	/**
	 * Erases a record for good.
	 *
	 * @return T As it was.
	 * @throws Refused When the actor may not.
	 */
	public function erase( int $id, Actor $actor, Cause $cause ): OwnedRecord;
}
