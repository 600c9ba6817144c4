<?php
/**
 * `/jobs`, `/jobs/{id}`.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Background;

use Steward\Access\Capabilities;
use Steward\Access\Gate;
use Steward\Rest\Controller;
use Steward\Rest\Errors;
use Steward\Rest\Input;
use Steward\Rest\Refused;

/**
 * Progress and cancelling, for whoever started the job and for those who manage Steward; for others there is none.
 */
final class JobsController extends Controller {

	public function __construct( Gate $gate, private readonly JobStore $jobs, private readonly JobRunner $runner ) {
		parent::__construct( $gate );
	}

	/**
	 * Registers the routes.
	 */
	public function register_routes(): void {
		$args = array( 'id' => array( 'type' => 'integer' ) );
		$list = $this->page_args() + array(
			'state' => array(
				'description' => __( 'Only those in this state.', 'steward' ),
				'type'        => 'string',
				'enum'        => Job::STATES,
			),
		);
		$this->route( '/jobs', \WP_REST_Server::READABLE, $this->list( ... ), $list, schema: JobSchema::get( ... ) );
		$this->route( '/jobs/(?P<id>\d+)', \WP_REST_Server::READABLE, $this->get( ... ), $args, schema: JobSchema::get( ... ) );
		$this->route( '/jobs/(?P<id>\d+)', \WP_REST_Server::DELETABLE, $this->cancel( ... ), $args, schema: JobSchema::get( ... ) );
	}

	private function list( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response {
				$actor = $this->gate->currently_has( Capabilities::MANAGE ) ? null : $this->actor()->id;
				$state = is_string( $request['state'] ) ? $request['state'] : null;
				$items = array_map( static fn ( Job $job ): array => $job->to_array(), $this->jobs->page( $actor, $state, $this->offset( $request ), $this->limit( $request ) ) );
				return $this->paged( $request, new \WP_REST_Response( $items ), $this->jobs->count( $actor, $state ) );
			}
		);
	}

	private function get( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response {
				$job = $this->authorised( $request );
				$this->runner->wake( $job );
				return new \WP_REST_Response( $job->to_array() );
			}
		);
	}

	private function cancel( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response {
				$job = $this->authorised( $request );
				$this->jobs->end( $job->id, Job::CANCELLED );
				return new \WP_REST_Response( ( $this->jobs->find( $job->id ) ?? $job )->to_array() );
			}
		);
	}

	private function authorised( \WP_REST_Request $request ): Job {
		$job = $this->jobs->find( Input::int( $request['id'] ) );
		if ( null === $job || ( ! $this->actor()->is( $job->actor ) && ! $this->gate->currently_has( Capabilities::MANAGE ) ) ) {
			throw new Refused( Errors::not_found() );
		}
		return $job;
	}
}
