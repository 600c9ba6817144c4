<?php
/**
 * CRM members.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Members;

use Steward\Access\Capabilities;
use Steward\Access\Gate;
use Steward\Access\RecordType;
use Steward\Database\Clock;
use Steward\Database\Connection;
use Steward\Lists\Hints;
use Steward\Lists\ListTotals;
use Steward\Opportunities\Stage;
use Steward\Tasks\Task;

/**
 * Users whose role has a view scope, and how many contacts each owns.
 */
final class Members {

	private const KEPT_SECONDS = 60;

	public function __construct( private readonly Connection $db, private readonly Gate $gate, private readonly MemberSettings $settings, private readonly Clock $clock ) {
	}

	/**
	 * A page of members.
	 *
	 * @return array{users: list<\WP_User>, total: int}
	 */
	public function page( MemberQuery $asked ): array {
		$args = array(
			'capability'     => Capabilities::of( 'view', RecordType::Contact ),
			'search'         => '' === $asked->search ? '' : '*' . $asked->search . '*',
			// Not login or e-mail address: a search must not be a way to guess them.
			'search_columns' => array( 'display_name' ),
			'include'        => $asked->include_ids,
			'role'           => $asked->role,
			'orderby'        => 'display_name',
			'order'          => $asked->descending ? 'DESC' : 'ASC',
			'meta_query'     => array_values( array_filter( array( $this->narrowed( $asked->only_assigned_data ), $this->away( $asked->away ) ) ) ), // phpcs:ignore WordPress.DB.SlowDBQuery -- users of a team are few.
			'count_total'    => true,
		);
		$page = array(
			'offset' => $asked->offset,
			'number' => $asked->limit,
		);
		if ( $asked->by_contacts ) {
			$ids = $this->by_contacts( $args, $asked->descending );
			return array(
				'users' => $this->users( new \WP_User_Query( array( 'include' => array( 0, ...array_slice( $ids, $asked->offset, $asked->limit ) ) ) + array( 'orderby' => 'include' ) ) ),
				'total' => count( $ids ),
			);
		}
		$query = new \WP_User_Query( $page + $args );
		return array(
			'users' => $this->users( $query ),
			'total' => (int) $query->get_total(),
		);
	}

	/**
	 * A member by id.
	 */
	public function find( int $id ): ?\WP_User {
		$user = get_userdata( $id );
		return $user instanceof \WP_User && $this->gate->may_own( $id, RecordType::Contact ) ? $user : null;
	}

	/**
	 * All ids in order of contacts, which no users' query knows.
	 *
	 * @param array<string, mixed> $args The query.
	 * @return list<int>
	 */
	private function by_contacts( array $args, bool $descending ): array {
		$args['fields'] = 'ID';
		$args['number'] = -1;
		$args['order']  = 'ASC';
		// @phpstan-ignore argument.type (the arguments of page())
		$query = new \WP_User_Query( $args );
		/** @var list<numeric-string> $found */
		$found  = $query->get_results();
		$ids    = array_map( 'intval', $found );
		$counts = $this->counts();
		// Sorting is stable: who has as many stays in order of name.
		usort( $ids, static fn ( int $a, int $b ): int => ( ( $counts[ $a ] ?? 0 ) <=> ( $counts[ $b ] ?? 0 ) ) * ( $descending ? -1 : 1 ) );
		return $ids;
	}

	/**
	 * @return list<\WP_User>
	 */
	private function users( \WP_User_Query $query ): array {
		/** @var list<\WP_User> $users */
		$users = $query->get_results();
		// A role that has the capability may still be narrowed for a user by another plugin.
		return array_values( array_filter( $users, fn ( \WP_User $user ): bool => $this->gate->may_own( $user->ID, RecordType::Contact ) ) );
	}

	/**
	 * @return array<mixed>|null
	 */
	private function narrowed( ?bool $wanted ): ?array {
		return null === $wanted ? null : array(
			'key'     => $this->db->user_option_key( Gate::ONLY_ASSIGNED_DATA ),
			'compare' => $wanted ? 'EXISTS' : 'NOT EXISTS',
		);
	}

	/**
	 * @return array<mixed>|null
	 */
	private function away( ?bool $wanted ): ?array {
		if ( null === $wanted ) {
			return null;
		}
		$from  = $this->db->user_option_key( MemberSettings::AWAY_FROM );
		$until = $this->db->user_option_key( MemberSettings::AWAY_TO );
		$day   = $this->settings->today();
		$parts = array(
			array(
				'key'     => $from,
				'value'   => $day,
				'compare' => $wanted ? '<=' : '>',
			),
			array(
				'key'     => $until,
				'value'   => $day,
				'compare' => $wanted ? '>=' : '<',
			),
		);
		return $wanted ? array( 'relation' => 'AND' ) + $parts : array( 'relation' => 'OR' ) + array(
			...$parts,
			array(
				'key'     => $until,
				'compare' => 'NOT EXISTS',
			),
		);
	}

	/**
	 * How many living contacts each user owns; of many at most a minute old.
	 *
	 * @return array<int, int> User id => number; who owns none is missing.
	 */
	public function counts(): array {
		return $this->owned(
			'steward_owner_counts',
			'SELECT contact_owner AS user, COUNT(*) AS n FROM %i WHERE trashed = 0 AND contact_owner IS NOT NULL GROUP BY contact_owner',
			$this->db->table( 'contacts' )
		);
	}

	/**
	 * How many living open opportunities each user owns; of many at most a minute old.
	 *
	 * @return array<int, int> User id => number; who owns none is missing.
	 */
	public function open_opportunities(): array {
		return $this->owned(
			'steward_open_opportunities',
			// By stage: the key of a board's sums holds all it needs.
			'SELECT owner AS user, COUNT(*) AS n FROM %i WHERE trashed = 0 AND stage_id IN ( SELECT id FROM %i WHERE outcome = %s ) AND owner IS NOT NULL GROUP BY owner',
			$this->db->table( 'opportunities' ),
			$this->db->table( 'stages' ),
			Stage::OPEN
		);
	}

	/**
	 * How many open tasks of living records, and of none, each user should have done by now; of many at most a minute old.
	 *
	 * @return array<int, int> User id => number; who has none is missing.
	 */
	public function overdue_tasks(): array {
		return $this->owned(
			'steward_overdue_tasks',
			// The key `list_due` holds all it needs.
			'SELECT assignee AS user, COUNT(*) AS n FROM %i ' . ( new Hints( $this->db ) )->use_key( 'list_due' ) . ' WHERE trashed = 0 AND status = %s AND due_gmt < %s AND assignee IS NOT NULL GROUP BY assignee',
			$this->db->table( 'tasks' ),
			Task::OPEN,
			$this->clock->now()
		);
	}

	/**
	 * Numbers of records by owner, kept for a minute where as many were counted as a list's total is no longer exact for.
	 *
	 * @param string     $name      The transient.
	 * @param string     $sql       Selects `user` and `n`.
	 * @param string|int ...$values Its placeholders' values.
	 * @return array<int, int> User id => number.
	 */
	private function owned( string $name, string $sql, string|int ...$values ): array {
		$counts = get_transient( $name );
		if ( is_array( $counts ) ) {
			/** @var array<int, int> $counts */
			return $counts;
		}
		$counts = array();
		foreach ( $this->db->rows( $sql, ...$values ) as $row ) {
			$counts[ (int) $row['user'] ] = (int) $row['n'];
		}
		if ( array_sum( $counts ) > ListTotals::EXACT ) {
			set_transient( $name, $counts, self::KEPT_SECONDS );
		}
		return $counts;
	}
}
