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
use Steward\Opportunities\SkippedFollows;
use Steward\Rest\Controller;
use Steward\Rest\People;

/**
 * Adds to a contact what depends on the caller: relation, what they can do, links with the same.
 */
final class ContactPresenter {

	public function __construct( private readonly RecordAccess $access, private readonly SkippedFollows $skipped ) {
	}

	/**
	 * Contacts on a page; users are loaded once for all of them. One that the actor may no longer view is left out.
	 *
	 * @param list<Contact> $contacts Contacts.
	 * @return list<array<string, mixed>>
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
	 * One contact, with those whom sync could not make its followers.
	 *
	 * @return array<string, mixed>
	 */
	public function one( Contact $contact, Actor $actor ): array {
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
	 * Links of a contact; the methods allowed are the decisions, so that WordPress need not ask again for each row.
	 *
	 * @param int                 $id  Contact's id.
	 * @param array<string, bool> $can As in one().
	 * @return array<string, array<string, mixed>>
	 */
	public static function links( int $id, array $can ): array {
		$self  = rest_url( Controller::NAMESPACE . "/contacts/$id" );
		$allow = array( 'GET' );
		if ( $can['update'] ?? false ) {
			array_push( $allow, 'POST', 'PUT', 'PATCH' );
		}
		if ( $can['delete'] ?? false ) {
			$allow[] = 'DELETE';
		}
		return array(
			'self'       => array(
				'href'        => $self,
				'targetHints' => array( 'allow' => $allow ),
			),
			'collection' => array( 'href' => rest_url( Controller::NAMESPACE . '/contacts' ) ),
		);
	}

	/**
	 * @return list<int>
	 */
	private static function people_ids( Contact $contact ): array {
		return array_values( array_unique( null === $contact->contact_owner ? $contact->followers : array( $contact->contact_owner, ...$contact->followers ) ) );
	}
}
