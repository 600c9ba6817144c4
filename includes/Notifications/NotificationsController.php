<?php
/**
 * `/notifications`.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Notifications;

use Steward\Access\Gate;
use Steward\Database\Clock;
use Steward\Rest\Controller;
use Steward\Rest\Errors;
use Steward\Rest\Input;
use Steward\Rest\People;

/**
 * The caller's own messages and choices; there is no way to another's.
 */
final class NotificationsController extends Controller {

	public function __construct(
		Gate $gate,
		private readonly NotificationStore $store,
		private readonly Sight $sight,
		private readonly Reader $reader,
		private readonly Preferences $preferences,
	) {
		parent::__construct( $gate );
	}

	/**
	 * Registers the routes.
	 */
	public function register_routes(): void {
		$list = $this->page_args() + array(
			'unread' => array(
				'description' => __( 'Only those not read yet.', 'steward' ),
				'type'        => 'boolean',
				'default'     => false,
			),
			'kind'   => array(
				'description' => __( 'Only those of a kind.', 'steward' ),
				'type'        => 'string',
				'enum'        => array_column( Kind::cases(), 'value' ),
			),
		);
		$read = array(
			'ids' => array(
				'description' => __( 'Notifications\' ids.', 'steward' ),
				'type'        => 'array',
				'maxItems'    => 1000,
				'items'       => array( 'type' => 'integer' ),
			),
			'all' => array(
				'description' => __( 'Whether all are meant.', 'steward' ),
				'type'        => 'boolean',
				'default'     => false,
			),
		);
		$this->route( '/notifications', \WP_REST_Server::READABLE, $this->items( ... ), $list, schema: NotificationSchema::get( ... ) );
		$this->route( '/notifications/unread', \WP_REST_Server::READABLE, $this->unread( ... ), schema: NotificationSchema::unread( ... ) );
		$this->route( '/notifications/read', \WP_REST_Server::CREATABLE, $this->read( ... ), $read, schema: NotificationSchema::unread( ... ), strict: true );
		$this->route( '/notifications/preferences', \WP_REST_Server::READABLE, $this->preferences( ... ), schema: NotificationSchema::preference( ... ) );
		$this->route( '/notifications/preferences', \WP_REST_Server::EDITABLE, $this->prefer( ... ), Kind::schema(), schema: NotificationSchema::preference( ... ) );
	}

	private function items( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response {
				$actor  = $this->actor();
				$sight  = $this->sight->condition( $actor );
				$unread = true === $request['unread'];
				$kind   = Kind::tryFrom( Input::string( $request['kind'] ) );
				$page   = $this->store->page( $actor->id, $sight, $unread, $kind, $this->offset( $request ), $this->limit( $request ) );
				$told   = $this->reader->tell( $page, $actor );
				cache_users( array_map( static fn ( Told $one ): int => $one->notification->actor, $told ) );
				return $this->paged( $request, new \WP_REST_Response( array_map( self::item( ... ), $told ) ), $this->store->count( $actor->id, $sight, $unread, $kind ) );
			}
		);
	}

	private function unread(): \WP_REST_Response|\WP_Error {
		return $this->answer( fn (): \WP_REST_Response => new \WP_REST_Response( $this->unread_count() ) );
	}

	private function read( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response|\WP_Error {
				$all = true === $request['all'];
				if ( ! $all && ! is_array( $request['ids'] ) ) {
					return Errors::invalid( array( 'ids' => __( 'Say which notifications were read, or send all: true.', 'steward' ) ) );
				}
				$this->store->mark_read( $this->actor()->id, $all ? null : Input::ids( $request['ids'] ) );
				return new \WP_REST_Response( $this->unread_count() );
			}
		);
	}

	private function preferences(): \WP_REST_Response {
		$kinds = array();
		foreach ( $this->preferences->all( $this->actor()->id ) as $name => $delivery ) {
			$kind    = Kind::from( $name );
			$kinds[] = array(
				'kind'        => $name,
				'title'       => $kind->title(),
				'description' => $kind->description(),
				'delivery'    => $delivery->value,
				'default'     => Preferences::defaults()[ $name ]->value,
			);
		}
		return new \WP_REST_Response( $kinds );
	}

	private function prefer( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$unknown = array_diff_key( $this->body( $request ), Kind::schema() );
		if ( array() !== $unknown ) {
			return Errors::unknown( $unknown, __( 'There is no such kind of notification.', 'steward' ) );
		}
		$choices = array();
		foreach ( Kind::cases() as $kind ) {
			$delivery = Delivery::tryFrom( Input::string( $request[ $kind->value ] ) );
			if ( null !== $delivery ) {
				$choices[ $kind->value ] = $delivery;
			}
		}
		$this->preferences->change( $this->actor()->id, $choices );
		return $this->preferences();
	}

	/**
	 * @return array{unread: int, more: bool}
	 */
	private function unread_count(): array {
		$actor = $this->actor();
		$count = $this->store->unread( $actor->id, $this->sight->condition( $actor ) );
		return array(
			'unread' => $count,
			'more'   => $count >= NotificationStore::MAX_UNREAD,
		);
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function item( Told $told ): array {
		$stored = $told->notification;
		return array(
			'id'          => $stored->id,
			'kind'        => $stored->kind->value,
			'title'       => $stored->kind->title(),
			'text'        => $told->text,
			'note'        => $stored->note,
			'object_type' => $stored->type->value,
			'object_id'   => $told->objects[0]['id'] ?? 0,
			'objects'     => $told->objects,
			'count'       => $told->count,
			'url'         => $told->url,
			'actor'       => $stored->actor > 0 ? People::one( $stored->actor ) : null,
			'cause'       => array(
				'kind'   => $stored->cause,
				'detail' => $stored->detail,
				'text'   => NotificationText::cause( $stored ),
			),
			'created_gmt' => Clock::iso( $stored->created ),
			'read'        => $stored->read,
		);
	}
}
