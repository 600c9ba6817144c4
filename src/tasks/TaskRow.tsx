import { useState, type ReactElement } from 'react';
import {
	Button,
	CheckboxControl,
	DropdownMenu,
	Icon,
} from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { lock, moreVertical, pencil, trash } from '@wordpress/icons';

import type { Task } from '../entities';
import { AboutLinks } from './about';
import { Assignee } from './Assignee';
import { setStatus } from './change';
import { DueText } from './DueText';
import { Priority } from './Priority';

export interface TaskRowProps {
	task: Task;
	/** Whether the opportunity it is about is named. */
	withDeal: boolean;
	onOpen: () => void;
	onDelete: () => void;
}

/** Marks it as done; what can't be changed has a lock instead. */
function Done( { task }: { task: Task } ): ReactElement {
	const [ isBusy, setBusy ] = useState( false );
	const isDone = task.status === 'done';
	if ( ! task.can.update ) {
		return (
			<span
				className="steward-task__lock"
				role="img"
				aria-label={ __( 'You can’t change this one', 'steward' ) }
				title={ __( 'You can’t change this one', 'steward' ) }
			>
				<Icon icon={ lock } size={ 20 } />
			</span>
		);
	}
	return (
		<CheckboxControl
			__nextHasNoMarginBottom
			className="steward-task__done"
			aria-label={ sprintf(
				/* translators: %s: a follow-up's title. */
				__( 'Mark “%s” as done', 'steward' ),
				task.title
			) }
			// What was pressed is shown at once; the server may take it back.
			checked={ isDone !== isBusy }
			onChange={ () => {
				if ( ! isBusy ) {
					setBusy( true );
					void setStatus( task, isDone ? 'open' : 'done' ).finally(
						() => setBusy( false )
					);
				}
			} }
		/>
	);
}

function Menu( {
	task,
	onOpen,
	onDelete,
}: Omit< TaskRowProps, 'withDeal' > ): ReactElement | null {
	const controls = [
		...( task.can.update
			? [
					{
						title: __( 'Edit', 'steward' ),
						icon: pencil,
						onClick: onOpen,
					},
				]
			: [] ),
		...( task.can.delete
			? [
					{
						title: __( 'Delete', 'steward' ),
						icon: trash,
						onClick: onDelete,
					},
				]
			: [] ),
	];
	return controls.length > 0 ? (
		<DropdownMenu
			icon={ moreVertical }
			label={ sprintf(
				/* translators: %s: a follow-up's title. */
				__( 'Actions for “%s”', 'steward' ),
				task.title
			) }
			toggleProps={ { size: 'compact' } }
			controls={ controls }
		/>
	) : null;
}

/**
 * One follow-up in a record's list.
 *
 * @param props Which, and what can be done with it.
 */
export function TaskRow( props: TaskRowProps ): ReactElement {
	const { task, withDeal, onOpen } = props;
	return (
		<li className={ `steward-task is-${ task.status }` } data-row>
			<Done task={ task } />
			<div className="steward-task__what">
				<Button
					variant="link"
					className="steward-task__title"
					data-task={ task.id }
					onClick={ onOpen }
				>
					{ task.title }
				</Button>
				<div className="steward-task__facts">
					<DueText task={ task } />
					<Priority priority={ task.priority } />
					{ withDeal && (
						<AboutLinks task={ task } withContact={ false } />
					) }
				</div>
			</div>
			<div className="steward-task__who">
				<Assignee task={ task } />
			</div>
			<Menu { ...props } />
		</li>
	);
}
