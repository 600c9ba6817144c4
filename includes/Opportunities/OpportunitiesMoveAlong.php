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
 * follows them where that is to be synced, and what the former one followed only by sync ends. Opportunities' owners follow by
 * sync the contact that they don't own: no longer if it is theirs now, and if it was theirs.
 */
final class OpportunitiesMoveAlong implements MovesAlong {

	public function __construct(
		private readonly OpportunityOwners $owners,
		private readonly ManyRecords $contacts,
		private readonly ManyRecords $opportunities,
		private readonly OpportunityStore $store,
		private readonly RecordAccess $access,
		private readonly DueFollows $due,
	) {
	}

	/**
	 * {@inheritDoc}
	 */
	public function owner_changed( OwnedRecord $record, ?int $old, Actor $actor, Cause $cause, bool $take_along = false ): void {
		if ( null !== $record->owner() && in_array( $record->owner(), $record->followers(), true ) ) {
			$this->contacts->unfollow( array( $record->id() ), $record->owner(), $actor, $cause->sync() );
		}
		$owners = $this->owners->of_contact( $record->id() );
		if ( array() === $owners ) {
			return;
		}
		if ( ! Settings::separate_owners() ) {
			$this->opportunities->align( $owners, $record->owner(), $actor, $cause, 'sync', $record->id() );
			return;
		}
		if ( $take_along ) {
			$along  = $this->reassignable( array_keys( $owners, $old, true ), $actor );
			$owners = array_replace( $owners, array_fill_keys( $along, $record->owner() ) );
			$this->opportunities->align( array_fill_keys( $along, $old ), $record->owner(), $actor, $cause, 'reassign', $record->id() );
		}
		if ( null !== $old && Settings::sync_contact_follower() ) {
			$this->keep( $record, $old, $actor, $cause->sync() );
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
	 * The opportunities that would go along with a contact, beforehand.
	 *
	 * @return array<int, int|null> Opportunity's id => owner's user id.
	 */
	public function going( OwnedRecord $record, Actor $actor, bool $take_along ): array {
		$separate = Settings::separate_owners();
		if ( $separate && ! $take_along ) {
			return array();
		}
		$owners = $this->owners->of_contact( $record->id(), false );
		return $separate ? array_fill_keys( $this->reassignable( array_keys( $owners, $record->owner(), true ), $actor ), $record->owner() ) : $owners;
	}

	/**
	 * Makes the former owner of a contact its follower where they own opportunities of it.
	 */
	private function keep( OwnedRecord $record, int $old, Actor $actor, Cause $cause ): void {
		if ( ! in_array( $old, $this->owners->people_of_contact( $record->id() ), true ) ) {
			return;
		}
		$since = $this->owners->owned_by_change( $record->id(), $old );
		if ( $this->due->is_due( $record->type(), $record->id(), $old, $since, 'sync_contact_follower' ) ) {
			$this->contacts->follow( array( $record->id() ), $old, $actor, $cause );
		}
	}

	/**
	 * @param list<int> $ids Opportunities of the contact's former owner.
	 * @return list<int> Those that the actor may reassign.
	 */
	private function reassignable( array $ids, Actor $actor ): array {
		$may = array_filter( $this->store->find_all( $ids ), fn ( Opportunity $opportunity ): bool => $this->access->decide_from_trash( $actor, Verb::Reassign, $opportunity )->allowed );
		return array_values( array_map( static fn ( Opportunity $opportunity ): int => $opportunity->id(), $may ) );
	}
}
