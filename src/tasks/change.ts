/**
 * Doing something to a follow-up, and saying how it went.
 */
import { __, sprintf } from '@wordpress/i18n';

import type { Task, TaskStatus } from '../entities';
import { notices } from '../lib/notices';
import { tasks } from '../lib/tasks';
import { onScreen } from './onScreen';

function doneText( title: string, status: TaskStatus ): string {
	return status === 'done'
		? sprintf(
				/* translators: %s: a follow-up's title. */
				__( '“%s” is done.', 'steward' ),
				title
			)
		: sprintf(
				/* translators: %s: a follow-up's title. */
				__( '“%s” is open again.', 'steward' ),
				title
			);
}

/**
 * Marks a follow-up as done, or as open again, and offers to take that back.
 *
 * @param task   The task.
 * @param status What it is to be.
 * @param isBack Whether this takes something back.
 * @return Whether it is so now.
 */
export async function setStatus(
	task: Task,
	status: TaskStatus,
	isBack = false
): Promise< boolean > {
	try {
		const changed = await tasks.update( task.id, {
			status,
			version: task.version,
		} );
		const before = status === 'done' ? 'open' : 'done';
		notices.success( doneText( changed.title, status ), {
			id: `steward-task-${ task.id }`,
			...( isBack
				? {}
				: {
						undo: {
							run: () => setStatus( changed, before, true ),
							find: () => onScreen( task.id ),
						},
					} ),
		} );
		return true;
	} catch ( thrown ) {
		notices.error( thrown );
		return false;
	}
}
