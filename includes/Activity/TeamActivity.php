<?php
/**
 * What the team did, as somebody may see it.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Activity;

use Steward\Access\Actor;
use Steward\Access\Capabilities;
use Steward\Ownership\Records;
use Steward\Rest\People;

/**
 * Pages of the log within the actor's scope, each row with the name of its record.
 */
final class TeamActivity {

	public function __construct( private readonly ActivityFinder $finder, private readonly Records $records ) {
	}

	/**
	 * A page and the list's total.
	 *
	 * @return array{items: list<array<string, mixed>>, total: int}
	 */
	public function page( ActivityQuery $query, Actor $actor ): array {
		$page = $this->finder->page( $query, $this->scope( $actor ) );
		return array(
			'items' => $this->present( $page['rows'] ),
			'total' => $page['total'],
		);
	}

	/**
	 * All rows in pages, newest first; each page is looked for when it is asked for, within the scope of that moment.
	 *
	 * @return iterable<list<array<string, mixed>>>
	 */
	public function pages( ActivityQuery $query, Actor $actor ): iterable {
		do {
			$rows = $this->finder->some( $query, $this->scope( $actor ) );
			if ( array() === $rows ) {
				return;
			}
			yield $this->present( $rows );
			$count = count( $rows );
			$query = $query->after( $rows[ $count - 1 ] );
		} while ( $count === $query->limit );
	}

	private function scope( Actor $actor ): ActivityScope {
		return ActivityScope::of( $actor, $this->records->types(), $actor->is_system || user_can( $actor->id, Capabilities::MANAGE ) );
	}

	/**
	 * @param list<array<string, string|null>> $rows Rows that may be seen.
	 * @return list<array<string, mixed>>
	 */
	private function present( array $rows ): array {
		$labels = $this->labels( $rows );
		$gone   = $this->gone_roles( $rows );
		return array_map(
			static fn ( array $item, array $row ): array => $item + array( 'label' => self::site_label( $row, $gone ) ?? $labels[ $row['object_type'] . ':' . $row['object_id'] ] ?? null ),
			ActivityPresenter::all( $rows ),
			$rows
		);
	}

	/**
	 * What a row of no record is about: a role, a member or a pipeline by its name; which one stands in the detail.
	 *
	 * @param array<string, string|null> $row  A row of the activity table.
	 * @param array<string, string>      $gone Names of roles that are gone.
	 */
	private static function site_label( array $row, array $gone ): ?string {
		$which = (string) $row['cause_detail'];
		return match ( $row['object_type'] ) {
			ActivityStore::MEMBER   => People::one( (int) $which )['name'],
			ActivityStore::ROLE     => '' === $which ? null : translate_user_role( wp_roles()->role_names[ $which ] ?? $gone[ $which ] ?? $which ),
			ActivityStore::PIPELINE, ActivityStore::STAGE => $which,
			default => null,
		};
	}

	/**
	 * What the rows' roles that are gone were called last, as the log knows it.
	 *
	 * @param list<array<string, string|null>> $rows Rows of the activity table.
	 * @return array<string, string> Role => name.
	 */
	private function gone_roles( array $rows ): array {
		$roles = array();
		foreach ( $rows as $row ) {
			$role = (string) $row['cause_detail'];
			if ( ActivityStore::ROLE === $row['object_type'] && '' !== $role && ! wp_roles()->is_role( $role ) ) {
				$roles[] = $role;
			}
		}
		$names = array();
		foreach ( array() === $roles ? array() : $this->finder->removals( ActivityStore::ROLE, array_values( array_unique( $roles ) ) ) as $role => $changes ) {
			/** @var mixed $changed */
			$changed = json_decode( $changes, true );
			$name    = is_array( $changed ) && is_array( $changed['name'] ?? null ) ? $changed['name']['old'] ?? null : null;
			if ( is_string( $name ) ) {
				$names[ (string) $role ] = $name;
			}
		}
		return $names;
	}

	/**
	 * Names of the rows' records. Who may see a row may see its record; one that was erased has no name any more.
	 *
	 * @param list<array<string, string|null>> $rows Rows of the activity table.
	 * @return array<string, string> Kind and id, `contact:3` => name.
	 */
	private function labels( array $rows ): array {
		$labels = array();
		foreach ( $this->records->types() as $type ) {
			$ids = array_map( static fn ( array $row ): int => (int) $row['object_id'], array_filter( $rows, static fn ( array $row ): bool => $row['object_type'] === $type->value ) );
			foreach ( array() === $ids ? array() : $this->records->store( $type )->find_all( array_values( array_unique( $ids ) ) ) as $record ) {
				$labels[ $type->value . ':' . $record->id() ] = $record->label();
			}
		}
		return $labels;
	}
}
