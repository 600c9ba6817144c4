<?php
/**
 * A list's filters in SQL.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tasks;

use Steward\Access\ScopeSql;
use Steward\Database\Clause;
use Steward\Database\Connection;

/**
 * Conditions on a row `t`, but for access; and the key that leads to few rows, where a filter has one.
 */
final class TaskFilters {

	public function __construct( private readonly TaskQuery $query, private readonly ScopeSql $scopes ) {
	}

	/**
	 * The key of a filter that lets few tasks through; null where none does, or where the list of one person's tasks is walked.
	 */
	public function narrow(): ?string {
		return match ( true ) {
			null !== $this->query->include_ids   => 'PRIMARY',
			null !== $this->query->opportunities => 'opportunity',
			null !== $this->query->contacts      => 'contact',
			default                              => null,
		};
	}

	/**
	 * All of them.
	 *
	 * @param string ...$without Names of those that are left out.
	 */
	public function all( string ...$without ): Clause {
		return Clause::all( array_values( array_diff_key( $this->each(), array_flip( $without ) ) ) );
	}

	/**
	 * Each by its name.
	 *
	 * @return array<string, Clause>
	 */
	private function each(): array {
		$query   = $this->query;
		$clauses = array( 'living' => new Clause( $query->rests ? 't.trashed IN ( 0, 1 )' : 't.trashed = 0' ) );
		if ( null !== $query->assignees ) {
			$clauses['assignee'] = $this->scopes->owner_condition( $query->assignees, 't.assignee' );
		}
		if ( null !== $query->status ) {
			$clauses['status'] = new Clause( 't.status = %s', array( $query->status ) );
		}
		if ( null !== $query->due_from ) {
			// What has no date is after nothing.
			$clauses['due_from'] = new Clause( 't.due_gmt >= %s AND t.due_gmt < %s', array( $query->due_from, Task::NEVER ) );
		}
		if ( null !== $query->due_until ) {
			$clauses['due_until'] = new Clause( 't.due_gmt < %s', array( min( $query->due_until, Task::NEVER ) ) );
		}
		if ( null !== $query->priority ) {
			$clauses['priority'] = new Clause( 't.priority = %d', array( $query->priority ) );
		}
		if ( null !== $query->contacts ) {
			$clauses['contact'] = self::in( 't.contact_id IN', $query->contacts );
		}
		if ( null !== $query->opportunities ) {
			$clauses['opportunity'] = self::in( 't.opportunity_id IN', $query->opportunities );
		}
		if ( null !== $query->include_ids ) {
			$clauses['include'] = self::in( 't.id IN', $query->include_ids );
		}
		if ( array() !== $query->exclude_ids ) {
			$clauses['exclude'] = self::in( 't.id NOT IN', $query->exclude_ids );
		}
		return $clauses;
	}

	/**
	 * @param list<int> $ids Ids.
	 */
	private static function in( string $sql, array $ids ): Clause {
		return array() === $ids ? new Clause( '1 = 0' ) : new Clause( "$sql ( " . Connection::placeholders( $ids ) . ' )', $ids );
	}
}
