import { useRef, useState, type ReactElement, type ReactNode } from 'react';
import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { check, trash } from '@wordpress/icons';

import { EmptyState } from '../components/EmptyState';
import { LoadError } from '../components/LoadError';
import { Skeleton } from '../components/Skeleton';
import type { Task } from '../entities';
import { errorText } from '../lib/errors';
import { notices } from '../lib/notices';
import { formatNumber } from '../lib/numbers';
import { Link } from '../lib/router';
import { tasks } from '../lib/tasks';
import type { RecordsPage } from '../lib/useRecords';
import { useRowFocus } from '../lib/useRowFocus';
import type { About } from './about';
import { DeleteDialog } from './DeleteDialog';
import { focusTask } from './onScreen';
import { TaskDialog } from './TaskDialog';
import { TaskRow } from './TaskRow';
import { useDoneTasks } from './useTasksOf';

const ROWS = { row: '[data-row]', target: 'input, button' };
const NONE: Task[] = [];

export interface TaskListProps {
	/** The record; keep the same object. */
	about: About;
	/** From `useOpenTasks()`: whoever shows their number has them already. */
	open: RecordsPage< Task >;
	mayAdd: boolean;
	/** Why nothing can be added. */
	why?: ReactNode;
	/** Whether the record is in the trash, and its follow-ups with it. */
	rests?: boolean;
	/** Where there is little room. */
	compact?: boolean;
}

type Dialog =
	{ kind: 'edit'; task: Task | null } | { kind: 'delete'; task: Task };

function DoneOnes( {
	page,
	render,
}: {
	page: RecordsPage< Task >;
	render: ( task: Task ) => ReactElement;
} ): ReactElement | null {
	const [ isOpen, setOpen ] = useState( false );
	const done = ( page.records ?? NONE ).filter(
		( { status } ) => status === 'done'
	);
	if ( done.length === 0 ) {
		return null;
	}
	return (
		<details
			className="steward-tasks__done"
			open={ isOpen }
			onToggle={ ( { currentTarget } ) => setOpen( currentTarget.open ) }
		>
			<summary>
				{ sprintf(
					/* translators: %s: how many follow-ups are done. */
					__( 'Done (%s)', 'steward' ),
					formatNumber( Math.max( page.total, done.length ) )
				) }
			</summary>
			{ isOpen && (
				<ul className="steward-tasks__list">{ done.map( render ) }</ul>
			) }
			{ page.total > done.length && (
				<p className="steward-tasks__more">
					{ sprintf(
						/* translators: %s: how many. */
						__( 'The latest %s are shown.', 'steward' ),
						formatNumber( done.length )
					) }
				</p>
			) }
		</details>
	);
}

/**
 * The follow-ups of a contact or an opportunity: the open ones by their date, the done ones folded away, and a way to add one.
 *
 * @param props Of which record, and what may be done.
 */
export function TaskList( props: TaskListProps ): ReactElement {
	const { about, open, mayAdd, why, rests, compact } = props;
	const done = useDoneTasks( about );
	const [ dialog, setDialog ] = useState< Dialog | null >( null );
	const region = useRef< HTMLDivElement >( null );
	const shown = ( open.records ?? NONE ).filter(
		( { status } ) => status === 'open'
	);
	useRowFocus( region, shown.length, ROWS );
	const close = () => setDialog( null );

	async function erase( task: Task ): Promise< void > {
		try {
			await tasks.erase( task.id );
			notices.success(
				sprintf(
					/* translators: %s: a follow-up's title. */
					__( '“%s” was deleted.', 'steward' ),
					task.title
				)
			);
		} catch ( thrown ) {
			notices.error( thrown );
		}
		close();
	}

	const add = mayAdd && (
		<Button
			__next40pxDefaultSize
			variant="secondary"
			onClick={ () => setDialog( { kind: 'edit', task: null } ) }
		>
			{ __( 'Add follow-up', 'steward' ) }
		</Button>
	);
	const render = ( task: Task ) => (
		<TaskRow
			key={ task.id }
			task={ task }
			withDeal={ ! about.opportunity }
			onOpen={ () => setDialog( { kind: 'edit', task } ) }
			onDelete={ () => setDialog( { kind: 'delete', task } ) }
		/>
	);

	function content(): ReactElement {
		if ( open.error ) {
			return (
				<LoadError
					message={ errorText( open.error ) }
					onRetry={ open.retry }
				/>
			);
		}
		if ( ! open.records ) {
			return (
				<Skeleton
					variant="rows"
					count={ 3 }
					label={ __( 'Loading the follow-ups…', 'steward' ) }
				/>
			);
		}
		if ( rests ) {
			return (
				<EmptyState
					icon={ trash }
					title={ __(
						'Its follow-ups rest in the trash',
						'steward'
					) }
				>
					{ __(
						'They are kept, remind nobody, and are here again once it is restored.',
						'steward'
					) }
				</EmptyState>
			);
		}
		if ( shown.length === 0 ) {
			return (
				<EmptyState
					icon={ check }
					title={ __( 'Nothing to follow up', 'steward' ) }
					actions={ add || undefined }
				>
					{ __(
						'A follow-up says what is to be done next, by whom and when.',
						'steward'
					) }
				</EmptyState>
			);
		}
		return (
			<>
				{ add && <div className="steward-tasks__add">{ add }</div> }
				<ul className="steward-tasks__list">{ shown.map( render ) }</ul>
				{ open.total > open.records.length && about.contact && (
					<p className="steward-tasks__more">
						<Link
							to={ {
								page: 'steward-tasks',
								tab: 'all',
								contact: about.contact.id,
							} }
						>
							{ __( 'See all in the list', 'steward' ) }
						</Link>
					</p>
				) }
			</>
		);
	}

	return (
		<div
			ref={ region }
			className={ `steward-tasks${ compact ? ' is-compact' : '' }` }
			role="group"
			aria-label={ __( 'Follow-ups', 'steward' ) }
			tabIndex={ -1 }
		>
			{ why }
			{ content() }
			<DoneOnes page={ done } render={ render } />
			{ dialog?.kind === 'edit' && (
				<TaskDialog
					task={ dialog.task }
					about={ about }
					onClose={ close }
					onSaved={ ( { id } ) => focusTask( id ) }
				/>
			) }
			{ dialog?.kind === 'delete' && (
				<DeleteDialog
					tasks={ [ dialog.task ] }
					onDelete={ () => erase( dialog.task ) }
					onCancel={ close }
				/>
			) }
		</div>
	);
}
