<?php
/**
 * What can be done with tasks.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tasks;

use Steward\Access\Actor;
use Steward\Access\Reason;
use Steward\Access\RecordType;
use Steward\Access\Verb;
use Steward\Activity\ActivityStore;
use Steward\Activity\Cause;
use Steward\Contacts\Contact;
use Steward\Database\Clock;
use Steward\Database\Transaction;
use Steward\Opportunities\Opportunity;
use Steward\Ownership\OwnedRecord;
use Steward\Ownership\RecordGuard;
use Steward\Rest\Errors;
use Steward\Rest\Refused;

/**
 * Use cases. Each asks about the stored task's parent, changes the task in one transaction with the parent's activity, and tells
 * of it after the commit.
 */
final class Tasks {

	/**
	 * @param TaskStore                $store         The rows.
	 * @param TaskParents              $parents       The records they are of.
	 * @param TaskAccess               $access        Who may what.
	 * @param RecordGuard<Contact>     $contacts      Who may be given a contact.
	 * @param RecordGuard<Opportunity> $opportunities Who may be given an opportunity.
	 * @param ActivityStore            $activity      The log.
	 * @param Transaction              $transaction   All or nothing.
	 * @param Clock                    $clock         The time.
	 */
	public function __construct(
		private readonly TaskStore $store,
		private readonly TaskParents $parents,
		private readonly TaskAccess $access,
		private readonly RecordGuard $contacts,
		private readonly RecordGuard $opportunities,
		private readonly ActivityStore $activity,
		private readonly Transaction $transaction,
		private readonly Clock $clock,
	) {
	}

	/**
	 * A task that the actor may view.
	 *
	 * @throws Refused When there is none, or they may not.
	 */
	public function get( int $id, Actor $actor ): Task {
		self::member( $actor );
		$task   = $this->store->get( $id );
		$parent = $this->parents->of( $task );
		TaskAccess::unless_allowed( $this->access->view( $actor, $task, $parent ), $parent );
		return $task;
	}

	/**
	 * Adds a task to what the actor may update, or to no record. Without an assignee in the input, it is the actor's to do.
	 *
	 * @throws Refused When fields are wrong, or the actor may not.
	 */
	public function create( TaskInput $input, Actor $actor, Cause $cause ): Task {
		self::member( $actor );
		$errors = $input->errors + ( null === $input->title ? array( 'title' => TaskInput::no_title() ) : array() );
		if ( array() !== $errors ) {
			throw new Refused( Errors::invalid( $errors ) );
		}
		return $this->transaction->run(
			function () use ( $input, $actor, $cause ): Task {
				// Its row is held: no change of its owner, and no trash, comes between.
				$parent   = $this->parent_for( $input, $actor );
				$assignee = $input->has( 'assignee' ) ? $input->assignee : ( $actor->id > 0 && ! $actor->is_system ? $actor->id : null );
				$this->check_assignee( $assignee, $parent );
				$now     = $this->clock->now();
				$status  = $input->status ?? Task::OPEN;
				$id      = $this->store->insert(
					array(
						'contact_id'     => $parent instanceof Opportunity ? $parent->contact_id : $parent?->id(),
						'opportunity_id' => $parent instanceof Opportunity ? $parent->id : null,
						'title'          => (string) $input->title,
						'due_gmt'        => $input->due ?? Task::NEVER,
						'assignee'       => $assignee,
						'priority'       => self::place( $input->priority ?? 'normal' ),
						'status'         => $status,
						'done_gmt'       => Task::DONE === $status ? $now : null,
						'created_by'     => $actor->id > 0 ? $actor->id : null,
					),
					$now
				);
				$task    = $this->store->get( $id );
				$changes = array( 'title' => TaskChanges::change( null, $task->title ) ) + TaskChanges::added( $task );
				$this->log( $task, 'task_added', $actor, $cause, $changes );
				/**
				 * Fires once a task was created.
				 *
				 * @param Task  $task  The task.
				 * @param Cause $cause Through what.
				 * @param Actor $actor Who did it.
				 */
				$this->transaction->after_commit( static fn () => do_action( 'steward_task_created', $task, $cause, $actor ) );
				if ( Task::DONE === $status ) {
					$this->transaction->after_commit( static fn () => do_action( 'steward_task_done', $task, $cause, $actor ) );
				}
				return $task;
			}
		);
	}

	/**
	 * Changes fields; those not in the input stay as they are. Nothing happens where nothing differs.
	 *
	 * @throws Refused When fields are wrong, or the actor may not.
	 * @throws StaleTask When the version is stale.
	 */
	public function update( int $id, TaskInput $input, Actor $actor, Cause $cause ): Task {
		self::member( $actor );
		return $this->transaction->run(
			function () use ( $id, $input, $actor, $cause ): Task {
				$task   = $this->store->get( $id, true );
				$parent = $this->parents->of( $task );
				TaskAccess::unless_allowed( $this->access->update( $actor, $task, $parent ), $parent );
				if ( array() !== $input->errors ) {
					throw new Refused( Errors::invalid( $input->errors ) );
				}
				if ( null !== $input->version && $input->version !== $task->version ) {
					throw new StaleTask( $task );
				}
				self::check_same_record( $input, $task );
				$values = $this->values( $input, $task );
				if ( array_key_exists( 'assignee', $values ) ) {
					$this->check_assignee( $input->assignee, $parent );
				}
				return array() === $values ? $task : $this->write( $task, $values, $actor, $cause );
			}
		);
	}

	/**
	 * Erases a task for good.
	 *
	 * @return Task As it was.
	 * @throws Refused When the actor may not.
	 */
	public function delete( int $id, Actor $actor, Cause $cause ): Task {
		self::member( $actor );
		return $this->transaction->run(
			function () use ( $id, $actor, $cause ): Task {
				$task   = $this->store->get( $id, true );
				$parent = $this->parents->of( $task );
				TaskAccess::unless_allowed( $this->access->update( $actor, $task, $parent ), $parent );
				$this->store->delete( $id );
				$this->log( $task, 'task_deleted', $actor, $cause, array( 'title' => TaskChanges::change( $task->title, null ) ) );
				/**
				 * Fires once a task was deleted by itself; those that go with an erased record are not told of one by one.
				 *
				 * @param Task  $task  The task as it was.
				 * @param Cause $cause Through what.
				 * @param Actor $actor Who did it.
				 */
				$this->transaction->after_commit( static fn () => do_action( 'steward_task_deleted', $task, $cause, $actor ) );
				return $task;
			}
		);
	}

	/**
	 * Gives a task to somebody else whoever may, in the trash too: for what a leaver had.
	 *
	 * @param int|null $heir Who shall do it where they may view the parent; else nobody.
	 */
	public function hand_over( int $id, int $leaver, ?int $heir, Actor $actor, Cause $cause ): void {
		$task = $this->store->find( $id, true );
		// Who got it meanwhile keeps it.
		if ( null === $task || ! OwnTask::is_to_do( $leaver, $task ) ) {
			return;
		}
		// What is done was done by nobody else.
		$heir = null !== $heir && Task::DONE !== $task->status && $this->access->may_get( $heir, $this->parents->of( $task ) ) ? $heir : null;
		$this->write( $task, array( 'assignee' => $heir ), $actor, $cause );
	}

	/**
	 * Stores what differs, with its activity; within a transaction that holds the task's row.
	 *
	 * @param non-empty-array<string, string|int|null> $values Columns that change.
	 * @throws StaleTask When somebody else was faster.
	 */
	private function write( Task $task, array $values, Actor $actor, Cause $cause ): Task {
		if ( ! $this->store->update( $task, $values, $this->clock->now() ) ) {
			throw new StaleTask( $this->store->get( $task->id, true ) );
		}
		$now    = $this->store->get( $task->id );
		$fields = TaskChanges::between( $task, $now );
		$title  = array( 'title' => TaskChanges::change( $task->title, $now->title ) );
		if ( array() !== $fields ) {
			$this->log( $task, 'task_changed', $actor, $cause, $title + $fields );
		}
		if ( $now->status !== $task->status ) {
			$this->log( $task, Task::DONE === $now->status ? 'task_done' : 'task_reopened', $actor, $cause, $title );
		}
		/**
		 * Fires once a task was changed, done or reopened.
		 *
		 * @param Task  $now   The task.
		 * @param Task  $task  As it was.
		 * @param Cause $cause Through what.
		 * @param Actor $actor Who did it.
		 */
		$this->transaction->after_commit( static fn () => do_action( 'steward_task_updated', $now, $task, $cause, $actor ) );
		if ( Task::DONE === $now->status && Task::DONE !== $task->status ) {
			/**
			 * Fires once a task was done, after updated or created.
			 *
			 * @param Task  $now   The task.
			 * @param Cause $cause Through what.
			 * @param Actor $actor Who did it.
			 */
			$this->transaction->after_commit( static fn () => do_action( 'steward_task_done', $now, $cause, $actor ) );
		}
		return $now;
	}

	/**
	 * The columns that an input changes.
	 *
	 * @return array<string, string|int|null>
	 */
	private function values( TaskInput $input, Task $task ): array {
		$values = array();
		if ( null !== $input->title && $input->title !== $task->title ) {
			$values['title'] = $input->title;
		}
		if ( $input->has( 'due_gmt' ) && $input->due !== $task->due ) {
			$values['due_gmt'] = $input->due ?? Task::NEVER;
		}
		if ( $input->has( 'assignee' ) && $input->assignee !== $task->assignee ) {
			$values['assignee'] = $input->assignee;
		}
		if ( null !== $input->priority && $input->priority !== $task->priority ) {
			$values['priority'] = self::place( $input->priority );
		}
		if ( null !== $input->status && $input->status !== $task->status ) {
			$values['status']   = $input->status;
			$values['done_gmt'] = Task::DONE === $input->status ? $this->clock->now() : null;
		}
		return $values;
	}

	/**
	 * The record a new task is of, held; null for a task of no record.
	 *
	 * @throws Refused When the actor may not update it, or the contact isn't the opportunity's.
	 */
	private function parent_for( TaskInput $input, Actor $actor ): ?OwnedRecord {
		if ( null !== $input->opportunity ) {
			// The contact's row before the opportunity's, as a change of its owner holds them. A change of the opportunity itself takes them
			// the other way round: where the two meet, the database ends one, which is tried again.
			$this->parents->hold_contact( $this->opportunities->get( $input->opportunity, $actor, Verb::Update )->contact_id );
			$opportunity = $this->opportunities->get( $input->opportunity, $actor, Verb::Update, true, true );
			if ( null !== $input->contact && $input->contact !== $opportunity->contact_id ) {
				throw new Refused( Errors::invalid( array( 'contact' => __( 'This is not the opportunity\'s contact. Leave it out, or give that.', 'steward' ) ) ) );
			}
			return $opportunity;
		}
		if ( null !== $input->contact ) {
			return $this->contacts->get( $input->contact, $actor, Verb::Update, true, true );
		}
		if ( ! $actor->permissions( RecordType::Contact )->is_member() ) {
			throw new Refused( Errors::forbidden( Reason::NotAMember ) );
		}
		return null;
	}

	/**
	 * @throws Refused When it can't be given to them.
	 */
	private function check_assignee( ?int $assignee, ?OwnedRecord $parent ): void {
		if ( null === $assignee || $this->access->may_get( $assignee, $parent ) ) {
			return;
		}
		throw new Refused(
			Errors::invalid(
				array(
					'assignee' => match ( $parent?->type() ) {
						RecordType::Contact     => __( 'They may not view this contact. Add them as a follower first, or choose somebody else.', 'steward' ),
					RecordType::Opportunity => __( 'They may not view this opportunity. Add them as a follower first, or choose somebody else.', 'steward' ),
					null                    => __( 'This is not a CRM member. Choose somebody else.', 'steward' ),
					},
				)
			)
		);
	}

	/**
	 * A task stays with its record; what was read may be sent back.
	 *
	 * @throws Refused When another one is given.
	 */
	private static function check_same_record( TaskInput $input, Task $task ): void {
		$errors = array();
		if ( $input->has( 'contact' ) && $input->contact !== $task->contact_id ) {
			$errors['contact'] = __( 'A follow-up stays with its record. Leave this out; add another one there, and delete this one.', 'steward' );
		}
		if ( $input->has( 'opportunity' ) && $input->opportunity !== $task->opportunity_id ) {
			$errors['opportunity'] = __( 'A follow-up stays with its record. Leave this out; add another one there, and delete this one.', 'steward' );
		}
		if ( array() !== $errors ) {
			throw new Refused( Errors::invalid( $errors ) );
		}
	}

	/**
	 * Writes to the parent's log; a task of no record is in none.
	 *
	 * @param array<string, array{old: mixed, new: mixed}> $changes Changes.
	 */
	private function log( Task $task, string $action, Actor $actor, Cause $cause, array $changes ): void {
		$type = $task->parent_type();
		if ( null !== $type ) {
			$this->activity->add( $type, $task->parent_id(), $action, $actor, $cause, $changes );
		}
	}

	/**
	 * Before anything is read: whether there is such a task is not for everybody.
	 *
	 * @throws Refused When the actor is no member.
	 */
	private static function member( Actor $actor ): void {
		if ( ! $actor->permissions( RecordType::Contact )->is_member() && ! $actor->permissions( RecordType::Opportunity )->is_member() ) {
			throw new Refused( Errors::forbidden( Reason::NotAMember ) );
		}
	}

	private static function place( string $priority ): int {
		return (int) array_search( $priority, Task::PRIORITIES, true );
	}
}
