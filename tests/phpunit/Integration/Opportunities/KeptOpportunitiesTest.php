<?php
/**
 * Tests of lists, counts and sums that are kept while opportunities change.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Integration\Opportunities;

use Steward\Access\AccessPolicy;
use Steward\Access\RecordType;
use Steward\Access\ScopeSql;
use Steward\Database\Clock;
use Steward\Lists\Bookmarks;
use Steward\Lists\Changes;
use Steward\Lists\KeptLists;
use Steward\Lists\KeptPages;
use Steward\Lists\Totals;
use Steward\Lists\Unchanged;
use Steward\Opportunities\Listing\GroupSums;
use Steward\Opportunities\Listing\KeptFirsts;
use Steward\Opportunities\Listing\ListSql;
use Steward\Opportunities\Listing\StageFirsts;
use Steward\Opportunities\OpportunityFinder;
use Steward\Opportunities\OpportunityQuery;
use Steward\Opportunities\OpportunitySums;
use Steward\Plugin;
use Steward\Tests\Support\ClockAhead;
use WP_User;

/**
 * A kept list or number is as it is now, whatever has changed since it was kept.
 */
final class KeptOpportunitiesTest extends OpportunityTestCase {

	public function test_what_is_kept_follows_every_change(): void {
		self::separate_owners();
		$boss    = $this->user( 'administrator' );
		$seller  = $this->seller( 'view', 'edit', 'create' );
		$other   = $this->seller( 'view' );
		$ids     = array_map( fn ( int $value ): int => $this->deal( array( 'value' => "$value.25" ) )->id, range( 1, 12 ) ); // phpcs:ignore WordPress.Arrays
		$contact = self::reread( $ids[8] )->contact_id;
		$changes = array(
			fn () => $this->ok( 'POST', "/opportunities/$ids[0]/claim" ),
			fn () => $this->ok( 'POST', "/opportunities/$ids[1]/reassign", array( 'owner' => $other->ID ) ), // phpcs:ignore WordPress.Arrays
			fn () => $this->ok( 'POST', "/opportunities/$ids[1]/followers", array( 'user' => $seller->ID ) ), // phpcs:ignore WordPress.Arrays
			fn () => $this->ok( 'PATCH', "/opportunities/$ids[2]", array( 'value' => '1000.10' ) ), // phpcs:ignore WordPress.Arrays
			fn () => $this->ok( 'PATCH', "/opportunities/$ids[3]", array( 'stage' => self::stage( 'Won' ) ) ), // phpcs:ignore WordPress.Arrays
			fn () => $this->ok( 'DELETE', "/opportunities/$ids[4]" ),
			fn () => $this->ok( 'POST', "/opportunities/$ids[4]/restore" ),
			fn () => $this->ok( 'DELETE', "/opportunities/$ids[5]", array( 'force' => true ) ), // phpcs:ignore WordPress.Arrays
			fn () => $this->ok( 'DELETE', "/contacts/$contact", array( 'force' => true ) ), // phpcs:ignore WordPress.Arrays
			fn () => $this->deal( array( 'value' => '7' ) ),
		);
		$this->compare( array( $boss, $seller, $other ), 'before' );
		foreach ( $changes as $number => $change ) {
			$this->as( $boss );
			$change();
			$this->compare( array( $boss, $seller, $other ), "after change $number" );
		}
	}

	public function test_cards_that_come_after_those_that_were_kept(): void {
		$boss = $this->user( 'administrator' );
		$ids  = array_map( fn ( int $value ): int => $this->deal( array( 'value' => (string) $value ) )->id, range( 1, 12 ) ); // phpcs:ignore WordPress.Arrays
		$this->compare( array( $boss ), 'before' );
		$this->numbers( $boss );
		foreach ( array_slice( array_reverse( $ids ), 0, 5 ) as $number => $id ) {
			$this->as( $boss );
			$this->ok( 'PATCH', "/opportunities/$id", array( 'stage' => self::stage( 'Won' ) ) ); // phpcs:ignore WordPress.Arrays
			$kept = $this->numbers( $boss );
			self::assertSame( array_slice( array_reverse( $ids ), $number + 1, 3 ), $kept['firsts'][ self::stage( 'New' ) ] );
		}
	}

	public function test_what_is_kept_is_not_counted_again(): void {
		$boss = $this->user( 'administrator' );
		$this->deal( array( 'value' => '7' ) );
		$first = $this->numbers( $boss );
		add_filter(
			'query',
			static function ( string $sql ): string {
				self::assertStringNotContainsString( 'COUNT(', $sql, 'Nothing has changed.' );
				return $sql;
			}
		);
		self::assertSame( $first, $this->numbers( $boss ) );
	}

	/**
	 * @param list<WP_User> $users Whose numbers.
	 */
	private function compare( array $users, string $label ): void {
		foreach ( $users as $user ) {
			$kept = $this->numbers( $user );
			$this->forget();
			self::assertSame( $this->numbers( $user ), $kept, "$label, user $user->ID" );
		}
	}

	/**
	 * The list in some orders, page by page, what each stage is worth, and the first cards of two.
	 *
	 * @return array{lists: array<string, array{ids: list<int>, total: int}>, sums: array<string, array{int, string}>, firsts: array<int, list<int>>}
	 */
	private function numbers( WP_User $user ): array {
		$db        = Plugin::instance()->db();
		$sql       = new ListSql( $db, new ScopeSql( $db ) );
		$unchanged = new Unchanged( new Changes( $db, new ClockAhead(), RecordType::Opportunity ) );
		$scope     = AccessPolicy::view_scope( Plugin::instance()->gate()->actor( $user->ID ), RecordType::Opportunity );
		$finder    = new OpportunityFinder( $sql, new KeptPages( new KeptLists(), new Changes( $db, new ClockAhead(), RecordType::Opportunity ) ), new Totals(), new Bookmarks( new Clock() ), new Changes( $db, new ClockAhead(), RecordType::Contact ), 0 );
		$lists     = array();
		foreach ( array( 'created', 'value', 'owner', 'relevance' ) as $orderby ) {
			foreach ( array( 0, 4, 8 ) as $offset ) {
				$lists[ "$orderby from $offset" ] = $finder->page( new OpportunityQuery( search: 'relevance' === $orderby ? 'website' : '', orderby: $orderby, offset: $offset, limit: 4 ), $scope );
			}
		}
		$sums = array();
		foreach ( ( new OpportunitySums( new GroupSums( $sql ), $unchanged ) )->by( new OpportunityQuery(), $scope, array( 'stage' => 'o.stage_id' ) ) as $sum ) {
			$sums[ "stage {$sum['by']['stage']}" ] = array( $sum['count'], $sum['value'] );
		}
		ksort( $sums );
		$stages = array( self::stage( 'New' ), self::stage( 'Won' ) );
		$firsts = ( new KeptFirsts( new StageFirsts( $sql ), new Changes( $db, new ClockAhead(), RecordType::Opportunity ), 3 ) )->ids( new OpportunityQuery(), $scope, $stages, 3 );
		ksort( $firsts );
		return compact( 'lists', 'sums', 'firsts' );
	}

	private function forget(): void {
		global $wpdb;
		$wpdb->query( "DELETE FROM $wpdb->options WHERE option_name LIKE '%transient%steward%'" );
		wp_cache_flush();
	}
}
