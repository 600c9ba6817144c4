<?php
/**
 * `/contacts/{id}/access`: who may do what, and why not.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Contacts;

use Steward\Access\Capabilities;
use Steward\Access\Gate;
use Steward\Access\Reason;
use Steward\Access\ReasonText;
use Steward\Rest\Controller;
use Steward\Rest\Errors;
use Steward\Rest\Input;
use Steward\Rest\Refused;

/**
 * Answers even where the contact may not be viewed, and gives away nothing of it but the answer.
 */
final class ContactAccessController extends Controller {

	public function __construct( Gate $gate, private readonly ContactStore $contacts, private readonly ContactAccess $access ) {
		parent::__construct( $gate );
	}

	/**
	 * Registers the route.
	 */
	public function register_routes(): void {
		$args = ContactsController::id_args() + array(
			'user' => array(
				'description' => __( 'Whose access; your own unless given. Another user\'s needs team reports or Manage Steward.', 'steward' ),
				'type'        => 'integer',
				'minimum'     => 1,
			),
		);
		$this->route( '/contacts/(?P<id>\d+)/access', \WP_REST_Server::READABLE, $this->get( ... ), $args, array( $this, 'signed_in' ) );
	}

	private function get( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response {
				$user  = Input::int( $request['user'], get_current_user_id() );
				$actor = $this->gate->actor( $user );
				if ( ! $this->actor()->is( $user ) && ! current_user_can( Capabilities::VIEW_REPORTS ) && ! current_user_can( Capabilities::MANAGE ) ) {
					throw new Refused( Errors::forbidden( Reason::MissingReports ) );
				}
				if ( $actor->id < 1 ) {
					throw new Refused( Errors::invalid( array( 'user' => __( 'There is no such user.', 'steward' ) ) ) );
				}
				$contact = $this->contacts->get( Input::int( $request['id'] ) );
				$actions = array();
				foreach ( $this->access->decide_all( $actor, $contact ) as $verb => $decision ) {
					$actions[ $verb ] = array( 'allowed' => $decision->allowed ) + ( null === $decision->reason ? array() : array(
						'reason'  => $decision->reason->value,
						'message' => ReasonText::message( $decision->reason ),
						'remedy'  => ReasonText::remedy( $decision->reason ),
					) );
				}
				return new \WP_REST_Response(
					array(
						'user'     => $user,
						'relation' => $this->access->subject( $contact, $actor )->relation_to( $actor )->value,
						'actions'  => $actions,
					)
				);
			}
		);
	}
}
