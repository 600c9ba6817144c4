<?php
/**
 * Claiming or reassigning more contacts than a request can.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Ownership;

use Steward\Access\AccessPolicy;
use Steward\Access\Actor;
use Steward\Access\Gate;
use Steward\Access\RecordType;
use Steward\Activity\Cause;
use Steward\Background\Job;
use Steward\Background\JobProgress;
use Steward\Background\JobTask;
use Steward\Contacts\ContactFinder;
use Steward\Contacts\ContactQueryReader;
use Steward\Rest\Input;
use Steward\Rest\Refused;

/**
 * A job over ids or over a filter. Contacts are taken in order of id, so a filter that a change takes them out of loses
 * none. Each one is checked for the actor's access at its time.
 */
final class BulkOwnership implements JobTask {

	public const CLAIM    = 'claim_contacts';
	public const REASSIGN = 'reassign_contacts';

	public function __construct(
		private readonly Ownership $ownership,
		private readonly ContactFinder $finder,
		private readonly Gate $gate,
	) {
	}

	/**
	 * How many contacts a job will meet.
	 *
	 * @param list<int>|null       $ids    Contacts; null for the filter's.
	 * @param array<string, mixed> $filter A list's filter.
	 * @throws Refused When the filter can't be read.
	 */
	public function count( ?array $ids, array $filter, Actor $actor ): int {
		if ( null !== $ids ) {
			return count( $ids );
		}
		return $this->finder->page( ContactQueryReader::read( $filter, $actor, 0, 1 ), AccessPolicy::view_scope( $actor, RecordType::Contact ) )['total'];
	}

	/**
	 * {@inheritDoc}
	 */
	public function batch( Job $job, int $limit ): JobProgress {
		$actor   = $this->gate->actor( $job->actor );
		$ids     = $this->next( $job, $actor, $limit );
		$done    = 0;
		$refused = array();
		foreach ( $ids as $id ) {
			try {
				$this->change( $job, $id, $actor );
				++$done;
			} catch ( Refused $refusal ) {
				$refused[] = $refusal->of_row( $id );
			}
		}
		$position = is_array( $job->params['ids'] ?? null ) ? $job->position + count( $ids ) : (int) max( array( $job->position, ...$ids ) );
		return new JobProgress( $position, $done, $refused, count( $ids ) < $limit );
	}

	/**
	 * @return list<int>
	 */
	private function next( Job $job, Actor $actor, int $limit ): array {
		if ( is_array( $job->params['ids'] ?? null ) ) {
			return array_slice( Input::ids( $job->params['ids'] ), $job->position, $limit );
		}
		/** @var array<string, mixed> $filter */
		$filter = is_array( $job->params['filter'] ?? null ) ? $job->params['filter'] : array();
		$query  = ContactQueryReader::read(
			array(
				'orderby'  => 'id',
				'order'    => 'asc',
				'after_id' => $job->position,
			) + $filter,
			$actor,
			0,
			$limit
		);
		return $this->finder->ids( $query, AccessPolicy::view_scope( $actor, RecordType::Contact ) );
	}

	private function change( Job $job, int $id, Actor $actor ): void {
		$cause = Cause::named( Input::string( $job->params['cause'] ?? 'hand' ), Input::string( $job->params['detail'] ?? '' ) );
		if ( self::CLAIM === $job->kind ) {
			$this->ownership->claim( $id, $actor, $cause );
			return;
		}
		$owner = $job->params['contact_owner'] ?? null;
		$this->ownership->reassign( $id, is_numeric( $owner ) ? (int) $owner : null, $actor, $cause, Input::string( $job->params['note'] ?? '' ) );
	}
}
