<?php
/**
 * The team's activity over REST.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Integration\Activity;

use Steward\Access\Actor;
use Steward\Access\Gate;
use Steward\Access\RecordAccess;
use Steward\Access\ScopeSql;
use Steward\Activity\ActivityCsv;
use Steward\Activity\ActivityFinder;
use Steward\Activity\ActivityQuery;
use Steward\Activity\ActivityScope;
use Steward\Contacts\Contact;
use Steward\Lists\ListTotals;
use Steward\Plugin;
use Steward\Tests\Integration\Access\Team;
use Steward\Tests\Integration\Contacts\ContactTestCase;
use WP_User;

/**
 * Who sees which rows, by list, count, page and filter; and that the bounded ways through the log find the same.
 */
final class TeamActivityTest extends ContactTestCase {

	public function test_rows_follow_who_may_view_the_record_now(): void {
		$rep      = $this->rep();
		$other    = $this->rep();
		$follower = $this->rep();
		$narrow   = $this->boss();
		update_user_option( $narrow->ID, Gate::ONLY_ASSIGNED_DATA, '1' );
		$mine   = $this->contact( array( 'contact_owner' => $rep->ID ) );
		$theirs = $this->contact( array( 'contact_owner' => $other->ID ) );
		$free   = $this->contact();
		$this->as( $this->boss() )->rest( 'POST', "/contacts/$theirs->id/followers", array( 'user' => $follower->ID ) );

		self::assertSame( array( $free->id, $mine->id ), $this->objects( $rep ) );
		self::assertSame( array( $theirs->id, $free->id, $theirs->id ), $this->objects( $follower ) );
		self::assertSame( array( $free->id ), $this->objects( $narrow ) );
		self::assertSame( array( $theirs->id, $free->id, $theirs->id, $mine->id ), $this->objects( $this->boss() ) );

		// Access is asked now, not when it happened.
		$this->as( $this->boss() )->rest( 'POST', "/contacts/$mine->id/reassign", array( 'contact_owner' => $other->ID ) );
		self::assertSame( array( $free->id ), $this->objects( $rep ) );
		self::assertForbidden( 'not_a_member', $this->as( $this->user() )->rest( 'GET', '/activity' ) );
		self::assertSame( 401, $this->as( 0 )->rest( 'GET', '/activity' )->get_status() );
	}

	public function test_no_filter_leads_to_what_may_not_be_seen(): void {
		$rep    = $this->rep();
		$other  = $this->rep();
		$secret = $this->contact(
			array(
				'contact_owner' => $other->ID,
				'first_name'    => 'Secretive',
			)
		);
		$this->as( $other )->rest( 'PATCH', "/contacts/$secret->id", array( 'company' => 'Hidden Ltd' ) );
		foreach ( array(
			array(),
			array(
				'object_type' => 'contact',
				'object_id'   => $secret->id,
			),
			array( 'actor' => $other->ID ),
			array( 'action' => 'updated' ),
			array( 'action' => 'updated,created' ),
			array( 'cause' => 'hand' ),
			array( 'created_after' => '2020-01-01' ),
			array( 'page' => 2 ),
		) as $filter ) {
			$response = $this->as( $rep )->rest( 'GET', '/activity', $filter );
			self::assertStatus( 200, $response );
			self::assertSame( array(), $response->get_data(), (string) wp_json_encode( $filter ) );
			self::assertSame( '0', $response->get_headers()['X-WP-Total'], (string) wp_json_encode( $filter ) );
		}
	}

	public function test_filters_and_names(): void {
		$boss    = $this->boss();
		$rep     = $this->rep();
		$contact = $this->contact( array( 'first_name' => 'Nora' ) );
		$this->as( $rep )->rest( 'POST', "/contacts/$contact->id/claim" );
		$this->as( $boss )->rest( 'POST', "/contacts/$contact->id/reassign", array( 'contact_owner' => null ) );

		$claimed = $this->items( $boss, array( 'action' => 'claimed' ) );
		self::assertCount( 1, $claimed );
		self::assertSame( $rep->ID, $claimed[0]['actor']['id'] );
		self::assertStringStartsWith( 'Nora', $claimed[0]['label'] );
		self::assertSame( 'hand', $claimed[0]['cause']['kind'] );
		self::assertSame( array( 'claimed' ), array_column( $this->items( $boss, array( 'actor' => $rep->ID ) ), 'action' ) );
		self::assertSame( array( 'released' ), array_column( $this->items( $boss, array( 'actor' => 'me' ) ), 'action' ) );
		self::assertSame( array( 'created' ), array_column( $this->items( $boss, array( 'actor' => 'system' ) ), 'action' ) );
		self::assertSame( array( 'released', 'claimed' ), array_column( $this->items( $boss, array( 'action' => 'claimed,released' ) ), 'action' ) );
		self::assertSame( array(), $this->items( $boss, array( 'cause' => 'import' ) ) );
		self::assertSame( array(), $this->items( $boss, array( 'created_before' => '2020-01-01' ) ) );
		self::assertInvalid( 'object_id', $this->as( $boss )->rest( 'GET', '/activity', array( 'object_id' => 3 ) ) );
		self::assertInvalid( 'actor', $this->as( $boss )->rest( 'GET', '/activity', array( 'actor' => 'somebody' ) ) );
		self::assertInvalid( 'created_after', $this->as( $boss )->rest( 'GET', '/activity', array( 'created_after' => 'yesterweek' ) ) );
		self::assertInvalid( 'cause', $this->as( $boss )->rest( 'GET', '/activity', array( 'cause' => 'magic' ) ) );
	}

	public function test_pages_are_newest_first_with_totals(): void {
		$contact = $this->contact();
		foreach ( range( 1, 5 ) as $number ) {
			$this->as( $this->boss() )->rest( 'PATCH', "/contacts/$contact->id", array( 'company' => "Company $number" ) );
		}
		$boss  = $this->boss();
		$first = $this->as( $boss )->rest( 'GET', '/activity', array( 'per_page' => 4 ) );
		self::assertSame( array( '6', '2' ), array( $first->get_headers()['X-WP-Total'], $first->get_headers()['X-WP-TotalPages'] ) );
		$ids = array_column( $first->get_data(), 'id' );
		array_push( $ids, ...array_column( $this->items( $boss, array( 'per_page' => 4, 'page' => 2 ) ), 'id' ) ); // phpcs:ignore WordPress.Arrays
		$sorted = $ids;
		rsort( $sorted );
		self::assertSame( $sorted, $ids );
		self::assertCount( 6, array_unique( $ids ) );
	}

	public function test_what_is_left_of_an_erased_contact_is_for_those_who_see_all(): void {
		$rep     = $this->rep();
		$contact = $this->contact( array( 'contact_owner' => $rep->ID ) );
		$admin   = $this->user( 'administrator' );
		$this->as( $admin )->rest( 'DELETE', "/contacts/$contact->id" );
		$this->as( $admin )->rest( 'DELETE', "/contacts/$contact->id?force=true" );
		self::assertSame( array(), $this->items( $rep ) );
		$left = $this->items( $this->boss() );
		self::assertSame( array( 'erased' ), array_column( $left, 'action' ) );
		self::assertNull( $left[0]['label'] );
	}

	public function test_changes_of_the_site_itself_are_for_those_who_manage(): void {
		$admin = $this->user( 'administrator' );
		$this->contact();
		$this->as( $admin )->rest( 'PATCH', '/settings', array( 'owned_scope_sees_unassigned' => false ) );
		self::assertContains( 'settings', array_column( $this->items( $admin ), 'object_type' ) );
		self::assertNotContains( 'settings', array_column( $this->items( $this->boss() ), 'object_type' ) );
		self::assertNotContains( 'settings', array_column( $this->items( $this->rep() ), 'object_type' ) );
		self::assertSame( array(), $this->items( $this->boss(), array( 'object_type' => 'settings' ) ) );
		self::assertCount( 1, $this->items( $admin, array( 'object_type' => 'settings' ) ) );
	}

	/**
	 * Reading and sorting, walking, a stretch and the records: for people and filters at random all find what a naive look finds.
	 */
	public function test_every_way_through_the_log_finds_the_same(): void {
		$team = new Team( 4711 );
		$team->hire( fn ( string $role ): WP_User => $this->user( $role ), 8 );
		$team->fill( 40 );
		$all  = $this->fill_log( $team );
		$db   = Plugin::instance()->db();
		$gate = Plugin::instance()->gate();
		$ways = array(
			'read'    => new ActivityFinder( $db, new ScopeSql( $db ), new ListTotals() ),
			'walk'    => new ActivityFinder( $db, new ScopeSql( $db ), new ListTotals(), 0 ),
			'stretch' => new ActivityFinder( $db, new ScopeSql( $db ), new ListTotals(), 0, 15 ),
		);
		foreach ( $team->users as $user ) {
			$actor = $gate->actor( $user->ID );
			$scope = ActivityScope::of( $actor, Plugin::instance()->records()->types(), false );
			foreach ( array( array(), array( 'actor' ), array( 'actions' ), array( 'cause' ), array( 'actions', 'cause' ), array( 'object' ), array( 'time' ), array( 'actor', 'time' ) ) as $filters ) {
				$query    = new ActivityQuery(
					in_array( 'object', $filters, true ) ? 'contact' : null,
					in_array( 'object', $filters, true ) ? $team->one( $team->contacts )['id'] : null,
					in_array( 'actor', $filters, true ) ? $team->one( $team->users )->ID : null,
					in_array( 'actions', $filters, true ) ? array( 'updated', 'claimed' ) : array(),
					in_array( 'cause', $filters, true ) ? 'rest' : null,
					in_array( 'time', $filters, true ) ? '2026-01-10 00:00:00' : null,
					in_array( 'time', $filters, true ) ? '2026-02-10 00:00:00' : null,
					null,
					$team->pick( 8 ),
					10,
				);
				$expected = array_values( array_filter( $all, static fn ( array $row ): bool => self::seen( $row, $query, $team, $actor ) ) );
				foreach ( $ways as $way => $finder ) {
					$page = $finder->page( $query, $scope );
					$case = "$way, user $user->ID, " . implode( '+', $filters );
					self::assertSame( count( $expected ), $page['total'], $case );
					self::assertSame( array_column( array_slice( $expected, $query->offset, 10 ), 'id' ), array_map( 'intval', array_column( $page['rows'], 'id' ) ), $case );
				}
			}
		}
	}

	public function test_an_export_meets_every_row_once(): void {
		$team = new Team( 7 );
		$team->hire( fn ( string $role ): WP_User => $this->user( $role ), 5 );
		$team->fill( 20 );
		$all    = $this->fill_log( $team );
		$db     = Plugin::instance()->db();
		$scope  = ActivityScope::of( Plugin::instance()->gate()->actor( $this->boss()->ID ), Plugin::instance()->records()->types(), false );
		$finder = new ActivityFinder( $db, new ScopeSql( $db ), new ListTotals(), 0, 15 );
		$query  = new ActivityQuery( limit: 7 );
		$ids    = array();
		do {
			$rows = $finder->some( $query, $scope );
			array_push( $ids, ...array_map( 'intval', array_column( $rows, 'id' ) ) );
			$query = array() === $rows ? $query : $query->after( $rows[ count( $rows ) - 1 ] );
		} while ( array() !== $rows );
		self::assertSame( array_column( $all, 'id' ), $ids );
	}

	public function test_csv_holds_what_is_seen_and_no_formula(): void {
		$rep = $this->rep();
		$this->contact(
			array(
				'first_name'    => '=HYPERLINK("http://example.org")',
				'contact_owner' => $rep->ID,
			)
		);
		$stream = fopen( 'php://memory', 'w+' );
		$csv    = new ActivityCsv( $stream );
		$csv->head();
		$csv->lines( $this->items( $rep ) );
		rewind( $stream );
		self::assertSame( "\xEF\xBB\xBF", fread( $stream, 3 ) );
		$head = fgetcsv( $stream, null, ',', '"', '' );
		$line = fgetcsv( $stream, null, ',', '"', '' );
		self::assertSame( 'Time (UTC)', $head[0] );
		self::assertCount( count( $head ), $line );
		self::assertStringStartsWith( "'=HYPERLINK", $line[5] );
		foreach ( array( '=1', '+1', '-1', '@SUM', "\t=1", "\r=1", ' =1', '"=1' ) as $formula ) {
			self::assertStringStartsWith( "'", ActivityCsv::harmless( $formula ) );
		}
		self::assertSame( 'Ana', ActivityCsv::harmless( 'Ana' ) );
	}

	/**
	 * Rows at random, newest first.
	 *
	 * @return list<array{id: int, contact: int, actor: int, action: string, cause: string, created: string}>
	 */
	private function fill_log( Team $team ): array {
		$db = Plugin::instance()->db();
		$db->execute( 'DELETE FROM %i', $db->table( 'activity' ) );
		$rows = array();
		for ( $number = 0; $number < 150; $number++ ) {
			$row    = array(
				'contact' => $team->one( $team->contacts )['id'],
				'actor'   => $team->one( $team->users )->ID,
				'action'  => $team->one( array( 'created', 'updated', 'claimed', 'trashed' ) ),
				'cause'   => $team->one( array( 'hand', 'rest' ) ),
				'created' => gmdate( 'Y-m-d H:i:s', 1767225600 + $team->pick( 60 ) * 86400 ),
			);
			$rows[] = array(
				'id' => $db->insert(
					'activity',
					array(
						'object_type' => 'contact',
						'object_id'   => $row['contact'],
						'action'      => $row['action'],
						'actor'       => $row['actor'],
						'cause'       => $row['cause'],
						'changes'     => '[]',
						'created_gmt' => $row['created'],
					)
				),
			) + $row;
		}
		usort( $rows, static fn ( array $a, array $b ): int => array( $b['created'], $b['id'] ) <=> array( $a['created'], $a['id'] ) );
		return $rows;
	}

	/**
	 * @param array<string, mixed> $row Of fill_log().
	 */
	private static function seen( array $row, ActivityQuery $query, Team $team, Actor $actor ): bool {
		$contact = Plugin::instance()->contact_store()->find( $row['contact'] );
		self::assertInstanceOf( Contact::class, $contact );
		return ( new RecordAccess( Plugin::instance()->gate() ) )->may_view( $actor, $contact )
			&& ( null === $query->object_id || $row['contact'] === $query->object_id )
			&& ( null === $query->actor || $row['actor'] === $query->actor )
			&& ( array() === $query->actions || in_array( $row['action'], $query->actions, true ) )
			&& ( null === $query->cause || $row['cause'] === $query->cause )
			&& ( null === $query->created_after || $row['created'] >= $query->created_after )
			&& ( null === $query->created_before || $row['created'] < $query->created_before );
	}

	/**
	 * @param array<string, mixed> $params Filters.
	 * @return list<array<string, mixed>>
	 */
	private function items( WP_User $user, array $params = array() ): array {
		$response = $this->as( $user )->rest( 'GET', '/activity', $params + array( 'per_page' => 100 ) );
		self::assertStatus( 200, $response );
		return $response->get_data();
	}

	/**
	 * @return list<int> Records of the rows that somebody sees; their number must be the total.
	 */
	private function objects( WP_User $user ): array {
		$response = $this->as( $user )->rest( 'GET', '/activity' );
		self::assertStatus( 200, $response );
		$ids = array_column( $response->get_data(), 'object_id' );
		self::assertSame( (string) count( $ids ), $response->get_headers()['X-WP-Total'] );
		return $ids;
	}
}
