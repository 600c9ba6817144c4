<?php
/**
 * Role × verb × relation, over REST.
 *
 * @package Steward
 */

// phpcs:disable WordPress.Arrays -- a table.

declare( strict_types=1 );

namespace Steward\Tests\Integration\Tasks;

use PHPUnit\Framework\Attributes\DataProvider;
use Steward\Access\RecordType;
use Steward\Plugin;
use Steward\Tasks\Task;
use WP_REST_Response;
use WP_User;

/**
 * What each role may do with tasks of its own, of followed, of unassigned and of others' records, and of no record: written by hand
 * from the rules. A dot is refused with 403, x is done.
 */
final class TaskTruthTableTest extends TaskTestCase {

	/** What somebody is to the record, and with + that the task is theirs to do. */
	private const RELATIONS = array( 'owner', 'follower', 'unassigned', 'unassigned+', 'other', 'other+', 'none, assignee', 'none, creator', 'none, other' );
	private const VERBS     = array( 'view', 'create', 'update', 'done', 'delete', 'listed' );

	/**
	 * Rows are relations, columns are verbs.
	 *
	 * @return iterable<string, array{RecordType, list<string>, list<string>}>
	 */
	public static function roles(): iterable {
		$roles = array(
			'sales rep' => array( array( 'view', 'edit', 'create' ), array(
				'xxxxxx',
				'xxxxxx', // On behalf of an owner who may update it.
				'x....x', // Claim it first.
				'x.xxxx', // But what one shall do, one may do.
				'......',
				'......', // Not without sight of the record.
				'xxxxxx',
				'xxxxxx',
				'.x....',
			) ),
			'manager' => array( array( 'view', 'view_others', 'edit', 'edit_others' ), array( 'xxxxxx', 'xxxxxx', 'xxxxxx', 'xxxxxx', 'xxxxxx', 'xxxxxx', 'xxxxxx', 'xxxxxx', 'xxxxxx' ) ),
			'reads everything' => array( array( 'view', 'view_others' ), array(
				'x....x',
				'xxxxxx',
				'x....x',
				'x.xxxx',
				'x....x',
				'x.xxxx',
				'xxxxxx',
				'xxxxxx',
				'xx...x',
			) ),
			'updates everything, sees its own' => array( array( 'view', 'edit', 'edit_others' ), array(
				'xxxxxx',
				'xxxxxx',
				'xxxxxx',
				'xxxxxx',
				'......', // Nobody changes what they can't see.
				'......',
				'xxxxxx',
				'xxxxxx',
				'.x....',
			) ),
			'no member' => array( array( 'edit', 'edit_others', 'create' ), array_fill( 0, 9, '......' ) ),
		);
		foreach ( $roles as $role => list( $capabilities, $table ) ) {
			foreach ( RecordType::cases() as $type ) {
				yield "$role, $type->value" => array( $type, $capabilities, $table );
			}
		}
	}

	/**
	 * @param list<string> $capabilities Of the role, on both kinds of record.
	 * @param list<string> $table        Rows as in roles().
	 */
	#[DataProvider( 'roles' )]
	public function test_role( RecordType $type, array $capabilities, array $table ): void {
		self::separate_owners();
		$whole = array();
		foreach ( $capabilities as $capability ) {
			array_push( $whole, "steward_{$capability}_contacts", "steward_{$capability}_opportunities" );
		}
		$user  = $this->person( ...$whole );
		$other = $this->rep();
		foreach ( self::RELATIONS as $row => $relation ) {
			foreach ( self::VERBS as $column => $verb ) {
				$task = $this->related( $type, $relation, $user, $other );
				$this->as( $user );
				$answer = $this->verb( $verb, $task );
				$label  = "$verb of a task of a record of relation $relation: ";
				if ( 'listed' === $verb ) {
					$ids = 200 === $answer->get_status() ? array_column( $answer->get_data(), 'id' ) : array();
					self::assertSame( 'x' === $table[ $row ][ $column ], in_array( $task->id, $ids, true ), $label );
					continue;
				}
				self::assertSame( 'x' === $table[ $row ][ $column ], in_array( $answer->get_status(), array( 200, 201 ), true ), $label . wp_json_encode( $answer->get_data() ) );
				if ( '.' === $table[ $row ][ $column ] ) {
					self::assertSame( 403, $answer->get_status(), $label );
					self::assertNotSame( '', $answer->get_data()['data']['remedy'], $label );
					self::assertStringNotContainsString( 'Secret', (string) wp_json_encode( $answer->get_data() ), $label );
				}
				if ( 'view' === $verb && 'x' === $table[ $row ][ $column ] ) {
					$may = 'x' === $table[ $row ][ array_search( 'update', self::VERBS, true ) ];
					self::assertSame( array( 'update' => $may, 'delete' => $may ), $answer->get_data()['can'], $label );
					self::assertSame( $may, null === $answer->get_data()['refusal'], $label );
				}
			}
		}
	}

	/**
	 * A task that somebody has that relation to; stored past who could have given it to them.
	 */
	private function related( RecordType $type, string $relation, WP_User $user, WP_User $other ): Task {
		$member = $user->has_cap( 'steward_view_contacts' );
		if ( str_starts_with( $relation, 'none' ) ) {
			$task = $this->task( array( 'title' => 'Secret' ) );
			return $this->put( $task, array( 'assignee' => 'none, assignee' === $relation ? $user->ID : $other->ID, 'created_by' => 'none, creator' === $relation ? $user->ID : null ) );
		}
		$owner = match ( rtrim( $relation, '+' ) ) {
			'owner'      => $member ? $user->ID : $other->ID,
			'unassigned' => null,
			default      => $other->ID,
		};
		$followers = 'follower' === $relation && $member ? array( $user->ID ) : array();
		$contact   = $this->contact( RecordType::Contact === $type ? array( 'contact_owner' => $owner, 'followers' => $followers ) : array() );
		if ( RecordType::Opportunity === $type ) {
			$deal = $this->deal( array( 'contact' => $contact->id, 'owner' => $owner, 'followers' => $followers ) );
		}
		$task = $this->task( array( 'title' => 'Secret', isset( $deal ) ? 'opportunity' : 'contact' => $deal->id ?? $contact->id ) );
		return $this->put( $task, array( 'assignee' => str_ends_with( $relation, '+' ) ? $user->ID : $other->ID, 'created_by' => $user->ID ) );
	}

	/**
	 * @param array<string, int|null> $values Columns.
	 */
	private function put( Task $task, array $values ): Task {
		Plugin::instance()->task_store()->update( $task, $values, $task->modified );
		return self::stored_task( $task );
	}

	private function verb( string $verb, Task $task ): WP_REST_Response {
		$route = "/tasks/$task->id";
		return match ( $verb ) {
			'view'   => $this->rest( 'GET', $route ),
			'create' => $this->rest( 'POST', '/tasks', array( 'title' => 'Call', 'contact' => $task->contact_id, 'opportunity' => $task->opportunity_id ) ),
			'update' => $this->rest( 'PATCH', $route, array( 'title' => 'Changed' ) ),
			'done'   => $this->rest( 'PATCH', $route, array( 'status' => 'done' ) ),
			'delete' => $this->rest( 'DELETE', $route ),
			'listed' => $this->rest( 'GET', '/tasks?per_page=100' ),
		};
	}

	public function test_a_refusal_is_the_records_own(): void {
		$contact = $this->contact();
		$theirs  = $this->contact( array( 'contact_owner' => $this->rep()->ID ) );
		$this->as( $this->rep() );
		self::assertForbidden( 'update_unassigned', $this->rest( 'POST', '/tasks', array( 'title' => 'x', 'contact' => $contact->id ) ) );
		self::assertForbidden( 'view_owned_only', $this->rest( 'GET', "/contacts/$theirs->id/tasks" ) );
		self::assertForbidden( 'update_owned_only', $this->rest( 'POST', '/tasks', array( 'title' => 'x', 'contact' => $theirs->id ) ) );
		$task = $this->task( array( 'contact' => $theirs->id ) );
		self::assertForbidden( 'view_owned_only', $this->rest( 'GET', "/tasks/$task->id" ) );
		self::assertForbidden( 'view_owned_only', $this->rest( 'GET', '/tasks/' . $this->task()->id ) );
		$this->as( $this->person( 'view', 'view_others' ) );
		self::assertForbidden( 'missing_update_permission', $this->rest( 'PATCH', "/tasks/$task->id", array( 'title' => 'x' ) ) );
		self::assertForbidden( 'update_owned_only', $this->rest( 'DELETE', '/tasks/' . $this->task()->id ) );
		foreach ( array( $task->id, $this->task()->id ) as $id ) {
			$refused = $this->rest( 'PATCH', "/tasks/$id", array( 'title' => 'x' ) )->get_data();
			$said    = array( 'reason' => $refused['data']['reason'], 'message' => $refused['message'], 'remedy' => $refused['data']['remedy'] ); // phpcs:ignore WordPress.Arrays
			self::assertSame( $said, $this->rest( 'GET', "/tasks/$id" )->get_data()['refusal'], 'It says before what it says then.' );
		}
		$this->as( 0 );
		self::assertError( 401, 'rest_not_logged_in', $this->rest( 'GET', "/tasks/$task->id" ) );
	}

	public function test_an_extension_that_refuses_the_record_refuses_its_tasks(): void {
		$rep     = $this->rep();
		$contact = $this->contact( array( 'contact_owner' => $rep->ID ) );
		$task    = $this->task( array( 'contact' => $contact->id, 'assignee' => $rep->ID ) );
		add_filter( 'steward_access_decision', '__return_false' );
		$this->as( $rep );
		self::assertForbidden( 'refused_by_filter', $this->rest( 'PATCH', "/tasks/$task->id", array( 'status' => 'done' ) ) );
		self::assertFalse( $this->ok( 'GET', "/tasks/$task->id" )['can']['update'] );
	}

	public function test_only_who_may_view_the_record_can_be_given_a_task(): void {
		self::separate_owners();
		$owner   = $this->rep();
		$rep     = $this->rep();
		$contact = $this->contact( array( 'contact_owner' => $owner->ID ) );
		$deal    = $this->deal( array( 'contact' => $contact->id, 'owner' => $rep->ID ) );
		$author  = $this->user( 'author' );
		$this->as( $this->boss() );
		foreach ( array( array( 'contact' => $contact->id, 'assignee' => $rep->ID ), array( 'opportunity' => $deal->id, 'assignee' => $owner->ID ), array( 'contact' => $contact->id, 'assignee' => $author->ID ), array( 'assignee' => $author->ID ) ) as $fields ) {
			$refused = $this->rest( 'POST', '/tasks', $fields + array( 'title' => 'x' ) );
			self::assertInvalid( 'assignee', $refused );
			if ( count( $fields ) > 1 ) {
				self::assertStringContainsString( 'Add them as a follower', $refused->get_data()['data']['params']['assignee'] );
			}
		}
		$task = $this->ok( 'POST', '/tasks', array( 'title' => 'x', 'contact' => $contact->id, 'assignee' => null ) );
		self::assertInvalid( 'assignee', $this->rest( 'PATCH', "/tasks/{$task['id']}", array( 'assignee' => $rep->ID ) ) );
		$this->ok( 'POST', "/contacts/$contact->id/followers", array( 'user' => $rep->ID ) );
		self::assertSame( $rep->ID, $this->ok( 'PATCH', "/tasks/{$task['id']}", array( 'assignee' => $rep->ID ) )['assignee'] );
		self::assertSame( $rep->ID, $this->ok( 'POST', '/tasks', array( 'title' => 'x', 'opportunity' => $deal->id, 'assignee' => $rep->ID ) )['assignee'] );
		self::assertSame( $owner->ID, $this->ok( 'POST', '/tasks', array( 'title' => 'x', 'assignee' => $owner->ID ) )['assignee'] );
	}

	public function test_across_only_names_show(): void {
		self::separate_owners();
		$seller  = $this->rep();
		$keeper  = $this->rep();
		$contact = $this->contact( array( 'contact_owner' => $keeper->ID, 'first_name' => 'Eva', 'last_name' => 'Ruiz', 'company' => 'Secret' ) );
		$deal    = $this->deal( array( 'contact' => $contact->id, 'owner' => $seller->ID, 'title' => 'Roof' ) );
		$of_deal = $this->task( array( 'opportunity' => $deal->id, 'title' => 'Offer' ) )->id;
		$of_her  = $this->task( array( 'contact' => $contact->id, 'title' => 'Birthday' ) )->id;
		$this->as( $seller );
		self::assertSame( array( $of_deal ), $this->listed() );
		self::assertSame( array( $of_deal ), $this->listed( '/tasks', array( 'contact' => $contact->id ) ) );
		self::assertSame( array(), $this->listed( '/tasks', array( 'include' => $of_her ) ) );
		self::assertForbidden( 'view_owned_only', $this->rest( 'GET', "/contacts/$contact->id/tasks" ) );
		$seen = $this->rest( 'GET', "/tasks/$of_deal" );
		self::assertSame( array( 'Eva Ruiz', 'Roof' ), array( $seen->get_data()['contact_name'], $seen->get_data()['opportunity_title'] ) );
		self::assertFalse( $seen->get_links()['contact'][0]['attributes']['embeddable'] );
		self::assertTrue( $seen->get_links()['opportunity'][0]['attributes']['embeddable'] );
		self::assertStringNotContainsString( 'Secret', (string) wp_json_encode( rest_get_server()->response_to_data( $this->rest( 'GET', "/tasks/$of_deal?_embed=1" ), true ) ) );
		self::assertForbidden( 'view_owned_only', $this->rest( 'GET', "/tasks/$of_her" ) );
		$this->as( $keeper );
		self::assertSame( array( $of_her ), $this->listed() );
		self::assertSame( array( $of_her ), $this->listed( "/contacts/$contact->id/tasks" ) );
		self::assertForbidden( 'view_owned_only', $this->rest( 'GET', "/opportunities/$deal->id/tasks" ) );
	}
}
