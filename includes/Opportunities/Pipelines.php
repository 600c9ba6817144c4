<?php
/**
 * What can be done with pipelines and their stages.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

use Steward\Access\Actor;
use Steward\Activity\ActivityStore;
use Steward\Activity\Cause;
use Steward\Background\Job;
use Steward\Background\JobRunner;
use Steward\Background\JobStore;
use Steward\Database\Transaction;
use Steward\Rest\Errors;
use Steward\Rest\Refused;

/**
 * Use cases of whoever manages Steward. One change at a time: each holds all pipelines and stages. What is in a stage that goes
 * moves to another one, at once where that is little, else in a job.
 */
final class Pipelines {

	public const MAX_PIPELINES = 50;
	public const MAX_STAGES    = 50;

	/** What a pipeline begins with: name, colour, probability, outcome. */
	public const FIRST_STAGES = array(
		array( 'New', 'gray', 10, Stage::OPEN ),
		array( 'Qualified', 'blue', 25, Stage::OPEN ),
		array( 'Proposal', 'teal', 50, Stage::OPEN ),
		array( 'Negotiation', 'yellow', 75, Stage::OPEN ),
		array( 'Won', 'green', 100, Stage::WON ),
		array( 'Lost', 'red', 0, Stage::LOST ),
	);

	/** Up to here opportunities are moved within the request. */
	private const AT_ONCE = 50;

	public function __construct(
		private readonly PipelineStore $store,
		private readonly OpportunityStore $opportunities,
		private readonly StageMove $move,
		private readonly ActivityStore $activity,
		private readonly Transaction $transaction,
		private readonly JobStore $jobs,
		private readonly JobRunner $runner,
	) {
	}

	/**
	 * Every pipeline, in order.
	 *
	 * @return list<Pipeline>
	 */
	public function all(): array {
		return $this->store->all();
	}

	/**
	 * A pipeline.
	 *
	 * @throws Refused When there is none.
	 */
	public function get( int $id ): Pipeline {
		return $this->store->find( $id ) ?? throw new Refused( Errors::not_found() );
	}

	/**
	 * Adds a pipeline; without stages it begins with the usual ones.
	 *
	 * @param list<array{name: string, color?: string, probability?: int, outcome?: string}>|null $stages Its stages, in order.
	 * @throws Refused When there are too many, or none of the stages is open.
	 */
	public function create( string $name, string $currency, ?int $position, ?array $stages, Actor $actor, Cause $cause ): Pipeline {
		$stages = array_map( self::stage_values( ... ), $stages ?? self::usual_stages() );
		if ( ! in_array( Stage::OPEN, array_column( $stages, 'outcome' ), true ) ) {
			throw new Refused( Errors::last_open_stage() );
		}
		return $this->change(
			function () use ( $name, $currency, $position, $stages, $actor, $cause ): int {
				$all = $this->store->all();
				if ( count( $all ) >= self::MAX_PIPELINES || count( $stages ) > self::MAX_STAGES ) {
					throw new Refused( Errors::invalid( array( 'name' => __( 'There are as many pipelines, or stages, as there may be.', 'steward' ) ) ) );
				}
				$id = $this->store->insert(
					'pipelines',
					array(
						'name'     => $name,
						'currency' => $currency,
						'position' => count( $all ),
					)
				);
				foreach ( $stages as $place => $values ) {
					$this->store->insert(
						'stages',
						array(
							'pipeline_id' => $id,
							'position'    => $place,
						) + $values
					);
				}
				$this->place( 'pipelines', array_map( static fn ( Pipeline $each ): int => $each->id, $all ), $id, $position );
				$this->log( ActivityStore::PIPELINE, $name, 'created', array( 'currency' => $currency ), array(), $actor, $cause );
				return $id;
			}
		);
	}

	/**
	 * Changes a pipeline.
	 *
	 * @param array{name?: string, currency?: string, position?: int} $values What changes.
	 * @throws Refused When there is none.
	 */
	public function update( int $id, array $values, Actor $actor, Cause $cause ): Pipeline {
		return $this->change(
			function () use ( $id, $values, $actor, $cause ): int {
				$pipeline = $this->get( $id );
				$this->store->update( 'pipelines', $id, array_diff_key( $values, array( 'position' => 0 ) ) );
				if ( isset( $values['position'] ) ) {
					$this->place( 'pipelines', array_map( static fn ( Pipeline $each ): int => $each->id, $this->store->all() ), $id, $values['position'] );
				}
				$this->log( ActivityStore::PIPELINE, $pipeline->name, 'updated', $values, $pipeline->to_array(), $actor, $cause );
				return $id;
			}
		);
	}

	/**
	 * Removes a pipeline.
	 *
	 * @param int|null $move_to A stage of another pipeline, for what is in it.
	 * @return Job|null The job that moves it, where that is much.
	 * @throws Refused When it is the last one, or in use without a stage to move to.
	 */
	public function remove( int $id, ?int $move_to, Actor $actor, Cause $cause ): ?Job {
		return $this->transaction->run(
			function () use ( $id, $move_to, $actor, $cause ): ?Job {
				$this->store->lock();
				$pipeline = $this->get( $id );
				if ( 1 === count( $this->store->all() ) ) {
					throw new Refused( Errors::last_pipeline() );
				}
				return $this->empty_out( array_map( static fn ( Stage $stage ): int => $stage->id, $pipeline->stages ), $id, null, $move_to, $actor, $cause );
			}
		);
	}

	/**
	 * How many opportunities are in each of a pipeline's stages, those in the trash counted.
	 *
	 * @return array<int, int> Stage => number.
	 * @throws Refused When there is no such pipeline.
	 */
	public function in_use( int $id ): array {
		$stages = array_map( static fn ( Stage $stage ): int => $stage->id, $this->get( $id )->stages );
		return array_combine( $stages, array_map( fn ( int $stage ): int => $this->opportunities->count_in_stages( array( $stage ) ), $stages ) );
	}

	/**
	 * Adds a stage.
	 *
	 * @param array{name: string, color?: string, probability?: int, outcome?: string} $stage    The stage.
	 * @param int|null                                                                 $position Its place; the last unless given.
	 * @throws Refused When there are too many.
	 */
	public function create_stage( int $pipeline_id, array $stage, ?int $position, Actor $actor, Cause $cause ): Stage {
		$id = 0;
		$this->change(
			function () use ( $pipeline_id, $stage, $position, $actor, $cause, &$id ): int {
				$pipeline = $this->get( $pipeline_id );
				if ( count( $pipeline->stages ) >= self::MAX_STAGES ) {
					/* translators: %d: number of stages */
					throw new Refused( Errors::invalid( array( 'name' => sprintf( __( 'A pipeline may have at most %d stages.', 'steward' ), self::MAX_STAGES ) ) ) );
				}
				$values = self::stage_values( $stage );
				$id     = $this->store->insert(
					'stages',
					array(
						'pipeline_id' => $pipeline_id,
						'position'    => count( $pipeline->stages ),
					) + $values
				);
				$this->place( 'stages', array_map( static fn ( Stage $each ): int => $each->id, $pipeline->stages ), $id, $position );
				$this->log( ActivityStore::STAGE, "$pipeline->name / {$values['name']}", 'created', $values, array(), $actor, $cause );
				return $pipeline_id;
			}
		);
		return $this->get_stage( $pipeline_id, $id );
	}

	/**
	 * A stage of a pipeline.
	 *
	 * @throws Refused When there is none.
	 */
	public function get_stage( int $pipeline_id, int $id ): Stage {
		$stage = $this->store->stage( $id );
		return null !== $stage && $stage->pipeline_id === $pipeline_id ? $stage : throw new Refused( Errors::not_found() );
	}

	/**
	 * Changes a stage. Its outcome stays while something is in it: what is won must have been won by somebody.
	 *
	 * @param array{name?: string, color?: string, probability?: int, outcome?: string, position?: int} $values What changes.
	 * @throws Refused When there is none, it is in use, or no other is open.
	 */
	public function update_stage( int $pipeline_id, int $id, array $values, Actor $actor, Cause $cause ): Stage {
		$this->change(
			function () use ( $pipeline_id, $id, $values, $actor, $cause ): int {
				$stage    = $this->get_stage( $pipeline_id, $id );
				$pipeline = $this->get( $pipeline_id );
				if ( isset( $values['outcome'] ) && $values['outcome'] !== $stage->outcome ) {
					self::keep_open( $pipeline, $stage );
					$number = $this->opportunities->count_in_stages( array( $id ) );
					if ( $number > 0 ) {
						throw new Refused( Errors::outcome_in_use( $number ) );
					}
				}
				$this->store->update( 'stages', $id, array_diff_key( $values, array( 'position' => 0 ) ) );
				if ( isset( $values['position'] ) ) {
					$this->place( 'stages', array_map( static fn ( Stage $each ): int => $each->id, $pipeline->stages ), $id, $values['position'] );
				}
				$this->log( ActivityStore::STAGE, "$pipeline->name / $stage->name", 'updated', $values, $stage->to_array(), $actor, $cause );
				return $pipeline_id;
			}
		);
		return $this->get_stage( $pipeline_id, $id );
	}

	/**
	 * Removes a stage.
	 *
	 * @param int|null $move_to Another stage, of whichever pipeline, for what is in it.
	 * @return Job|null The job that moves it, where that is much.
	 * @throws Refused When it is the last open one, or in use without a stage to move to.
	 */
	public function remove_stage( int $pipeline_id, int $id, ?int $move_to, Actor $actor, Cause $cause ): ?Job {
		return $this->transaction->run(
			function () use ( $pipeline_id, $id, $move_to, $actor, $cause ): ?Job {
				$this->store->lock();
				self::keep_open( $this->get( $pipeline_id ), $this->get_stage( $pipeline_id, $id ) );
				return $this->empty_out( array( $id ), null, $id, $move_to, $actor, $cause );
			}
		);
	}

	/**
	 * @param list<int> $stages   Stages that go.
	 * @param int|null  $pipeline The pipeline that goes with them.
	 * @param int|null  $stage    The stage that goes alone.
	 * @throws Refused When something is in them and may not stay, or there is no stage to move to.
	 */
	private function empty_out( array $stages, ?int $pipeline, ?int $stage, ?int $move_to, Actor $actor, Cause $cause ): ?Job {
		$number = $this->opportunities->count_in_stages( $stages );
		$target = null === $move_to ? null : $this->store->stage( $move_to );
		if ( null !== $move_to && ( null === $target || in_array( $move_to, $stages, true ) ) ) {
			throw new Refused( Errors::invalid( array( 'move_to' => __( 'This must be the id of a stage that stays.', 'steward' ) ) ) );
		}
		if ( $number > 0 && null === $target ) {
			throw new Refused( Errors::stage_in_use( $number ) );
		}
		$params = array(
			'stages'   => $stages,
			'pipeline' => $pipeline,
			'stage'    => $stage,
			'move_to'  => $move_to,
			'cause'    => $cause->kind,
		);
		if ( $number > self::AT_ONCE ) {
			$job = $this->jobs->add( StageMove::KIND, $actor->id, $params, $number );
			$this->transaction->after_commit( fn () => $this->runner->schedule( $job->id ) );
			return $job;
		}
		$this->move->all( $params, $actor, $cause->in_batch( wp_generate_uuid4() ), self::AT_ONCE + 1 );
		return null;
	}

	/**
	 * @param callable(): int $work Answers with the pipeline's id.
	 */
	private function change( callable $work ): Pipeline {
		return $this->transaction->run(
			function () use ( $work ): Pipeline {
				$this->store->lock();
				return $this->get( $work() );
			}
		);
	}

	/**
	 * Puts one into its place among its siblings.
	 *
	 * @param 'pipelines'|'stages' $table    Which.
	 * @param list<int>            $ids      All siblings, in order, with it or without it.
	 * @param int|null             $position Its place from 0; the last unless given.
	 */
	private function place( string $table, array $ids, int $id, ?int $position ): void {
		$ids = array_values( array_diff( $ids, array( $id ) ) );
		array_splice( $ids, $position ?? count( $ids ), 0, array( $id ) );
		foreach ( $ids as $place => $each ) {
			$this->store->update( $table, $each, array( 'position' => $place ) );
		}
	}

	/**
	 * @throws Refused When no other stage of the pipeline is open.
	 */
	private static function keep_open( Pipeline $pipeline, Stage $stage ): void {
		$others = array_filter( $pipeline->stages, static fn ( Stage $other ): bool => $other->id !== $stage->id && Stage::OPEN === $other->outcome );
		if ( array() === $others && Stage::OPEN === $stage->outcome ) {
			throw new Refused( Errors::last_open_stage() );
		}
	}

	/**
	 * @param string               $of     ActivityStore::PIPELINE or STAGE.
	 * @param array<string, mixed> $values What is now.
	 * @param array<string, mixed> $before What was.
	 */
	private function log( string $of, string $name, string $action, array $values, array $before, Actor $actor, Cause $cause ): void {
		$changes = array();
		foreach ( $values as $field => $value ) {
			if ( ( $before[ $field ] ?? null ) !== $value ) {
				$changes[ $field ] = array(
					'old' => $before[ $field ] ?? null,
					'new' => $value,
				);
			}
		}
		if ( array() !== $changes ) {
			$this->activity->add_site_change( $of, $name, $action, $actor, $cause, $changes );
		}
	}

	/**
	 * @param array{name: string, color?: string, probability?: int, outcome?: string} $stage As it was given.
	 * @return array{name: string, color: string, probability: int, outcome: string}
	 */
	private static function stage_values( array $stage ): array {
		$outcome = $stage['outcome'] ?? Stage::OPEN;
		return array(
			'name'        => $stage['name'],
			'color'       => $stage['color'] ?? Stage::COLORS[0],
			'probability' => $stage['probability'] ?? ( Stage::WON === $outcome ? 100 : 0 ),
			'outcome'     => $outcome,
		);
	}

	/**
	 * @return list<array{name: string, color: string, probability: int, outcome: string}>
	 */
	private static function usual_stages(): array {
		return array_map(
			static fn ( array $stage ): array => array(
				'name'        => $stage[0],
				'color'       => $stage[1],
				'probability' => $stage[2],
				'outcome'     => $stage[3],
			),
			self::FIRST_STAGES
		);
	}
}
