<?php
/**
 * What becomes of tasks when something becomes of their record.
 *
 * @package Steward
 */

// phpcs:disable WordPress.Arrays -- rows of what is sent and what must come.

declare( strict_types=1 );

namespace Steward\Tests\Integration\Tasks;

use Steward\Access\RecordType;
use Steward\Contacts\Contact;
use Steward\Opportunities\Opportunity;
use Steward\Tasks\Task;
use WP_User;

/**
 * Every change of owner, leavers, the trash, erasing, and who counts what is overdue.
 */
final class TasksMoveTest extends TaskTestCase {

	public function test_a_claim_taken_back_leaves_what_was_theirs_before(): void {
		$rep     = $this->rep();
		$contact = $this->contact();
		$own     = $this->task( array( 'contact' => $contact->id, 'assignee' => $rep->ID ) );
		$free    = $this->task( array( 'contact' => $contact->id ) );
		$this->as( $rep )->ok( 'POST', "/contacts/$contact->id/claim" );
		self::assertSame( array( $rep->ID, $rep->ID ), self::assignees( $own, $free ) );
		$this->ok( 'DELETE', "/contacts/$contact->id/claim" );
		self::assertSame( array( $rep->ID, null ), self::assignees( $own, $free ) );
	}

	public function test_a_claim_takes_what_is_nobodys(): void {
		list( $contact, $deal ) = $this->with_deal( null );

		$rep     = $this->rep();
		$free    = $this->task( array( 'contact' => $contact->id ) );
		$of_deal = $this->task( array( 'opportunity' => $deal->id ) );
		$boss    = $this->boss();
		$other   = $this->task( array( 'contact' => $contact->id, 'assignee' => $boss->ID ) );
		$done    = $this->task( array( 'contact' => $contact->id, 'status' => 'done' ) );
		$loose   = $this->task();
		$this->as( $rep )->ok( 'POST', "/contacts/$contact->id/claim" );
		self::assertSame( array( $rep->ID, $rep->ID, $boss->ID, null, null ), self::assignees( $free, $of_deal, $other, $done, $loose ) );
		self::assertSame( array( 2, 1 ), array( self::stored_task( $free )->version, self::stored_task( $other )->version ) );
		self::assertSame( self::moved( null, $rep->ID, $free ), self::last( RecordType::Contact, $contact->id ) );
		self::assertSame( self::moved( null, $rep->ID, $of_deal ), self::last( RecordType::Opportunity, $deal->id ) );
	}

	public function test_undo_release_and_reassign(): void {
		self::separate_owners();
		$rep     = $this->rep();
		$contact = $this->contact();
		$tasks   = array( $this->task( array( 'contact' => $contact->id ) ), $this->task( array( 'contact' => $contact->id ) ) );
		$this->as( $rep )->ok( 'POST', "/contacts/$contact->id/claim" );
		self::assertSame( array( $rep->ID, $rep->ID ), self::assignees( ...$tasks ) );
		$this->ok( 'DELETE', "/contacts/$contact->id/claim" );
		self::assertSame( array( null, null ), self::assignees( ...$tasks ) );
		$boss  = $this->boss();
		$third = $this->rep();
		$this->as( $boss )->ok( 'POST', "/contacts/$contact->id/reassign", array( 'contact_owner' => $third->ID ) );
		self::assertSame( array( $third->ID, $third->ID ), self::assignees( ...$tasks ) );
		$this->ok( 'PATCH', "/tasks/{$tasks[0]->id}", array( 'assignee' => $boss->ID ) );
		$this->ok( 'PATCH', "/contacts/$contact->id", array( 'contact_owner' => $rep->ID ) );
		self::assertSame( array( $boss->ID, $rep->ID ), self::assignees( ...$tasks ), 'What is another\'s stays.' );
		$this->ok( 'POST', "/contacts/$contact->id/reassign", array( 'contact_owner' => null ) );
		self::assertSame( array( $boss->ID, null ), self::assignees( ...$tasks ) );
		self::assertSame( array( 2, 2, 2, 1, 1 ), array_map( static fn ( array $row ): int => $row[1]['tasks']['new'], array_values( array_filter( self::task_log( RecordType::Contact, $contact->id ), static fn ( array $row ): bool => 'tasks_moved' === $row[0] ) ) ) );
	}

	public function test_opportunities_tasks_go_with_the_opportunity(): void {
		$ann = $this->rep();
		$ben = $this->rep();
		list( $contact, $deal ) = $this->with_deal( $ann );

		$of_contact = $this->task( array( 'contact' => $contact->id, 'assignee' => $ann->ID ) );
		$of_deal    = $this->task( array( 'opportunity' => $deal->id, 'assignee' => $ann->ID ) );
		$this->as( $this->boss() );
		$this->ok( 'POST', "/contacts/$contact->id/reassign", array( 'contact_owner' => $ben->ID ) );
		self::assertSame( array( $ben->ID, $ben->ID ), self::assignees( $of_contact, $of_deal ), 'One owner for both.' );

		self::separate_owners();
		$this->ok( 'POST', "/contacts/$contact->id/reassign", array( 'contact_owner' => $ann->ID ) );
		self::assertSame( array( $ann->ID, $ben->ID ), self::assignees( $of_contact, $of_deal ), 'The opportunity stays Ben\'s.' );
		$this->ok( 'POST', "/opportunities/$deal->id/reassign", array( 'owner' => null ) );
		self::assertSame( array( $ann->ID, null ), self::assignees( $of_contact, $of_deal ) );
		$this->as( $ben )->ok( 'POST', "/opportunities/$deal->id/claim" );
		self::assertSame( array( $ann->ID, $ben->ID ), self::assignees( $of_contact, $of_deal ) );
		$this->as( $this->boss() )->ok( 'POST', "/contacts/$contact->id/reassign", array( 'contact_owner' => $ben->ID ) );
		$this->ok( 'POST', "/contacts/$contact->id/reassign", array( 'contact_owner' => $ann->ID, 'move_opportunities' => true ) );
		self::assertSame( array( $ann->ID, $ann->ID ), self::assignees( $of_contact, $of_deal ), 'Taken along.' );

		// Realigned.
		$this->ok( 'POST', "/opportunities/$deal->id/reassign", array( 'owner' => $ben->ID ) );
		self::assertSame( array( $ben->ID ), self::assignees( $of_deal ) );
		$this->as( 1 )->ok( 'PATCH', '/settings', array( 'separate_owners' => false ) );
		$this->cron();
		self::assertSame( $ann->ID, self::reread( $deal )->owner );
		self::assertSame( array( $ann->ID ), self::assignees( $of_deal ) );
	}

	public function test_many_at_once_and_a_move_under_another_contact(): void {
		$ann   = $this->rep();
		$ben   = $this->rep();
		$cases = array();
		foreach ( range( 1, 3 ) as $ignored ) {
			$contact = $this->contact( array( 'contact_owner' => $ann->ID ) );
			$cases[] = $this->task( array( 'contact' => $contact->id, 'assignee' => $ann->ID ) );
		}
		$this->as( $this->boss() )->ok( 'POST', '/contacts/reassign', array( 'ids' => array( $cases[0]->contact_id ), 'contact_owner' => $ben->ID ) );
		self::assertSame( array( $ben->ID, $ann->ID, $ann->ID ), self::assignees( ...$cases ) );
		self::assertSame( 202, $this->rest( 'POST', '/contacts/reassign', array( 'filter' => array( 'contact_owner' => array( (string) $ann->ID ) ), 'contact_owner' => $ben->ID ) )->get_status() );
		$this->cron();
		self::assertSame( array( $ben->ID, $ben->ID, $ben->ID ), self::assignees( ...$cases ) );

		list( , $deal ) = $this->with_deal( $ann );
		$task           = $this->task( array( 'opportunity' => $deal->id, 'assignee' => $ann->ID ) );
		$this->ok( 'PATCH', "/opportunities/$deal->id", array( 'contact' => $cases[0]->contact_id ) );
		self::assertSame( array( $ben->ID, $cases[0]->contact_id ), array( self::stored_task( $task )->assignee, self::stored_task( $task )->contact_id ) );
	}

	public function test_a_claim_costs_one_statement_more(): void {
		$statements = array();
		add_filter(
			'query',
			static function ( string $sql ) use ( &$statements ): string {
				if ( str_contains( $sql, 'steward_tasks' ) ) {
					$statements[] = $sql;
				}
				return $sql;
			}
		);
		list( $contact ) = $this->with_deal( null );
		$this->as( $this->rep() )->ok( 'POST', "/contacts/$contact->id/claim" );
		self::assertCount( 1, $statements, 'Also with opportunities.' );
		self::assertStringStartsWith( 'SELECT', $statements[0] );
		self::assertStringNotContainsString( 'FOR UPDATE', $statements[0] );
		$statements = array();
		$this->ok( 'GET', '/contacts' );
		$this->ok( 'GET', '/opportunities' );
		self::assertSame( array(), $statements );
		self::assertSame( array(), self::task_log( RecordType::Contact, $contact->id ) );
	}

	public function test_leavers_tasks_go_to_their_heir(): void {
		$leaver = $this->rep();
		$heir   = $this->rep();
		$owner  = $this->rep();
		$own    = $this->task( array( 'contact' => $this->contact( array( 'contact_owner' => $leaver->ID ) )->id, 'assignee' => $leaver->ID ) );
		$shared = $this->contact( array( 'contact_owner' => $owner->ID, 'followers' => array( $leaver->ID, $heir->ID ) ) );
		$hidden = $this->contact( array( 'contact_owner' => $owner->ID, 'followers' => array( $leaver->ID ) ) );
		$seen   = $this->task( array( 'contact' => $shared->id, 'assignee' => $leaver->ID ) );
		$unseen = $this->task( array( 'contact' => $hidden->id, 'assignee' => $leaver->ID ) );
		$done   = $this->task( array( 'contact' => $shared->id, 'assignee' => $leaver->ID, 'status' => 'done' ) );
		$loose  = $this->task( array( 'assignee' => $leaver->ID ) );
		$others = $this->task( array( 'contact' => $shared->id, 'assignee' => $owner->ID ) );
		$resting = $this->task( array( 'contact' => $shared->id, 'assignee' => $leaver->ID ) );
		$this->as( $this->user( 'administrator' ) );
		$this->delete_user( $leaver->ID, $heir->ID );
		self::assertSame( array( $heir->ID, $heir->ID, null, null, $heir->ID, $owner->ID, $heir->ID ), self::assignees( $own, $seen, $unseen, $done, $loose, $others, $resting ), "What is done was done by nobody else." );
		$row = self::last( RecordType::Contact, $hidden->id );
		self::assertSame( array( 'task_changed', array( 'old' => $leaver->ID, 'new' => null ) ), array( $row[0], $row[1]['assignee'] ) );
		self::assertSame( 'user_deleted', array_values( array_filter( self::activity( $hidden ), static fn ( array $one ): bool => 'task_changed' === $one['action'] ) )[0]['cause'] );
	}

	public function test_a_leaver_who_owned_nothing_leaves_no_task(): void {
		$leaver = $this->rep();
		$task   = $this->task( array( 'contact' => $this->contact()->id, 'assignee' => $leaver->ID ) );
		$trash  = $this->contact();
		$rests  = $this->task( array( 'contact' => $trash->id, 'assignee' => $leaver->ID ) );
		$this->as( 1 )->ok( 'DELETE', "/contacts/$trash->id" );
		$this->delete_user( $leaver->ID, null );
		self::assertSame( array( null, null ), self::assignees( $task, $rests ) );
	}

	public function test_the_trash_keeps_tasks_and_they_rest(): void {
		$rep     = $this->rep();
		$contact = $this->contact( array( 'contact_owner' => $rep->ID ) );
		$deal    = $this->deal( array( 'contact' => $contact->id ) );
		$past    = array( 'due_gmt' => '2020-01-01T00:00:00Z', 'assignee' => $rep->ID );
		$task    = $this->task( $past + array( 'contact' => $contact->id ) )->id;
		$of_deal = $this->task( $past + array( 'opportunity' => $deal->id ) )->id;
		$this->as( $this->boss() );
		self::assertSame( 2, $this->overdue( $rep ) );
		$this->ok( 'DELETE', "/contacts/$contact->id" );
		self::assertSame( array( $of_deal ), $this->listed(), 'The opportunity isn\'t in the trash.' );
		self::assertSame( 1, $this->overdue( $rep ) );
		self::assertContains( $task, $this->listed( "/contacts/$contact->id/tasks" ), 'On its own page.' );
		self::assertFalse( $this->ok( 'GET', "/tasks/$task" )['can']['update'] );
		foreach ( array( $this->boss(), $rep ) as $user ) {
			$this->as( $user );
			self::assertError( 409, 'steward_trashed', $this->rest( 'PATCH', "/tasks/$task", array( 'status' => 'done' ) ) );
			self::assertError( 409, 'steward_trashed', $this->rest( 'DELETE', "/tasks/$task" ) );
			self::assertError( 409, 'steward_trashed', $this->rest( 'POST', '/tasks', array( 'title' => 'x', 'contact' => $contact->id ) ) );
		}
		$this->as( $this->rep() );
		self::assertForbidden( 'update_owned_only', $this->rest( 'PATCH', "/tasks/$task", array( 'status' => 'done' ) ), 'Whoever may not see it isn\'t told of the trash.' );
		$this->as( $this->boss() )->ok( 'POST', "/contacts/$contact->id/restore" );
		self::assertSame( array( $task, $of_deal ), $this->listed() );
		$this->ok( 'DELETE', "/opportunities/$deal->id" );
		self::assertSame( array( $task ), $this->listed( "/contacts/$contact->id/tasks" ) );
		self::assertSame( array( $of_deal ), $this->listed( "/opportunities/$deal->id/tasks" ) );
		self::assertError( 409, 'steward_trashed', $this->rest( 'DELETE', "/tasks/$of_deal" ) );
		self::assertSame( 1, self::stored_task( $of_deal )->version );
	}

	public function test_erasing_takes_tasks_along(): void {
		$contact = $this->contact();
		$deal    = $this->deal( array( 'contact' => $contact->id ) );
		$stays   = $this->deal();
		$tasks   = array( $this->task( array( 'contact' => $contact->id ) ), $this->task( array( 'opportunity' => $deal->id ) ) );
		$of_deal = $this->task( array( 'opportunity' => $stays->id ) );
		$of_its  = $this->task( array( 'contact' => $stays->contact_id ) );
		$this->as( $this->boss() );
		$this->ok( 'DELETE', "/opportunities/$stays->id?force=true" );
		self::assertNull( self::stored_task( $of_deal ) );
		self::assertNotNull( self::stored_task( $of_its ) );
		$this->ok( 'DELETE', "/contacts/$contact->id?force=true" );
		self::assertSame( array( null, null ), array_map( self::stored_task( ... ), $tasks ) );
		self::assertSame( array( $of_its->id ), $this->listed() );
	}

	public function test_who_may_know_is_told_what_is_overdue(): void {
		$rep = $this->rep();
		$own = $this->contact( array( 'contact_owner' => $rep->ID ) )->id;
		$this->task( array( 'contact' => $own, 'assignee' => $rep->ID, 'due_gmt' => '2020-01-01' ) );
		$this->task( array( 'assignee' => $rep->ID, 'due_gmt' => '2020-01-01' ) );
		$this->task( array( 'assignee' => $rep->ID, 'due_gmt' => '2020-01-01', 'status' => 'done' ) );
		$this->task( array( 'assignee' => $rep->ID, 'due_gmt' => '2999-01-01' ) );
		$this->task( array( 'assignee' => $rep->ID ) );
		$this->task( array( 'contact' => $own, 'due_gmt' => '2020-01-01' ) );
		$boss = $this->boss();
		self::assertSame( array( 2, 0 ), array( $this->as( $boss )->overdue( $rep ), $this->overdue( $boss ) ) );
		self::assertSame( array( 2, null ), array( $this->as( $rep )->overdue( $rep ), $this->overdue( $boss ) ) );
		self::assertNull( $this->as( $this->rep() )->overdue( $rep ) );
	}

	public function test_hooks_fire_after_the_commit(): void {
		$fired = array();
		foreach ( array( 'created', 'updated', 'done', 'deleted' ) as $what ) {
			add_action(
				"steward_task_$what",
				static function ( Task $task, mixed ...$more ) use ( $what, &$fired ): void {
					$fired[] = array( $what, $task->status, count( $more ) );
				},
				10,
				4
			);
		}
		$this->as( $this->boss() );
		$id = $this->ok( 'POST', '/tasks', array( 'title' => 'x' ) )['id'];
		$this->ok( 'PATCH', "/tasks/$id", array( 'title' => 'x' ) );
		$this->ok( 'PATCH', "/tasks/$id", array( 'status' => 'done' ) );
		$this->rest( 'PATCH', "/tasks/$id", array( 'version' => 1, 'title' => 'y' ) );
		$this->ok( 'DELETE', "/tasks/$id" );
		self::assertSame( array( array( 'created', 'open', 2 ), array( 'updated', 'done', 3 ), array( 'done', 'done', 2 ), array( 'deleted', 'done', 2 ) ), $fired );
	}

	private function overdue( WP_User $of ): ?int {
		return $this->ok( 'GET', "/members/$of->ID" )['overdue_tasks'];
	}

	/**
	 * @return array{Contact, Opportunity}
	 */
	private function with_deal( ?WP_User $owner ): array {
		$contact = $this->contact( array( 'contact_owner' => $owner?->ID ) );
		return array( $contact, $this->deal( array( 'contact' => $contact->id ) ) );
	}

	/**
	 * @return list<int|null>
	 */
	private static function assignees( Task ...$tasks ): array {
		return array_map( static fn ( Task $task ): ?int => self::stored_task( $task )?->assignee, array_values( $tasks ) );
	}

	/**
	 * What the log says last of a record's tasks.
	 *
	 * @return array{0: string, 1: array<string, mixed>}
	 */
	private static function last( RecordType $type, int $id ): array {
		$log = self::task_log( $type, $id );
		return $log[ count( $log ) - 1 ];
	}

	private function delete_user( int $user, ?int $heir ): void {
		require_once ABSPATH . 'wp-admin/includes/user.php';
		if ( is_multisite() ) {
			remove_user_from_blog( $user, get_current_blog_id(), $heir ?? 0 );
			return;
		}
		wp_delete_user( $user, $heir );
	}

	/**
	 * A row of the log.
	 *
	 * @return array{string, array<string, array{old: mixed, new: mixed}>}
	 */
	private static function moved( ?int $old, ?int $new, Task ...$tasks ): array {
		$ids = array_map( static fn ( Task $task ): int => $task->id, array_values( $tasks ) );
		return array( 'tasks_moved', array( 'tasks' => array( 'old' => null, 'new' => count( $ids ) ), 'assignee' => compact( 'old', 'new' ), 'ids' => array( 'old' => null, 'new' => $ids ) ) );
	}
}
