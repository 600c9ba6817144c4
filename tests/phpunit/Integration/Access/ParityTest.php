<?php
/**
 * Every way of asking gives the same answer.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Integration\Access;

use PHPUnit\Framework\Attributes\DataProvider;
use Steward\Access\AccessPolicy;
use Steward\Access\RecordType;
use Steward\Access\ScopeSql;
use Steward\Access\Subject;
use Steward\Access\Verb;
use Steward\Contacts\ContactFinder;
use Steward\Contacts\ContactQuery;
use Steward\Contacts\ContactQueryReader;
use Steward\Contacts\ContactTags;
use Steward\Contacts\Listing\KeyWalk;
use Steward\Database\Clock;
use Steward\Lists\Bookmarks;
use Steward\Lists\Changes;
use Steward\Lists\KeptLists;
use Steward\Lists\KeptPages;
use Steward\Lists\Totals;
use Steward\Plugin;
use Steward\Tests\Support\TestCase;

/**
 * For generated teams: the policy's decision, the scope, the list, its total, the single contact and WordPress'
 * capabilities agree on each contact and person; and each list holds exactly what a naive reading of its filters says.
 */
final class ParityTest extends TestCase {

	private const PAGE = 13;

	/**
	 * @return iterable<string, array{int}>
	 */
	public static function seeds(): iterable {
		foreach ( array( 1, 20261, 777 ) as $seed ) {
			yield "seed $seed" => array( $seed );
		}
	}

	#[DataProvider( 'seeds' )]
	public function test_every_way_of_asking_agrees( int $seed ): void {
		$team  = $this->team( $seed );
		$gate  = Plugin::instance()->gate();
		$store = Plugin::instance()->contact_store();
		foreach ( $team->users as $user ) {
			$this->as( $user );
			$actor = $gate->actor( $user->ID );
			$scope = AccessPolicy::view_scope( $actor, RecordType::Contact );
			$seen  = array();
			foreach ( $team->contacts as $contact ) {
				$label   = "user $user->ID ({$user->roles[0]}), contact {$contact['id']}";
				$subject = new Subject( RecordType::Contact, $contact['id'], $contact['owner'], $contact['followers'], $gate->owner_updates( $contact['owner'], RecordType::Contact ), false, $contact['trashed'] );
				$views   = AccessPolicy::decide( $actor, Verb::View, $subject )->allowed;
				self::assertSame( self::may_view( $user->ID, $contact ), $views, "rules in plain PHP: $label" );
				self::assertSame( $views, $scope->matches( $subject ), "scope: $label" );
				foreach ( Verb::cases() as $verb ) {
					$capability = 'steward_' . ( Verb::Update === $verb ? 'edit' : $verb->value ) . '_contact';
					self::assertSame( $gate->decide( $actor, $verb, $subject )->allowed, user_can( $user, $capability, $contact['id'] ), "$capability: $label" );
				}
				$response = $this->rest( 'GET', "/contacts/{$contact['id']}" );
				self::assertSame( $views ? 200 : 403, $response->get_status(), "by id: $label" );
				if ( $views ) {
					$seen[] = $contact['id'];
					foreach ( Verb::cases() as $verb ) {
						self::assertSame( $gate->decide( $actor, $verb, $subject )->allowed, $response->get_data()['can'][ $verb->value ], "can.$verb->value: $label" );
					}
					self::assertSame( $subject->relation_to( $actor )->value, $response->get_data()['relation'], $label );
				}
			}
			if ( ! $actor->permissions( RecordType::Contact )->is_member() ) {
				self::assertSame( 403, $this->rest( 'GET', '/contacts' )->get_status(), $label );
				continue;
			}
			$living  = array_column( array_filter( $team->contacts, static fn ( array $contact ): bool => ! $contact['trashed'] ), 'id' );
			$trashed = array_diff( array_column( $team->contacts, 'id' ), $living );
			foreach ( array( ...array_keys( ContactQuery::ORDERS ), 'relevance' ) as $orderby ) {
				self::assertEqualsCanonicalizing( array_values( array_intersect( $seen, $living ) ), $this->list_all( array( 'orderby' => $orderby ) ), "list by $orderby of user $user->ID" );
			}
			self::assertEqualsCanonicalizing( array_values( array_intersect( $seen, $trashed ) ), $this->list_all( array( 'status' => 'trash' ) ), "trash of user $user->ID" );
		}
		self::assertNotNull( $store );
	}

	/**
	 * The same filters for several people: REST, and the finder made to go each of its ways.
	 */
	#[DataProvider( 'seeds' )]
	public function test_lists_hold_what_their_filters_say( int $seed ): void {
		$team   = $this->team( $seed );
		$db     = Plugin::instance()->db();
		$gate   = Plugin::instance()->gate();
		$finder = static fn ( int $exact, int $far ): ContactFinder => new ContactFinder( $db, new ScopeSql( $db ), new ContactTags( $db ), new KeptPages( new KeptLists(), new Changes( $db, new Clock(), RecordType::Contact ) ), new Totals(), new Bookmarks( new Clock() ), new KeyWalk( $db, new ScopeSql( $db ), $far ), 0, $exact );
		$ways   = array(
			'kept'                => $finder( 10000, 0 ),
			'walking branches'    => $finder( 2, 0 ),
			'walking past others' => $finder( 2, PHP_INT_MAX >> 20 ),
		);
		$users  = array_values( array_filter( $team->users, static fn ( $user ): bool => $user->has_cap( 'steward_view_contacts' ) ) );
		$found  = 0;
		for ( $round = 0; $round < 60; $round++ ) {
			$user                    = $team->one( $users );
			$actor                   = $gate->actor( $user->ID );
			list( $params, $checks ) = $team->filters( $user->ID );

			$params  += array(
				'orderby' => $team->one( array( ...array_keys( ContactQuery::ORDERS ), 'relevance' ) ),
				'order'   => $team->one( array( 'asc', 'desc' ) ),
			);
			$expected = array_filter(
				$team->contacts,
				static function ( array $contact ) use ( $user, $checks ): bool {
					foreach ( $checks as $check ) {
						if ( ! $check( $contact ) ) {
							return false;
						}
					}
					return self::may_view( $user->ID, $contact );
				}
			);
			$label    = "round $round, user $user->ID: " . wp_json_encode( $params );
			$ids      = self::in_order( $expected, $params );
			$this->as( $user );
			$listed = $this->list_all( $params );
			$scope  = AccessPolicy::view_scope( $actor, RecordType::Contact );
			self::assert_ids( $ids, $listed, $params, "by REST, $label" );
			foreach ( $ways as $way => $one ) {
				$walked = array();
				do {
					$page = $one->page( ContactQueryReader::read( $params, $actor, count( $walked ), self::PAGE ), $scope );
					self::assertSame( count( $ids ), $page['total'], "total by $way, $label" );
					$walked = array( ...$walked, ...$page['ids'] );
				} while ( array() !== $page['ids'] );
				self::assert_ids( $ids, $walked, $params, "by $way, $label" );
			}
			$walked = array();
			do {
				$ids_only = $ways['walking branches']->ids( ContactQueryReader::read( $params, $actor, count( $walked ), self::PAGE ), $scope );
				$walked   = array( ...$walked, ...$ids_only );
			} while ( array() !== $ids_only );
			self::assert_ids( $ids, $walked, $params, "without total, $label" );
			$found += count( $ids );
		}
		self::assertGreaterThan( 100, $found, 'The filters let too little through to prove anything.' );
	}

	/**
	 * The same ids, in the same order where the order is more than a matter of relevance.
	 *
	 * @param list<int>            $expected Ids.
	 * @param list<int>            $ids      Ids.
	 * @param array<string, mixed> $params   With orderby.
	 */
	private static function assert_ids( array $expected, array $ids, array $params, string $label ): void {
		if ( 'relevance' === $params['orderby'] ) {
			self::assertEqualsCanonicalizing( $expected, $ids, $label );
		} else {
			self::assertSame( $expected, $ids, $label );
		}
	}

	/**
	 * A team of every kind of role, and contacts.
	 */
	private function team( int $seed ): Team {
		$team = new Team( $seed );
		$team->hire( fn ( string $role ) => $this->user( $role ), 7 );
		$team->fill( 60 );
		return $team;
	}

	/**
	 * The ids of all pages of a list, whose totals must be right on each.
	 *
	 * @param array<string, mixed> $params Filters and order.
	 * @return list<int>
	 */
	private function list_all( array $params ): array {
		$ids  = array();
		$page = 1;
		do {
			$response = $this->rest( 'GET', '/contacts', $params + array( 'per_page' => self::PAGE, 'page' => $page, '_fields' => 'id,can' ) ); // phpcs:ignore WordPress.Arrays
			self::assertSame( 200, $response->get_status(), (string) wp_json_encode( array( $params, $response->get_data() ) ) );
			$headers = $response->get_headers();
			foreach ( $response->get_data() as $item ) {
				$ids[] = $item['id'];
				self::assertTrue( $item['can']['view'] );
			}
			$total = (int) $headers['X-WP-Total'];
			self::assertSame( (int) ceil( $total / self::PAGE ), (int) $headers['X-WP-TotalPages'] );
		} while ( $page++ < (int) $headers['X-WP-TotalPages'] );
		self::assertCount( $total, $ids, 'The total is not what the pages hold: ' . wp_json_encode( $params ) );
		self::assertSame( $ids, array_values( array_unique( $ids ) ), 'A contact is listed twice: ' . wp_json_encode( $params ) );
		return $ids;
	}

	/**
	 * The rules once more, in plain PHP from the roles' capabilities.
	 *
	 * @param array<string, mixed> $contact A contact.
	 */
	private static function may_view( int $user_id, array $contact ): bool {
		$user = get_userdata( $user_id );
		if ( is_multisite() && is_super_admin( $user_id ) ) {
			return true;
		}
		if ( ! $user->has_cap( 'steward_view_contacts' ) ) {
			return false;
		}
		if ( $user->has_cap( 'steward_view_others_contacts' ) && ! get_user_option( 'steward_only_assigned_data', $user_id ) ) {
			return true;
		}
		return null === $contact['owner'] || $contact['owner'] === $user_id || in_array( $user_id, $contact['followers'], true );
	}

	/**
	 * @param array<array<string, mixed>> $contacts Contacts.
	 * @param array<string, mixed>        $params   With orderby and order.
	 * @return list<int>
	 */
	private static function in_order( array $contacts, array $params ): array {
		$value = static fn ( array $contact ): int|string|null => match ( $params['orderby'] ) {
			'created', 'modified' => $contact[ $params['orderby'] ],
			'name', 'email'       => strtolower( remove_accents( $contact[ $params['orderby'] ] ) ),
			'contact_owner'       => $contact['owner'] ?? 0,
			default               => 0,
		};
		usort( $contacts, static fn ( array $a, array $b ): int => ( 'asc' === $params['order'] ? 1 : -1 ) * ( array( $value( $a ), $a['id'] ) <=> array( $value( $b ), $b['id'] ) ) );
		return array_column( $contacts, 'id' );
	}
}
