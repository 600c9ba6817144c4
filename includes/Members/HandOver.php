<?php
/**
 * Handing over what somebody owns.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Members;

use Steward\Access\Actor;
use Steward\Access\Gate;
use Steward\Access\Reach;
use Steward\Access\Reason;
use Steward\Access\RecordType;
use Steward\Activity\Cause;
use Steward\Background\Job;
use Steward\Background\JobRunner;
use Steward\Background\JobStore;
use Steward\Ownership\LeaverHandOver;
use Steward\Rest\Errors;
use Steward\Rest\Input;
use Steward\Rest\People;
use Steward\Rest\Refused;

/**
 * All that a person owns goes to somebody else, or to nobody, in the background. For those who could reassign each of the records by hand.
 */
final class HandOver {

	public function __construct(
		private readonly Gate $gate,
		private readonly LeaverHandOver $leaving,
		private readonly JobStore $jobs,
		private readonly JobRunner $runner,
	) {
	}

	/**
	 * Starts it; while one for the same person is under way, that one is answered.
	 *
	 * @param int|null $to The new owner; null for nobody.
	 * @throws Refused When the actor may not, there is nothing, or the new owner can't have it.
	 */
	public function start( int $user, ?int $to, Actor $actor, Cause $cause ): Job {
		$permissions = $actor->permissions( RecordType::Contact );
		if ( ! $permissions->reassign ) {
			throw new Refused( Errors::forbidden( Reason::MissingReassign ) );
		}
		if ( Reach::All !== $permissions->update || Reach::All !== $permissions->view ) {
			throw new Refused( Errors::forbidden( Reason::NotOwner ) );
		}
		if ( null !== $to && ( $to === $user || ! $this->gate->may_own( $to, RecordType::Contact ) ) ) {
			throw new Refused( Errors::invalid_owner( RecordType::Contact ) );
		}
		$running = $this->running()[ $user ] ?? null;
		if ( null !== $running ) {
			return $running;
		}
		$total = $this->leaving->owned( $user );
		if ( 0 === $total ) {
			throw new Refused( Errors::not_found() );
		}
		$params = array(
			'user' => $user,
			'name' => People::one( $user )['name'],
			'heir' => $to ?? 0,
			'by'   => $cause->kind,
		);
		$job    = $this->jobs->add( LeaverHandOver::KIND, $actor->id, $params, $total );
		$this->runner->schedule( $job->id );
		return $job;
	}

	/**
	 * What is under way.
	 *
	 * @return array<int, Job> By the user whose records are handed over.
	 */
	public function running(): array {
		$running = array();
		foreach ( $this->jobs->open( LeaverHandOver::KIND ) as $job ) {
			$running[ Input::int( $job->params['user'] ?? 0 ) ] = $job;
		}
		return $running;
	}
}
