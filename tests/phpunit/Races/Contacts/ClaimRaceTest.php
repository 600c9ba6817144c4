<?php
/**
 * Many people claim one contact.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Races\Contacts;

/**
 * Of any number of people exactly one wins, and it is logged and told once.
 */
final class ClaimRaceTest extends ContactRaceTestCase {

	public function test_one_of_32_wins_each_contact(): void {
		$users    = $this->users( 'steward_sales_rep', self::RACERS );
		$contacts = array_map( fn () => $this->contact(), range( 1, 8 ) );
		$answers  = $this->parallel_series(
			array_map(
				static fn ( $user ): array => array_map( static fn ( $contact ): array => self::claim( $user->ID, $contact->id ), $contacts ),
				$users
			)
		);
		foreach ( $contacts as $number => $contact ) {
			$round = array_column( $answers, $number );
			self::assertSame( array( '200' => 1, '409 steward_already_claimed' => self::RACERS - 1 ), self::tally( $round ) ); // phpcs:ignore WordPress.Arrays
			$winner = $users[ array_search( 200, array_column( $round, 'status' ), true ) ];
			$stored = self::stored( $contact->id );
			self::assertSame( $winner->ID, $stored->contact_owner );
			self::assertSame( $contact->version + 1, $stored->version );
			$log = self::activity( $contact->id, 'claimed' );
			self::assertCount( 1, $log );
			self::assertSame( $winner->ID, (int) $log[0]['actor'] );
			self::assertSame( 1, self::events( 'steward_contact_claimed', $contact->id ) );
			self::assertSame( 1, self::events( 'steward_contact_owner_changed', $contact->id ) );
			foreach ( $round as $answer ) {
				if ( 200 === $answer['status'] ) {
					self::assertSame( $winner->ID, $answer['data']['contact_owner'] );
				} else {
					self::assertSame( $winner->ID, $answer['data']['data']['owner']['id'] ?? null, 'The others are told who won.' );
				}
			}
		}
	}

	public function test_one_person_clicking_twice_wins_once(): void {
		$user     = $this->user( 'steward_sales_rep' );
		$contacts = array_map( fn () => $this->contact(), range( 1, 5 ) );
		$answers  = $this->parallel_series( array_fill( 0, 8, array_map( static fn ( $contact ): array => self::claim( $user->ID, $contact->id ), $contacts ) ) );
		foreach ( $contacts as $number => $contact ) {
			self::assertSame( array( 200 => 8 ), self::tally( array_column( $answers, $number ) ) );
			self::assertCount( 1, self::activity( $contact->id, 'claimed' ) );
			self::assertSame( 1, self::events( 'steward_contact_claimed', $contact->id ) );
		}
	}

	/**
	 * Whatever comes first: the log tells one story, in which each owner is the former one of the next.
	 */
	public function test_claim_reassign_and_trash_at_once_tell_one_story(): void {
		$reps     = $this->users( 'steward_sales_rep', 6 );
		$managers = $this->users( 'steward_sales_manager', 4 );
		$contacts = array_map( fn () => $this->contact(), range( 1, 6 ) );
		$series   = array();
		foreach ( $reps as $rep ) {
			$series[] = array_map( static fn ( $contact ): array => self::claim( $rep->ID, $contact->id ), $contacts );
		}
		foreach ( array_slice( $managers, 0, 3 ) as $index => $manager ) {
			$series[] = array_map( static fn ( $contact ): array => self::request( $manager->ID, 'POST', "$contact->id/reassign", array( 'contact_owner' => 2 === $index ? null : $reps[ $index ]->ID ) ), $contacts ); // phpcs:ignore WordPress.Arrays
		}
		$series[] = array_map( static fn ( $contact ): array => self::request( $managers[3]->ID, 'DELETE', (string) $contact->id ), $contacts );
		$answers  = $this->parallel_series( $series );
		foreach ( $contacts as $number => $contact ) {
			$round  = array_column( $answers, $number );
			$stored = self::stored( $contact->id );
			self::assertSame( array(), array_diff( array_map( 'strval', array_keys( self::tally( $round ) ) ), array( '200', '409 steward_already_claimed', '409 steward_trashed' ) ), (string) wp_json_encode( self::tally( $round ) ) );
			self::assertTrue( $stored->trashed );
			self::assertCount( 1, self::activity( $contact->id, 'trashed' ) );
			$owner = null;
			$moves = 0;
			foreach ( array( 'claimed', 'reassigned', 'released' ) as $action ) {
				$moves += count( self::activity( $contact->id, $action ) );
			}
			foreach ( self::owners( $contact->id ) as $change ) {
				self::assertSame( $owner, $change['old'], 'A change of owner that did not start from the former one.' );
				$owner = $change['new'];
			}
			self::assertSame( $owner, $stored->contact_owner );
			self::assertSame( $moves, self::events( 'steward_contact_owner_changed', $contact->id ) );
			self::assertSame( $contact->version + $moves + 1, $stored->version );
		}
	}

	/**
	 * @return list<array{old: int|null, new: int|null}>
	 */
	private static function owners( int $id ): array {
		$rows = array();
		foreach ( array( 'claimed', 'reassigned', 'released' ) as $action ) {
			array_push( $rows, ...self::activity( $id, $action ) );
		}
		usort( $rows, static fn ( array $a, array $b ): int => (int) $a['id'] <=> (int) $b['id'] );
		return array_map( static fn ( array $row ): array => json_decode( (string) $row['changes'], true )['contact_owner'], $rows );
	}

	/**
	 * @return array{user: int, method: string, route: string}
	 */
	private static function claim( int $user, int $contact ): array {
		return self::request( $user, 'POST', "$contact/claim" );
	}

	/**
	 * @param array<string, mixed> $params Parameters.
	 * @return array{user: int, method: string, route: string, params: array<string, mixed>}
	 */
	private static function request( int $user, string $method, string $route, array $params = array() ): array {
		return array(
			'user'   => $user,
			'method' => $method,
			'route'  => "/steward/v1/contacts/$route",
			'params' => $params,
		);
	}
}
