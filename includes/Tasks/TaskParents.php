<?php
/**
 * The records that tasks are of.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tasks;

use Steward\Access\RecordType;
use Steward\Ownership\OwnedRecord;
use Steward\Ownership\Records;
use Steward\Rest\Errors;
use Steward\Rest\Refused;

/**
 * Reads each task's parent: the opportunity if there is one, else the contact. Always the stored one.
 */
final class TaskParents {

	public function __construct( private readonly Records $records ) {
	}

	/**
	 * A task's parent; null for a task of no record.
	 *
	 * @throws Refused When it has been erased this moment.
	 */
	public function of( Task $task ): ?OwnedRecord {
		$type = $task->parent_type();
		return null === $type ? null : $this->records->find( $type, $task->parent_id() ) ?? throw new Refused( Errors::not_found() );
	}

	/**
	 * Holds a contact's row until the transaction ends: no change of its owner, which takes tasks along, comes between.
	 */
	public function hold_contact( int $id ): void {
		$this->records->store( RecordType::Contact )->find( $id, true );
	}

	/**
	 * The parents of many, read kind by kind; tasks whose parent has been erased this moment are left out.
	 *
	 * @param list<Task> $tasks Tasks.
	 * @return array<int, OwnedRecord|null> Task's id => its parent.
	 */
	public function of_all( array $tasks ): array {
		$ids = array();
		foreach ( $tasks as $task ) {
			$ids[ $task->parent_type()->value ?? '' ][] = $task->parent_id();
		}
		$found = array();
		foreach ( RecordType::cases() as $type ) {
			foreach ( isset( $ids[ $type->value ] ) ? $this->records->store( $type )->find_all( array_values( array_unique( $ids[ $type->value ] ) ) ) : array() as $record ) {
				$found[ $type->value ][ $record->id() ] = $record;
			}
		}
		$parents = array();
		foreach ( $tasks as $task ) {
			$type   = $task->parent_type();
			$parent = null === $type ? null : $found[ $type->value ][ $task->parent_id() ] ?? null;
			if ( null === $type || null !== $parent ) {
				$parents[ $task->id ] = $parent;
			}
		}
		return $parents;
	}
}
