<?php
/**
 * `/contacts/{id}/followers`.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Contacts;

use Steward\Access\Actor;
use Steward\Access\Gate;
use Steward\Access\RecordType;
use Steward\Ownership\Followers;
use Steward\Ownership\Following;
use Steward\Rest\Controller;
use Steward\Rest\Errors;
use Steward\Rest\Input;
use Steward\Rest\People;
use Steward\Rest\Refused;

/**
 * The list, its replacement, one more, one less.
 */
final class ContactFollowersController extends Controller {

	public function __construct( Gate $gate, private readonly Contacts $contacts, private readonly Following $following, private readonly Followers $followers ) {
		parent::__construct( $gate );
	}

	/**
	 * Registers the routes.
	 */
	public function register_routes(): void {
		$base = '/contacts/(?P<id>\d+)/followers';
		$list = array(
			'followers' => array(
				'description' => __( 'Users\' ids, all followers there shall be.', 'steward' ),
				'type'        => 'array',
				'required'    => true,
				'items'       => array( 'type' => 'integer' ),
			),
		);
		$user = array(
			'user' => array(
				'description' => __( 'A user\'s id.', 'steward' ),
				'type'        => 'integer',
				'required'    => true,
				'minimum'     => 1,
			),
		);
		$this->route( $base, \WP_REST_Server::READABLE, $this->items( ... ), ContactsController::id_args() );
		$this->route( $base, 'PUT', $this->put( ... ), ContactsController::id_args() + $list );
		$this->route( $base, 'POST', $this->add( ... ), ContactsController::id_args() + $user );
		$this->route( "$base/(?P<user>\\d+)", \WP_REST_Server::DELETABLE, $this->remove( ... ), ContactsController::id_args() + $user );
	}

	private function items( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->listed( $request, static fn ( Contact $contact ): Contact => $contact );
	}

	private function put( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$users = Input::ids( $request['followers'] );
		return count( $users ) > Followers::LIMIT
			? $this->listed( $request, static fn (): Contact => throw new Refused( Errors::follower_limit() ) )
			: $this->listed( $request, fn ( Contact $contact, Actor $actor ): Contact => $this->following->put( $contact, $users, $actor, $this->cause() ) );
	}

	private function add( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->listed( $request, fn ( Contact $contact, Actor $actor ): Contact => $this->following->add( $contact, Input::int( $request['user'] ), $actor, $this->cause() ), 201 );
	}

	private function remove( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->listed( $request, fn ( Contact $contact, Actor $actor ): Contact => $this->following->remove( $contact, Input::int( $request['user'] ), $actor, $this->cause() ) );
	}

	/**
	 * Answers with the followers a contact has after a use case.
	 *
	 * @param callable( Contact, Actor ): Contact $work The use case, on a contact the actor may view.
	 */
	private function listed( \WP_REST_Request $request, callable $work, int $status = 200 ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request, $work, $status ): \WP_REST_Response {
				$actor   = $this->actor();
				$contact = $this->contacts->get( Input::int( $request['id'] ), $actor );
				$contact = $work( $contact, $actor );
				$items   = $this->followers->items( RecordType::Contact, $contact->id );
				$people  = array_column( People::of( array_column( $items, 'user' ) ), null, 'id' );
				$items   = array_map( static fn ( array $item ): array => $item + array_intersect_key( $people[ $item['user'] ], array_flip( array( 'name', 'avatar_url' ) ) ), $items );
				return new \WP_REST_Response( $items, $status );
			}
		);
	}
}
