<?php
/**
 * What a change of a role would mean, before it is saved.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Roles;

use Steward\Access\AccessPolicy;
use Steward\Access\Actor;
use Steward\Access\Gate;
use Steward\Access\RecordType;
use Steward\Contacts\ContactFinder;
use Steward\Contacts\ContactQuery;

/**
 * Counts, for each person with the role, the contacts they see now and would see then, with the same scopes that lists use.
 */
final class RolePreview {

	/** People that are looked at one by one; of a larger role these stand for all. */
	private const MAX_PEOPLE = 50;

	public function __construct( private readonly Gate $gate, private readonly ContactFinder $finder ) {
	}

	/**
	 * The consequences.
	 *
	 * @param array<string, bool> $caps The role's capabilities as they would be.
	 * @return array{people: int, affected: int, contacts: array{gained: int, lost: int}, each: list<array{user: int, name: string, gained: int, lost: int}>, warnings: list<string>}
	 *         `contacts` is what the person with the largest change would gain or lose from sight.
	 */
	public function of( string $role, array $caps ): array {
		$query = new \WP_User_Query(
			array(
				'role'        => $role,
				'number'      => self::MAX_PEOPLE,
				'orderby'     => 'ID',
				'count_total' => true,
			)
		);
		/** @var list<\WP_User> $users */
		$users = $query->get_results();
		$each  = array();
		foreach ( $users as $user ) {
			$now  = $this->visible( $this->gate->actor( $user->ID ) );
			$then = $this->visible( $this->gate->actor_with( $user, $role, $caps ) );
			if ( $now !== $then ) {
				$each[] = array(
					'user'   => $user->ID,
					'name'   => $user->display_name,
					'gained' => max( 0, $then - $now ),
					'lost'   => max( 0, $now - $then ),
				);
			}
		}
		return array(
			'people'   => (int) $query->get_total(),
			'affected' => count( $each ),
			'contacts' => array(
				'gained' => max( array( 0, ...array_column( $each, 'gained' ) ) ),
				'lost'   => max( array( 0, ...array_column( $each, 'lost' ) ) ),
			),
			'each'     => $each,
			'warnings' => RoleMatrix::warnings( $caps ),
		);
	}

	/**
	 * How many living contacts somebody sees. Scopes only ever widen or narrow, so the difference of two numbers is the
	 * number of contacts gained or lost.
	 */
	private function visible( Actor $actor ): int {
		return $this->finder->page( new ContactQuery( limit: 1 ), AccessPolicy::view_scope( $actor, RecordType::Contact ) )['total'];
	}
}
