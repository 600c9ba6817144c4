import { addQueryArgs } from '@wordpress/url';

import { boot } from '../../boot';
import { paths, type Member, type TeamActivityItem } from '../../entities';
import { requestPage } from '../../lib/api';
import type { ActivityQuery } from './view';

export interface ActivityPage {
	items: TeamActivityItem[];
	total: number;
	totalPages: number;
}

/**
 * A page of the team's activity, newest first.
 *
 * @param query   What to filter by.
 * @param page    From 1.
 * @param perPage How many.
 */
export function listTeamActivity(
	query: ActivityQuery,
	page: number,
	perPage: number
): Promise< ActivityPage > {
	return requestPage< TeamActivityItem >(
		addQueryArgs( paths.teamActivity(), {
			...query,
			page,
			per_page: perPage,
		} )
	);
}

/**
 * Where the browser gets the filtered log as a file.
 *
 * @param query What to filter by.
 */
export function csvAddress( query: ActivityQuery ): string {
	const { action, ...rest } = query;
	return addQueryArgs( `${ boot.adminUrl }admin-post.php`, {
		...rest,
		// WordPress wants `action` for itself.
		...( action ? { what: action } : {} ),
		action: 'steward_activity_csv',
		_wpnonce: boot.activityCsv,
	} );
}

/** The people to filter by. */
export async function listPeople(): Promise< Member[] > {
	return (
		await requestPage< Member >(
			addQueryArgs( paths.members(), { per_page: 100 } )
		)
	).items;
}
