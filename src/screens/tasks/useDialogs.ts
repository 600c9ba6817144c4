import { useMemo, useState } from 'react';

import type { Task } from '../../entities';
import type { Report } from '../../lib/bulk';
import { notices } from '../../lib/notices';
import type { Handlers } from './actions';
import { assignAll, eraseAll, finishAll, reopenAll } from './bulk';
import { setStatus } from '../../tasks/change';

type Dialog =
	| { kind: 'assign' | 'erase'; tasks: Task[] }
	| { kind: 'report'; tasks: Task[]; report: Report };

export interface Dialogs {
	handlers: Handlers;
	dialog: Dialog | null;
	assign: ( assignee: number | null, name: string ) => Promise< void >;
	erase: () => Promise< void >;
	close: () => void;
}

/**
 * What the list's actions do, and the dialogs that some of them open.
 *
 * @param open Opens one; keep the same function.
 */
export function useDialogs( open: ( task: Task ) => void ): Dialogs {
	const [ dialog, setDialog ] = useState< Dialog | null >( null );
	const { run, handlers } = useMemo( () => {
		const work = async (
			tasks: Task[],
			todo: ( tasks: Task[] ) => Promise< Report | null >
		) => {
			try {
				const report = await todo( tasks );
				setDialog( report && { kind: 'report', tasks, report } );
			} catch ( thrown ) {
				notices.error( thrown );
				setDialog( null );
			}
		};
		const change =
			(
				status: 'open' | 'done',
				all: ( tasks: Task[] ) => Promise< Report | null >
			) =>
			( tasks: Task[] ) => {
				const [ only ] = tasks;
				if ( tasks.length === 1 && only ) {
					void setStatus( only, status );
				} else {
					void work( tasks, all );
				}
			};
		const made: Handlers = {
			finish: change( 'done', finishAll ),
			reopen: change( 'open', reopenAll ),
			assign: ( tasks ) => setDialog( { kind: 'assign', tasks } ),
			erase: ( tasks ) => setDialog( { kind: 'erase', tasks } ),
			open,
		};
		return { run: work, handlers: made };
	}, [ open ] );
	const chosen = dialog?.tasks ?? [];
	return {
		handlers,
		dialog,
		assign: ( assignee, name ) =>
			run( chosen, ( tasks ) => assignAll( tasks, assignee, name ) ),
		erase: () => run( chosen, eraseAll ),
		close: () => setDialog( null ),
	};
}
