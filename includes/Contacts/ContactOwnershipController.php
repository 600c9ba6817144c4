<?php
/**
 * Owners of contacts: claim, undo, reassign, in bulk too.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Contacts;

use Steward\Access\Gate;
use Steward\Access\Reason;
use Steward\Access\RecordType;
use Steward\Background\JobRunner;
use Steward\Background\JobStore;
use Steward\Ownership\BulkOwnership;
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

	/** Ids a job takes. */
	private const MAX_JOB = 10000;

	private const MAX_NOTE = 500;

	public function __construct(
		Gate $gate,
		private readonly Ownership $ownership,
		private readonly ContactsController $contacts,
		private readonly BulkOwnership $bulk,
		private readonly JobStore $jobs,
		private readonly JobRunner $runner,
	) {
		parent::__construct( $gate );
	}

	/**
	 * Registers the routes.
	 */
	public function register_routes(): void {
		// Not `required`: WordPress takes null for missing, and null is a release. owner() looks.
		$owner = array( 'description' => __( 'The new owner\'s user id; null for unassigned.', 'steward' ) );
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
		return $this->is_large( $request )
			? $this->start( BulkOwnership::CLAIM, $request, array() )
			: $this->each( $request, fn ( int $id ): Contact => $this->ownership->claim( $id, $this->actor(), $this->cause() ) );
	}

	private function reassign_all( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response|\WP_Error {
				$owner = self::owner( $request );
				$note  = trim( Input::string( $request['note'] ) );
				// Of few, each one is told; many would only be a long list of the same.
				if ( $this->is_large( $request ) && ! $this->actor()->permissions( RecordType::Contact )->reassign ) {
					throw new Refused( Errors::forbidden( Reason::MissingReassign ) );
				}
				if ( null !== $owner && ! $this->gate->may_own( $owner, RecordType::Contact ) ) {
					throw new Refused( Errors::invalid_owner() );
				}
				$params = array(
					'contact_owner' => $owner,
					'note'          => $note,
				);
				return $this->is_large( $request )
					? $this->start( BulkOwnership::REASSIGN, $request, $params )
					: $this->each( $request, fn ( int $id ): Contact => $this->ownership->reassign( $id, $owner, $this->actor(), $this->cause(), $note ) );
			}
		);
	}

	/**
	 * Whether a bulk change is more than a request should do.
	 */
	private function is_large( \WP_REST_Request $request ): bool {
		return is_array( $request['filter'] ) || count( Input::ids( $request['ids'] ) ) > self::MAX_BULK;
	}

	/**
	 * Starts a job and answers 202 with it.
	 *
	 * @param array<string, mixed> $params What the task needs beyond ids or filter.
	 */
	private function start( string $kind, \WP_REST_Request $request, array $params ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $kind, $request, $params ): \WP_REST_Response {
				$actor  = $this->actor();
				$ids    = is_array( $request['filter'] ) ? null : Input::ids( $request['ids'] );
				$filter = is_array( $request['filter'] ) ? ContactQueryReader::filter( $request['filter'] ) : array();
				$params = $params + array(
					'ids'    => $ids,
					'filter' => $filter,
					'cause'  => $this->cause()->kind,
				);
				$job    = $this->jobs->add( $kind, $actor->id, $params, $this->bulk->count( $ids, $filter, $actor ) );
				$this->runner->schedule( $job->id );
				$response = new \WP_REST_Response( $job->to_array(), 202 );
				$response->header( 'Location', rest_url( self::NAMESPACE . "/jobs/$job->id" ) );
				return $response;
			}
		);
	}

	/**
	 * Runs a use case for each id, each in its own transaction, and tells the result of each.
	 *
	 * @param callable( int ): Contact $work The use case.
	 */
	private function each( \WP_REST_Request $request, callable $work ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			static function () use ( $request, $work ): \WP_REST_Response {
				if ( array() === Input::ids( $request['ids'] ) ) {
					throw new Refused( Errors::invalid( array( 'ids' => __( 'Give the ids of contacts, or a filter.', 'steward' ) ) ) );
				}
				$results = array();
				foreach ( Input::ids( $request['ids'] ) as $id ) {
					try {
						$work( $id );
						$results[] = array(
							'id' => $id,
							'ok' => true,
						);
					} catch ( Refused $refused ) {
						$results[] = self::failure( $id, $refused );
					}
				}
				return new \WP_REST_Response( array( 'results' => $results ) );
			}
		);
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function failure( int $id, Refused $refused ): array {
		$data = $refused->error->get_error_data();
		$data = is_array( $data ) ? $data : array();
		return array(
			'id' => $id,
			'ok' => false,
		) + $refused->of_row( $id ) + array_intersect_key( $data, array_flip( array( 'reason', 'remedy', 'owner' ) ) );
	}

	/**
	 * @throws Refused When it is missing, or neither an id nor null.
	 */
	private static function owner( \WP_REST_Request $request ): ?int {
		if ( ! $request->has_param( 'contact_owner' ) ) {
			throw new Refused( Errors::invalid( array( 'contact_owner' => __( 'Give a user\'s id, or null for unassigned.', 'steward' ) ) ) );
		}
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
			'ids'    => array(
				'description' => __( 'The contacts\' ids; more than 100 become a job.', 'steward' ),
				'type'        => 'array',
				'maxItems'    => self::MAX_JOB,
				'items'       => array(
					'type'    => 'integer',
					'minimum' => 1,
				),
			),
			'filter' => array(
				'description' => __( 'Parameters of the list of contacts, instead of ids; becomes a job.', 'steward' ),
				'type'        => 'object',
			),
		);
	}
}
