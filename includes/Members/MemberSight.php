<?php
/**
 * How much a member sees.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Members;

use Steward\Access\AccessPolicy;
use Steward\Access\Gate;
use Steward\Access\RecordType;
use Steward\Access\ScopeCounts;
use Steward\Database\Connection;

/**
 * Says before the switch is turned what Only Assigned Data means for somebody, with the scopes that lists use.
 */
final class MemberSight {

	public function __construct( private readonly Connection $db, private readonly Gate $gate ) {
	}

	/**
	 * Contacts that a user sees with and without Only Assigned Data.
	 *
	 * @return array{all: int, only_assigned: int}
	 */
	public function of( int $user ): array {
		$counts = ScopeCounts::read( $this->db, RecordType::Contact, array( $user ) );
		$actor  = $this->gate->actor( $user );
		return array(
			'all'           => $counts->of( AccessPolicy::view_scope( $this->gate->unnarrowed( $actor ), RecordType::Contact ) ),
			'only_assigned' => $counts->of( AccessPolicy::view_scope( $this->gate->narrowed( $actor ), RecordType::Contact ) ),
		);
	}
}
