<?php
/**
 * `/opportunities/board` and `/reports/forecast`.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

use Steward\Access\AccessPolicy;
use Steward\Access\Gate;
use Steward\Access\RecordType;
use Steward\Rest\Controller;
use Steward\Rest\Errors;
use Steward\Rest\Input;
use Steward\Rest\People;
use Steward\Rest\Refused;

/**
 * A pipeline at a glance and what it will bring, of what the caller may view.
 */
final class BoardController extends Controller {

	/** As many as are seen at first; more come as one scrolls. */
	private const PER_STAGE = 10;

	public function __construct(
		Gate $gate,
		private readonly OpportunityBoard $board,
		private readonly Forecast $forecast,
		private readonly PipelineStore $pipelines,
		private readonly OpportunityQueryReader $reader,
		private readonly OpportunityPresenter $presenter,
	) {
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
		$filters = OpportunityQueryReader::filter_args();
		$cards   = array(
			'per_stage' => array(
				'description' => __( 'Cards of each column; 0 gives counts and values alone.', 'steward' ),
				'type'        => 'integer',
				'default'     => self::PER_STAGE,
				'minimum'     => 0,
				'maximum'     => 100,
			),
		);
		$this->route( '/opportunities/board', \WP_REST_Server::READABLE, $this->get_board( ... ), $cards + $filters, schema: BoardSchema::get( ... ) );
		$this->route( '/reports/forecast', \WP_REST_Server::READABLE, $this->get_forecast( ... ), array_intersect_key( $filters, array_flip( array( 'pipeline', 'owner' ) ) ), schema: BoardSchema::forecast( ... ) );
	}

	private function get_board( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response {
				$actor    = $this->actor();
				$pipeline = $this->pipeline( $request ) ?? $this->pipelines->all()[0] ?? throw new Refused( Errors::not_found() );
				// The pipeline is the columns'.
				$query   = $this->reader->read( array_diff_key( $request->get_params(), array( 'pipeline' => 0 ) ), $actor, 0, 0 );
				$columns = $this->board->columns( $pipeline, $query, AccessPolicy::view_scope( $actor, RecordType::Opportunity ), Input::int( $request['per_stage'], self::PER_STAGE ) );
				$cards   = array_merge( array(), ...array_column( $columns, 'opportunities' ) );
				$shown   = array_column( $this->presenter->all( $cards, $actor ), null, 'id' );
				return new \WP_REST_Response(
					array(
						'pipeline' => $pipeline->id,
						'stages'   => array_map(
							static fn ( array $column ): array => array(
								'opportunities' => array_values( array_filter( array_map( static fn ( Opportunity $card ): ?array => $shown[ $card->id ] ?? null, $column['opportunities'] ) ) ),
							) + $column,
							$columns
						),
					)
				);
			}
		);
	}

	private function get_forecast( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response {
				$actor = $this->actor();
				$query = $this->reader->read( array( 'owner' => $request['owner'] ), $actor, 0, 0 );
				$rows  = $this->forecast->rows( $this->pipeline( $request )?->id, $query->owners, AccessPolicy::view_scope( $actor, RecordType::Opportunity ) );
				return new \WP_REST_Response(
					array(
						'rows'   => $rows,
						'people' => People::of( array_values( array_unique( array_filter( array_column( $rows, 'owner' ) ) ) ) ),
					)
				);
			}
		);
	}

	/**
	 * The pipeline asked for.
	 *
	 * @throws Refused When there is no such pipeline.
	 */
	private function pipeline( \WP_REST_Request $request ): ?Pipeline {
		$id = Input::int( $request['pipeline'] );
		return $id < 1 ? null : $this->pipelines->find( $id ) ?? throw new Refused( Errors::invalid( array( 'pipeline' => __( 'There is no such pipeline.', 'steward' ) ) ) );
	}
}
