<?php
/**
 * Who may do what with a task.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tasks;

use Steward\Access\Actor;
use Steward\Access\Decision;
use Steward\Access\Gate;
use Steward\Access\Reach;
use Steward\Access\Reason;
use Steward\Access\RecordAccess;
use Steward\Access\RecordType;
use Steward\Access\Verb;
use Steward\Ownership\OwnedRecord;
use Steward\Rest\Errors;
use Steward\Rest\Refused;

/**
 * The parent decides: who may view it sees its tasks; who may update it, or shall do the task and may view the parent, changes
 * them. Of a task of no record, whose it is; and whoever has scope All on contacts.
 */
final class TaskAccess {

	public function __construct( private readonly RecordAccess $access, private readonly Gate $gate ) {
	}

	/**
	 * Whether the actor may view a task.
	 *
	 * @param OwnedRecord|null $parent Its parent; null for a task of no record.
	 */
	public function view( Actor $actor, Task $task, ?OwnedRecord $parent ): Decision {
		if ( null !== $parent ) {
			return $this->access->decide( $actor, Verb::View, $parent );
		}
		return match ( true ) {
			! $actor->permissions( RecordType::Contact )->is_member() => Decision::refuse( Reason::NotAMember, RecordType::Contact ),
			TaskScope::of( $actor )->holds_loose( $task )             => Decision::allow( RecordType::Contact ),
			default                                                   => Decision::refuse( Reason::ViewOwnedOnly, RecordType::Contact ),
		};
	}

	/**
	 * Whether the actor may change, do or delete a task.
	 *
	 * @param OwnedRecord|null $parent Its parent; null for a task of no record.
	 */
	public function update( Actor $actor, Task $task, ?OwnedRecord $parent ): Decision {
		$view = $this->view( $actor, $task, $parent );
		if ( null === $parent ) {
			return ! $view->allowed || OwnTask::is( $actor->id, $task ) || Reach::All === $actor->permissions( RecordType::Contact )->update
				? $view
				: Decision::refuse( Reason::UpdateOwnedOnly, RecordType::Contact );
		}
		$update = $this->access->decide( $actor, Verb::Update, $parent );
		return match ( true ) {
			// Whoever sees it is told that it rests, Steward itself, too.
			$view->allowed && $parent->is_trashed() => Decision::refuse( Reason::InTrash, $parent->type() ),
			// What an extension refuses is refused.
			$update->allowed, Reason::RefusedByFilter === $update->reason => $update,
			$view->allowed && OwnTask::is_to_do( $actor->id, $task ) => $view,
			default                                 => $update,
		};
	}

	/**
	 * Whether a task may be given to a user: a CRM member who may view its parent.
	 *
	 * @param OwnedRecord|null $parent Its parent; null for a task of no record.
	 */
	public function may_get( int $user, ?OwnedRecord $parent ): bool {
		return null === $parent
			? $this->gate->may_own( $user, RecordType::Contact )
			: $this->gate->may_own( $user, $parent->type() ) && $this->access->may_view( $this->gate->actor( $user ), $parent );
	}

	/**
	 * Throws unless the decision allows it.
	 *
	 * @throws Refused With reason and remedy.
	 */
	public static function unless_allowed( Decision $decision, ?OwnedRecord $parent ): void {
		if ( ! $decision->allowed ) {
			throw new Refused( self::error( $decision, $parent ) );
		}
	}

	/**
	 * What a refusal says: the record's own words, or those of a task of no record.
	 */
	public static function error( Decision $decision, ?OwnedRecord $parent ): \WP_Error {
		return null === $parent && in_array( $decision->reason, array( Reason::ViewOwnedOnly, Reason::UpdateOwnedOnly ), true )
			? Errors::not_own_task( $decision->reason )
			: Errors::forbidden( $decision->reason ?? Reason::NotAMember, $decision->type );
	}
}
