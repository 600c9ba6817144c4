<?php
/**
 * Turning separate owners on and off.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

use Steward\Background\Job;
use Steward\Background\JobRunner;
use Steward\Background\JobStore;
use Steward\Settings\Settings;

/**
 * On changes nothing. Off says first what would change, then realigns in the background.
 */
final class SeparateOwners {

	public function __construct( private readonly OpportunityOwners $owners, private readonly JobStore $jobs, private readonly JobRunner $runner ) {
	}

	/**
	 * Opportunities that have another owner than their contact.
	 */
	public function differing(): Differing {
		return $this->owners->differing();
	}

	/**
	 * The realignment that is under way.
	 */
	public function running(): ?Job {
		return $this->jobs->under_way( RealignOwners::KIND );
	}

	/**
	 * Realigns owners in the background where there is something to realign and nothing is under way.
	 *
	 * @param int $actor Who asked for it.
	 * @return Job|null The realignment; null where there is nothing to do.
	 */
	public function realign( int $actor ): ?Job {
		$running = $this->running();
		if ( null !== $running || Settings::separate_owners() ) {
			return $running;
		}
		$total = $this->differing()->total;
		if ( 0 === $total ) {
			return null;
		}
		$job = $this->jobs->add( RealignOwners::KIND, $actor, array(), $total );
		$this->runner->schedule( $job->id );
		return $job;
	}
}
