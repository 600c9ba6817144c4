import type { Action } from '@wordpress/dataviews';
import { __ } from '@wordpress/i18n';
import { check, people, pencil, trash, undo } from '@wordpress/icons';

import type { Task } from '../../entities';

export interface Handlers {
	finish: ( tasks: Task[] ) => void;
	reopen: ( tasks: Task[] ) => void;
	assign: ( tasks: Task[] ) => void;
	erase: ( tasks: Task[] ) => void;
	open: ( task: Task ) => void;
}

const isDone = ( { status }: Task ): boolean => status === 'done';

/**
 * What can be done to follow-ups in the list. Each one's own `can` decides; nothing is decided here.
 *
 * @param handlers What the actions do.
 */
export function taskActions( handlers: Handlers ): Action< Task >[] {
	return [
		{
			id: 'finish',
			label: __( 'Mark as done', 'steward' ),
			icon: check,
			isPrimary: true,
			supportsBulk: true,
			isEligible: ( item ) => item.can.update && ! isDone( item ),
			callback: handlers.finish,
		},
		{
			id: 'reopen',
			label: __( 'Reopen', 'steward' ),
			icon: undo,
			isPrimary: true,
			supportsBulk: true,
			isEligible: ( item ) => item.can.update && isDone( item ),
			callback: handlers.reopen,
		},
		{
			id: 'open',
			label: __( 'Open', 'steward' ),
			icon: pencil,
			callback: ( [ item ] ) => item && handlers.open( item ),
		},
		{
			id: 'assign',
			label: __( 'Reassign', 'steward' ),
			icon: people,
			supportsBulk: true,
			isEligible: ( item ) => item.can.update,
			callback: handlers.assign,
		},
		{
			id: 'erase',
			label: __( 'Delete', 'steward' ),
			icon: trash,
			supportsBulk: true,
			isEligible: ( item ) => item.can.delete,
			callback: handlers.erase,
		},
	];
}
