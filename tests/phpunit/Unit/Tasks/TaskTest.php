<?php
/**
 * Tests of tasks as they are read, and of whose they are.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Unit\Tasks;

use PHPUnit\Framework\TestCase;
use Steward\Access\RecordType;
use Steward\Tasks\OwnTask;
use Steward\Tasks\Task;
use Steward\Tasks\TaskChanges;
use Steward\Tasks\TaskInput;

final class TaskTest extends TestCase {

	private const NOW = '2026-02-03 10:00:00';

	public function test_overdue_is_what_is_open_and_past(): void {
		self::assertTrue( self::task( array( 'due_gmt' => '2026-02-03 09:59:59' ) )->is_overdue( self::NOW ) );
		self::assertFalse( self::task( array( 'due_gmt' => self::NOW ) )->is_overdue( self::NOW ), 'This second is not past.' );
		self::assertFalse( self::task( array( 'due_gmt' => Task::NEVER ) )->is_overdue( self::NOW ) );
		$done = array(
			'due_gmt' => '2020-01-01 00:00:00',
			'status'  => 'done',
		);
		self::assertFalse( self::task( $done )->is_overdue( self::NOW ) );
		self::assertNull( self::task( array( 'due_gmt' => Task::NEVER ) )->to_array( self::NOW )['due_gmt'] );
	}

	public function test_the_opportunity_is_the_parent_where_there_is_one(): void {
		$task = self::task( array( 'contact_id' => '7' ) );
		self::assertSame( array( RecordType::Contact, 7 ), array( $task->parent_type(), $task->parent_id() ) );
		$both = array(
			'contact_id'     => '7',
			'opportunity_id' => '9',
		);
		$task = self::task( $both );
		self::assertSame( array( RecordType::Opportunity, 9 ), array( $task->parent_type(), $task->parent_id() ) );
		self::assertNull( self::task()->parent_type() );
	}

	public function test_nobody_owns_what_is_nobodys(): void {
		$task = self::task();
		self::assertFalse( OwnTask::is( 0, $task ) );
		self::assertFalse( OwnTask::is( 0, self::task( array( 'assignee' => '0' ) ) ) );
		self::assertTrue( OwnTask::is( 3, self::task( array( 'assignee' => '3' ) ) ) );
		self::assertTrue( OwnTask::is( 3, self::task( array( 'created_by' => '3' ) ) ) );
		self::assertFalse( OwnTask::is_to_do( 3, self::task( array( 'created_by' => '3' ) ) ) );
		self::assertFalse( OwnTask::is( 3, self::task( array( 'assignee' => '33' ) ) ) );
	}

	public function test_input_tells_null_from_what_was_not_given(): void {
		$fields = array(
			'title'    => "  Call\tEva\n",
			'due_gmt'  => null,
			'assignee' => null,
		);
		$input  = TaskInput::read( $fields );
		self::assertSame( array(), $input->errors );
		self::assertSame( 'Call Eva', $input->title );
		self::assertTrue( $input->has( 'due_gmt' ) );
		self::assertTrue( $input->has( 'assignee' ) );
		self::assertFalse( $input->has( 'contact' ) );
		self::assertNull( $input->status );
		self::assertSame( '2026-02-03 08:30:00', TaskInput::read( array( 'due_gmt' => '2026-02-03T10:30:00+02:00' ) )->due );
		self::assertSame( array( 'nonsense' ), array_keys( TaskInput::read( array( 'nonsense' => 1 ) )->errors ) );
	}

	public function test_the_log_says_what_differs(): void {
		$changed = array(
			'title'    => 'Visit',
			'assignee' => '5',
			'due_gmt'  => '2026-02-04 10:00:00',
			'status'   => 'done',
		);
		$changes = TaskChanges::between( self::task(), self::task( $changed ) );
		self::assertSame( array( 'title', 'assignee', 'due_gmt' ), array_keys( $changes ), 'Being done has actions of its own.' );
		self::assertSame( TaskChanges::change( null, 5 ), $changes['assignee'] );
		self::assertSame( '2026-02-04T10:00:00Z', $changes['due_gmt']['new'] );
		self::assertSame( array(), TaskChanges::between( self::task(), self::task() ) );
	}

	/**
	 * @param array<string, string|null> $row Columns.
	 */
	private static function task( array $row = array() ): Task {
		return Task::from_row(
			$row + array(
				'id'             => '1',
				'contact_id'     => null,
				'opportunity_id' => null,
				'title'          => 'Call',
				'due_gmt'        => Task::NEVER,
				'assignee'       => null,
				'priority'       => '1',
				'status'         => 'open',
				'done_gmt'       => null,
				'created_by'     => null,
				'trashed'        => '0',
				'version'        => '1',
				'created_gmt'    => self::NOW,
				'modified_gmt'   => self::NOW,
			)
		);
	}
}
