<?php
/**
 * Contacts as REST shows them to somebody.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Contacts;

use Steward\Access\Actor;
use Steward\Access\RecordAccess;
use Steward\Access\RecordType;
use Steward\Opportunities\SkippedFollows;
use Steward\Ownership\OwnedRecord;
use Steward\Rest\People;
use Steward\Rest\RecordLinks;
use Steward\Rest\RecordPresenter;

/**
 * Adds to a contact what depends on the caller: relation, what they can do, links with the same.
 *
 * @implements RecordPresenter<Contact>
 */
final class ContactPresenter implements RecordPresenter {

	public function __construct( private readonly RecordAccess $access, private readonly SkippedFollows $skipped ) {
	}

	/**
	 * {@inheritDoc}
	 *
	 * Users are loaded once for all of them.
	 */
	public function all( array $contacts, Actor $actor ): array {
		$users = array();
		foreach ( $contacts as $contact ) {
			array_push( $users, ...self::people_ids( $contact ) );
		}
		$people = People::by_id( array_values( array_unique( $users ) ) );
		$shown  = array();
		foreach ( $contacts as $contact ) {
			$can = $this->access->can( $actor, $contact );
			if ( $can['view'] ?? false ) {
				$shown[] = $this->present( $contact, $actor, $can, $people );
			}
		}
		return $shown;
	}

	/**
	 * {@inheritDoc}
	 */
	public function one( OwnedRecord $contact, Actor $actor ): array {
		return $this->present( $contact, $actor, $this->access->can( $actor, $contact ), People::by_id( self::people_ids( $contact ) ) )
			+ array( 'sync_skipped' => People::of( $this->skipped->of_contact( $contact ) ) );
	}

	/**
	 * @param array<string, bool>                                          $can    Verb's value => whether the actor may.
	 * @param array<int, array{id: int, name: string, avatar_url: string}> $people By their ids.
	 * @return array<string, mixed>
	 */
	private function present( Contact $contact, Actor $actor, array $can, array $people ): array {
		$data = $contact->to_array();

		$data['custom']   = (object) $contact->custom;
		$data['people']   = array_map( static fn ( int $id ): array => $people[ $id ], self::people_ids( $contact ) );
		$data['relation'] = $this->access->relation( $contact, $actor )->value;
		$data['can']      = $can;
		return $data;
	}

	/**
	 * {@inheritDoc}
	 */
	public function links( array $data ): array {
		return RecordLinks::of( RecordType::Contact, $data ) + RecordLinks::beneath( RecordType::Contact, $data, 'opportunities', 'followers', 'activity' );
	}

	/**
	 * @return list<int>
	 */
	private static function people_ids( Contact $contact ): array {
		return array_values( array_unique( null === $contact->contact_owner ? $contact->followers : array( $contact->contact_owner, ...$contact->followers ) ) );
	}
}
