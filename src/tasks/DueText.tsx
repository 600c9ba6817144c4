import type { ReactElement } from 'react';
import { Icon } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { calendar, caution, check } from '@wordpress/icons';

import type { Task } from '../entities';
import { dayText, dueExactly, dueText } from './due';

function iconOf( { status, overdue }: Task ): ReactElement {
	if ( status === 'done' ) {
		return check;
	}
	return overdue ? caution : calendar;
}

/**
 * When a follow-up is due, or was done; that it is overdue is said, too.
 *
 * @param props         Which.
 * @param props.task    The task.
 * @param props.isBrief Whether there is room for the day alone.
 */
export function DueText( {
	task,
	isBrief,
}: {
	task: Task;
	isBrief?: boolean;
} ): ReactElement | null {
	const isDone = task.status === 'done';
	const gmt = isDone ? task.done_gmt : task.due_gmt;
	if ( ! gmt ) {
		return null;
	}
	const when = isBrief ? dayText( gmt ) : dueText( gmt );
	return (
		<span className={ `steward-due${ task.overdue ? ' is-overdue' : '' }` }>
			<Icon icon={ iconOf( task ) } size={ 16 } />
			<span>
				{ task.overdue && (
					<strong>{ __( 'Overdue', 'steward' ) } </strong>
				) }
				<time dateTime={ gmt } title={ dueExactly( gmt ) }>
					{ isDone
						? sprintf(
								/* translators: %s: a day, perhaps with a time. */
								__( 'Done: %s', 'steward' ),
								when
							)
						: when }
				</time>
			</span>
		</span>
	);
}
