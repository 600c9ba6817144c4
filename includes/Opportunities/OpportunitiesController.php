<?php
/**
 * `/opportunities` and `/opportunities/{id}`.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

use Steward\Access\AccessPolicy;
use Steward\Access\Gate;
use Steward\Access\RecordType;
use Steward\Contacts\Contact;
use Steward\Ownership\RecordGuard;
use Steward\Rest\Controller;
use Steward\Rest\Errors;
use Steward\Rest\Input;
use Steward\Rest\RecordResponse;

/**
 * Lists, creates, reads, updates, trashes, restores and erases opportunities over HTTP.
 *
 * @implements RecordResponse<Opportunity>
 */
final class OpportunitiesController extends Controller implements RecordResponse {

	/** @var array<string, mixed>|null The schema, once made. */
	private ?array $opportunity_schema = null;

	/**
	 * @param Gate                   $gate          Who asks.
	 * @param Opportunities          $opportunities Use cases.
	 * @param OpportunityStore       $store         The rows.
	 * @param OpportunityFinder      $finder        Lists.
	 * @param OpportunityQueryReader $reader        Reads a list's parameters.
	 * @param OpportunityPresenter   $presenter     Shows opportunities.
	 * @param RecordGuard<Contact>   $contacts      Who may be given a contact.
	 */
	public function __construct(
		Gate $gate,
		private readonly Opportunities $opportunities,
		private readonly OpportunityStore $store,
		private readonly OpportunityFinder $finder,
		private readonly OpportunityQueryReader $reader,
		private readonly OpportunityPresenter $presenter,
		private readonly RecordGuard $contacts,
	) {
		parent::__construct( $gate );
		$this->rest_base = 'opportunities';
	}

	/**
	 * {@inheritDoc}
	 */
	protected function record_type(): RecordType {
		return RecordType::Opportunity;
	}

	/**
	 * Permission callback: a member who may view contacts.
	 */
	public function contact_member(): bool|\WP_Error {
		return $this->actor()->permissions( RecordType::Contact )->is_member() ? true : Errors::forbidden( \Steward\Access\Reason::NotAMember );
	}

	/**
	 * Registers the routes.
	 */
	public function register_routes(): void {
		register_rest_route(
			self::NAMESPACE,
			'/opportunities',
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
			'/opportunities/(?P<id>\d+)',
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
		$this->route( '/opportunities/(?P<id>\d+)/restore', \WP_REST_Server::CREATABLE, $this->restore_item( ... ), self::id_args() );
		$this->route( '/contacts/(?P<id>\d+)/opportunities', \WP_REST_Server::READABLE, $this->of_contact( ... ), self::id_args() + $this->get_collection_params(), array( $this, 'contact_member' ) );
	}

	/**
	 * GET /opportunities.
	 *
	 * @param \WP_REST_Request $request The request.
	 */
	public function get_items( $request ): \WP_REST_Response|\WP_Error {
		return $this->answer( fn (): \WP_REST_Response => $this->listed( $request, $request ) );
	}

	/**
	 * GET /contacts/{id}/opportunities: those of them that the caller may view.
	 */
	private function of_contact( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response {
				$contact = $this->contacts->viewable( Input::int( $request['id'] ), $this->actor() );
				return $this->listed( $request, array( 'contact' => $contact->id ) + $request->get_params() );
			}
		);
	}

	/**
	 * @param array<mixed>|\WP_REST_Request $params The list's parameters.
	 */
	private function listed( \WP_REST_Request $request, array|\WP_REST_Request $params ): \WP_REST_Response {
		$actor = $this->actor();
		$query = $this->reader->read( $params, $actor, $this->offset( $request ), $this->limit( $request ) );
		$found = $this->finder->page( $query, AccessPolicy::view_scope( $actor, RecordType::Opportunity ) );
		$items = array_map( fn ( array $data ): mixed => $this->prepare_response_for_collection( $this->respond( $data, $request ) ), $this->presenter->all( $this->store->find_all( $found['ids'] ), $actor ) );
		return $this->paged( $request, new \WP_REST_Response( $items ), $found['total'] );
	}

	/**
	 * POST /opportunities.
	 *
	 * @param \WP_REST_Request $request The request.
	 */
	public function create_item( $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response {
				$opportunity = $this->opportunities->create( OpportunityInput::read( $this->body( $request ) ), $this->actor(), $this->cause() );
				$response    = $this->respond( $this->presenter->one( $opportunity, $this->actor() ), $request );
				$response->set_status( 201 );
				$response->header( 'Location', rest_url( self::NAMESPACE . "/opportunities/$opportunity->id" ) );
				return $response;
			}
		);
	}

	/**
	 * GET /opportunities/{id}.
	 *
	 * @param \WP_REST_Request $request The request.
	 */
	public function get_item( $request ): \WP_REST_Response|\WP_Error {
		return $this->one( $request, fn ( int $id ): Opportunity => $this->opportunities->get( $id, $this->actor() ) );
	}

	/**
	 * PUT, PATCH, POST /opportunities/{id}.
	 *
	 * @param \WP_REST_Request $request The request.
	 */
	public function update_item( $request ): \WP_REST_Response|\WP_Error {
		return $this->one( $request, fn ( int $id ): Opportunity => $this->opportunities->update( $id, OpportunityInput::read( $this->body( $request ) ), $this->actor(), $this->cause() ) );
	}

	/**
	 * DELETE /opportunities/{id}.
	 *
	 * @param \WP_REST_Request $request The request.
	 */
	public function delete_item( $request ): \WP_REST_Response|\WP_Error {
		if ( true !== $request['force'] ) {
			return $this->one( $request, fn ( int $id ): Opportunity => $this->opportunities->trash( $id, $this->actor(), $this->cause() ) );
		}
		return $this->answer(
			function () use ( $request ): \WP_REST_Response {
				$actor       = $this->actor();
				$opportunity = $this->opportunities->erase( Input::int( $request['id'] ), $actor, $this->cause() );
				return new \WP_REST_Response(
					array(
						'deleted'  => true,
						'previous' => $this->presenter->one( $opportunity, $actor ),
					)
				);
			}
		);
	}

	private function restore_item( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->one( $request, fn ( int $id ): Opportunity => $this->opportunities->restore( $id, $this->actor(), $this->cause() ) );
	}

	/**
	 * The schema of an opportunity.
	 *
	 * @return array<string, mixed>
	 */
	public function get_item_schema(): array {
		$this->opportunity_schema ??= OpportunitySchema::get();
		/** @var array<string, mixed> $schema */
		$schema = $this->add_additional_fields_schema( $this->opportunity_schema );
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
		return array_merge( array( 'context' => $context ), $this->page_args(), OpportunityQueryReader::args() );
	}

	/**
	 * {@inheritDoc}
	 *
	 * @param callable( int ): Opportunity $work The use case.
	 */
	public function one( \WP_REST_Request $request, callable $work ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request, $work ): \WP_REST_Response|\WP_Error {
				try {
					return $this->respond( $this->presenter->one( $work( Input::int( $request['id'] ) ), $this->actor() ), $request );
				} catch ( StaleOpportunity $stale ) {
					return Errors::version_conflict( $this->presenter->one( $stale->current, $this->actor() ) );
				}
			}
		);
	}

	/**
	 * @param array<string, mixed> $data An opportunity as the presenter gives it.
	 */
	private function respond( array $data, \WP_REST_Request $request ): \WP_REST_Response {
		$context = Input::string( $request['context'], 'view' );
		$data    = $this->add_additional_fields_to_object( $data, $request );
		/** @var array<string, bool> $can */
		$can      = $data['can'];
		$id       = Input::int( $data['id'] );
		$contact  = Input::int( $data['contact'] );
		$fields   = $this->get_fields_for_response( $request );
		$data     = array_intersect_key( $data, array_flip( array_map( static fn ( string $field ): string => explode( '.', $field )[0], $fields ) ) );
		$response = new \WP_REST_Response( 'embed' === $context ? $this->filter_response_by_context( $data, $context ) : $data );
		if ( rest_is_field_included( '_links', $fields ) || isset( $request['_embed'] ) || ! isset( $request['_fields'] ) ) {
			$response->add_links( OpportunityPresenter::links( $id, $contact, $can ) );
		}
		return $response;
	}
}
