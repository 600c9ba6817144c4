<?php
/**
 * A test with tasks.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Integration\Tasks;

use Steward\Access\Actor;
use Steward\Access\RecordType;
use Steward\Activity\Cause;
use Steward\Plugin;
use Steward\Tasks\Task;
use Steward\Tasks\TaskInput;
use Steward\Tests\Integration\Opportunities\OpportunityTestCase;

/**
 * Makes tasks as tests want them, and reads what came of it.
 */
abstract class TaskTestCase extends OpportunityTestCase {

	/**
	 * Makes a task as Steward itself, which may give it to whom it can be given.
	 *
	 * @param array<string, mixed> $fields As REST names them.
	 */
	protected function task( array $fields = array() ): Task {
		$input = TaskInput::read( $fields + array( 'title' => 'Call back' ) ); // phpcs:ignore WordPress.Arrays
		self::assertSame( array(), $input->errors );
		return Plugin::instance()->tasks()->create( $input, Actor::system(), Cause::named( 'code' ) );
	}

	/**
	 * The task as it is stored now.
	 */
	protected static function stored_task( int|Task $task ): ?Task {
		return Plugin::instance()->task_store()->find( $task instanceof Task ? $task->id : $task );
	}

	/**
	 * The ids that a list gives the current user, and its total must say as many.
	 *
	 * @param array<string, mixed> $params Parameters.
	 * @return list<int>
	 */
	protected function listed( string $route = '/tasks', array $params = array() ): array {
		$response = $this->rest( 'GET', $route, $params + array( 'per_page' => 100 ) ); // phpcs:ignore WordPress.Arrays
		self::assertStatus( 200, $response, $route );
		$ids = array_column( $response->get_data(), 'id' );
		self::assertSame( count( $ids ), (int) $response->get_headers()['X-WP-Total'], 'The total says something else.' );
		return $ids;
	}

	/**
	 * What the log says of tasks of a record, oldest first.
	 *
	 * @return list<array{0: string, 1: array<string, mixed>}> Action and changes.
	 */
	protected static function task_log( RecordType $type, int $id ): array {
		$db = Plugin::instance()->db();
		return array_map(
			static fn ( array $row ): array => array( (string) $row['action'], json_decode( (string) $row['changes'], true ) ),
			$db->rows( "SELECT * FROM %i WHERE object_type = %s AND object_id = %d AND action LIKE 'task%%' ORDER BY id", $db->table( 'activity' ), $type->value, $id )
		);
	}
}
