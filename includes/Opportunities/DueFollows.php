<?php
/**
 * Follows that a sync owes to an owner.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

use Steward\Access\Gate;
use Steward\Access\RecordType;
use Steward\Activity\ActivityStore;

/**
 * A sync makes the new owner of one record a follower of the other, unless they own that, too. Who no longer owns the other
 * one, and still the first, gets the follow then. The log says whether there ever was such a change of owner.
 */
final class DueFollows {

	/** How an owner comes about by a change, not with the record or along with another. */
	public const BY_CHANGE = array( 'claim', 'reassign' );

	public function __construct( private readonly ActivityStore $activity, private readonly Gate $gate ) {
	}

	/**
	 * Whether somebody who no longer owns a record should follow it, as they own the other one.
	 *
	 * @param RecordType  $type    The record's kind.
	 * @param int         $id      The record.
	 * @param int         $user    Its former owner's user id.
	 * @param string|null $since   When they came to own the other one by a change, `Y-m-d H:i:s` UTC; null if otherwise.
	 * @param string      $setting The sync's setting, which counts only for what changes while it is on.
	 */
	public function is_due( RecordType $type, int $id, int $user, ?string $since, string $setting ): bool {
		if ( ! $this->may_come( $type, $id, $user ) ) {
			return false;
		}
		return null !== $this->activity->last_of_follower( $type, $id, $user ) || null !== $since && ! $this->activity->setting_changed( $setting, $since ) && ! $this->activity->setting_changed( 'separate_owners', $since );
	}

	/**
	 * Whether a sync may make somebody a follower: whom a person has taken off the list stays off it.
	 */
	public function may_come( RecordType $type, int $id, int $user ): bool {
		return $this->gate->may_own( $user, $type ) && 'sync' === ( $this->activity->last_of_follower( $type, $id, $user )['cause'] ?? 'sync' );
	}

	/**
	 * Whose follow of a record was skipped since its list was full, and nothing has happened to it since.
	 *
	 * @return list<int> User ids of those who may own such records still.
	 */
	public function skipped( RecordType $type, int $id ): array {
		$skipped = fn ( int $user ): bool => $this->gate->may_own( $user, $type ) && 'sync_skipped' === ( $this->activity->last_of_follower( $type, $id, $user )['action'] ?? '' );
		return array_values( array_filter( $this->activity->ever_skipped( $type, $id ), $skipped ) );
	}
}
