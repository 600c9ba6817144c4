<?php
/**
 * `/opportunities`, `/opportunities/{id}` and `/contacts/{id}/opportunities`.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

use Steward\Access\AccessPolicy;
use Steward\Access\Gate;
use Steward\Access\Reason;
use Steward\Access\RecordType;
use Steward\Contacts\Contact;
use Steward\Ownership\RecordGuard;
use Steward\Rest\Errors;
use Steward\Rest\Input;
use Steward\Rest\RecordController;

/**
 * Opportunities over HTTP.
 *
 * @extends RecordController<Opportunity>
 */
final class OpportunitiesController extends RecordController {

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
		OpportunityPresenter $presenter,
		private readonly RecordGuard $contacts,
	) {
		parent::__construct( $gate, $opportunities, $presenter );
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
		return $this->actor()->permissions( RecordType::Contact )->is_member() ? true : Errors::forbidden( Reason::NotAMember );
	}

	/**
	 * {@inheritDoc}
	 */
	public function register_routes(): void {
		parent::register_routes();
		$this->route( '/contacts/(?P<id>\d+)/opportunities', \WP_REST_Server::READABLE, $this->of_contact( ... ), self::id_args() + $this->get_collection_params(), array( $this, 'contact_member' ), $this->get_public_item_schema( ... ) );
	}

	/**
	 * {@inheritDoc}
	 */
	protected function schema(): array {
		return OpportunitySchema::get();
	}

	/**
	 * {@inheritDoc}
	 */
	protected function errors_in( array $fields ): array {
		return OpportunityInput::read( $fields )->errors;
	}

	/**
	 * {@inheritDoc}
	 */
	protected function list_args(): array {
		return OpportunityQueryReader::args();
	}

	/**
	 * {@inheritDoc}
	 */
	protected function listed( \WP_REST_Request $request ): \WP_REST_Response {
		return $this->list_of( $request, $request );
	}

	/**
	 * GET /contacts/{id}/opportunities: those of them that the caller may view.
	 */
	private function of_contact( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response {
				$contact = $this->contacts->viewable( Input::int( $request['id'] ), $this->actor() );
				return $this->list_of( $request, array( 'contact' => $contact->id ) + $request->get_params() );
			}
		);
	}

	/**
	 * @param array<mixed>|\WP_REST_Request $params The list's parameters.
	 */
	private function list_of( \WP_REST_Request $request, array|\WP_REST_Request $params ): \WP_REST_Response {
		$actor = $this->actor();
		$query = $this->reader->read( $params, $actor, $this->offset( $request ), $this->limit( $request ) );
		$found = $this->finder->page( $query, AccessPolicy::view_scope( $actor, RecordType::Opportunity ) );
		return $this->page( $request, $this->presenter->all( $this->store->find_all( $found['ids'] ), $actor ), $found['total'] );
	}

	/**
	 * {@inheritDoc}
	 */
	protected function create( \WP_REST_Request $request ): Opportunity {
		return $this->opportunities->create( OpportunityInput::read( $this->body( $request ) ), $this->actor(), $this->cause() );
	}

	/**
	 * {@inheritDoc}
	 */
	protected function update( int $id, \WP_REST_Request $request ): Opportunity {
		return $this->opportunities->update( $id, OpportunityInput::read( $this->body( $request ) ), $this->actor(), $this->cause() );
	}
}
