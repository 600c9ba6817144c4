<?php
/**
 * What a change of a contact's owner does to its opportunities.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

use Steward\Access\Actor;
use Steward\Access\RecordAccess;
use Steward\Access\Verb;
use Steward\Activity\Cause;
use Steward\Ownership\ManyRecords;
use Steward\Ownership\MovesAlong;
use Steward\Ownership\OwnedRecord;
use Steward\Settings\Settings;

/**
 * With one owner for both, they all go to the new owner. With separate owners each keeps its own; the contact's new owner
 * follows them where that is to be synced, and what the former one followed only by sync ends.
 */
final class OpportunitiesMoveAlong implements MovesAlong {

	public function __construct(
		private readonly OpportunityOwners $owners,
		private readonly ManyRecords $opportunities,
		private readonly OpportunityStore $store,
		private readonly RecordAccess $access,
	) {
	}

	/**
	 * {@inheritDoc}
	 */
	public function owner_changed( OwnedRecord $record, ?int $old, Actor $actor, Cause $cause, bool $take_along = false ): void {
		$owners = $this->owners->of_contact( $record->id() );
		if ( array() === $owners ) {
			return;
		}
		if ( ! Settings::separate_owners() ) {
			$this->opportunities->align( $owners, $record->owner(), $actor, $cause );
			return;
		}
		if ( $take_along ) {
			$along  = $this->reassignable( array_keys( $owners, $old, true ), $actor );
			$owners = array_replace( $owners, array_fill_keys( $along, $record->owner() ) );
			$this->opportunities->align( array_fill_keys( $along, $old ), $record->owner(), $actor, $cause );
		}
		if ( ! Settings::sync_opportunity_follower() ) {
			return;
		}
		if ( null !== $old ) {
			$this->opportunities->unfollow( array_keys( $owners ), $old, $actor, $cause->sync() );
		}
		if ( null !== $record->owner() ) {
			$others = array_filter( $owners, static fn ( ?int $owner ): bool => $owner !== $record->owner() );
			$this->opportunities->follow( array_keys( $others ), $record->owner(), $actor, $cause->sync() );
		}
	}

	/**
	 * @param list<int> $ids Opportunities of the contact's former owner.
	 * @return list<int> Those that the actor may reassign.
	 */
	private function reassignable( array $ids, Actor $actor ): array {
		$may = array_filter( $this->store->find_all( $ids ), fn ( Opportunity $opportunity ): bool => $this->access->decide( $actor, Verb::Reassign, $opportunity )->allowed );
		return array_values( array_map( static fn ( Opportunity $opportunity ): int => $opportunity->id(), $may ) );
	}
}
