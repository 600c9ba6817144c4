<?php
/**
 * Many tasks at once.
 *
 * @package Steward
 */

// phpcs:disable WordPress.Arrays -- rows of what is sent and what must come.

declare( strict_types=1 );

namespace Steward\Tests\Integration\Notifications;

use PHPUnit\Framework\Attributes\DataProvider;

/**
 * Each by itself, checked by itself; told of once.
 */
final class TasksInBulkTest extends NotificationTestCase {

	/**
	 * @param array<string, mixed> $fields More of it.
	 */
	private function added( array $fields ): int {
		$made = $this->rest( 'POST', '/tasks', $fields + array( 'title' => 'Call' ) );
		self::assertStatus( 201, $made );
		return $made->get_data()['id'];
	}

	/**
	 * @param array<string, mixed> $fields What is to change.
	 * @param list<int>            $ids    Which.
	 * @return list<array<string, mixed>>
	 */
	private function change( array $ids, array $fields ): array {
		$response = $this->rest( 'POST', '/tasks/update', array( 'ids' => $ids ) + $fields );
		self::assertStatus( 200, $response );
		return $response->get_data()['results'];
	}

	public function test_who_gets_many_is_told_once(): void {
		$rep  = $this->rep();
		$boss = $this->boss();
		$this->as( $boss );
		$ids = array();
		foreach ( range( 1, 5 ) as $n ) {
			$contact = $this->contact( array( 'contact_owner' => $boss->ID, 'email' => "bulk$n@example.org", 'followers' => array( $rep->ID ) ) );
			$ids[]   = $this->added( array( 'contact' => $contact->id ) );
		}
		$before = count( array_keys( $this->kinds( $rep ), 'task_assigned', true ) );
		$this->cron( time() + 60 );
		$mails = count( self::mail_to( $rep ) );
		$this->as( $boss );
		self::assertSame( array_map( static fn ( int $id ): array => array( 'id' => $id, 'ok' => true ), $ids ), $this->change( $ids, array( 'assignee' => $rep->ID ) ) );

		$told = array_values( array_filter( $this->told( $rep ), static fn ( array $one ): bool => 'task_assigned' === $one['kind'] ) );
		self::assertCount( $before + 1, $told );
		self::assertStringContainsString( 'gave you follow-ups on 5 contacts', $told[0]['text'] );
		self::sql( "UPDATE {n} SET mail_due_gmt = '2020-01-01 00:00:00' WHERE mail_state = 'queued'" );
		$this->cron( time() + 60 );
		self::assertCount( $mails + 1, self::mail_to( $rep ) );
		foreach ( $ids as $id ) {
			$task = $this->rest( 'GET', "/tasks/$id" )->get_data();
			self::assertSame( array( $rep->ID, 2 ), array( $task['assignee'], $task['version'] ) );
		}
	}

	public function test_each_is_refused_by_itself(): void {
		$rep    = $this->rep();
		$other  = $this->rep();
		$boss   = $this->boss();
		$mine   = $this->contact( array( 'contact_owner' => $rep->ID, 'email' => 'mine@example.org' ) );
		$theirs = $this->contact( array( 'contact_owner' => $other->ID, 'email' => 'theirs@example.org' ) );
		$shared = $this->contact( array( 'contact_owner' => $rep->ID, 'email' => 'shared@example.org', 'followers' => array( $other->ID ) ) );
		$this->as( $boss );
		$ids = array( $this->added( array( 'contact' => $mine->id ) ), $this->added( array( 'contact' => $theirs->id ) ), $this->added( array( 'contact' => $shared->id ) ), 999999 );
		$this->as( $rep );
		$results = $this->change( $ids, array( 'assignee' => $other->ID ) );
		self::assertSame( $ids, array_column( $results, 'id' ) );
		self::assertSame( array( false, false, true, false ), array_column( $results, 'ok' ) );
		self::assertSame( array( 'rest_invalid_param', 'steward_forbidden', 'steward_not_found' ), array_column( $results, 'code' ) );
		self::assertSame( 'They may not view this contact. Add them as a follower first, or choose somebody else.', $results[0]['message'] );
		self::assertNotEmpty( $results[1]['reason'] );
		self::assertNotEmpty( $results[1]['remedy'] );
		self::assertNull( $this->as( $boss )->rest( 'GET', "/tasks/$ids[0]" )->get_data()['done_gmt'] );
		self::assertSame( $other->ID, $this->rest( 'GET', "/tasks/$ids[2]" )->get_data()['assignee'] );

		self::assertSame( array( true, true ), array_column( $this->change( array( $ids[0], $ids[0], $ids[1] ), array( 'status' => 'done', 'priority' => 'high', 'due_gmt' => null ) ), 'ok' ), 'Each once.' );
		$done = $this->rest( 'GET', "/tasks/$ids[1]" )->get_data();
		self::assertSame( array( 'done', 'high', null ), array( $done['status'], $done['priority'], $done['due_gmt'] ) );
	}

	/**
	 * @return iterable<string, array{array<string, mixed>, string}>
	 */
	public static function wrong(): iterable {
		yield 'no ids' => array( array( 'status' => 'done' ), 'ids' );
		yield 'an empty list' => array( array( 'ids' => array(), 'status' => 'done' ), 'ids' );
		yield 'too many' => array( array( 'ids' => range( 1, 101 ), 'status' => 'done' ), 'ids' );
		yield 'no id' => array( array( 'ids' => array( 'x' ), 'status' => 'done' ), 'ids' );
		yield 'nothing to change' => array( array( 'ids' => array( 1 ) ), 'status' );
		yield 'no status' => array( array( 'ids' => array( 1 ), 'status' => 'gone' ), 'status' );
		yield 'no time' => array( array( 'ids' => array( 1 ), 'due_gmt' => 'soon' ), 'due_gmt' );
		yield 'one title for all' => array( array( 'ids' => array( 1 ), 'title' => 'Call' ), 'title' );
		yield 'a version' => array( array( 'ids' => array( 1 ), 'status' => 'done', 'version' => 1 ), 'version' );
		yield 'another record' => array( array( 'ids' => array( 1 ), 'status' => 'done', 'contact' => 1 ), 'contact' );
		yield 'unknown' => array( array( 'ids' => array( 1 ), 'status' => 'done', 'colour' => 'red' ), 'colour' );
	}

	/**
	 * @param array<string, mixed> $fields What is sent.
	 */
	#[DataProvider( 'wrong' )]
	public function test_wrong_input_is_refused_by_name( array $fields, string $field ): void {
		$this->as( $this->boss() );
		$response = $this->rest( 'POST', '/tasks/update', $fields );
		self::assertStatus( 400, $response );
		$data = $response->get_data()['data'];
		self::assertContains( $field, array_is_list( $data['params'] ) ? $data['params'] : array_keys( $data['params'] ) );
	}

	public function test_members_only(): void {
		$this->as( $this->user( 'subscriber' ) );
		self::assertError( 403, 'steward_forbidden', $this->rest( 'POST', '/tasks/update', array( 'ids' => array( 1 ), 'status' => 'done' ) ) );
	}
}
