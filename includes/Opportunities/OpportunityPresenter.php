<?php
/**
 * Opportunities as REST shows them to somebody.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

use Steward\Access\Actor;
use Steward\Access\RecordAccess;
use Steward\Access\RecordType;
use Steward\Ownership\OwnedRecord;
use Steward\Rest\Input;
use Steward\Rest\People;
use Steward\Rest\RecordLinks;
use Steward\Rest\RecordPresenter;

/**
 * Adds to an opportunity what depends on the caller. Of a contact that the caller may not view, its name shows and nothing else.
 *
 * @implements RecordPresenter<Opportunity>
 */
final class OpportunityPresenter implements RecordPresenter {

	public function __construct( private readonly RecordAccess $access, private readonly ContactNames $contacts, private readonly SkippedFollows $skipped ) {
	}

	/**
	 * {@inheritDoc}
	 *
	 * Users and contacts are loaded once for all of them.
	 */
	public function all( array $opportunities, Actor $actor ): array {
		// Before the decisions: whether a follower may change something depends on its owner's role.
		$people = People::by_id( self::people_of( $opportunities ) );
		$can    = array();
		foreach ( $opportunities as $opportunity ) {
			$can[ $opportunity->id ] = $this->access->can( $actor, $opportunity );
		}
		return $this->present( array_values( array_filter( $opportunities, static fn ( Opportunity $opportunity ): bool => $can[ $opportunity->id ]['view'] ?? false ) ), $can, $people, $actor );
	}

	/**
	 * {@inheritDoc}
	 */
	public function one( OwnedRecord $opportunity, Actor $actor ): array {
		return $this->present( array( $opportunity ), array( $opportunity->id => $this->access->can( $actor, $opportunity ) ), People::by_id( self::people_ids( $opportunity ) ), $actor )[0] + array( 'sync_skipped' => People::of( $this->skipped->of_opportunity( $opportunity ) ) );
	}

	/**
	 * {@inheritDoc}
	 */
	public function links( array $data ): array {
		return RecordLinks::of( RecordType::Opportunity, $data ) + array(
			'contact' => array(
				'href'       => RecordLinks::to( RecordType::Contact, Input::int( $data['contact'] ) ),
				// A refusal is nothing to embed.
				'embeddable' => true === $data['contact_viewable'],
			),
		);
	}

	/**
	 * @param list<Opportunity>                                            $opportunities Opportunities.
	 * @param array<int, array<string, bool>>                              $can           Opportunity's id => verb's value => whether the actor may.
	 * @param array<int, array{id: int, name: string, avatar_url: string}> $people By their ids.
	 * @return list<array<string, mixed>>
	 */
	private function present( array $opportunities, array $can, array $people, Actor $actor ): array {
		$contacts = $this->contacts->of( array_values( array_unique( array_map( static fn ( Opportunity $opportunity ): int => $opportunity->contact_id, $opportunities ) ) ), $actor );
		$all      = array();
		foreach ( $opportunities as $opportunity ) {
			// A contact that has just been erased is missing.
			$contact = $contacts[ $opportunity->contact_id ] ?? null;
			$data    = $opportunity->to_array();

			$data['contact_name']     = $contact['name'] ?? sprintf( '#%d', $opportunity->contact_id );
			$data['contact_viewable'] = $contact['viewable'] ?? false;
			$data['people']           = array_map( static fn ( int $id ): array => $people[ $id ], self::people_ids( $opportunity ) );
			$data['relation']         = $this->access->relation( $opportunity, $actor )->value;
			$data['can']              = $can[ $opportunity->id ];
			$all[]                    = $data;
		}
		return $all;
	}

	/**
	 * @param list<Opportunity> $opportunities Opportunities.
	 * @return list<int> Their owners and followers, each once.
	 */
	private static function people_of( array $opportunities ): array {
		return array_values( array_unique( array_merge( array(), ...array_map( self::people_ids( ... ), $opportunities ) ) ) );
	}

	/**
	 * @return list<int>
	 */
	private static function people_ids( Opportunity $opportunity ): array {
		return array_values( array_unique( null === $opportunity->owner ? $opportunity->followers : array( $opportunity->owner, ...$opportunity->followers ) ) );
	}
}
