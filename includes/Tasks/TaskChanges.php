<?php
/**
 * What the log says of a task.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tasks;

use Steward\Database\Clock;

/**
 * Field => { old, new }, as activity has it.
 */
final class TaskChanges {

	/**
	 * Of a new task what isn't as usual, but for its title.
	 *
	 * @return array<string, array{old: mixed, new: mixed}>
	 */
	public static function added( Task $task ): array {
		// Nobody has to be told of what is done already.
		$changes = array( Task::DONE === $task->status ? 'status' : 'assignee' => self::change( null, Task::DONE === $task->status ? $task->status : $task->assignee ) );
		if ( null !== $task->due ) {
			$changes['due_gmt'] = self::change( null, Clock::iso( $task->due ) );
		}
		if ( 'normal' !== $task->priority ) {
			$changes['priority'] = self::change( null, $task->priority );
		}
		return $changes;
	}

	/**
	 * What differs, but for the status, which has actions of its own.
	 *
	 * @return array<string, array{old: mixed, new: mixed}>
	 */
	public static function between( Task $old, Task $new ): array {
		$time    = static fn ( ?string $stored ): ?string => null === $stored ? null : Clock::iso( $stored );
		$changes = array(
			'title'    => self::change( $old->title, $new->title ),
			'assignee' => self::change( $old->assignee, $new->assignee ),
			'due_gmt'  => self::change( $time( $old->due ), $time( $new->due ) ),
			'priority' => self::change( $old->priority, $new->priority ),
		);
		return array_filter( $changes, static fn ( array $change ): bool => $change['old'] !== $change['new'] );
	}

	/**
	 * One change.
	 *
	 * @return array{old: mixed, new: mixed}
	 */
	public static function change( mixed $old, mixed $new ): array {
		return array(
			'old' => $old,
			'new' => $new,
		);
	}
}
