/**
 * Doing one thing to many follow-ups, and telling how each went.
 */
import { __, _n, sprintf } from '@wordpress/i18n';

import type { Task } from '../../entities';
import { conclude, concludeBack, type Back, type Report } from '../../lib/bulk';
import { each } from '../../lib/each';
import { tasks as api, type TaskChange } from '../../lib/tasks';
import { onScreen } from '../../tasks/onScreen';

/**
 * Gives each what it had, in as few requests as there were different values.
 *
 * @param items  As they were.
 * @param former What of each is to be as it was.
 */
const backTo = (
	items: Task[],
	former: ( task: Task ) => TaskChange
): Back => ( {
	async run( ids ) {
		const groups = new Map< string, number[] >();
		for ( const item of items.filter( ( { id } ) => ids.includes( id ) ) ) {
			const value = JSON.stringify( former( item ) );
			groups.set( value, [ ...( groups.get( value ) ?? [] ), item.id ] );
		}
		const results = await Promise.all(
			[ ...groups ].map( ( [ value, alike ] ) =>
				api.updateMany( alike, JSON.parse( value ) as TaskChange )
			)
		);
		concludeBack( results.flat(), __( 'Taken back.', 'steward' ) );
	},
	find: () =>
		items.length === 1 && items[ 0 ] ? onScreen( items[ 0 ].id ) : null,
} );

/**
 * Gives all of them something, and says how it went.
 *
 * @param items  Which.
 * @param change What.
 * @param former What of each Undo brings back.
 * @param done   What is said of so many.
 * @return What stayed as it was, if anything of several.
 */
const changeAll = async (
	items: Task[],
	change: TaskChange,
	former: ( task: Task ) => TaskChange,
	done: ( count: number ) => string
): Promise< Report | null > =>
	conclude(
		await api.updateMany(
			items.map( ( { id } ) => id ),
			change
		),
		{ done },
		backTo( items, former )
	);

/**
 * Marks several as done.
 *
 * @param items Which.
 */
export const finishAll = ( items: Task[] ): Promise< Report | null > =>
	changeAll(
		items,
		{ status: 'done' },
		( { status } ) => ( { status } ),
		( done ) =>
			sprintf(
				/* translators: %d: how many follow-ups. */
				_n(
					'%d follow-up is done.',
					'%d follow-ups are done.',
					done,
					'steward'
				),
				done
			)
	);

/**
 * Opens several again.
 *
 * @param items Which.
 */
export const reopenAll = ( items: Task[] ): Promise< Report | null > =>
	changeAll(
		items,
		{ status: 'open' },
		( { status } ) => ( { status } ),
		( done ) =>
			sprintf(
				/* translators: %d: how many follow-ups. */
				_n(
					'%d follow-up is open again.',
					'%d follow-ups are open again.',
					done,
					'steward'
				),
				done
			)
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
	changeAll(
		items,
		{ assignee },
		( { assignee: former } ) => ( { assignee: former } ),
		( done ) =>
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
					)
	);

/**
 * Erases several.
 *
 * @param items Which.
 */
export const eraseAll = async ( items: Task[] ): Promise< Report | null > =>
	conclude(
		await each(
			items.map( ( { id } ) => id ),
			api.erase
		),
		{
			done: ( done ) =>
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
		}
	);
