<?php
/**
 * Moving what is in stages that go.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

use Steward\Access\Actor;
use Steward\Access\Gate;
use Steward\Activity\ActivityStore;
use Steward\Activity\Cause;
use Steward\Background\Job;
use Steward\Background\JobProgress;
use Steward\Background\JobTask;
use Steward\Rest\Errors;
use Steward\Rest\Input;
use Steward\Rest\Refused;

/**
 * Moves opportunities one by one, each with its activity, also those in the trash and those that the one who manages pipelines
 * may not view; once nothing is left in the stages, they go.
 */
final class StageMove implements JobTask {

	public const KIND = 'move_opportunities';

	public function __construct(
		private readonly PipelineStore $pipelines,
		private readonly OpportunityStore $store,
		private readonly Opportunities $opportunities,
		private readonly ActivityStore $activity,
		private readonly Gate $gate,
	) {
	}

	/**
	 * {@inheritDoc}
	 */
	public function batch( Job $job, int $limit ): JobProgress {
		$cause = Cause::named( Input::string( $job->params['cause'] ?? '' ) )->in_batch( "job:$job->id" );
		try {
			list( $moved, $left ) = $this->all( $job->params, $this->gate->actor( $job->actor ), $cause, $limit );
		} catch ( Refused $refused ) {
			return new JobProgress( $job->position, 0, array( $refused->of_row( Input::int( $job->params['move_to'] ?? 0 ) ) ), true );
		}
		return new JobProgress( $job->position + $moved, $moved, array(), ! $left );
	}

	/**
	 * Moves what is there, up to a limit, and removes the stages when that was all.
	 *
	 * @param array<string, mixed> $params stages, move_to, and pipeline or stage: what goes.
	 * @return array{int, bool} How many were moved, and whether there may be more.
	 * @throws Refused When the stage to move to has gone meanwhile.
	 */
	public function all( array $params, Actor $actor, Cause $cause, int $limit ): array {
		$stages = Input::ids( $params['stages'] ?? array() );
		$ids    = array() === $stages ? array() : $this->store->ids_in_stages( $stages, $limit );
		if ( array() !== $ids ) {
			$target = $this->pipelines->stage( Input::int( $params['move_to'] ?? 0 ), true ) ?? throw new Refused( Errors::invalid( array( 'move_to' => __( 'The stage to move to has been removed meanwhile.', 'steward' ) ) ) );
			foreach ( $ids as $id ) {
				$this->opportunities->move( $id, $target, $actor, $cause );
			}
		}
		$left = count( $ids ) >= $limit || ! $this->remove( $params, $stages, $actor, $cause );
		return array( count( $ids ), $left );
	}

	/**
	 * @param array<string, mixed> $params As in all().
	 * @param list<int>            $stages Stages.
	 * @return bool False when something has come into the stages meanwhile.
	 */
	private function remove( array $params, array $stages, Actor $actor, Cause $cause ): bool {
		$this->pipelines->lock();
		if ( $this->store->count_in_stages( $stages ) > 0 ) {
			return false;
		}
		$pipeline = Input::int( $params['pipeline'] ?? 0 );
		$stage    = $this->pipelines->stage( Input::int( $params['stage'] ?? 0 ) );
		$name     = $this->pipelines->find( $stage->pipeline_id ?? $pipeline )->name ?? '';
		if ( null !== $stage ) {
			$this->pipelines->delete_stage( $stage->id );
		} elseif ( $pipeline > 0 ) {
			$this->pipelines->delete_pipeline( $pipeline );
		}
		$this->activity->add_site_change( null === $stage ? ActivityStore::PIPELINE : ActivityStore::STAGE, null === $stage ? $name : "$name / $stage->name", 'removed', $actor, $cause, array() );
		return true;
	}
}
