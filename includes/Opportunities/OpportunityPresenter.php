<?php
/**
 * Opportunities as REST shows them to somebody.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

use Steward\Access\Actor;
use Steward\Access\Decision;
use Steward\Access\RecordAccess;
use Steward\Rest\Controller;
use Steward\Rest\People;

/**
 * Adds to an opportunity what depends on the caller. Of a contact that the caller may not view, its name shows and nothing else.
 */
final class OpportunityPresenter {

	public function __construct( private readonly RecordAccess $access, private readonly ContactNames $contacts, private readonly SkippedFollows $skipped ) {
	}

	/**
	 * Opportunities on a page; users and contacts are loaded once for all of them.
	 *
	 * @param list<Opportunity> $opportunities Opportunities the actor may view.
	 * @return list<array<string, mixed>>
	 */
	public function all( array $opportunities, Actor $actor ): array {
		$users = array();
		foreach ( $opportunities as $opportunity ) {
			array_push( $users, ...self::people_ids( $opportunity ) );
		}
		cache_users( array_values( array_unique( $users ) ) );
		$contacts = $this->contacts->of( array_values( array_unique( array_map( static fn ( Opportunity $opportunity ): int => $opportunity->contact_id, $opportunities ) ) ), $actor );
		return array_map( fn ( Opportunity $opportunity ): array => $this->present( $opportunity, $contacts[ $opportunity->contact_id ] ?? null, $actor ), $opportunities );
	}

	/**
	 * One opportunity, with whom sync could not make its follower.
	 *
	 * @return array<string, mixed>
	 */
	public function one( Opportunity $opportunity, Actor $actor ): array {
		return $this->all( array( $opportunity ), $actor )[0] + array( 'sync_skipped' => People::of( $this->skipped->of_opportunity( $opportunity ) ) );
	}

	/**
	 * Links of an opportunity; the methods allowed are the decisions, so that WordPress need not ask again for each row.
	 *
	 * @param int                 $id      Opportunity's id.
	 * @param int                 $contact Its contact's id.
	 * @param array<string, bool> $can     As in one().
	 * @return array<string, array<string, mixed>>
	 */
	public static function links( int $id, int $contact, array $can ): array {
		$allow = array( 'GET' );
		if ( $can['update'] ?? false ) {
			array_push( $allow, 'POST', 'PUT', 'PATCH' );
		}
		if ( $can['delete'] ?? false ) {
			$allow[] = 'DELETE';
		}
		return array(
			'self'       => array(
				'href'        => rest_url( Controller::NAMESPACE . "/opportunities/$id" ),
				'targetHints' => array( 'allow' => $allow ),
			),
			'collection' => array( 'href' => rest_url( Controller::NAMESPACE . '/opportunities' ) ),
			'contact'    => array( 'href' => rest_url( Controller::NAMESPACE . "/contacts/$contact" ) ),
		);
	}

	/**
	 * @param array{name: string, viewable: bool}|null $contact Its contact; null for one that has just been erased.
	 * @return array<string, mixed>
	 */
	private function present( Opportunity $opportunity, ?array $contact, Actor $actor ): array {
		$data = $opportunity->to_array();

		$data['contact_name']     = $contact['name'] ?? sprintf( '#%d', $opportunity->contact_id );
		$data['contact_viewable'] = $contact['viewable'] ?? false;
		$data['people']           = array_map( array( People::class, 'one' ), self::people_ids( $opportunity ) );
		$data['relation']         = $this->access->subject( $opportunity, $actor )->relation_to( $actor )->value;
		$data['can']              = array_map( static fn ( Decision $decision ): bool => $decision->allowed, $this->access->decide_all( $actor, $opportunity ) );
		return $data;
	}

	/**
	 * @return list<int>
	 */
	private static function people_ids( Opportunity $opportunity ): array {
		return array_values( array_unique( null === $opportunity->owner ? $opportunity->followers : array( $opportunity->owner, ...$opportunity->followers ) ) );
	}
}
