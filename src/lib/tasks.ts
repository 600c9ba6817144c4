/**
 * What can be done to tasks; on screen they are follow-ups.
 */
import { addQueryArgs } from '@wordpress/url';

import {
	paths,
	TASK,
	type BulkResult,
	type OwnedRecord,
	type Task,
} from '../entities';
import { entityApi, onRecordChange } from './entityApi';
import { kindOf } from './records';
import { request, requestPage } from './rest';

/** What many can be given at once. */
export type TaskChange = Partial<
	Pick< Task, 'status' | 'assignee' | 'priority' | 'due_gmt' >
>;

const { gone, racing, ...api } = entityApi< Task >( TASK, {
	all: paths.tasks,
	one: paths.task,
} );

export const tasks = {
	...api,

	/**
	 * Changes several tasks alike; each has its own outcome, and all are one change.
	 *
	 * @param ids     At most 100.
	 * @param changes What all of them get.
	 */
	async updateMany(
		ids: number[],
		changes: TaskChange
	): Promise< BulkResult[] > {
		try {
			const { results } = await request< { results: BulkResult[] } >( {
				path: paths.updateTasks(),
				method: 'POST',
				data: { ids, ...changes },
			} );
			return results;
		} finally {
			api.invalidate( ids );
		}
	},

	/**
	 * Erases a task: there is no trash for them.
	 *
	 * @param id The task.
	 */
	async erase( id: number ): Promise< void > {
		await racing( [ id ], () =>
			request( { path: paths.task( id ), method: 'DELETE' } )
		);
		gone( id );
	},

	/**
	 * A page of tasks, beside core-data.
	 *
	 * @param query What the server is asked.
	 */
	list: ( query: Record< string, unknown > ) =>
		requestPage< Task >( addQueryArgs( paths.tasks(), query ) ),
};

/**
 * How many open follow-ups would go along with a record to a new owner.
 *
 * @param record    The record.
 * @param withDeals Whether a contact's opportunities go along by choice.
 */
export async function tasksAlong(
	record: OwnedRecord,
	withDeals: boolean
): Promise< number > {
	const path = paths.tasksAlong( kindOf( record ), record.id );
	const { tasks: count } = await request< { tasks: number } >( {
		path: withDeals
			? addQueryArgs( path, { move_opportunities: true } )
			: path,
	} );
	return count;
}

// With a record's owner its open tasks may go along, and in the trash they are out of the lists.
onRecordChange( ( { name } ) => {
	if ( name !== TASK ) {
		api.receive( [] );
	}
} );
