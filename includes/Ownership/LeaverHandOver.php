<?php
/**
 * What somebody who left owned and followed.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Ownership;

use Steward\Access\Actor;
use Steward\Access\Gate;
use Steward\Access\RecordType;
use Steward\Activity\Cause;
use Steward\Background\Job;
use Steward\Background\JobProgress;
use Steward\Background\JobTask;
use Steward\Contacts\ContactStore;
use Steward\Rest\Input;
use Steward\Rest\Refused;

/**
 * A job: first the contacts they owned go to whom the deletion named, else to nobody; then their follows end. All of it is
 * done by Steward itself and logged with the cause `user_deleted`.
 */
final class LeaverHandOver implements JobTask {

	public const KIND = 'hand_over';

	public function __construct(
		private readonly OwnerColumn $owners,
		private readonly Followers $followers,
		private readonly Ownership $ownership,
		private readonly Following $following,
		private readonly ContactStore $contacts,
		private readonly Gate $gate,
	) {
	}

	/**
	 * How much there is to hand over.
	 */
	public function count( int $user ): int {
		return $this->owners->count_owned_by( RecordType::Contact, $user ) + count( $this->followers->followed_by( RecordType::Contact, $user, PHP_INT_MAX ) );
	}

	/**
	 * {@inheritDoc}
	 */
	public function batch( Job $job, int $limit ): JobProgress {
		$leaver = Input::int( $job->params['user'] ?? 0 );
		$cause  = Cause::named( 'user_deleted', Input::string( $job->params['name'] ?? '' ) );
		$owned  = $this->owners->owned_by( RecordType::Contact, $leaver, $job->position, $limit );
		if ( array() !== $owned ) {
			return $this->hand_over( $owned, $this->heir( $job ), $cause );
		}
		$followed = $this->followers->followed_by( RecordType::Contact, $leaver, $limit );
		foreach ( $this->contacts->find_all( $followed ) as $contact ) {
			$this->following->remove( $contact, $leaver, Actor::system(), $cause );
		}
		return new JobProgress( $job->position, count( $followed ), array(), count( $followed ) < $limit );
	}

	/**
	 * @param non-empty-list<int> $ids Contacts.
	 * @param int|null            $heir New owner.
	 */
	private function hand_over( array $ids, ?int $heir, Cause $cause ): JobProgress {
		$refused = array();
		foreach ( $ids as $id ) {
			try {
				$this->ownership->reassign( $id, $heir, Actor::system(), $cause );
			} catch ( Refused $refusal ) {
				$refused[] = $refusal->of_row( $id );
			}
		}
		return new JobProgress( max( $ids ), count( $ids ) - count( $refused ), $refused, false );
	}

	/**
	 * Whom the deletion named, if they can own contacts; looked up anew for each batch.
	 */
	private function heir( Job $job ): ?int {
		$heir = Input::int( $job->params['heir'] ?? 0 );
		return $heir > 0 && $this->gate->may_own( $heir, RecordType::Contact ) ? $heir : null;
	}
}
