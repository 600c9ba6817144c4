<?php
/**
 * `/activity`.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Activity;

use Steward\Access\Gate;
use Steward\Rest\Controller;

/**
 * What the team did, newest first, for each member as far as they may view the records it was done to.
 */
final class ActivityController extends Controller {

	public function __construct( Gate $gate, private readonly TeamActivity $activity ) {
		parent::__construct( $gate );
	}

	/**
	 * Registers the route.
	 */
	public function register_routes(): void {
		$this->route( '/activity', \WP_REST_Server::READABLE, $this->get( ... ), $this->page_args() + ActivityQueryReader::args(), schema: ActivitySchema::get( ... ) );
	}

	private function get( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response {
				$actor = $this->actor();
				$page  = $this->activity->page( ActivityQueryReader::read( $request->get_params(), $actor, $this->offset( $request ), $this->limit( $request ) ), $actor );
				return $this->paged( $request, new \WP_REST_Response( $page['items'] ), $page['total'] );
			}
		);
	}
}
