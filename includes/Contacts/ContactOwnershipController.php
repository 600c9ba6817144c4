<?php
/**
 * Owners of contacts: claim, undo, reassign, in bulk too.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Contacts;

use Steward\Access\Gate;
use Steward\Ownership\Ownership;
use Steward\Rest\Controller;
use Steward\Rest\Errors;
use Steward\Rest\Input;
use Steward\Rest\Refused;

/**
 * `/contacts/{id}/claim`, `/contacts/{id}/reassign`, `/contacts/claim`, `/contacts/reassign`.
 */
final class ContactOwnershipController extends Controller {

	/** Contacts a bulk change takes at once. */
	public const MAX_BULK = 100;

	private const MAX_NOTE = 500;

	public function __construct( Gate $gate, private readonly Ownership $ownership, private readonly ContactsController $contacts ) {
		parent::__construct( $gate );
	}

	/**
	 * Registers the routes.
	 */
	public function register_routes(): void {
		$owner = array(
			'description' => __( 'The new owner\'s user id; null for unassigned.', 'steward' ),
			'required'    => true,
		);
		$note  = array(
			'description' => __( 'A word to the new owner.', 'steward' ),
			'type'        => 'string',
			'maxLength'   => self::MAX_NOTE,
			'default'     => '',
		);
		$this->route( '/contacts/(?P<id>\d+)/claim', \WP_REST_Server::CREATABLE, $this->claim( ... ), ContactsController::id_args() );
		$this->route( '/contacts/(?P<id>\d+)/claim', \WP_REST_Server::DELETABLE, $this->undo_claim( ... ), ContactsController::id_args() );
		$this->route(
			'/contacts/(?P<id>\d+)/reassign',
			\WP_REST_Server::CREATABLE,
			$this->reassign( ... ),
			ContactsController::id_args() + array(
				'contact_owner' => $owner,
				'note'          => $note,
			)
		);
		$this->route( '/contacts/claim', \WP_REST_Server::CREATABLE, $this->claim_all( ... ), $this->ids_args() );
		$this->route(
			'/contacts/reassign',
			\WP_REST_Server::CREATABLE,
			$this->reassign_all( ... ),
			$this->ids_args() + array(
				'contact_owner' => $owner,
				'note'          => $note,
			)
		);
	}

	private function claim( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->contacts->one( $request, fn ( int $id ): Contact => $this->ownership->claim( $id, $this->actor(), $this->cause() ) );
	}

	private function undo_claim( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->contacts->one( $request, fn ( int $id ): Contact => $this->ownership->undo_claim( $id, $this->actor(), $this->cause() ) );
	}

	private function reassign( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->contacts->one( $request, fn ( int $id ): Contact => $this->ownership->reassign( $id, self::owner( $request ), $this->actor(), $this->cause(), trim( Input::string( $request['note'] ) ) ) );
	}

	private function claim_all( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->each( $request, fn ( int $id ): Contact => $this->ownership->claim( $id, $this->actor(), $this->cause() ) );
	}

	private function reassign_all( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->each( $request, fn ( int $id ): Contact => $this->ownership->reassign( $id, self::owner( $request ), $this->actor(), $this->cause(), trim( Input::string( $request['note'] ) ) ) );
	}

	/**
	 * Runs a use case for each id, each in its own transaction, and tells the result of each.
	 *
	 * @param callable( int ): Contact $work The use case.
	 */
	private function each( \WP_REST_Request $request, callable $work ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			static function () use ( $request, $work ): \WP_REST_Response {
				$results = array();
				foreach ( Input::ids( $request['ids'] ) as $id ) {
					try {
						$work( $id );
						$results[] = array(
							'id' => $id,
							'ok' => true,
						);
					} catch ( Refused $refused ) {
						$results[] = self::failure( $id, $refused->error );
					}
				}
				return new \WP_REST_Response( array( 'results' => $results ) );
			}
		);
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function failure( int $id, \WP_Error $error ): array {
		$data = $error->get_error_data();
		$data = is_array( $data ) ? $data : array();
		return array(
			'id'      => $id,
			'ok'      => false,
			'code'    => $error->get_error_code(),
			'message' => $error->get_error_message(),
		) + array_intersect_key( $data, array_flip( array( 'reason', 'remedy', 'owner' ) ) );
	}

	/**
	 * @throws Refused When it is neither an id nor null.
	 */
	private static function owner( \WP_REST_Request $request ): ?int {
		$value = $request['contact_owner'];
		if ( null === $value ) {
			return null;
		}
		if ( ! is_numeric( $value ) || (int) $value < 1 || (string) (int) $value !== (string) $value ) {
			throw new Refused( Errors::invalid_owner() );
		}
		return (int) $value;
	}

	/**
	 * @return array<string, array<string, mixed>>
	 */
	private function ids_args(): array {
		return array(
			'ids' => array(
				'description' => __( 'The contacts\' ids.', 'steward' ),
				'type'        => 'array',
				'required'    => true,
				'minItems'    => 1,
				'maxItems'    => self::MAX_BULK,
				'items'       => array(
					'type'    => 'integer',
					'minimum' => 1,
				),
			),
		);
	}
}
