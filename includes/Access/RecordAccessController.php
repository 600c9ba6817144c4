<?php
/**
 * `/{id}/access` of one kind of record: who may do what, and why not.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Access;

use Steward\Ownership\OwnedRecord;
use Steward\Ownership\RecordStore;
use Steward\Rest\Controller;
use Steward\Rest\Errors;
use Steward\Rest\Input;
use Steward\Rest\Refused;

/**
 * Answers even where the record may not be viewed, and gives away nothing of it but the answer.
 */
final class RecordAccessController extends Controller {

	/**
	 * @param Gate                     $gate    Who asks.
	 * @param RecordType               $type    Kind of record.
	 * @param RecordStore<OwnedRecord> $records Where it is read.
	 * @param AccessReport             $report  Explains.
	 */
	public function __construct( Gate $gate, private readonly RecordType $type, private readonly RecordStore $records, private readonly AccessReport $report ) {
		parent::__construct( $gate );
	}

	/**
	 * Registers the route.
	 */
	public function register_routes(): void {
		$args = self::id_args() + array(
			'user'  => array(
				'description' => __( 'Whose access; your own unless given. Another user\'s needs team reports or Manage Steward.', 'steward' ),
				'type'        => 'integer',
				'minimum'     => 1,
			),
			'steps' => array(
				'description' => __( 'Whether to name each rule that was looked at, and what would help.', 'steward' ),
				'type'        => 'boolean',
				'default'     => false,
			),
		);
		$this->route( '/' . $this->type->plural() . '/(?P<id>\d+)/access', \WP_REST_Server::READABLE, $this->get( ... ), $args, array( $this, 'signed_in' ), AccessSchema::get( ... ) );
	}

	private function get( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response {
				$user  = Input::int( $request['user'], get_current_user_id() );
				$actor = $this->gate->actor( $user );
				if ( ! $this->actor()->is( $user ) && ! $this->gate->currently_has( Capabilities::VIEW_REPORTS ) && ! $this->gate->currently_has( Capabilities::MANAGE ) ) {
					throw new Refused( Errors::forbidden( Reason::MissingReports ) );
				}
				if ( $actor->id < 1 ) {
					throw new Refused( Errors::invalid( array( 'user' => __( 'There is no such user.', 'steward' ) ) ) );
				}
				$record = $this->records->get( Input::int( $request['id'] ) );
				return new \WP_REST_Response(
					true === $request['steps']
						? $this->report->explained( $actor, $record, $this->actor(), $this->gate->currently_has( Capabilities::MANAGE ) )
						: $this->report->of( $actor, $record, $this->actor() )
				);
			}
		);
	}
}
