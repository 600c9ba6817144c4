/**
 * What follow-ups, their priorities and their states are called.
 */
import { __, sprintf } from '@wordpress/i18n';

import {
	TASK_PRIORITIES,
	type TaskPriority,
	type TaskStatus,
} from '../entities';
import { formatNumber } from '../lib/numbers';

/**
 * What a priority is called.
 *
 * @param priority One of them.
 */
export function priorityLabel( priority: TaskPriority ): string {
	return {
		low: __( 'Low', 'steward' ),
		normal: __( 'Normal', 'steward' ),
		high: __( 'High', 'steward' ),
	}[ priority ];
}

/** All priorities, to choose from. */
export function priorityOptions(): { value: TaskPriority; label: string }[] {
	return TASK_PRIORITIES.map( ( value ) => ( {
		value,
		label: priorityLabel( value ),
	} ) );
}

/**
 * What a status is called.
 *
 * @param status One of them.
 */
export function statusLabel( status: TaskStatus ): string {
	return {
		open: __( 'Open', 'steward' ),
		done: __( 'Done', 'steward' ),
	}[ status ];
}

/**
 * A record's tab of follow-ups, with how many are open.
 *
 * @param open How many.
 */
export function tasksTabTitle( open: number ): string {
	return open > 0
		? sprintf(
				/* translators: %s: how many follow-ups are open. */
				__( 'Follow-ups (%s)', 'steward' ),
				formatNumber( open )
			)
		: __( 'Follow-ups', 'steward' );
}
