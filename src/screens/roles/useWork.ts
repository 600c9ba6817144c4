import { useState } from 'react';

import type { RoleRow } from '../../entities';
import { edited, rebased, type Work } from './clashes';
import type { Draft } from './matrix';

const NOTHING: Work = { draft: {}, clashes: {} };

/** What isn't saved, and what happens to it. */
export interface UnsavedWork extends Work {
	edit: ( change: ( draft: Draft ) => Draft ) => void;
	discard: () => void;
	/** The roles are other ones than were shown. */
	receive: ( now: RoleRow[] ) => void;
}

/**
 * Keeps what isn't saved, on top of the roles as they are known.
 *
 * @param rows   The roles as they are shown.
 * @param onRows Takes newer ones.
 */
export function useWork(
	rows: RoleRow[],
	onRows: ( now: RoleRow[] ) => void
): UnsavedWork {
	const [ work, setWork ] = useState( NOTHING );
	return {
		...work,
		edit: ( change ) =>
			setWork( ( last ) => edited( last, change( last.draft ) ) ),
		discard: () => setWork( NOTHING ),
		receive: ( now ) => {
			onRows( now );
			setWork( ( last ) => rebased( last, rows, now ) );
		},
	};
}
