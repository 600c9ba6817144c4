<?php
/**
 * How many tasks a change of owner would take along.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tasks;

use Steward\Access\Actor;
use Steward\Access\RecordType;
use Steward\Opportunities\OpportunitiesMoveAlong;
use Steward\Ownership\OwnedRecord;

/**
 * Counts beforehand what TasksMoveAlong moves: of a contact also what is of the opportunities that go along.
 */
final class TasksAlong {

	public function __construct( private readonly TaskStore $store, private readonly OpportunitiesMoveAlong $opportunities ) {
	}

	/**
	 * The open tasks that would go to a new owner.
	 *
	 * @param bool $take_along Whether the former owner's opportunities of a contact are to go along.
	 */
	public function count( OwnedRecord $record, Actor $actor, bool $take_along ): int {
		$is_contact = RecordType::Contact === $record->type();
		$tasks      = $is_contact ? $this->store->open_of_contact( $record->id(), false ) : $this->store->open_of_opportunities( array( $record->id() ), false );
		$owners     = $is_contact ? $this->opportunities->going( $record, $actor, $take_along ) : array( $record->id() => $record->owner() );
		$count      = 0;
		foreach ( $tasks as $task ) {
			$goes   = null === $task['opportunity'] || array_key_exists( $task['opportunity'], $owners );
			$owner  = null === $task['opportunity'] ? $record->owner() : $owners[ $task['opportunity'] ] ?? null;
			$count += (int) ( $goes && $task['assignee'] === $owner );
		}
		return $count;
	}
}
