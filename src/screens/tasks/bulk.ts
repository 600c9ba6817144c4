/**
 * Doing one thing to many follow-ups, and telling how each went.
 */
import { __, _n, sprintf } from '@wordpress/i18n';

import type { BulkResult, Task } from '../../entities';
import { each } from '../../lib/each';
import {
	asRestError,
	detailText,
	errorText,
	RestError,
} from '../../lib/errors';
import { notices } from '../../lib/notices';
import { tasks as api } from '../../lib/tasks';
import { onScreen } from '../../tasks/onScreen';

/** What some stayed as they were for. */
export interface Report {
	title: string;
	failures: BulkResult[];
}

interface Plan {
	/** What is said of so many. */
	text: ( done: number ) => string;
	/** Does it; resolves to what came of it, where something is left. */
	work: ( task: Task ) => Promise< Task | void >;
	/** How one is taken back, from what came of it to what it was. */
	back?: ( now: Task, before: Task ) => Promise< unknown >;
}

/** A refusal that says what is wrong with the field: nothing else in a report could. */
function inWords( thrown: unknown ): RestError {
	const error = asRestError( thrown );
	return new RestError( error.code, detailText( error ), {
		status: error.status,
	} );
}

async function undoAll(
	plan: Plan,
	before: Task[],
	now: Map< number, Task >
): Promise< void > {
	const failed = (
		await each( [ ...now.keys() ], ( id ) =>
			Promise.resolve(
				plan.back?.(
					now.get( id )!,
					before.find( ( task ) => task.id === id )!
				)
			)
		)
	).find( ( { ok } ) => ! ok );
	if ( failed ) {
		notices.error( errorText( failed ) );
	} else {
		notices.success( __( 'Taken back.', 'steward' ) );
	}
}

/**
 * Does it, and says how it went.
 *
 * @param plan  What.
 * @param items To which.
 * @return What stayed as it was, if anything of several.
 */
async function doAll( plan: Plan, items: Task[] ): Promise< Report | null > {
	const now = new Map< number, Task >();
	const results = await each(
		items.map( ( { id } ) => id ),
		async ( id ) => {
			const item = items.find( ( task ) => task.id === id )!;
			try {
				const changed = await plan.work( item );
				if ( changed ) {
					now.set( id, changed );
				}
			} catch ( thrown ) {
				throw inWords( thrown );
			}
		}
	);
	const failures = results.filter( ( { ok } ) => ! ok );
	if ( items.length === 1 && failures[ 0 ] ) {
		notices.error( errorText( failures[ 0 ] ) );
		return null;
	}
	const text = plan.text( results.length - failures.length );
	if ( failures.length > 0 ) {
		return { title: text, failures };
	}
	const [ only ] = items;
	notices.success(
		text,
		plan.back
			? {
					undo: {
						run: () => undoAll( plan, items, now ),
						find: () => ( only ? onScreen( only.id ) : null ),
					},
				}
			: {}
	);
	return null;
}

/**
 * Marks several as done.
 *
 * @param items Which.
 */
export const finishAll = ( items: Task[] ): Promise< Report | null > =>
	doAll(
		{
			text: ( done ) =>
				sprintf(
					/* translators: %d: how many follow-ups. */
					_n(
						'%d follow-up is done.',
						'%d follow-ups are done.',
						done,
						'steward'
					),
					done
				),
			work: ( { id, version } ) =>
				api.update( id, { status: 'done', version } ),
			back: ( { id, version } ) =>
				api.update( id, { status: 'open', version } ),
		},
		items
	);

/**
 * Opens several again.
 *
 * @param items Which.
 */
export const reopenAll = ( items: Task[] ): Promise< Report | null > =>
	doAll(
		{
			text: ( done ) =>
				sprintf(
					/* translators: %d: how many follow-ups. */
					_n(
						'%d follow-up is open again.',
						'%d follow-ups are open again.',
						done,
						'steward'
					),
					done
				),
			work: ( { id, version } ) =>
				api.update( id, { status: 'open', version } ),
			back: ( { id, version } ) =>
				api.update( id, { status: 'done', version } ),
		},
		items
	);

/**
 * Gives several to somebody, or to nobody.
 *
 * @param items    Which.
 * @param assignee A member's id, or null.
 * @param name     Their name.
 */
export const assignAll = (
	items: Task[],
	assignee: number | null,
	name: string
): Promise< Report | null > =>
	doAll(
		{
			text: ( done ) =>
				assignee === null
					? sprintf(
							/* translators: %d: how many follow-ups. */
							_n(
								'%d follow-up is nobody’s now.',
								'%d follow-ups are nobody’s now.',
								done,
								'steward'
							),
							done
						)
					: sprintf(
							/* translators: 1: how many follow-ups, 2: a person. */
							_n(
								'%1$d follow-up is for %2$s now.',
								'%1$d follow-ups are for %2$s now.',
								done,
								'steward'
							),
							done,
							name
						),
			work: ( { id, version } ) =>
				api.update( id, { assignee, version } ),
			back: ( { id, version }, before ) =>
				api.update( id, { assignee: before.assignee, version } ),
		},
		items
	);

/**
 * Erases several.
 *
 * @param items Which.
 */
export const eraseAll = ( items: Task[] ): Promise< Report | null > =>
	doAll(
		{
			text: ( done ) =>
				sprintf(
					/* translators: %d: how many follow-ups. */
					_n(
						'%d follow-up was deleted.',
						'%d follow-ups were deleted.',
						done,
						'steward'
					),
					done
				),
			work: ( { id } ) => api.erase( id ),
		},
		items
	);
