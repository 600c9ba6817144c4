<?php
/**
 * `/{id}/followers` of one kind of record.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Ownership;

use Steward\Access\Actor;
use Steward\Access\Gate;
use Steward\Access\RecordType;
use Steward\Rest\Controller;
use Steward\Rest\Errors;
use Steward\Rest\Input;
use Steward\Rest\People;
use Steward\Rest\Refused;

/**
 * The list, its replacement, one more, one less; and whether one is told oneself.
 */
final class FollowersController extends Controller {

	/**
	 * @param Gate                    $gate      Who asks.
	 * @param RecordKind<OwnedRecord> $kind      Kind of record.
	 * @param Followers               $followers The rows.
	 */
	public function __construct( Gate $gate, private readonly RecordKind $kind, private readonly Followers $followers ) {
		parent::__construct( $gate );
	}

	/**
	 * {@inheritDoc}
	 */
	protected function record_type(): RecordType {
		return $this->kind->type;
	}

	/**
	 * Registers the routes.
	 */
	public function register_routes(): void {
		$base   = '/' . $this->kind->type->plural() . '/(?P<id>\d+)/followers';
		$list   = array(
			'followers' => array(
				'description' => __( 'Users\' ids, all followers there shall be.', 'steward' ),
				'type'        => 'array',
				'required'    => true,
				'items'       => array( 'type' => 'integer' ),
			),
		);
		$user   = array(
			'user' => array(
				'description' => __( 'A user\'s id.', 'steward' ),
				'type'        => 'integer',
				'required'    => true,
				'minimum'     => 1,
			),
		);
		$schema = FollowerSchema::get( ... );
		$this->route( $base, \WP_REST_Server::READABLE, $this->items( ... ), self::id_args(), schema: $schema );
		$this->route( $base, 'PUT', $this->put( ... ), self::id_args() + $list, schema: $schema, strict: true );
		$this->route( $base, 'POST', $this->add( ... ), self::id_args() + $user, schema: $schema, strict: true );
		$this->route( "$base/(?P<user>\\d+)", \WP_REST_Server::DELETABLE, $this->remove( ... ), self::id_args() + $user, schema: $schema );
		$muted = array(
			'muted' => array(
				'description' => __( 'Whether the caller, following, is not told of changes. Access stays.', 'steward' ),
				'type'        => 'boolean',
				'required'    => true,
			),
		);
		$this->route( "$base/(?P<user>\\d+)", 'PATCH', $this->mute( ... ), self::id_args() + $user + $muted, schema: $schema, strict: true );
	}

	private function items( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->listed( $request, static fn ( OwnedRecord $record ): OwnedRecord => $record );
	}

	private function put( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$users = Input::ids( $request['followers'] );
		return count( $users ) > Followers::LIMIT
			? $this->listed( $request, static fn (): OwnedRecord => throw new Refused( Errors::follower_limit() ) )
			: $this->listed( $request, fn ( OwnedRecord $record, Actor $actor ): OwnedRecord => $this->kind->following->put( $record, $users, $actor, $this->cause() ) );
	}

	private function add( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->listed( $request, fn ( OwnedRecord $record, Actor $actor ): OwnedRecord => $this->kind->following->add( $record, Input::int( $request['user'] ), $actor, $this->cause() ), 201 );
	}

	private function remove( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->listed( $request, fn ( OwnedRecord $record, Actor $actor ): OwnedRecord => $this->kind->following->remove( $record, Input::int( $request['user'] ), $actor, $this->cause() ) );
	}

	private function mute( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->listed(
			$request,
			function ( OwnedRecord $record, Actor $actor ) use ( $request ): OwnedRecord {
				$user = Input::int( $request['user'] );
				if ( ! $actor->is( $user ) ) {
					throw new Refused( Errors::mutes_own_only() );
				}
				if ( ! in_array( $user, $record->followers(), true ) ) {
					throw new Refused( Errors::not_found() );
				}
				$this->followers->mute( $this->kind->type, $record->id(), $user, true === $request['muted'] );
				return $record;
			}
		);
	}

	/**
	 * Answers with the followers a record has after a use case.
	 *
	 * @param callable( OwnedRecord, Actor ): OwnedRecord $work The use case, on a record the actor may view.
	 */
	private function listed( \WP_REST_Request $request, callable $work, int $status = 200 ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request, $work, $status ): \WP_REST_Response {
				$actor  = $this->actor();
				$record = $this->kind->guard->viewable( Input::int( $request['id'] ), $actor );
				$record = $work( $record, $actor );
				$items  = $this->followers->items( $this->kind->type, $record->id() );
				$people = array_column( People::of( array_column( $items, 'user' ) ), null, 'id' );
				$items  = array_map( static fn ( array $item ): array => array( 'muted' => $actor->is( $item['user'] ) ? $item['muted'] : null ) + $item + array_intersect_key( $people[ $item['user'] ], array_flip( array( 'name', 'avatar_url' ) ) ), $items );
				return new \WP_REST_Response( $items, $status );
			}
		);
	}
}
