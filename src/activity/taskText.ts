/**
 * What happened to follow-ups, in words. Pure.
 */
import { __, _n, sprintf } from '@wordpress/i18n';

import { TASK_PRIORITIES, type ActivityItem } from '../entities';
import { dueText } from '../tasks/due';
import { priorityLabel } from '../tasks/labels';

/** Actions whose title is said by the sentence itself. */
export const TITLED = [
	'task_added',
	'task_done',
	'task_reopened',
	'task_deleted',
];

/**
 * The sentence of an item; null where it is about no follow-up. `<actor/>` stands where the actor's name goes.
 *
 * @param item The item.
 */
export function taskSentence( item: ActivityItem ): string | null {
	const { title: change, tasks, assignee } = item.changes;
	const title = String( change?.new ?? change?.old ?? '' )
		// It goes into a sentence with an element of its own.
		.replace( /</g, '‹' )
		.replace( />/g, '›' );
	switch ( item.action ) {
		case 'task_added':
			return sprintf(
				/* translators: %s: a follow-up's title. */
				__( '<actor/> added the follow-up “%s”', 'steward' ),
				title
			);
		case 'task_changed':
			return sprintf(
				/* translators: %s: a follow-up's title. */
				__( '<actor/> changed the follow-up “%s”', 'steward' ),
				title
			);
		case 'task_done':
			return sprintf(
				/* translators: %s: a follow-up's title. */
				__( '<actor/> marked the follow-up “%s” as done', 'steward' ),
				title
			);
		case 'task_reopened':
			return sprintf(
				/* translators: %s: a follow-up's title. */
				__( '<actor/> reopened the follow-up “%s”', 'steward' ),
				title
			);
		case 'task_deleted':
			return sprintf(
				/* translators: %s: a follow-up's title. */
				__( '<actor/> deleted the follow-up “%s”', 'steward' ),
				title
			);
		case 'tasks_moved': {
			const count = Number( tasks?.new ?? 0 );
			// Rows of before say nothing of who has them now.
			return assignee && assignee.new === null
				? sprintf(
						/* translators: %d: how many follow-ups. */
						_n(
							'%d open follow-up is nobody’s now',
							'%d open follow-ups are nobody’s now',
							count,
							'steward'
						),
						count
					)
				: sprintf(
						/* translators: %d: how many follow-ups. */
						_n(
							'%d open follow-up went along to the new owner',
							'%d open follow-ups went along to the new owner',
							count,
							'steward'
						),
						count
					);
		}
		default:
			return null;
	}
}

/**
 * Whether an item is about one follow-up.
 *
 * @param item The item.
 */
export const isOfTask = ( item: ActivityItem ): boolean =>
	item.action.startsWith( 'task_' );

/**
 * What a follow-up's field is called.
 *
 * @param field As the server names it.
 */
export function taskLabel( field: string ): string {
	switch ( field ) {
		case 'title':
			return __( 'Title', 'steward' );
		case 'due_gmt':
			return __( 'Due', 'steward' );
		case 'priority':
			return __( 'Priority', 'steward' );
		default:
			return field;
	}
}

/**
 * A follow-up's field in words; empty where there is nothing.
 *
 * @param field As the server names it.
 * @param value Its value.
 */
export function taskValue( field: string, value: unknown ): string {
	if ( value === null || value === undefined ) {
		return '';
	}
	if ( field === 'due_gmt' ) {
		return dueText( String( value ) );
	}
	const priority = TASK_PRIORITIES.find( ( one ) => one === value );
	return field === 'priority' && priority
		? priorityLabel( priority )
		: String( value );
}
