/**
 * The column of next follow-ups: read for the page that is shown, beside its contacts.
 */
import {
	createContext,
	useContext,
	useEffect,
	useMemo,
	type ReactElement,
	type ReactNode,
} from 'react';
import { __ } from '@wordpress/i18n';

import { TASK, type Contact, type Task } from '../../entities';
import { onRecordChange } from '../../lib/api';
import { Link } from '../../lib/router';
import { tasks } from '../../lib/tasks';
import { useLoaded } from '../../lib/useLoaded';
import { DueText } from '../../tasks/DueText';
import { MOST, nextTasks } from '../../tasks/nextTasks';

/** By contact; null until known. */
const Known = createContext< Map< number, Task > | null >( null );

const ask = async ( contacts: number[] ): Promise< Task[] > =>
	(
		await tasks.list( {
			contact: contacts,
			status: 'open',
			orderby: 'due',
			order: 'asc',
			per_page: MOST,
		} )
	).items;

/**
 * Reads them for the contacts of a page.
 *
 * @param props          What is shown.
 * @param props.contacts The page's contacts.
 * @param props.isShown  Whether the column is; else nothing is asked.
 * @param props.children The list.
 */
export function NextTasks( {
	contacts,
	isShown,
	children,
}: {
	contacts: Contact[];
	isShown: boolean;
	children: ReactNode;
} ): ReactElement {
	const ids = isShown ? contacts.map( ( { id } ) => id ) : [];
	// An order of its own: sorting the list otherwise shows the same contacts.
	const key = [ ...ids ].sort( ( a, b ) => a - b ).join();
	const { data, error, reload } = useLoaded(
		async () => ( { key, next: await nextTasks( ids, ask ) } ),
		key
	);
	useEffect(
		() =>
			isShown
				? onRecordChange( ( { name, ids: changed } ) => {
						// A change of owner takes follow-ups along, but moves no date.
						if ( name === TASK && changed.length > 0 ) {
							reload();
						}
					} )
				: undefined,
		[ isShown, reload ]
	);
	const known = useMemo( () => {
		if ( error ) {
			// The list is as good without.
			return new Map< number, Task >();
		}
		return data?.key === key ? data.next : null;
	}, [ data, error, key ] );
	return <Known.Provider value={ known }>{ children }</Known.Provider>;
}

/**
 * A contact's next follow-up, as a link to all of them.
 *
 * @param props         Whose.
 * @param props.contact The contact.
 */
export function NextTask( {
	contact,
}: {
	contact: Contact;
} ): ReactElement | null {
	const known = useContext( Known );
	const task = known?.get( contact.id );
	if ( ! known ) {
		return (
			<span
				className="steward-next-task is-awaited steward-skeleton__bar"
				aria-hidden
			/>
		);
	}
	return task ? (
		<Link
			className="steward-next-task"
			to={ { contact: contact.id, tab: 'tasks' } }
			title={ task.title }
		>
			<span className="steward-next-task__title">{ task.title }</span>
			{ task.due_gmt ? (
				<DueText task={ task } isBrief />
			) : (
				<span className="steward-due">
					{ __( 'No date', 'steward' ) }
				</span>
			) }
		</Link>
	) : null;
}
