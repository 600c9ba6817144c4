/**
 * What just happened, said in a corner and to screen readers.
 */
import { useMemo, type ReactElement } from 'react';
import { SnackbarList } from '@wordpress/components';
import { dispatch, useDispatch, useSelect } from '@wordpress/data';
import { store as noticesStore } from '@wordpress/notices';

import { boot } from '../boot';
import { errorText } from './errors';

export interface NoticeAction {
	label: string;
	onClick: () => void;
}

export interface NoticeOptions {
	/** At most a few; a snackbar goes after 10 seconds, and its actions with it. */
	actions?: NoticeAction[];
	/** The same id replaces the notice shown under it. */
	id?: string;
}

export interface Notices {
	success: ( text: string, options?: NoticeOptions ) => void;
	/** Takes a thrown error (its message and remedy are shown) or a text. */
	error: ( error: unknown, options?: NoticeOptions ) => void;
	remove: ( id: string ) => void;
}

/** When notices with a button go, by their ids. */
const timers = new Map< string, number >();
let count = 0;

/**
 * Takes a notice away when its button would no longer work.
 *
 * WordPress makes all of a passing snackbar one button to dismiss it, which mustn't hold another: one with a button has to be
 * dismissed explicitly, and would stay for ever.
 *
 * @param id     The notice.
 * @param passes Whether it goes by itself.
 */
function time( id: string, passes: boolean ): void {
	window.clearTimeout( timers.get( id ) );
	timers.delete( id );
	if ( ! passes ) {
		timers.set(
			id,
			window.setTimeout( () => {
				timers.delete( id );
				notices.remove( id );
			}, boot.limits.undoSeconds * 1000 )
		);
	}
}

/** The same as `useNotices`, where no hook can be used. */
export const notices: Notices = {
	success( text, options = {} ) {
		const id = options.id ?? `steward-done-${ ++count }`;
		const passes = ! options.actions?.length;
		void dispatch( noticesStore ).createSuccessNotice( text, {
			type: 'snackbar',
			explicitDismiss: ! passes,
			...options,
			id,
		} );
		time( id, passes );
	},
	error( error, options = {} ) {
		void dispatch( noticesStore ).createErrorNotice(
			typeof error === 'string' ? error : errorText( error ),
			// A refusal says what to do: it stays until it was read.
			{ type: 'snackbar', explicitDismiss: true, ...options }
		);
	},
	remove( id ) {
		void dispatch( noticesStore ).removeNotice( id );
	},
};

/** Ways to say what happened. */
export function useNotices(): Notices {
	return notices;
}

/** The snackbars; rendered once, by the app. */
export function Snackbars(): ReactElement {
	const all = useSelect(
		( select ) => select( noticesStore ).getNotices(),
		[]
	);
	const { removeNotice } = useDispatch( noticesStore );
	const snackbars = useMemo(
		() => all.filter( ( { type } ) => type === 'snackbar' ),
		[ all ]
	);
	return (
		<SnackbarList
			notices={ snackbars }
			className="steward-snackbars"
			onRemove={ ( id: string ) => void removeNotice( id ) }
		/>
	);
}
