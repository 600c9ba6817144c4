<?php
/**
 * Tasks over REST.
 *
 * @package Steward
 */

// phpcs:disable WordPress.Arrays -- rows of what is sent and what must come.

declare( strict_types=1 );

namespace Steward\Tests\Integration\Tasks;

use PHPUnit\Framework\Attributes\DataProvider;
use Steward\Access\RecordType;
use Steward\Tasks\Task;

/**
 * Create, read, list, change, do, delete; bad input; versions; filters and orders.
 */
final class TasksRestTest extends TaskTestCase {

	public function test_a_task_from_beginning_to_end(): void {
		$rep     = $this->rep();
		$contact = $this->contact( array( 'contact_owner' => $rep->ID, 'first_name' => 'Eva', 'last_name' => 'Ruiz' ) );
		$this->as( $rep );
		$made = $this->rest( 'POST', '/tasks', array( 'title' => '  Call   Eva ', 'contact' => $contact->id, 'due_gmt' => '2020-01-31T10:00:00+01:00', 'priority' => 'high' ) );
		self::assertStatus( 201, $made );
		$task = $made->get_data();
		self::assertSame( rest_url( "steward/v1/tasks/{$task['id']}" ), $made->get_headers()['Location'] );
		$expected = array( 'title' => 'Call Eva', 'due_gmt' => '2020-01-31T09:00:00Z', 'assignee' => $rep->ID, 'contact' => $contact->id, 'opportunity' => null, 'priority' => 'high', 'status' => 'open', 'version' => 1, 'overdue' => true, 'done_gmt' => null, 'created_by' => $rep->ID, 'contact_name' => 'Eva Ruiz', 'opportunity_title' => null, 'can' => array( 'update' => true, 'delete' => true ) );
		self::assertSame( $expected, array_intersect_key( $task, $expected ) );
		self::assertSame( array( $rep->ID ), array_column( $task['people'], 'id' ) );
		$read = $this->rest( 'GET', "/tasks/{$task['id']}" );
		self::assertSame( $task, $read->get_data() );
		self::assertSame( array( 'self', 'collection', 'contact' ), array_keys( $read->get_links() ) );
		self::assertTrue( $read->get_links()['contact'][0]['attributes']['embeddable'] );

		$done = $this->ok( 'PATCH', "/tasks/{$task['id']}", array( 'status' => 'done', 'version' => 1 ) );
		self::assertSame( array( 'done', false, 2 ), array( $done['status'], $done['overdue'], $done['version'] ) );
		self::assertNotNull( $done['done_gmt'] );
		self::assertError( 409, 'steward_version_conflict', $this->rest( 'PATCH', "/tasks/{$task['id']}", array( 'title' => 'Other', 'version' => 1 ) ) );
		self::assertSame( 2, $this->rest( 'PATCH', "/tasks/{$task['id']}", array( 'title' => 'Other', 'version' => 1 ) )->get_data()['data']['current']['version'] );
		$again = $this->ok( 'PUT', "/tasks/{$task['id']}", array( 'status' => 'open', 'due_gmt' => null, 'title' => 'Call Eva again' ) + $done );
		self::assertSame( array( 'open', null, null, false ), array( $again['status'], $again['done_gmt'], $again['due_gmt'], $again['overdue'] ) );
		self::assertSame( 3, $this->ok( 'PATCH', "/tasks/{$task['id']}", $again )['version'], 'What was read may be sent back; nothing differs.' );

		$gone = $this->ok( 'DELETE', "/tasks/{$task['id']}" );
		self::assertSame( array( true, $again ), array( $gone['deleted'], $gone['previous'] ) );
		self::assertError( 404, 'steward_not_found', $this->rest( 'GET', "/tasks/{$task['id']}" ) );
		$log = self::task_log( RecordType::Contact, $contact->id );
		self::assertSame( array( 'task_added', 'task_done', 'task_changed', 'task_reopened', 'task_deleted' ), array_column( $log, 0 ) );
		foreach ( $log as list( , $changes ) ) {
			self::assertArrayHasKey( 'title', $changes );
		}
		self::assertSame( array( 'old' => 'Call Eva', 'new' => 'Call Eva again' ), $log[2][1]['title'] );
		self::assertSame( array( 'old' => '2020-01-31T09:00:00Z', 'new' => null ), $log[2][1]['due_gmt'] );
		self::assertArrayNotHasKey( 'priority', $log[2][1] );
	}

	public function test_a_day_without_a_time_is_until_its_end_where_the_site_is(): void {
		update_option( 'timezone_string', 'Pacific/Auckland' );
		$this->as( $this->rep() );
		self::assertSame( '2026-12-01T10:59:00Z', $this->ok( 'POST', '/tasks', array( 'title' => 'x', 'due_gmt' => '2026-12-01' ) )['due_gmt'] );
	}

	public function test_a_task_of_an_opportunity_has_its_contact(): void {
		$deal  = $this->deal();
		$other = $this->contact();
		$this->as( $this->boss() );
		$task = $this->ok( 'POST', '/tasks', array( 'title' => 'Send offer', 'opportunity' => $deal->id ) );
		self::assertSame( array( $deal->contact_id, $deal->id, 'Website' ), array( $task['contact'], $task['opportunity'], $task['opportunity_title'] ) );
		self::assertSame( 201, $this->rest( 'POST', '/tasks', array( 'title' => 'Send offer', 'opportunity' => $deal->id, 'contact' => $deal->contact_id ) )->get_status() );
		self::assertInvalid( 'contact', $this->rest( 'POST', '/tasks', array( 'title' => 'Send offer', 'opportunity' => $deal->id, 'contact' => $other->id ) ) );
		$this->ok( 'PATCH', "/opportunities/$deal->id", array( 'contact' => $other->id ) );
		self::assertSame( $other->id, $this->ok( 'GET', "/tasks/{$task['id']}" )['contact'], 'It comes along to another contact.' );
		self::assertSame( array(), $this->listed( "/contacts/$deal->contact_id/tasks" ) );
		self::assertContains( $task['id'], $this->listed( "/contacts/$other->id/tasks" ) );
		self::assertSame( array( 'task_added', 'task_added' ), array_column( self::task_log( RecordType::Opportunity, $deal->id ), 0 ) );
		self::assertSame( array(), self::task_log( RecordType::Contact, $deal->contact_id ) );
	}

	/**
	 * @return iterable<string, array{array<string, mixed>, string}>
	 */
	public static function wrong(): iterable {
		foreach ( array( 'missing' => 0, 'blank' => ' ', 'no-break space' => "\u{A0}\u{A0}", 'invisible' => "\u{200D}", 'null' => null, 'a list' => array( 'x' ), 'true' => true, 'too long' => str_repeat( 'ü', 201 ) ) as $what => $title ) {
			yield "title $what" => array( 'missing' === $what ? array( 'priority' => 'low' ) : array( 'title' => $title ), 'title' );
		}
		foreach ( array( 'tomorrow', '2026-02-30', '2026-01-31T25:00:00Z', '0001-01-01', '9999-12-31T23:59:59Z', 5, true, array() ) as $due ) {
			yield 'due ' . wp_json_encode( $due ) => array( array( 'title' => 'x', 'due_gmt' => $due ), 'due_gmt' );
		}
		foreach ( array( 'assignee', 'contact', 'opportunity', 'version' ) as $field ) {
			foreach ( array( 0, -1, 'x', '1.5', 1.5, true, array( 1 ), '99999999999999999999' ) as $id ) {
				yield "$field " . wp_json_encode( $id ) => array( array( 'title' => 'x', $field => $id ), $field );
			}
		}
		yield 'no user' => array( array( 'title' => 'x', 'assignee' => 999999 ), 'assignee' );
		foreach ( array( 'urgent', 1, null, array(), true ) as $value ) {
			yield 'priority ' . wp_json_encode( $value ) => array( array( 'title' => 'x', 'priority' => $value ), 'priority' );
			yield 'status ' . wp_json_encode( $value ) => array( array( 'title' => 'x', 'status' => $value ), 'status' );
		}
		yield 'unknown' => array( array( 'title' => 'x', 'note' => 'y' ), 'note' );
	}

	/**
	 * @param array<string, mixed> $fields Body.
	 */
	#[DataProvider( 'wrong' )]
	public function test_wrong_input_is_refused_by_name( array $fields, string $field ): void {
		$this->as( $this->boss() );
		self::assertInvalid( $field, $this->rest( 'POST', '/tasks', $fields ) );
		if ( array_key_exists( $field, $fields ) ) {
			$task = $this->task();
			self::assertInvalid( $field, $this->rest( 'PATCH', "/tasks/$task->id", $fields ) );
			self::assertEquals( $task, self::stored_task( $task ) );
		}
	}

	public function test_a_title_of_200_characters_is_kept(): void {
		$this->as( $this->boss() );
		$title = str_repeat( 'ü', 200 );
		self::assertSame( $title, $this->ok( 'POST', '/tasks', array( 'title' => $title ) )['title'] );
	}

	public function test_a_task_stays_with_its_record(): void {
		$contact = $this->contact();
		$other   = $this->contact();
		$task    = $this->task( array( 'contact' => $contact->id ) );
		$deal    = $this->deal();
		$this->as( $this->boss() );
		self::assertInvalid( 'contact', $this->rest( 'PATCH', "/tasks/$task->id", array( 'contact' => $other->id ) ) );
		self::assertInvalid( 'contact', $this->rest( 'PATCH', "/tasks/$task->id", array( 'contact' => null ) ) );
		self::assertInvalid( 'opportunity', $this->rest( 'PATCH', "/tasks/$task->id", array( 'opportunity' => $deal->id ) ) );
		self::assertSame( 1, self::stored_task( $task )->version );
		self::assertError( 404, 'steward_not_found', $this->rest( 'POST', '/tasks', array( 'title' => 'x', 'contact' => 999999 ) ) );
		self::assertError( 404, 'steward_not_found', $this->rest( 'POST', '/tasks', array( 'title' => 'x', 'opportunity' => 999999 ) ) );
		self::assertError( 404, 'steward_not_found', $this->rest( 'GET', '/contacts/999999/tasks' ) );
	}

	public function test_a_records_are_the_newest_first(): void {
		$deal  = $this->deal();
		$first = $this->task( array( 'opportunity' => $deal->id, 'due_gmt' => '2020-01-01T00:00:00Z' ) );
		$then  = $this->task( array( 'opportunity' => $deal->id ) );
		$this->as( $this->boss() );
		foreach ( array( "/contacts/$deal->contact_id/tasks", "/opportunities/$deal->id/tasks" ) as $route ) {
			self::assertSame( array( $then->id, $first->id ), $this->listed( $route ) );
			self::assertSame( array( $first->id, $then->id ), $this->listed( $route, array( 'orderby' => 'due', 'order' => 'asc' ) ) );
		}
		self::assertSame( array( $first->id, $then->id ), $this->listed( '/tasks' ) );
	}

	public function test_what_would_go_along_is_what_goes(): void {
		$rep  = $this->rep();
		$boss = $this->boss();
		$new  = $this->rep();
		foreach ( array( array( false, false ), array( true, false ), array( true, true ) ) as list( $separate, $take ) ) {
			self::separate_owners( $separate );
			$contact = $this->contact( array( 'contact_owner' => $rep->ID, 'followers' => array( $boss->ID ) ) );
			$deal    = $this->deal( array( 'contact' => $contact->id, 'owner' => $rep->ID ) );
			$tasks   = array( $this->task( array( 'contact' => $contact->id, 'assignee' => $rep->ID ) ), $this->task( array( 'contact' => $contact->id, 'assignee' => $boss->ID ) ), $this->task( array( 'contact' => $contact->id, 'assignee' => $rep->ID, 'status' => 'done' ) ), $this->task( array( 'opportunity' => $deal->id, 'assignee' => $rep->ID ) ) );
			$this->as( $boss );
			$params   = array( 'move_opportunities' => $take );
			$expected = $this->ok( 'GET', "/contacts/$contact->id/tasks/along", $params )['tasks'];
			self::assertSame( $separate && ! $take ? 1 : 2, $expected );
			self::assertSame( 1, $this->ok( 'GET', "/opportunities/$deal->id/tasks/along" )['tasks'] );
			$this->ok( 'POST', "/contacts/$contact->id/reassign", array( 'contact_owner' => $new->ID ) + $params );
			self::assertCount( $expected, array_filter( $tasks, static fn ( Task $task ): bool => self::stored_task( $task )?->assignee === $new->ID ) );
		}
	}

	public function test_filters_and_orders(): void {
		update_option( 'timezone_string', 'Pacific/Auckland' );
		$zone  = wp_timezone();
		$utc   = static fn ( string $when ): string => ( new \DateTimeImmutable( $when, $zone ) )->setTimezone( new \DateTimeZone( 'UTC' ) )->format( 'Y-m-d\TH:i:s\Z' );
		$boss  = $this->boss();
		$rep   = $this->rep();
		$one   = $this->contact();
		$deal  = $this->deal();
		$late  = $this->task( array( 'due_gmt' => $utc( 'yesterday 10:00' ), 'assignee' => $boss->ID, 'priority' => 'low' ) )->id;
		$done  = $this->task( array( 'due_gmt' => $utc( 'yesterday 11:00' ), 'assignee' => $boss->ID, 'status' => 'done' ) )->id;
		$first = $this->task( array( 'due_gmt' => $utc( 'today 00:00' ), 'contact' => $one->id, 'priority' => 'high', 'status' => 'done' ) )->id;
		$last  = $this->task( array( 'due_gmt' => $utc( 'today 23:59:59' ), 'opportunity' => $deal->id ) )->id;
		$next  = $this->task( array( 'due_gmt' => $utc( 'tomorrow 00:00' ), 'contact' => $deal->contact_id, 'assignee' => $boss->ID ) )->id;
		$never = $this->task( array( 'assignee' => $rep->ID, 'priority' => 'high' ) )->id;
		$none  = $this->task()->id;
		$this->as( $boss );
		$all = array( $late, $done, $first, $last, $next, $never, $none );
		self::assertSame( $all, $this->listed() );
		self::assertSame( array( $next, $last, $first, $done, $late, $none, $never ), $this->listed( '/tasks', array( 'order' => 'desc' ) ), 'No date is last.' );
		foreach ( array(
			array( array( 'assignee' => 'me' ), array( $late, $done, $next ) ),
			array( array( 'assignee' => 'none' ), array( $first, $last, $none ) ),
			array( array( 'assignee' => "me,$rep->ID" ), array( $late, $done, $next, $never ) ),
			array( array( 'assignee' => array( $rep->ID, 'none' ), 'order' => 'desc' ), array( $last, $first, $none, $never ) ),
			array( array( 'status' => 'open' ), array( $late, $last, $next, $never, $none ) ),
			array( array( 'status' => 'done' ), array( $done, $first ) ),
			array( array( 'due' => 'overdue' ), array( $late ) ),
			array( array( 'due' => 'overdue', 'status' => 'done' ), array() ),
			array( array( 'due' => 'today' ), array( $first, $last ) ),
			array( array( 'due' => 'today', 'status' => 'open' ), array( $last ) ),
			array( array( 'due' => 'upcoming' ), array( $next ) ),
			array( array( 'due_after' => $utc( 'today 00:00' ), 'due_before' => $utc( 'tomorrow 00:00' ) ), array( $first, $last ) ),
			array( array( 'due_before' => $utc( 'yesterday 10:00:01' ) ), array( $late ) ),
			array( array( 'contact' => $deal->contact_id ), array( $last, $next ) ),
			array( array( 'contact' => array( $one->id, $deal->contact_id ), 'assignee' => 'none' ), array( $first, $last ) ),
			array( array( 'opportunity' => $deal->id ), array( $last ) ),
			array( array( 'priority' => 'high' ), array( $first, $never ) ),
			array( array( 'include' => array( $none, $late, 999999 ) ), array( $late, $none ) ),
			array( array( 'exclude' => array( $none, $late ), 'status' => 'open' ), array( $last, $next, $never ) ),
			array( array( 'orderby' => 'id', 'order' => 'desc' ), array_reverse( $all ) ),
			array( array( 'orderby' => 'created' ), $all ),
			array( array( 'orderby' => 'priority', 'order' => 'desc' ), array( $never, $first, $none, $next, $last, $done, $late ) ),
			array( array( 'orderby' => 'priority', 'assignee' => 'me' ), array( $late, $done, $next ) ),
		) as list( $params, $expected ) ) {
			self::assertSame( $expected, $this->listed( '/tasks', $params ), (string) wp_json_encode( $params ) );
		}
		self::assertSame( array( $next ), array_column( $this->ok( 'GET', '/tasks?per_page=1&page=5' ), 'id' ) );
		self::assertSame( array( $next, $last ), $this->listed( "/contacts/$deal->contact_id/tasks" ) );
		self::assertSame( array( $last ), $this->listed( "/opportunities/$deal->id/tasks", array( 'contact' => $deal->contact_id ) ) );
		foreach ( array( 'assignee' => 'nobody', 'status' => 'closed', 'due' => 'soon', 'due_after' => 'soon', 'due_before' => '2026-13-01', 'contact' => 'x', 'opportunity' => 'x', 'priority' => 'urgent', 'include' => 'x', 'orderby' => 'title', 'order' => 'up', 'page' => 0, 'per_page' => 101 ) as $name => $value ) {
			self::assertInvalid( $name, $this->rest( 'GET', '/tasks', array( $name => $value ) ) );
		}
	}
}
