import type { Field } from '@wordpress/dataviews';
import { __ } from '@wordpress/i18n';

import { contactFilter } from '../../components/ContactFilter';
import type { Task } from '../../entities';
import { dateShort, dateTime } from '../../lib/dates';
import { memberOptions } from '../../lib/memberOptions';
import { AboutLinks } from '../../tasks/about';
import { Assignee, nobody } from '../../tasks/Assignee';
import { DueText } from '../../tasks/DueText';
import {
	priorityLabel,
	priorityOptions,
	statusLabel,
} from '../../tasks/labels';
import { Priority } from '../../tasks/Priority';
import { tabSetsAssignee, tabSetsDue, tabSetsStatus, type Tab } from './view';

const assignees = () => memberOptions( nobody().label );

/**
 * The list's columns and filters.
 *
 * @param tab    The tab: some already say what they show.
 * @param narrow Whether the rows are a list's, without headings.
 */
export function taskFields( tab: Tab, narrow: boolean ): Field< Task >[] {
	return [
		{
			id: 'title',
			label: __( 'Follow-up', 'steward' ),
			type: 'text',
			enableHiding: false,
			enableSorting: false,
			filterBy: false,
			render: ( { item } ) => (
				<span
					className={ `steward-task-name is-${ item.status }` }
					data-task={ item.id }
				>
					{ item.title }
				</span>
			),
		},
		{
			id: 'about',
			label: __( 'About', 'steward' ),
			type: 'text',
			enableSorting: false,
			enableHiding: false,
			filterBy: false,
			render: ( { item } ) => (
				<AboutLinks task={ item } isInRow={ narrow } />
			),
		},
		{
			id: 'due',
			label: __( 'Due', 'steward' ),
			type: 'date',
			enableSorting: true,
			filterBy: tabSetsDue( tab )
				? false
				: { operators: [ 'between', 'afterInc', 'beforeInc' ] },
			getValue: ( { item } ) => item.due_gmt,
			render: ( { item } ) => <DueText task={ item } />,
		},
		{
			id: 'assignee',
			label: __( 'Assignee', 'steward' ),
			enableSorting: false,
			getElements: assignees,
			filterBy: tabSetsAssignee( tab )
				? false
				: { operators: [ 'isAny' ], isPrimary: true },
			getValue: ( { item } ) => String( item.assignee ?? 'none' ),
			render: ( { item } ) => <Assignee task={ item } />,
		},
		{
			id: 'priority',
			label: __( 'Priority', 'steward' ),
			enableSorting: true,
			elements: priorityOptions(),
			filterBy: { operators: [ 'is' ] },
			render: ( { item } ) =>
				narrow || item.priority !== 'normal' ? (
					<Priority priority={ item.priority } />
				) : (
					<span>{ priorityLabel( item.priority ) }</span>
				),
		},
		{
			id: 'status',
			label: __( 'Status', 'steward' ),
			enableSorting: false,
			elements: ( [ 'open', 'done' ] as const ).map( ( value ) => ( {
				value,
				label: statusLabel( value ),
			} ) ),
			filterBy: tabSetsStatus( tab )
				? false
				: { operators: [ 'is' ], isPrimary: true },
			render: ( { item } ) => <span>{ statusLabel( item.status ) }</span>,
		},
		{
			id: 'created',
			label: __( 'Added', 'steward' ),
			enableSorting: true,
			filterBy: false,
			getValue: ( { item } ) => item.created_gmt,
			render: ( { item } ) => (
				<time
					dateTime={ item.created_gmt }
					title={ dateTime( item.created_gmt ) }
				>
					{ dateShort( item.created_gmt ) }
				</time>
			),
		},
		contactFilter< Task >(),
	];
}
