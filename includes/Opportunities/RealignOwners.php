<?php
/**
 * Gives opportunities their contacts' owners again.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

use Steward\Access\Actor;
use Steward\Access\Gate;
use Steward\Activity\Cause;
use Steward\Background\Job;
use Steward\Background\JobProgress;
use Steward\Background\JobTask;
use Steward\Contacts\ContactStore;
use Steward\Ownership\ManyRecords;
use Steward\Settings\Settings;

/**
 * A job, contact by contact, that begins when separate owners are turned off and ends at once when they are turned on again.
 */
final class RealignOwners implements JobTask {

	public const KIND = 'realign_owners';

	/** Contacts a batch looks at. */
	private const LOOK = 20000;

	public function __construct(
		private readonly OpportunityOwners $owners,
		private readonly ContactStore $contacts,
		private readonly ManyRecords $opportunities,
		private readonly ContactFollowsOwner $synced,
		private readonly Gate $gate,
	) {
	}

	/**
	 * {@inheritDoc}
	 */
	public function batch( Job $job, int $limit ): JobProgress {
		if ( Settings::separate_owners() ) {
			return new JobProgress( $job->position, 0, array(), true );
		}
		$actor = $job->actor > 0 ? $this->gate->actor( $job->actor ) : Actor::system();
		$cause = Cause::named( 'sync', __( 'One owner for a contact and its opportunities', 'steward' ) )->in_batch( "job:$job->id" );
		$until = $job->position + self::LOOK;
		$ids   = $this->owners->contacts_differing( $job->position, $until, $limit );
		$done  = 0;
		foreach ( $ids as $id ) {
			// The contact's row is held, as by a change of its owner at the same moment.
			$contact = $this->contacts->find( $id, true );
			$differ  = null === $contact ? array() : array_filter( $this->owners->of_contact( $id ), static fn ( ?int $owner ): bool => $owner !== $contact->contact_owner );
			$now     = array_slice( $differ, 0, $limit - $done, true );
			if ( null !== $contact && array() !== $now ) {
				$this->opportunities->align( $now, $contact->contact_owner, $actor, $cause );
				$this->synced->end( $contact->id, $now, $actor, $cause );
				$done += count( $now );
			}
			if ( count( $now ) < count( $differ ) ) {
				// One contact may have thousands: the next batch goes on with it.
				return new JobProgress( $id - 1, $done, array(), false );
			}
		}
		return count( $ids ) < $limit
			? new JobProgress( $until, $done, array(), $until >= $this->owners->last_contact() )
			: new JobProgress( max( 0, ...$ids ), $done, array(), false );
	}
}
