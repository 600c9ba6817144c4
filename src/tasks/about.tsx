/**
 * What a follow-up is about.
 */
import type { ReactElement } from 'react';
import type { Task } from '../entities';
import { Link } from '../lib/router';

/** The record that new follow-ups are about. */
export interface About {
	contact?: { id: number; name: string };
	opportunity?: { id: number; title: string };
}

/** Whether the server lets the reader open the contact of a follow-up. */
function seesContact( task: Task ): boolean {
	return Object.entries( task._links ?? {} ).some(
		( [ rel, links ] ) =>
			rel.endsWith( 'contact' ) &&
			links.some( ( { embeddable } ) => embeddable )
	);
}

/**
 * The opportunity and the contact of a follow-up, as links where they may be opened.
 *
 * @param props             Which.
 * @param props.task        The task.
 * @param props.withContact Whether the contact is named, too.
 * @param props.isInRow     Whether it stands in a row of DataViews' list, which may hold cells only.
 */
export function AboutLinks( {
	task,
	withContact = true,
	isInRow = false,
}: {
	task: Task;
	withContact?: boolean;
	isInRow?: boolean;
} ): ReactElement | null {
	const deal = task.opportunity !== null && (
		<Link
			to={ {
				page: 'steward-opportunities',
				opportunity: task.opportunity,
			} }
		>
			{ task.opportunity_title || `#${ task.opportunity }` }
		</Link>
	);
	const name = task.contact_name || `#${ task.contact }`;
	const contact =
		withContact &&
		task.contact !== null &&
		( task.opportunity === null || seesContact( task ) ? (
			<Link
				to={ { page: 'steward', contact: task.contact, tab: 'tasks' } }
			>
				{ name }
			</Link>
		) : (
			<span>{ name }</span>
		) );
	return deal || contact ? (
		<span
			className="steward-task-about"
			role={ isInRow ? 'gridcell' : undefined }
		>
			{ contact }
			{ contact && deal && <span aria-hidden> · </span> }
			{ deal }
		</span>
	) : null;
}
