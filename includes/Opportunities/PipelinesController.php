<?php
/**
 * `/pipelines`.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

use Steward\Access\Gate;
use Steward\Access\RecordType;
use Steward\Background\Job;
use Steward\Rest\Controller;
use Steward\Rest\Errors;
use Steward\Rest\Input;
use Steward\Rest\Refused;

/**
 * Pipelines and stages: members read them, whoever manages Steward changes them.
 */
final class PipelinesController extends Controller {

	public function __construct( Gate $gate, private readonly Pipelines $pipelines ) {
		parent::__construct( $gate );
	}

	/**
	 * {@inheritDoc}
	 */
	protected function record_type(): RecordType {
		return RecordType::Opportunity;
	}

	/**
	 * Registers the routes.
	 */
	public function register_routes(): void {
		$manager = array( $this, 'manager' );
		$one     = '/pipelines/(?P<id>\d+)';
		$stage   = "$one/stages/(?P<stage>\\d+)";
		$move    = array(
			'move_to' => array(
				'description' => __( 'The stage that what is in it moves to.', 'steward' ),
				'type'        => 'integer',
				'minimum'     => 1,
			),
		);
		$new     = PipelineSchema::fields() + array(
			'stages' => array(
				'description' => __( 'Its stages in order; the usual ones unless given.', 'steward' ),
				'type'        => 'array',
				'minItems'    => 1,
				'maxItems'    => Pipelines::MAX_STAGES,
				'items'       => array(
					'type'                 => 'object',
					'properties'           => array( 'name' => StageSchema::fields()['name'] + array( 'required' => true ) ) + array_diff_key( StageSchema::fields(), array( 'position' => 0 ) ),
					'additionalProperties' => false,
				),
			),
		);
		$schema  = PipelineSchema::get( ... );
		$this->route( '/pipelines', \WP_REST_Server::READABLE, $this->all( ... ), schema: $schema );
		$this->route( '/pipelines', \WP_REST_Server::CREATABLE, $this->create( ... ), self::required( $new ), $manager, $schema );
		$this->route( $one, \WP_REST_Server::READABLE, $this->get( ... ), self::id_args(), schema: $schema );
		$this->route( $one, \WP_REST_Server::EDITABLE, $this->update( ... ), self::id_args() + PipelineSchema::fields(), $manager, $schema );
		$this->route( $one, \WP_REST_Server::DELETABLE, $this->remove( ... ), self::id_args() + $move, $manager, $schema );
		$this->route( "$one/use", \WP_REST_Server::READABLE, $this->in_use( ... ), self::id_args(), $manager, PipelineSchema::in_use( ... ) );
		$schema = StageSchema::get( ... );
		$this->route( "$one/stages", \WP_REST_Server::READABLE, $this->stages( ... ), self::id_args(), schema: $schema );
		$this->route( "$one/stages", \WP_REST_Server::CREATABLE, $this->create_stage( ... ), self::id_args() + self::required( StageSchema::fields() ), $manager, $schema );
		$this->route( $stage, \WP_REST_Server::READABLE, $this->stage( ... ), self::id_args(), schema: $schema );
		$this->route( $stage, \WP_REST_Server::EDITABLE, $this->update_stage( ... ), self::id_args() + StageSchema::fields(), $manager, $schema );
		$this->route( $stage, \WP_REST_Server::DELETABLE, $this->remove_stage( ... ), self::id_args() + $move, $manager, $schema );
	}

	private function all(): \WP_REST_Response {
		return new \WP_REST_Response( array_map( static fn ( Pipeline $pipeline ): array => $pipeline->to_array(), $this->pipelines->all() ) );
	}

	private function get( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer( fn (): \WP_REST_Response => new \WP_REST_Response( $this->pipelines->get( Input::int( $request['id'] ) )->to_array() ) );
	}

	private function stages( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer( fn (): \WP_REST_Response => new \WP_REST_Response( $this->pipelines->get( Input::int( $request['id'] ) )->to_array()['stages'] ) );
	}

	private function stage( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer( fn (): \WP_REST_Response => new \WP_REST_Response( $this->pipelines->get_stage( Input::int( $request['id'] ), Input::int( $request['stage'] ) )->to_array() ) );
	}

	private function in_use( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response {
				$stages = array();
				foreach ( $this->pipelines->in_use( Input::int( $request['id'] ) ) as $id => $opportunities ) {
					$stages[] = compact( 'id', 'opportunities' );
				}
				return new \WP_REST_Response(
					array(
						'opportunities' => array_sum( array_column( $stages, 'opportunities' ) ),
						'stages'        => $stages,
					)
				);
			}
		);
	}

	private function create( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response {
				/** @var array{name: string, currency: string, position?: int, stages?: list<array{name: string, color?: string, probability?: int, outcome?: string}>} $values */
				$values   = $this->values( $request, PipelineSchema::fields() + array( 'stages' => array() ) ) + array( 'currency' => $this->pipelines->all()[0]->currency ?? 'USD' );
				$pipeline = $this->pipelines->create( $values['name'], $values['currency'], $values['position'] ?? null, $values['stages'] ?? null, $this->actor(), $this->cause() );
				return self::created( $pipeline->to_array(), "/pipelines/$pipeline->id" );
			}
		);
	}

	private function update( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response {
				/** @var array{name?: string, currency?: string, position?: int} $values */
				$values = $this->values( $request, PipelineSchema::fields() );
				return new \WP_REST_Response( $this->pipelines->update( Input::int( $request['id'] ), $values, $this->actor(), $this->cause() )->to_array() );
			}
		);
	}

	private function remove( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response {
				$pipeline = $this->pipelines->get( Input::int( $request['id'] ) );
				return self::removed( $this->pipelines->remove( $pipeline->id, self::move_to( $request ), $this->actor(), $this->cause() ), $pipeline->to_array() );
			}
		);
	}

	private function create_stage( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response {
				/** @var array{name: string, color?: string, probability?: int, outcome?: string, position?: int} $values */
				$values = $this->values( $request, StageSchema::fields() );
				$stage  = $this->pipelines->create_stage( Input::int( $request['id'] ), $values, $values['position'] ?? null, $this->actor(), $this->cause() );
				return self::created( $stage->to_array(), "/pipelines/$stage->pipeline_id/stages/$stage->id" );
			}
		);
	}

	private function update_stage( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response {
				/** @var array{name?: string, color?: string, probability?: int, outcome?: string, position?: int} $values */
				$values = $this->values( $request, StageSchema::fields() );
				return new \WP_REST_Response( $this->pipelines->update_stage( Input::int( $request['id'] ), Input::int( $request['stage'] ), $values, $this->actor(), $this->cause() )->to_array() );
			}
		);
	}

	private function remove_stage( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response {
				$stage = $this->pipelines->get_stage( Input::int( $request['id'] ), Input::int( $request['stage'] ) );
				return self::removed( $this->pipelines->remove_stage( $stage->pipeline_id, $stage->id, self::move_to( $request ), $this->actor(), $this->cause() ), $stage->to_array() );
			}
		);
	}

	/**
	 * @param array<string, mixed> $previous What was removed.
	 */
	private static function removed( ?Job $job, array $previous ): \WP_REST_Response {
		if ( null === $job ) {
			return new \WP_REST_Response(
				array(
					'deleted'  => true,
					'previous' => $previous,
				)
			);
		}
		$response = new \WP_REST_Response( $job->to_array(), 202 );
		$response->header( 'Location', rest_url( self::NAMESPACE . "/jobs/$job->id" ) );
		return $response;
	}

	private static function move_to( \WP_REST_Request $request ): ?int {
		$stage = Input::int( $request['move_to'] );
		return $stage > 0 ? $stage : null;
	}

	/**
	 * The fields that were given, cleaned by their schema.
	 *
	 * @param array<string, array<string, mixed>> $args Fields there are.
	 * @return array<string, mixed>
	 * @throws Refused When one is unknown, or wrong in a way the schema doesn't tell.
	 */
	private function values( \WP_REST_Request $request, array $args ): array {
		$sent   = array_diff_key( $this->body( $request ), array( 'stage' => 0 ) );
		$errors = array_fill_keys( array_map( 'strval', array_keys( array_diff_key( $sent, $args ) ) ), __( 'There is no such field. Leave it out.', 'steward' ) );
		$values = array_intersect_key( $request->get_params(), $sent, $args );
		if ( isset( $values['name'] ) ) {
			$values['name'] = trim( Input::string( $values['name'] ) );
			if ( '' === $values['name'] ) {
				$errors['name'] = __( 'Give it a name.', 'steward' );
			}
		}
		if ( isset( $values['currency'] ) ) {
			$values['currency'] = strtoupper( Input::string( $values['currency'] ) );
			if ( ! Currencies::has( $values['currency'] ) ) {
				$errors['currency'] = __( 'This is not a currency code of three letters (ISO 4217), such as EUR.', 'steward' );
			}
		}
		if ( array() !== $errors ) {
			throw new Refused( Errors::invalid( $errors ) );
		}
		return $values;
	}

	/**
	 * @param array<string, array<string, mixed>> $args Fields.
	 * @return array<string, array<string, mixed>>
	 */
	private static function required( array $args ): array {
		$args['name']['required'] = true;
		return $args;
	}
}
