import type { ReactElement } from 'react';
import { Icon } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { calendar, caution, check } from '@wordpress/icons';

import type { Task } from '../entities';
import { dueExactly, whenText } from './due';

function iconOf( { status, overdue }: Task ): ReactElement {
	if ( status === 'done' ) {
		return check;
	}
	return overdue ? caution : calendar;
}

/**
 * When a follow-up is due, or was done; that it is overdue is said, too.
 *
 * @param props      Which.
 * @param props.task The task.
 */
export function DueText( { task }: { task: Task } ): ReactElement | null {
	const gmt = task.status === 'done' ? task.done_gmt : task.due_gmt;
	if ( ! gmt ) {
		return null;
	}
	return (
		<span className={ `steward-due${ task.overdue ? ' is-overdue' : '' }` }>
			<Icon icon={ iconOf( task ) } size={ 16 } />
			<span>
				{ task.overdue && (
					<strong>{ __( 'Overdue', 'steward' ) } </strong>
				) }
				<time dateTime={ gmt } title={ dueExactly( gmt ) }>
					{ whenText( task ) }
				</time>
			</span>
		</span>
	);
}
