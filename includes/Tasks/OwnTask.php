<?php
/**
 * Whose a task is.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tasks;

use Steward\Database\Clause;

/**
 * The only comparison of a task's people with a user: as a decision, as a condition on a row `t`, and as disjoint parts that each
 * read one key. It counts for tasks of no record; whoever shall do a task of a record may change it, too.
 */
final class OwnTask {

	/**
	 * Whether somebody shall do it or has added it.
	 */
	public static function is( int $user, Task $task ): bool {
		return self::is_to_do( $user, $task ) || ( $user > 0 && $task->created_by === $user );
	}

	/**
	 * Whether somebody shall do it.
	 */
	public static function is_to_do( int $user, Task $task ): bool {
		return $user > 0 && $task->assignee === $user;
	}

	/**
	 * The same as is().
	 */
	public static function condition( int $user ): Clause {
		return new Clause( '( t.assignee = %d OR t.created_by = %d )', array( $user, $user ) );
	}

	/**
	 * The same again, key by key.
	 *
	 * @return array<string, Clause> Key of the table => what of it.
	 */
	public static function parts( int $user ): array {
		return array(
			'assignee_due' => new Clause( 't.assignee = %d', array( $user ) ),
			'creator'      => new Clause( 't.created_by = %d AND ( t.assignee <> %d OR t.assignee IS NULL )', array( $user, $user ) ),
		);
	}
}
