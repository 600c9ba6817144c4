<?php
/**
 * Many people change the same contact.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Races\Contacts;

use Steward\Plugin;

/**
 * The limits that hold however many come at once: ten followers, one contact an e-mail address, one winner a version.
 */
final class ContactRaceTest extends ContactRaceTestCase {

	public function test_32_followers_at_once_are_ten(): void {
		$manager = $this->user( 'steward_sales_manager' );
		$reps    = $this->users( 'steward_sales_rep', self::RACERS );
		$contact = $this->contact( array( 'contact_owner' => $reps[0]->ID ) );
		$answers = $this->parallel( array_map( static fn ( $rep ): array => self::post( $manager->ID, "/contacts/$contact->id/followers", array( 'user' => $rep->ID ) ), $reps ) ); // phpcs:ignore WordPress.Arrays

		self::assertSame( array( '201' => 10, '400 steward_follower_limit' => self::RACERS - 10 ), self::tally( $answers ) ); // phpcs:ignore WordPress.Arrays
		$stored = self::stored( $contact->id );
		self::assertCount( 10, $stored->followers );
		self::assertSame( 10, $stored->follower_count );
		self::assertCount( 10, self::activity( $contact->id, 'follower_added' ) );
		self::assertSame( 10, self::events( 'steward_follower_added', $contact->id ) );
	}

	public function test_followers_replaced_at_once_are_one_of_the_lists(): void {
		$manager = $this->user( 'steward_sales_manager' );
		$reps    = $this->users( 'steward_sales_rep', 24 );
		$contact = $this->contact();
		$lists   = array_chunk( array_column( $reps, 'ID' ), 8 );
		$answers = $this->parallel(
			array_map(
				static fn ( int $number ): array => array(
					'user'   => $manager->ID,
					'method' => 'PUT',
					'route'  => "/steward/v1/contacts/$contact->id/followers",
					'params' => array( 'followers' => $lists[ $number % 3 ] ),
				),
				range( 0, 11 )
			)
		);
		self::assertSame( array( 200 => 12 ), self::tally( $answers ) );
		$stored = self::stored( $contact->id )->followers;
		sort( $stored );
		self::assertContains( $stored, $lists, 'Two lists were mixed.' );
	}

	public function test_32_creations_with_one_address_are_one_contact(): void {
		$reps    = $this->users( 'steward_sales_rep', self::RACERS );
		$answers = $this->parallel_series(
			array_map(
				static fn ( $rep ): array => array_map(
					static fn ( int $number ): array => self::post( $rep->ID, '/contacts', array( 'email' => ( $rep->ID % 2 ? 'Same' : 'same' ) . "$number@example.org", 'tags' => array( 'new', "tag$rep->ID" ) ) ), // phpcs:ignore WordPress.Arrays
					range( 1, 4 )
				),
				$reps
			)
		);
		$db = Plugin::instance()->db();
		foreach ( range( 0, 3 ) as $number ) {
			self::assertSame( array( '201' => 1, '409 steward_duplicate_email' => self::RACERS - 1 ), self::tally( array_column( $answers, $number ) ) ); // phpcs:ignore WordPress.Arrays
		}
		self::assertSame( 4, $db->int( 'SELECT COUNT(*) FROM %i', $db->table( 'contacts' ) ) );
		self::assertSame( 4, $db->int( "SELECT COUNT(*) FROM %i WHERE action = 'created'", $db->table( 'activity' ) ), 'A refused creation left a trace.' );
		self::assertSame( 8, $db->int( 'SELECT COUNT(*) FROM %i', $db->table( 'contact_tags' ) ) );
		foreach ( $db->ints( 'SELECT id FROM %i', $db->table( 'contacts' ) ) as $id ) {
			self::assertSame( 1, self::events( 'steward_contact_created', $id ) );
		}
	}

	public function test_of_updates_of_one_version_one_is_saved_and_the_others_are_told(): void {
		$manager = $this->user( 'steward_sales_manager' );
		$contact = $this->contact();
		$answers = $this->parallel(
			array_map(
				static fn ( int $number ): array => array(
					'user'   => $manager->ID,
					'method' => 'PATCH',
					'route'  => "/steward/v1/contacts/$contact->id",
					'params' => array(
						'title'   => "Title $number",
						'version' => $contact->version,
					),
				),
				range( 1, 16 )
			)
		);
		self::assertSame( array( '200' => 1, '409 steward_version_conflict' => 15 ), self::tally( $answers ) ); // phpcs:ignore WordPress.Arrays
		$stored = self::stored( $contact->id );
		self::assertSame( $contact->version + 1, $stored->version );
		self::assertCount( 1, self::activity( $contact->id, 'updated' ) );
		foreach ( $answers as $answer ) {
			$current = 200 === $answer['status'] ? $answer['data'] : $answer['data']['data']['current'];
			self::assertSame( $stored->text( 'title' ), $current['title'] );
		}
	}

	public function test_updates_without_a_version_are_all_saved_one_after_another(): void {
		$manager = $this->user( 'steward_sales_manager' );
		$contact = $this->contact();
		$answers = $this->parallel(
			array_map(
				static fn ( int $number ): array => array(
					'user'   => $manager->ID,
					'method' => 'PATCH',
					'route'  => "/steward/v1/contacts/$contact->id",
					'params' => array( 'custom' => array( "field$number" => $number ) ),
				),
				range( 1, 16 )
			)
		);
		self::assertSame( array( 200 => 16 ), self::tally( $answers ) );
		$stored = self::stored( $contact->id );
		self::assertCount( 16, $stored->custom, 'An update was lost.' );
		self::assertSame( $contact->version + 16, $stored->version );
		self::assertSame( 16, self::events( 'steward_contact_updated', $contact->id ) );
	}

	/**
	 * @param array<string, mixed> $params Body.
	 * @return array{user: int, method: string, route: string, params: array<string, mixed>}
	 */
	private static function post( int $user, string $route, array $params ): array {
		return array(
			'user'   => $user,
			'method' => 'POST',
			'route'  => "/steward/v1$route",
			'params' => $params,
		);
	}
}
