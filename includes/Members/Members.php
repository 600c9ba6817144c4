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
use Steward\Database\Connection;

/**
 * Users whose role has a view scope, and how many contacts each owns.
 */
final class Members {

	private const COUNTS         = 'steward_owner_counts';
	private const COUNTS_SECONDS = 60;

	public function __construct( private readonly Connection $db, private readonly Gate $gate ) {
	}

	/**
	 * A page of members, in order of name.
	 *
	 * @param string    $search  Part of the name.
	 * @param list<int> $include Only these ids; none is all.
	 * @return array{users: list<\WP_User>, total: int}
	 */
	public function page( string $search, array $include, int $offset, int $limit ): array {
		$query = new \WP_User_Query(
			array(
				'capability'     => Capabilities::of( 'view', RecordType::Contact ),
				'search'         => '' === $search ? '' : '*' . $search . '*',
				// Not login or e-mail address: a search must not be a way to guess them.
				'search_columns' => array( 'display_name' ),
				'include'        => $include,
				'orderby'        => 'display_name',
				'order'          => 'ASC',
				'offset'         => $offset,
				'number'         => $limit,
				'count_total'    => true,
			)
		);
		/** @var list<\WP_User> $users */
		$users = $query->get_results();
		// A role that has the capability may still be narrowed for a user by another plugin.
		$users = array_values( array_filter( $users, fn ( \WP_User $user ): bool => $this->gate->may_own( $user->ID, RecordType::Contact ) ) );
		return array(
			'users' => $users,
			'total' => (int) $query->get_total(),
		);
	}

	/**
	 * How many living contacts each user owns; at most a minute old.
	 *
	 * @return array<int, int> User id => number; who owns none is missing.
	 */
	public function counts(): array {
		$counts = get_transient( self::COUNTS );
		if ( is_array( $counts ) ) {
			/** @var array<int, int> $counts */
			return $counts;
		}
		$counts = array();
		foreach ( $this->db->rows( 'SELECT contact_owner, COUNT(*) AS n FROM %i WHERE trashed = 0 AND contact_owner IS NOT NULL GROUP BY contact_owner', $this->db->table( 'contacts' ) ) as $row ) {
			$counts[ (int) $row['contact_owner'] ] = (int) $row['n'];
		}
		set_transient( self::COUNTS, $counts, self::COUNTS_SECONDS );
		return $counts;
	}
}
