<?php
/**
 * What a change of owner does to tasks.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tasks;

use Steward\Access\Actor;
use Steward\Access\RecordType;
use Steward\Activity\ActivityStore;
use Steward\Activity\Cause;
use Steward\Database\Clock;
use Steward\Ownership\ManyMoveAlong;
use Steward\Ownership\MovesAlong;
use Steward\Ownership\OwnedRecord;
use Steward\Ownership\OwnerColumn;
use Steward\Rest\Input;

/**
 * The record's open tasks that were the former owner's to do go to the new owner; nobody's, where there was none. One look along
 * the key `contact` serves a contact and what it takes along: a claim costs no more where there are no tasks.
 */
final class TasksMoveAlong implements MovesAlong, ManyMoveAlong {

	/** So many are named in the log. */
	private const MAX_IDS = 200;

	/** @var array{int, list<array{id: int, opportunity: int|null, assignee: int|null}>} The contact looked at last, and its open tasks. */
	private array $looked = array( 0, array() );

	/** @var bool Whether that was a claim taken back. */
	private bool $is_undo = false;

	public function __construct( private readonly TaskStore $store, private readonly ActivityStore $activity, private readonly Clock $clock ) {
	}

	/**
	 * {@inheritDoc}
	 */
	public function owner_changed( OwnedRecord $record, ?int $old, Actor $actor, Cause $cause, bool $take_along = false ): void {
		$this->is_undo = 'undo' === $record->owner_cause();
		// A claim begins with its UPDATE: its first look comes after that and sees all, as who adds a task holds the contact's row. In a
		// job something has been read before, and only a locking read sees past that.
		$lock  = null !== $old || '' !== $cause->batch;
		$tasks = RecordType::Contact === $record->type() ? $this->store->open_of_contact( $record->id(), $lock ) : $this->store->open_of_opportunities( array( $record->id() ), $lock );
		if ( RecordType::Contact === $record->type() ) {
			$this->looked = array( $record->id(), $tasks );
		}
		$this->move( $record->type(), array( $record->id() ), $tasks, $old, $record->owner(), $actor, $cause );
	}

	/**
	 * {@inheritDoc}
	 */
	public function owners_changed( RecordType $type, array $ids, ?int $old, ?int $owner, Actor $actor, Cause $cause, int $within ): void {
		if ( RecordType::Opportunity === $type ) {
			$is_along      = $within > 0 && $this->looked[0] === $within;
			$this->is_undo = $is_along && $this->is_undo;
			$tasks         = $is_along ? $this->looked[1] : $this->store->open_of_opportunities( $ids, true );
			$this->move( $type, $ids, $tasks, $old, $owner, $actor, $cause );
		}
	}

	/**
	 * @param list<int>                                                       $ids   Records.
	 * @param list<array{id: int, opportunity: int|null, assignee: int|null}> $tasks Open tasks of them, and maybe of others.
	 */
	private function move( RecordType $type, array $ids, array $tasks, ?int $old, ?int $owner, Actor $actor, Cause $cause ): void {
		$of_record = array();
		foreach ( $tasks as $task ) {
			$record = RecordType::Opportunity === $type ? $task['opportunity'] : ( null === $task['opportunity'] ? $ids[0] : null );
			if ( $task['assignee'] === $old && null !== $record && in_array( $record, $ids, true ) ) {
				$of_record[ $record ][] = $task['id'];
			}
		}
		foreach ( $of_record as $record => $moved ) {
			// What was theirs before they claimed it stays theirs.
			$moved = $this->is_undo ? array_values( array_intersect( $moved, $this->came_with_claim( $type, $record, (int) $old ) ) ) : $moved;
			$count = array() === $moved ? 0 : $this->store->give( $moved, $old, $owner, $this->clock->now() );
			if ( $count > 0 ) {
				$changes = array(
					'tasks'    => TaskChanges::change( null, $count ),
					'assignee' => TaskChanges::change( $old, $owner ),
					'ids'      => TaskChanges::change( null, array_slice( $moved, 0, self::MAX_IDS ) ),
				);
				$this->activity->add( $type, $record, 'tasks_moved', $actor, $cause, $changes );
			}
		}
	}

	/**
	 * Tasks that a claim, as long as it can be taken back, brought with it.
	 *
	 * @return list<int> Ids.
	 */
	private function came_with_claim( RecordType $type, int $record, int $claimer ): array {
		$changes  = $this->activity->last_changes( $type, $record, 'tasks_moved', $this->clock->ago( OwnerColumn::UNDO_SECONDS ) );
		$assignee = is_array( $changes['assignee'] ?? null ) ? $changes['assignee'] : array();
		$ids      = is_array( $changes['ids'] ?? null ) ? ( $changes['ids']['new'] ?? null ) : null;
		return array_key_exists( 'old', $assignee ) && null === $assignee['old'] && ( $assignee['new'] ?? null ) === $claimer ? Input::ids( $ids ) : array();
	}
}
