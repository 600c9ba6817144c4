<?php
/**
 * Owners who can't see what they own any more.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Ownership;

use Steward\Access\Gate;

/**
 * A user who loses CRM access keeps what they own until somebody moves it: this finds them, and those who no longer exist.
 */
final class LostAccess {

	public function __construct( private readonly Records $records, private readonly OwnerColumn $owners, private readonly Gate $gate ) {
	}

	/**
	 * Owners without access, those with the most records first.
	 *
	 * @return list<array{user: int, exists: bool, records: array<string, int>, trashed: int}> `records` by the kinds' plurals, without the trash.
	 */
	public function owners(): array {
		$found = array();
		foreach ( $this->records->types() as $type ) {
			$counts = $this->owners->count_by_owner( $type );
			cache_users( array_keys( $counts ) );
			foreach ( $counts as $user => $count ) {
				if ( $this->gate->may_own( $user, $type ) ) {
					continue;
				}
				$found[ $user ]                             ??= array(
					'user'    => $user,
					'exists'  => get_userdata( $user ) instanceof \WP_User,
					'records' => array(),
					'trashed' => 0,
				);
				$found[ $user ]['records'][ $type->plural() ] = $count['living'];
				$found[ $user ]['trashed']                   += $count['trashed'];
			}
		}
		usort( $found, static fn ( array $a, array $b ): int => array_sum( $b['records'] ) <=> array_sum( $a['records'] ) );
		return $found;
	}
}
