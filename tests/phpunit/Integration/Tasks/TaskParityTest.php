<?php
/**
 * Every way of asking about tasks gives the same answer.
 *
 * @package Steward
 */

// phpcs:disable WordPress.Arrays -- rows of what is sent and what must come.

declare( strict_types=1 );

namespace Steward\Tests\Integration\Tasks;

use PHPUnit\Framework\Attributes\DataProvider;
use Steward\Access\ScopeSql;
use Steward\Lists\ListTotals;
use Steward\Ownership\OwnedRecord;
use Steward\Plugin;
use Steward\Tasks\Task;
use Steward\Tasks\TaskFinder;
use Steward\Tasks\TaskQuery;
use Steward\Tasks\TaskScope;
use Steward\Tests\Integration\Opportunities\Deals;
use WP_User;

/**
 * For generated teams: the rules in plain PHP, the decision, the single task, the list in each order and by each way of the finder,
 * its total, a record's list, and each filter agree.
 */
final class TaskParityTest extends TaskTestCase {

	private const PAGE = 9;

	/** @var array<string, array<int, array<string, mixed>>> Kind => id => what is known of the record. */
	private array $records = array();

	/**
	 * @return iterable<string, array{int}>
	 */
	public static function seeds(): iterable {
		foreach ( array( 3, 20262, 778, 41 ) as $seed ) {
			yield "seed $seed" => array( $seed );
		}
	}

	#[DataProvider( 'seeds' )]
	public function test_every_way_of_asking_agrees( int $seed ): void {
		self::separate_owners();
		$deals = new Deals( $seed );
		$deals->hire( fn ( string $role ) => $this->user( $role ), 7 );
		$deals->fill( 14, 20 );
		$tasks = $this->tasks( $deals );
		$found = 0;
		foreach ( $deals->team->users as $user ) {
			$this->as( $user );
			$actor  = Plugin::instance()->gate()->actor( $user->ID );
			$seen   = array_filter( $tasks, fn ( Task $task ): bool => $this->may_view( $user, $task ) );
			$living = array_filter( $seen, static fn ( Task $task ): bool => ! $task->trashed );
			$found += count( $living );
			foreach ( $tasks as $task ) {
				$label  = "user $user->ID ({$user->roles[0]}), task $task->id";
				$parent = $this->parent( $task );
				$views  = isset( $seen[ $task->id ] );
				$access = Plugin::instance()->task_access();
				self::assertSame( $views, $access->view( $actor, $task, $parent )->allowed, "decision: $label" );
				$answer = $this->rest( 'GET', "/tasks/$task->id" );
				self::assertSame( $views ? 200 : 403, $answer->get_status(), "by id: $label" );
				$may = $this->may_update( $user, $task, $views );
				self::assertSame( $may, $access->update( $actor, $task, $parent )->allowed, "update: $label" );
				if ( $views ) {
					self::assertSame( $may, $answer->get_data()['can']['update'], "can: $label" );
				}
				$changed = $this->rest( 'PATCH', "/tasks/$task->id", array( 'title' => $task->title ) );
				self::assertSame( $may ? 200 : ( $views && $task->trashed ? 409 : 403 ), $changed->get_status(), "changed: $label" . wp_json_encode( $changed->get_data() ) );
			}
			if ( ! $user->has_cap( 'steward_view_contacts' ) && ! $user->has_cap( 'steward_view_opportunities' ) ) {
				self::assertSame( 403, $this->rest( 'GET', '/tasks' )->get_status() );
				continue;
			}
			$scope = TaskScope::of( $actor );
			foreach ( array_keys( TaskQuery::ORDERS ) as $orderby ) {
				foreach ( array( 'asc', 'desc' ) as $order ) {
					self::assertSame( self::in_order( $living, $orderby, $order ), $this->pages( '/tasks', compact( 'orderby', 'order' ) ), "list by $orderby $order of user $user->ID" );
				}
			}
			foreach ( $this->filters( $deals, $user ) as $label => list( $params, $test ) ) {
				$expected = array_filter( $living, $test );
				$by       = $deals->team->one( array_keys( TaskQuery::ORDERS ) );
				$order    = $deals->team->one( array( 'asc', 'desc' ) );
				$params  += array( 'orderby' => $by, 'order' => $order );
				$label    = "$label by $by $order of user $user->ID";
				self::assertSame( self::in_order( $expected, $by, $order ), $this->pages( '/tasks', $params ), $label );
				// As if each scope held many.
				$query = Plugin::instance()->task_query_reader()->read( $params, $actor, 0, 100 );
				$db    = Plugin::instance()->db();
				$walk  = ( new TaskFinder( $db, new ScopeSql( $db ), new ListTotals(), -1 ) )->page( $query, $scope );
				self::assertSame( self::in_order( $expected, $by, $order ), $walk['ids'], "walked: $label" );
				self::assertSame( count( $expected ), $walk['total'], "counted: $label" );
			}
			foreach ( array( 'contact', 'opportunity' ) as $kind ) {
				foreach ( array_slice( $this->records[ $kind ], 0, 8, true ) as $id => $record ) {
					$route = '/' . ( 'contact' === $kind ? 'contacts' : 'opportunities' ) . "/$id/tasks";
					if ( ! self::sees( $user, $kind, $record ) ) {
						self::assertSame( 403, $this->rest( 'GET', $route )->get_status(), $route );
						continue;
					}
					$theirs = array_filter( $seen, static fn ( Task $task ): bool => $id === ( 'contact' === $kind ? $task->contact_id : $task->opportunity_id ) && ( $record['trashed'] || ! $task->trashed ) );
					self::assertSame( self::in_order( $theirs, 'id', 'desc' ), $this->pages( $route, array() ), "$route of user $user->ID" );
					self::assertSame( self::in_order( $theirs, 'due', 'asc' ), $this->pages( $route, array( 'orderby' => 'due', 'order' => 'asc' ) ), "$route by due of user $user->ID" );
				}
			}
		}
		self::assertGreaterThan( 60, $found, 'Too little is seen to prove anything.' );
	}

	/**
	 * Tasks of each kind, given to anybody, stored past who could have done so.
	 *
	 * @return array<int, Task> By id.
	 */
	private function tasks( Deals $deals ): array {
		$team          = $deals->team;
		$this->records = array( 'contact' => array_column( $team->contacts, null, 'id' ), 'opportunity' => array_column( $deals->deals, null, 'id' ) );
		$tasks         = array();
		for ( $index = 0; $index < 60; $index++ ) {
			$deal    = $team->chance( 40 ) ? $team->one( $deals->deals ) : null;
			$contact = $deal['contact'] ?? ( $team->chance( 65 ) ? $team->one( $team->contacts ) : null );
			$done    = $team->chance( 35 );
			$values  = array(
				'trashed'        => (int) ( $deal['trashed'] ?? $contact['trashed'] ?? false ),
				'contact_id'     => $contact['id'] ?? null,
				'opportunity_id' => $deal['id'] ?? null,
				'title'          => "Task $index",
				'due_gmt'        => $team->chance( 30 ) ? Task::NEVER : gmdate( 'Y-m-d H:i:s', time() + ( $team->pick( 9 ) - 4 ) * 43200 + 21600 ),
				'assignee'       => $team->chance( 25 ) ? null : $team->one( $team->users )->ID,
				'priority'       => $team->pick( 3 ),
				'status'         => $done ? 'done' : 'open',
				'done_gmt'       => $done ? '2026-01-01 00:00:00' : null,
				'created_by'     => $team->chance( 30 ) ? null : $team->one( $team->users )->ID,
			);
			$id           = Plugin::instance()->task_store()->insert( $values, '2026-01-01 00:00:00' );
			$tasks[ $id ] = self::stored_task( $id );
		}
		return $tasks;
	}

	/**
	 * @return iterable<string, array{array<string, mixed>, callable( Task ): bool}>
	 */
	private function filters( Deals $deals, WP_User $user ): iterable {
		$team    = $deals->team;
		$other   = $team->one( $team->users )->ID;
		$contact = $team->one( $deals->deals )['contact']['id'];
		$deal    = $team->one( $deals->deals )['id'];
		$now     = gmdate( 'Y-m-d H:i:s' );
		yield 'mine' => array( array( 'assignee' => 'me' ), static fn ( Task $task ): bool => $task->assignee === $user->ID );
		yield 'nobody\'s or another\'s, open' => array( array( 'assignee' => "none,$other", 'status' => 'open' ), static fn ( Task $task ): bool => in_array( $task->assignee, array( null, $other ), true ) && 'open' === $task->status );
		yield 'of many people' => array( array( 'assignee' => implode( ',', array( $other, ...range( 900000, 900012 ) ) ) ), static fn ( Task $task ): bool => $task->assignee === $other );
		yield 'done' => array( array( 'status' => 'done' ), static fn ( Task $task ): bool => 'done' === $task->status );
		yield 'overdue' => array( array( 'due' => 'overdue' ), static fn ( Task $task ): bool => $task->is_overdue( $now ) );
		yield 'from now on' => array( array( 'due_after' => "{$now}Z" ), static fn ( Task $task ): bool => null !== $task->due && $task->due >= $now );
		yield 'of a contact' => array( array( 'contact' => $contact ), static fn ( Task $task ): bool => $task->contact_id === $contact );
		yield 'of an opportunity' => array( array( 'opportunity' => $deal ), static fn ( Task $task ): bool => $task->opportunity_id === $deal );
		yield 'high' => array( array( 'priority' => 'high' ), static fn ( Task $task ): bool => 'high' === $task->priority );
	}

	/**
	 * The ids of all pages of a list, whose totals must be right on each.
	 *
	 * @param array<string, mixed> $params Parameters.
	 * @return list<int>
	 */
	private function pages( string $route, array $params ): array {
		$ids  = array();
		$page = 1;
		do {
			$response = $this->rest( 'GET', $route, $params + array( 'per_page' => self::PAGE, 'page' => $page, '_fields' => 'id' ) );
			self::assertSame( 200, $response->get_status(), (string) wp_json_encode( $response->get_data() ) );
			array_push( $ids, ...array_column( $response->get_data(), 'id' ) );
			$headers = $response->get_headers();
		} while ( $page++ < (int) $headers['X-WP-TotalPages'] );
		self::assertCount( (int) $headers['X-WP-Total'], $ids, 'The total is not what the pages hold: ' . wp_json_encode( $params ) );
		return $ids;
	}

	/**
	 * @param array<int, Task> $tasks Tasks.
	 * @return list<int>
	 */
	private static function in_order( array $tasks, string $orderby, string $order ): array {
		$sign  = 'asc' === $order ? 1 : -1;
		$value = static fn ( Task $task ): string|int => match ( $orderby ) {
			'due'      => $task->due ?? '',
			'priority' => (int) array_search( $task->priority, Task::PRIORITIES, true ),
			default    => $task->id,
		};
		usort(
			$tasks,
			static fn ( Task $a, Task $b ): int => ( 'due' === $orderby && ( null === $a->due || null === $b->due ) ? ( null === $a->due ) <=> ( null === $b->due ) : 0 )
				?: $sign * ( array( $value( $a ), $a->id ) <=> array( $value( $b ), $b->id ) )
		);
		return array_column( $tasks, 'id' );
	}

	/**
	 * The rule once more, in plain PHP.
	 */
	private function may_view( WP_User $user, Task $task ): bool {
		$kind = null !== $task->opportunity_id ? 'opportunity' : 'contact';
		$id   = $task->opportunity_id ?? $task->contact_id;
		if ( null !== $id ) {
			return self::sees( $user, $kind, $this->records[ $kind ][ $id ] );
		}
		return $user->has_cap( 'steward_view_contacts' ) && ( in_array( $user->ID, array( $task->assignee, $task->created_by ), true ) || self::reaches_all( $user, 'view', 'contacts' ) );
	}

	/**
	 * Likewise: whoever may update the record, or shall do it and sees it.
	 */
	private function may_update( WP_User $user, Task $task, bool $views ): bool {
		$parent = $this->parent( $task );
		if ( null === $parent ) {
			return $views && ( in_array( $user->ID, array( $task->assignee, $task->created_by ), true ) || self::reaches_all( $user, 'edit', 'contacts' ) );
		}
		return ! $task->trashed && $views && ( $task->assignee === $user->ID || user_can( $user, "steward_edit_{$parent->type()->value}", $parent->id() ) );
	}

	private function parent( Task $task ): ?OwnedRecord {
		return null !== $task->opportunity_id ? self::reread( $task->opportunity_id ) : ( null === $task->contact_id ? null : self::stored( $task->contact_id ) );
	}

	/**
	 * @param array<string, mixed> $record What is known of it.
	 */
	private static function sees( WP_User $user, string $kind, array $record ): bool {
		$plural = 'contact' === $kind ? 'contacts' : 'opportunities';
		return $user->has_cap( "steward_view_$plural" )
			&& ( self::reaches_all( $user, 'view', $plural ) || null === $record['owner'] || $record['owner'] === $user->ID || in_array( $user->ID, $record['followers'], true ) );
	}

	private static function reaches_all( WP_User $user, string $what, string $plural ): bool {
		return $user->has_cap( "steward_{$what}_$plural" ) && $user->has_cap( "steward_{$what}_others_$plural" ) && ! get_user_option( 'steward_only_assigned_data', $user->ID );
	}
}
