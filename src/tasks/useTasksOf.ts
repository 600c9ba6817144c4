import { useMemo } from 'react';

import { TASK, type Task } from '../entities';
import { useRecords, type RecordsPage } from '../lib/useRecords';
import type { About } from './about';

/** As many as the server answers at once; few records have more. */
const MOST = 100;
/** What was done is looked at less. */
const DONE = 20;

/** What the server is asked for the follow-ups of a record. */
function ofRecord( about: About ): Record< string, string[] > {
	return about.opportunity
		? { opportunity: [ String( about.opportunity.id ) ] }
		: { contact: [ String( about.contact?.id ?? 0 ) ] };
}

/**
 * The open follow-ups of a record, the next one first.
 *
 * @param about The record; keep the same object.
 */
export function useOpenTasks( about: About ): RecordsPage< Task > {
	const query = useMemo(
		() => ( {
			...ofRecord( about ),
			status: 'open',
			orderby: 'due',
			order: 'asc',
			per_page: MOST,
		} ),
		[ about ]
	);
	return useRecords< Task >( TASK, query );
}

/**
 * What was done of a record's follow-ups, the latest added first.
 *
 * @param about The record; keep the same object.
 */
export function useDoneTasks( about: About ): RecordsPage< Task > {
	const query = useMemo(
		() => ( {
			...ofRecord( about ),
			status: 'done',
			orderby: 'id',
			order: 'desc',
			per_page: DONE,
		} ),
		[ about ]
	);
	return useRecords< Task >( TASK, query );
}
