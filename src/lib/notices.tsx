/**
 * What just happened, said in a corner and to screen readers.
 */
import { useMemo, type ReactElement } from 'react';
import { SnackbarList } from '@wordpress/components';
import { dispatch, useDispatch, useSelect } from '@wordpress/data';
import { store as noticesStore } from '@wordpress/notices';

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

/** The same as `useNotices`, where no hook can be used. */
export const notices: Notices = {
	success( text, options = {} ) {
		void dispatch( noticesStore ).createSuccessNotice( text, {
			type: 'snackbar',
			...options,
		} );
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
