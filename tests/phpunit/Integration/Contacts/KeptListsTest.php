<?php
/**
 * Tests of lists that are kept while contacts change.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Integration\Contacts;

use Steward\Access\AccessPolicy;
use Steward\Access\RecordType;
use Steward\Access\ScopeSql;
use Steward\Contacts\ContactFinder;
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
use Steward\Tests\Support\ClockAhead;
use WP_User;

/**
 * A kept list is the list as it is now, whatever has changed since it was kept, on each of its pages.
 */
final class KeptListsTest extends ContactTestCase {

	private const PER_PAGE = 4;

	/** What counts as long where only beginnings are kept. */
	private const LONG = 7;

	public function test_a_kept_list_follows_every_change(): void {
		$rep     = $this->rep();
		$boss    = $this->person( 'view', 'view_others', 'edit', 'edit_others', 'create', 'reassign', 'delete' );
		$other   = $this->rep();
		$names   = array( 'Ana', 'Ben', 'Chloé', 'Diego', 'Noor' );
		$ids     = array();
		$changes = array(
			fn ( int $id ) => $this->rest( 'POST', "/contacts/$id/claim" ),
			fn ( int $id ) => $this->rest( 'POST', "/contacts/$id/reassign", array( 'owner' => $other->ID ) ), // phpcs:ignore WordPress.Arrays
			fn ( int $id ) => $this->rest( 'POST', "/contacts/$id/followers", array( 'user' => $rep->ID ) ), // phpcs:ignore WordPress.Arrays
			fn ( int $id ) => $this->rest( 'PATCH', "/contacts/$id", array( 'first_name' => $names[ $id % 5 ], 'tags' => array( 'vip' ) ) ), // phpcs:ignore WordPress.Arrays
			fn ( int $id ) => $this->rest( 'DELETE', "/contacts/$id" ),
			fn ( int $id ) => $this->rest( 'POST', "/contacts/$id/restore" ),
			fn ( int $id ) => $this->rest( 'DELETE', "/contacts/$id", array( 'force' => true ) ),
			fn ( int $id ) => $this->contact( array( 'first_name' => $names[ $id % 5 ], 'tags' => array( 'vip' ) ) ), // phpcs:ignore WordPress.Arrays
		);
		for ( $index = 0; $index < 40; $index++ ) {
			$ids[] = $this->contact(
				array(
					'first_name' => $names[ $index % 5 ],
					'tags'       => 0 === $index % 3 ? array( 'vip' ) : array(),
				)
			)->id;
		}
		$lists = array();
		foreach ( array( array(), array( 'tags' => array( 'vip' ) ), array( 'search' => 'a' ), array( 'contact_owner' => array( 'none' ) ), array( 'follower' => $rep->ID ), array( 'status' => 'trash' ) ) as $filter ) { // phpcs:ignore WordPress.Arrays
			foreach ( array( 'name', 'created', 'relevance', 'contact_owner' ) as $orderby ) {
				$lists[] = $filter + array(
					'orderby' => $orderby,
					'order'   => 'name' === $orderby ? 'asc' : 'desc',
				);
			}
		}
		$keeps = $this->finder();
		$heads = $this->finder( self::LONG );
		$this->compare( $keeps, $lists, array( $rep, $boss ), 'before' );
		// Many matches in the order of relevance are found another way.
		$in_order = array_values( array_filter( $lists, static fn ( array $list ): bool => 'relevance' !== $list['orderby'] ) );
		$this->compare( $heads, $in_order, array( $rep, $boss ), 'before, only heads', self::LONG );
		$this->as( $boss );
		foreach ( $changes as $number => $change ) {
			$change( $ids[ 5 * $number ] );
			$change( $ids[ 5 * $number + 3 ] );
			$this->compare( $keeps, $lists, array( $rep, $boss ), "after change $number" );
			$this->compare( $heads, $in_order, array( $rep, $boss ), "after change $number, only heads", self::LONG );
			$this->as( $boss );
		}
	}

	public function test_a_list_is_kept_and_cut_without_reading_contacts(): void {
		$rep = $this->rep();
		for ( $index = 0; $index < 6; $index++ ) {
			$this->contact( array( 'tags' => array( 'vip' ) ) );
		}
		$finder = $this->finder();
		$page   = fn (): array => $this->page( $finder, array( 'tags' => array( 'vip' ) ), $rep, 1 );
		$first  = $page();
		self::assertSame( 6, $first['total'] );
		add_filter(
			'query',
			static function ( string $sql ): string {
				self::assertStringNotContainsString( 'steward_contact', str_replace( 'steward_contact_tags', '', $sql ), 'Nothing has changed, so no contact need be read.' );
				return $sql;
			}
		);
		self::assertSame( $first, $page() );
	}

	public function test_what_is_kept_is_kept_by_scope(): void {
		$rep   = $this->rep();
		$other = $this->rep();
		$mine  = $this->contact(
			array(
				'contact_owner' => $rep->ID,
				'tags'          => array( 'vip' ),
			)
		);
		$keeps = $this->finder();
		self::assertSame( array( $mine->id ), $this->page( $keeps, array( 'tags' => array( 'vip' ) ), $rep, 0 )['ids'] ); // phpcs:ignore WordPress.Arrays
		self::assertSame( array( 'ids' => array(), 'total' => 0 ), $this->page( $keeps, array( 'tags' => array( 'vip' ) ), $other, 0 ) ); // phpcs:ignore WordPress.Arrays
	}

	public function test_a_deep_page_is_found_from_where_the_last_one_began(): void {
		$boss = $this->user( 'administrator' );
		for ( $index = 0; $index < 12; $index++ ) {
			$this->contact( array( 'first_name' => chr( 65 + $index ) ) );
		}
		$finder = $this->finder( 2 );
		$params = array(
			'orderby' => 'name',
			'order'   => 'asc',
		);
		$first  = array_map( fn ( int $offset ): array => $this->page( $finder, $params, $boss, $offset )['ids'], array( 4, 8 ) );
		$asked  = array();
		add_filter(
			'query',
			static function ( string $sql ) use ( &$asked ): string {
				if ( str_contains( $sql, 'OFFSET' ) ) {
					$asked[] = substr( $sql, (int) strrpos( $sql, 'LIMIT' ) );
				}
				return $sql;
			}
		);
		self::assertSame( $first, array_map( fn ( int $offset ): array => $this->page( $finder, $params, $boss, $offset )['ids'], array( 4, 8 ) ) );
		self::assertSame( array( 'LIMIT 4 OFFSET 0', 'LIMIT 4 OFFSET 4' ), $asked, 'Both are read from the first one on.' );
	}

	/**
	 * Keeps every list, and what lies behind the mark is all activity until then.
	 *
	 * @param int $exact Of a longer list only the beginning is kept, and the total of a minute.
	 */
	private function finder( int $exact = ContactFinder::EXACT ): ContactFinder {
		$db = Plugin::instance()->db();
		return new ContactFinder( $db, new ScopeSql( $db ), new ContactTags( $db ), new KeptPages( new KeptLists(), new Changes( $db, new ClockAhead(), RecordType::Contact ) ), new Totals(), new Bookmarks( new Clock() ), new KeyWalk( $db, new ScopeSql( $db ) ), 0, $exact );
	}

	/**
	 * @param array<string, mixed> $params Filters and order.
	 * @return array{ids: list<int>, total: int}
	 */
	private function page( ContactFinder $finder, array $params, WP_User $user, int $offset ): array {
		$actor = Plugin::instance()->gate()->actor( $user->ID );
		return $finder->page( ContactQueryReader::read( $params, $actor, $offset, self::PER_PAGE ), AccessPolicy::view_scope( $actor, RecordType::Contact ) );
	}

	/**
	 * @param list<array<string, mixed>> $lists Filters and orders.
	 * @param list<WP_User>              $users Who looks.
	 * @param int|null                   $until Offset of the pages to compare, without totals; null for all, and totals.
	 */
	private function compare( ContactFinder $keeps, array $lists, array $users, string $label, ?int $until = null ): void {
		foreach ( $users as $user ) {
			$actor = Plugin::instance()->gate()->actor( $user->ID );
			$scope = AccessPolicy::view_scope( $actor, RecordType::Contact );
			foreach ( $lists as $params ) {
				// This way knows of no kept list.
				$ids = $keeps->ids( ContactQueryReader::read( $params, $actor, 0, 1000 ), $scope );
				for ( $offset = 0; $offset < ( $until ?? 48 ); $offset += 3 ) {
					$page  = $this->page( $keeps, $params, $user, $offset );
					$which = "$label, user $user->ID, offset $offset: " . wp_json_encode( $params );
					self::assertSame( array_slice( $ids, $offset, self::PER_PAGE ), $page['ids'], $which );
					if ( null === $until ) {
						self::assertSame( count( $ids ), $page['total'], $which );
					}
				}
			}
		}
	}
}
