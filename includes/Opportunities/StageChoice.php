<?php
/**
 * Which stage a client means.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

use Steward\Rest\Errors;
use Steward\Rest\Refused;

/**
 * A stage says its pipeline and its outcome; a pipeline or an outcome alone say their first stage. Within a transaction the
 * stage that is chosen stays there until the end.
 */
final class StageChoice {

	public function __construct( private readonly PipelineStore $pipelines ) {
	}

	/**
	 * The stage of a new opportunity.
	 *
	 * @throws Refused When there is none.
	 */
	public function first( OpportunityInput $input ): Stage {
		if ( null !== $input->stage ) {
			$stage = $this->held( $input->stage );
			if ( null !== $input->pipeline && $input->pipeline !== $stage->pipeline_id ) {
				throw new Refused( Errors::invalid( array( 'stage' => __( 'This stage belongs to another pipeline.', 'steward' ) ) ) );
			}
			if ( null !== $input->status && $input->status !== $stage->outcome ) {
				throw new Refused( Errors::invalid( array( 'status' => __( 'The stage says otherwise. Give one of the two.', 'steward' ) ) ) );
			}
			return $stage;
		}
		return $this->first_of( null === $input->pipeline ? $this->pipelines->all()[0] ?? null : $this->pipelines->find( $input->pipeline ), $input->status );
	}

	/**
	 * The stage an opportunity shall move to; null where it stays. What is sent back as it was read says nothing.
	 *
	 * @throws Refused When there is none.
	 */
	public function next( Opportunity $opportunity, OpportunityInput $input ): ?Stage {
		$pipeline = $input->pipeline === $opportunity->pipeline_id ? null : $input->pipeline;
		$status   = $input->status === $opportunity->status ? null : $input->status;
		if ( null !== $input->stage && $input->stage !== $opportunity->stage_id ) {
			$stage = $this->held( $input->stage );
			if ( null !== $pipeline && $pipeline !== $stage->pipeline_id ) {
				throw new Refused( Errors::invalid( array( 'stage' => __( 'This stage belongs to another pipeline.', 'steward' ) ) ) );
			}
			if ( null !== $status && $status !== $stage->outcome ) {
				throw new Refused( Errors::invalid( array( 'status' => __( 'The stage says otherwise. Give one of the two.', 'steward' ) ) ) );
			}
			return $stage;
		}
		return null === $pipeline && null === $status ? null : $this->first_of( $this->pipelines->find( $pipeline ?? $opportunity->pipeline_id ), $status );
	}

	/**
	 * The currency of a stage's pipeline.
	 */
	public function currency( Stage $stage ): string {
		return $this->pipelines->find( $stage->pipeline_id )->currency ?? 'USD';
	}

	/**
	 * What activity says of a move: names, which outlive the stages.
	 *
	 * @return array<string, array{old: string, new: string}>
	 */
	public function changes( Opportunity $before, Stage $now ): array {
		$changes = array(
			'stage' => array(
				'old' => $this->pipelines->stage( $before->stage_id )->name ?? '',
				'new' => $now->name,
			),
		);
		if ( $before->pipeline_id !== $now->pipeline_id ) {
			$changes['pipeline'] = array(
				'old' => $this->pipelines->find( $before->pipeline_id )->name ?? '',
				'new' => $this->pipelines->find( $now->pipeline_id )->name ?? '',
			);
		}
		return $changes;
	}

	private function held( int $id ): Stage {
		return $this->pipelines->stage( $id, true ) ?? throw new Refused( Errors::invalid( array( 'stage' => __( 'There is no such stage.', 'steward' ) ) ) );
	}

	/**
	 * @param string|null $outcome An outcome; null is any.
	 * @throws Refused When there is no such stage.
	 */
	private function first_of( ?Pipeline $pipeline, ?string $outcome ): Stage {
		if ( null === $pipeline ) {
			throw new Refused( Errors::invalid( array( 'pipeline' => __( 'There is no such pipeline.', 'steward' ) ) ) );
		}
		$stage = null === $outcome ? $pipeline->stages[0] ?? null : $pipeline->first( $outcome );
		if ( null === $stage ) {
			throw new Refused( Errors::invalid( array( 'status' => __( 'The pipeline has no such stage. Add one, or give a stage.', 'steward' ) ) ) );
		}
		return $this->held( $stage->id );
	}
}
