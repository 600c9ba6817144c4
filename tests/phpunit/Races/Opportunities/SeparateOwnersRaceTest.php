<?php
/**
 * Races between a contact's owner and its opportunities'.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Races\Opportunities;

use Steward\Contacts\Contact;
use Steward\Plugin;
use Steward\Settings\Settings;
use Steward\Tests\Races\Contacts\ContactRaceTestCase;

/**
 * Whatever comes first: with one owner for both there is one owner; with syncs nobody follows what nothing justifies.
 */
final class SeparateOwnersRaceTest extends ContactRaceTestCase {

	protected function tearDown(): void {
		Settings::remove();
		parent::tearDown();
	}

	public function test_one_owner_stays_one(): void {
		$people   = $this->users( 'administrator', 8 );
		$contacts = array_map( fn (): Contact => $this->contact(), range( 1, 4 ) );
		foreach ( $contacts as $contact ) {
			$this->deals( $contact, 5 );
		}
		$series = array();
		foreach ( $people as $index => $person ) {
			$series[] = array_merge(
				...array_map(
					static fn ( Contact $contact ): array => $index < 5
						? array( self::reassign( $person->ID, 'contacts', $contact->id, array( 'contact_owner' => $person->ID ) ) )
						: array( self::add( $person->ID, $contact->id ), self::request( $person->ID, 'POST', "/contacts/$contact->id/claim" ) ),
					$contacts
				)
			);
		}
		$answers = self::tally( array_merge( ...$this->parallel_series( $series ) ) );
		self::assertSame( array(), array_diff( array_map( 'strval', array_keys( $answers ) ), array( '200', '201', '409 steward_already_claimed' ) ), (string) wp_json_encode( $answers ) );
		foreach ( $contacts as $contact ) {
			$owners = self::deal_owners( $contact->id );
			self::assertCount( 8, $owners );
			self::assertSame( array( self::stored( $contact->id )->contact_owner ), array_values( array_unique( $owners ) ) );
		}
	}

	public function test_syncs_justify_each_other_under_fire(): void {
		Settings::change( array( 'separate_owners' => true, 'sync_contact_follower' => true, 'sync_opportunity_follower' => true ) ); // phpcs:ignore WordPress.Arrays
		$people   = $this->users( 'administrator', 12 );
		$contacts = array_map( fn (): Contact => $this->contact(), range( 1, 3 ) );
		$series   = array();
		foreach ( $people as $index => $person ) {
			$series[ $index ] = array();
		}
		foreach ( $contacts as $contact ) {
			$deals = $this->deals( $contact, 2 );
			foreach ( $people as $index => $person ) {
				$series[ $index ][] = 0 === $index % 3
					? self::reassign( $person->ID, 'contacts', $contact->id, array( 'contact_owner' => $person->ID ) )
					: self::reassign( $person->ID, 'opportunities', $deals[ $index % 2 ], array( 'owner' => $person->ID ) );
			}
		}
		self::assertSame( array( 200 => 36 ), self::tally( array_merge( ...$this->parallel_series( $series ) ) ) );
		$db = Plugin::instance()->db();
		foreach ( $contacts as $contact ) {
			$stored = self::stored( $contact->id );
			$owners = self::deal_owners( $contact->id );
			self::assertSame( array(), array_diff( self::synced( 'contact', $contact->id ), $owners ), 'A contact is followed by sync only by who owns a deal of it.' );
			foreach ( array_keys( $owners ) as $deal ) {
				self::assertSame( array(), array_diff( self::synced( 'opportunity', $deal ), array( $stored->contact_owner ) ), 'A deal is followed by sync only by its contact\'s owner.' );
				self::assertSame( $db->int( "SELECT COUNT(*) FROM %i WHERE object_type = 'opportunity' AND object_id = %d", $db->table( 'followers' ), $deal ), $db->int( 'SELECT follower_count FROM %i WHERE id = %d', $db->table( 'opportunities' ), $deal ) );
			}
		}
	}

	/**
	 * @return list<int> Ids.
	 */
	private function deals( Contact $contact, int $number ): array {
		$admin = $this->user( 'administrator' )->ID;
		return array_map(
			static function ( array $answer ): int {
				self::assertSame( 201, $answer['status'], (string) wp_json_encode( $answer['data'] ) );
				return $answer['data']['id'];
			},
			$this->parallel_series( array( array_fill( 0, $number, self::add( $admin, $contact->id ) ) ) )[0]
		);
	}

	/**
	 * @return array<int, int|null> Deal => owner.
	 */
	private static function deal_owners( int $contact ): array {
		$db     = Plugin::instance()->db();
		$owners = array();
		foreach ( $db->rows( 'SELECT id, owner FROM %i WHERE contact_id = %d ORDER BY id', $db->table( 'opportunities' ), $contact ) as $row ) {
			$owners[ (int) $row['id'] ] = isset( $row['owner'] ) ? (int) $row['owner'] : null;
		}
		return $owners;
	}

	/**
	 * @return list<int> User ids.
	 */
	private static function synced( string $type, int $id ): array {
		$db = Plugin::instance()->db();
		return $db->ints( "SELECT user_id FROM %i WHERE object_type = %s AND object_id = %d AND source = 'sync'", $db->table( 'followers' ), $type, $id );
	}

	/**
	 * @param array<string, mixed> $params The new owner.
	 * @return array{user: int, method: string, route: string, params: array<string, mixed>}
	 */
	private static function reassign( int $user, string $records, int $id, array $params ): array {
		return self::request( $user, 'POST', "/$records/$id/reassign", $params );
	}

	/**
	 * @return array{user: int, method: string, route: string, params: array<string, mixed>}
	 */
	private static function add( int $user, int $contact ): array {
		return self::request( $user, 'POST', '/opportunities', array( 'contact' => $contact, 'title' => 'A deal' ) ); // phpcs:ignore WordPress.Arrays
	}

	/**
	 * @param array<string, mixed> $params Parameters.
	 * @return array{user: int, method: string, route: string, params: array<string, mixed>}
	 */
	private static function request( int $user, string $method, string $route, array $params = array() ): array {
		return array(
			'user'   => $user,
			'method' => $method,
			'route'  => "/steward/v1$route",
			'params' => $params,
		);
	}
}
