<?php
/**
 * `/contacts` and `/contacts/{id}`.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Contacts;

use Steward\Access\AccessPolicy;
use Steward\Access\Gate;
use Steward\Access\RecordType;
use Steward\Access\Verb;
use Steward\Rest\Controller;
use Steward\Rest\Errors;
use Steward\Rest\Input;
use Steward\Rest\RecordResponse;

/**
 * Lists, creates, reads, updates, trashes, restores and erases contacts over HTTP.
 *
 * @implements RecordResponse<Contact>
 */
final class ContactsController extends Controller implements RecordResponse {

	/** @var array<string, mixed>|null The schema, once made. */
	private ?array $contact_schema = null;

	public function __construct(
		Gate $gate,
		private readonly Contacts $contacts,
		private readonly ContactStore $store,
		private readonly ContactFinder $finder,
		private readonly ContactPresenter $presenter,
		private readonly SeeAs $see_as,
	) {
		parent::__construct( $gate );
		$this->rest_base = 'contacts';
	}

	/**
	 * Registers the routes.
	 */
	public function register_routes(): void {
		register_rest_route(
			self::NAMESPACE,
			'/contacts',
			array(
				array(
					'methods'             => \WP_REST_Server::READABLE,
					'callback'            => array( $this, 'get_items' ),
					'permission_callback' => array( $this, 'member' ),
					'args'                => $this->get_collection_params(),
				),
				array(
					'methods'             => \WP_REST_Server::CREATABLE,
					'callback'            => array( $this, 'create_item' ),
					'permission_callback' => array( $this, 'member' ),
				),
				'allow_batch' => array( 'v1' => true ),
				'schema'      => array( $this, 'get_public_item_schema' ),
			)
		);
		register_rest_route(
			self::NAMESPACE,
			'/contacts/(?P<id>\d+)',
			array(
				'args'        => self::id_args(),
				array(
					'methods'             => \WP_REST_Server::READABLE,
					'callback'            => array( $this, 'get_item' ),
					'permission_callback' => array( $this, 'member' ),
					'args'                => array( 'context' => $this->get_context_param( array( 'default' => 'view' ) ) ),
				),
				array(
					'methods'             => \WP_REST_Server::EDITABLE,
					'callback'            => array( $this, 'update_item' ),
					'permission_callback' => array( $this, 'member' ),
				),
				array(
					'methods'             => \WP_REST_Server::DELETABLE,
					'callback'            => array( $this, 'delete_item' ),
					'permission_callback' => array( $this, 'member' ),
					'args'                => array(
						'force' => array(
							'description' => __( 'Erase for good instead of putting it into the trash.', 'steward' ),
							'type'        => 'boolean',
							'default'     => false,
						),
					),
				),
				'allow_batch' => array( 'v1' => true ),
				'schema'      => array( $this, 'get_public_item_schema' ),
			)
		);
		register_rest_route(
			self::NAMESPACE,
			'/contacts/(?P<id>\d+)/restore',
			array(
				'args'        => self::id_args(),
				array(
					'methods'             => \WP_REST_Server::CREATABLE,
					'callback'            => array( $this, 'restore_item' ),
					'permission_callback' => array( $this, 'member' ),
				),
				'allow_batch' => array( 'v1' => true ),
			)
		);
	}

	/**
	 * GET /contacts.
	 *
	 * @param \WP_REST_Request $request The request.
	 */
	public function get_items( $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response {
				$as       = Input::int( $request['as'] );
				$actor    = null === $request['as'] ? $this->actor() : $this->see_as->actor( $as, $this->actor(), $this->cause() );
				$query    = ContactQueryReader::read( $request, $actor, $this->offset( $request ), $this->limit( $request ) );
				$found    = $this->finder->page( $query, AccessPolicy::view_scope( $actor, RecordType::Contact ) );
				$contacts = $this->presenter->all( $this->store->find_all( $found['ids'] ), $actor );
				if ( null !== $request['as'] ) {
					// To be looked at only.
					$contacts = array_map( static fn ( array $data ): array => array( 'can' => array_fill_keys( array_column( Verb::cases(), 'value' ), false ) ) + $data, $contacts );
				}
				$fields = $this->get_fields_for_response( $request );
				$items  = array_map( fn ( array $data ): mixed => $this->prepare_response_for_collection( $this->respond( $data, $request, $fields ) ), $contacts );
				return $this->paged( $request, new \WP_REST_Response( $items ), $found['total'] );
			}
		);
	}

	/**
	 * POST /contacts.
	 *
	 * @param \WP_REST_Request $request The request.
	 */
	public function create_item( $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response {
				$input = ContactInput::read( $this->body( $request ) );
				if ( ! isset( $input->texts['source'] ) ) {
					$input->texts['source'] = 'hand' === $this->cause()->kind ? 'manual' : 'api';
				}
				$contact  = $this->contacts->create( $input, $this->actor(), $this->cause() );
				$response = $this->respond( $this->presenter->one( $contact, $this->actor() ), $request );
				$response->set_status( 201 );
				$response->header( 'Location', rest_url( self::NAMESPACE . "/contacts/$contact->id" ) );
				return $response;
			}
		);
	}

	/**
	 * GET /contacts/{id}.
	 *
	 * @param \WP_REST_Request $request The request.
	 */
	public function get_item( $request ): \WP_REST_Response|\WP_Error {
		return $this->one( $request, fn ( int $id ): Contact => $this->contacts->get( $id, $this->actor() ) );
	}

	/**
	 * PUT, PATCH, POST /contacts/{id}.
	 *
	 * @param \WP_REST_Request $request The request.
	 */
	public function update_item( $request ): \WP_REST_Response|\WP_Error {
		return $this->one( $request, fn ( int $id ): Contact => $this->contacts->update( $id, ContactInput::read( $this->body( $request ) ), $this->actor(), $this->cause() ) );
	}

	/**
	 * DELETE /contacts/{id}.
	 *
	 * @param \WP_REST_Request $request The request.
	 */
	public function delete_item( $request ): \WP_REST_Response|\WP_Error {
		if ( true !== $request['force'] ) {
			return $this->one( $request, fn ( int $id ): Contact => $this->contacts->trash( $id, $this->actor(), $this->cause() ) );
		}
		return $this->answer(
			function () use ( $request ): \WP_REST_Response {
				$actor   = $this->actor();
				$contact = $this->contacts->erase( Input::int( $request['id'] ), $actor, $this->cause() );
				return new \WP_REST_Response(
					array(
						'deleted'  => true,
						'previous' => $this->presenter->one( $contact, $actor ),
					)
				);
			}
		);
	}

	/**
	 * POST /contacts/{id}/restore.
	 *
	 * @param \WP_REST_Request $request The request.
	 */
	public function restore_item( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->one( $request, fn ( int $id ): Contact => $this->contacts->restore( $id, $this->actor(), $this->cause() ) );
	}

	/**
	 * The schema of a contact.
	 *
	 * @return array<string, mixed>
	 */
	public function get_item_schema(): array {
		$this->contact_schema ??= ContactSchema::get();
		/** @var array<string, mixed> $schema */
		$schema = $this->add_additional_fields_schema( $this->contact_schema );
		return $schema;
	}

	/**
	 * Parameters of the list.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public function get_collection_params(): array {
		/** @var array<string, mixed> $context */
		$context = $this->get_context_param( array( 'default' => 'view' ) );
		$as      = array(
			'as' => array(
				'description' => __( 'A CRM member\'s user id: the list as they get it, read only. For Manage Steward, or team reports with view scope all; it is logged.', 'steward' ),
				'type'        => 'integer',
			),
		);
		return array_merge( array( 'context' => $context ), $this->page_args(), ContactQueryReader::args(), $as );
	}

	/**
	 * {@inheritDoc}
	 *
	 * @param callable( int ): Contact $work The use case.
	 */
	public function one( \WP_REST_Request $request, callable $work ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request, $work ): \WP_REST_Response|\WP_Error {
				try {
					return $this->respond( $this->presenter->one( $work( Input::int( $request['id'] ) ), $this->actor() ), $request );
				} catch ( StaleVersion $stale ) {
					return Errors::version_conflict( $this->presenter->one( $stale->current, $this->actor() ) );
				}
			}
		);
	}

	/**
	 * @param array<string, mixed> $data   A contact as the presenter gives it.
	 * @param string[]|null        $fields Fields asked for, where they are known already.
	 */
	private function respond( array $data, \WP_REST_Request $request, ?array $fields = null ): \WP_REST_Response {
		$context = Input::string( $request['context'], 'view' );
		$data    = $this->add_additional_fields_to_object( $data, $request );
		/** @var array<string, bool> $can */
		$can      = $data['can'];
		$id       = Input::int( $data['id'] );
		$fields ??= $this->get_fields_for_response( $request );
		$data     = array_intersect_key( $data, array_flip( array_map( static fn ( string $field ): string => explode( '.', $field )[0], $fields ) ) );
		$response = new \WP_REST_Response( 'embed' === $context ? $this->filter_response_by_context( $data, $context ) : $data );
		if ( rest_is_field_included( '_links', $fields ) || isset( $request['_embed'] ) || ! isset( $request['_fields'] ) ) {
			$response->add_links( ContactPresenter::links( $id, $can ) );
		}
		return $response;
	}
}
