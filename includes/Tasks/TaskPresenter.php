<?php
/**
 * Tasks as REST shows them to somebody.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tasks;

use Steward\Access\Actor;
use Steward\Access\RecordType;
use Steward\Database\Clock;
use Steward\Opportunities\ContactNames;
use Steward\Ownership\OwnedRecord;
use Steward\Rest\Input;
use Steward\Rest\People;
use Steward\Rest\RecordLinks;

/**
 * Adds to a task what depends on the caller. Of a contact that the caller may not view, its name shows and nothing else.
 */
final class TaskPresenter {

	public function __construct( private readonly TaskAccess $access, private readonly TaskParents $parents, private readonly ContactNames $contacts, private readonly Clock $clock ) {
	}

	/**
	 * Tasks on a page; users, parents and contacts are loaded once for all. One that the actor may no longer view is left out.
	 *
	 * @param list<Task> $tasks Tasks in the actor's scope.
	 * @return list<array<string, mixed>>
	 */
	public function all( array $tasks, Actor $actor ): array {
		// Before the decisions, as with other records: those may ask about owners.
		$people  = People::by_id( array_values( array_unique( array_merge( array(), ...array_map( self::people_ids( ... ), $tasks ) ) ) ) );
		$parents = $this->parents->of_all( $tasks );
		$seen    = array_values( array_filter( $tasks, fn ( Task $task ): bool => array_key_exists( $task->id, $parents ) && $this->access->view( $actor, $task, $parents[ $task->id ] )->allowed ) );
		return $this->present( $seen, $parents, $people, $actor );
	}

	/**
	 * One task.
	 *
	 * @param OwnedRecord|null $parent Its parent; null for a task of no record.
	 * @return array<string, mixed>
	 */
	public function one( Task $task, ?OwnedRecord $parent, Actor $actor ): array {
		return $this->present( array( $task ), array( $task->id => $parent ), People::by_id( self::people_ids( $task ) ), $actor )[0];
	}

	/**
	 * Links of a task to others.
	 *
	 * @param array<string, mixed> $data As one() gives it, with `contact_viewable`.
	 * @return array<string, array<string, mixed>>
	 */
	public function links( array $data ): array {
		/** @var array{update: bool, delete: bool} $can */
		$can   = $data['can'];
		$allow = array( 'GET', ...( $can['update'] ? array( 'POST', 'PUT', 'PATCH' ) : array() ), ...( $can['delete'] ? array( 'DELETE' ) : array() ) );
		$links = array(
			'self'       => array(
				'href'        => RecordLinks::url( 'tasks/' . Input::int( $data['id'] ) ),
				'targetHints' => array( 'allow' => $allow ),
			),
			'collection' => array( 'href' => RecordLinks::url( 'tasks' ) ),
		);
		if ( null !== $data['contact'] ) {
			$links['contact'] = array(
				'href'       => RecordLinks::to( RecordType::Contact, Input::int( $data['contact'] ) ),
				// A refusal is nothing to embed.
				'embeddable' => true === ( $data['contact_viewable'] ?? false ),
			);
		}
		if ( null !== $data['opportunity'] ) {
			// Who sees a task of an opportunity may view that.
			$links['opportunity'] = array(
				'href'       => RecordLinks::to( RecordType::Opportunity, Input::int( $data['opportunity'] ) ),
				'embeddable' => true,
			);
		}
		return $links;
	}

	/**
	 * @param list<Task>                                                   $tasks   Tasks.
	 * @param array<int, OwnedRecord|null>                                 $parents Task's id => its parent.
	 * @param array<int, array{id: int, name: string, avatar_url: string}> $people  By their ids.
	 * @return list<array<string, mixed>>
	 */
	private function present( array $tasks, array $parents, array $people, Actor $actor ): array {
		$contacts = $this->contacts->of( array_values( array_unique( array_filter( array_map( static fn ( Task $task ): ?int => $task->contact_id, $tasks ) ) ) ), $actor );
		$now      = $this->clock->now();
		$all      = array();
		foreach ( $tasks as $task ) {
			$parent  = $parents[ $task->id ] ?? null;
			$contact = $contacts[ $task->contact_id ?? 0 ] ?? null;
			$update  = $this->access->update( $actor, $task, $parent );
			$data    = $task->to_array( $now );

			// A contact that has just been erased is missing.
			$data['contact_name']      = null === $task->contact_id ? null : $contact['name'] ?? sprintf( '#%d', $task->contact_id );
			$data['opportunity_title'] = null === $task->opportunity_id ? null : $parent?->label();
			$data['people']            = array_map( static fn ( int $id ): array => $people[ $id ], self::people_ids( $task ) );
			$data['can']               = array(
				'update' => $update->allowed,
				'delete' => $update->allowed,
			);
			$data['refusal']           = $update->allowed ? null : self::refusal( TaskAccess::error( $update, $parent ) );
			$data['contact_viewable']  = $contact['viewable'] ?? false;
			$all[]                     = $data;
		}
		return $all;
	}

	/**
	 * Why it may not be changed.
	 *
	 * @return array{reason: string, message: string, remedy: string}
	 */
	private static function refusal( \WP_Error $error ): array {
		$data = $error->get_error_data();
		$data = is_array( $data ) ? $data : array();
		return array(
			'reason'  => Input::string( $data['reason'] ?? '' ),
			'message' => $error->get_error_message(),
			'remedy'  => Input::string( $data['remedy'] ?? '' ),
		);
	}

	/**
	 * @return list<int>
	 */
	private static function people_ids( Task $task ): array {
		return array_values( array_unique( array_filter( array( $task->assignee ?? 0, $task->created_by ?? 0 ) ) ) );
	}
}
