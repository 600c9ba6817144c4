<?php
/**
 * Which tasks an actor may view.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tasks;

use Steward\Access\AccessPolicy;
use Steward\Access\Actor;
use Steward\Access\RecordType;
use Steward\Access\Scope;
use Steward\Access\ScopeSql;
use Steward\Database\Clause;
use Steward\Database\Connection;

/**
 * Those of opportunities and contacts in their view scopes, and of no record one's own; who views all contacts sees all of no
 * record. TaskAccess decides by the same, and a property test holds the two together. In SQL a row of the tasks is `t`.
 */
final class TaskScope {

	/**
	 * @param Scope    $contacts      Contacts whose tasks are seen.
	 * @param Scope    $opportunities Opportunities whose tasks are seen.
	 * @param int|null $own           Whose tasks of no record are seen; null for nobody's, or where all are.
	 * @param bool     $all_loose     Whether all tasks of no record are seen.
	 */
	private function __construct( public readonly Scope $contacts, public readonly Scope $opportunities, public readonly ?int $own, public readonly bool $all_loose ) {
	}

	/**
	 * An actor's.
	 */
	public static function of( Actor $actor ): self {
		$contacts = AccessPolicy::view_scope( $actor, RecordType::Contact );
		$own      = $contacts->everything || $contacts->is_nothing() || $actor->id < 1 ? null : $actor->id;
		return new self( $contacts, AccessPolicy::view_scope( $actor, RecordType::Opportunity ), $own, $contacts->everything );
	}

	/**
	 * Whether no task can be seen.
	 */
	public function is_nothing(): bool {
		return $this->contacts->is_nothing() && $this->opportunities->is_nothing();
	}

	/**
	 * Whether every task is seen.
	 */
	public function is_everything(): bool {
		return $this->contacts->everything && $this->opportunities->everything;
	}

	/**
	 * Whether only some of each kind are seen: then the records may lead to the tasks.
	 */
	public function is_partial(): bool {
		return ! $this->contacts->everything && ! $this->opportunities->everything;
	}

	/**
	 * Whether a task of no record is seen.
	 */
	public function holds_loose( Task $task ): bool {
		return $this->all_loose || ( null !== $this->own && OwnTask::is( $this->own, $task ) );
	}

	/**
	 * A text that differs when the scope does: what caches must be keyed by.
	 */
	public function key(): string {
		return "tasks:contacts={$this->contacts->key()};opportunities={$this->opportunities->key()};own=" . (int) $this->own;
	}

	/**
	 * A condition on a row `t`.
	 */
	public function condition( Connection $db, ScopeSql $scopes ): Clause {
		if ( $this->is_everything() ) {
			return new Clause( '1 = 1' );
		}
		$contacts      = self::of_parent( $db, $scopes, RecordType::Contact, $this->contacts, 't.contact_id' );
		$opportunities = self::of_parent( $db, $scopes, RecordType::Opportunity, $this->opportunities, 't.opportunity_id' );
		$loose         = match ( true ) {
			$this->all_loose    => new Clause( '1 = 1' ),
			null === $this->own => new Clause( '1 = 0' ),
			default             => OwnTask::condition( $this->own ),
		};
		return new Clause(
			"( ( t.opportunity_id IS NOT NULL AND $opportunities->sql ) OR ( t.opportunity_id IS NULL AND t.contact_id IS NOT NULL AND $contacts->sql ) OR ( t.opportunity_id IS NULL AND t.contact_id IS NULL AND $loose->sql ) )",
			array( ...$opportunities->args, ...$contacts->args, ...$loose->args )
		);
	}

	/**
	 * Whether a task's record is in its scope. Not EXISTS, which might be turned round and read the records first.
	 *
	 * @param string $id Column of the record's id.
	 */
	private static function of_parent( Connection $db, ScopeSql $scopes, RecordType $type, Scope $scope, string $id ): Clause {
		if ( $scope->everything || $scope->is_nothing() ) {
			return new Clause( $scope->everything ? '1 = 1' : '1 = 0' );
		}
		$condition = $scopes->condition( $scope, $type, 'r.' . $type->owner_field(), 'r.id', true );
		return new Clause( "( SELECT 1 FROM %i r WHERE r.id = $id AND $condition->sql LIMIT 1 ) = 1", array( $db->table( $type->plural() ), ...$condition->args ) );
	}
}
