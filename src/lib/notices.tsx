/**
 * What just happened, said in a corner and to screen readers.
 */
import { useEffect, useMemo, type ReactElement } from 'react';
import { SnackbarList } from '@wordpress/components';
import { dispatch, useSelect } from '@wordpress/data';
import { __ } from '@wordpress/i18n';
import { store as noticesStore } from '@wordpress/notices';

import { boot } from '../boot';
import { errorText } from './errors';
import { offer, onUndoKey, spokenText, takeBack, type Undo } from './undo';

export interface NoticeAction {
	label: string;
	onClick: () => void;
}

export interface NoticeOptions {
	/** A button; WordPress shows one. */
	actions?: NoticeAction[];
	/** Takes it back: by a button and by Ctrl/⌘+Z, for 10 seconds, or while the pointer or the focus is there, or a report over it. */
	undo?: Undo;
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
/** Seconds that a notice stays after somebody has left it. */
const LINGER = 3;
let count = 0;

/** Whether somebody is at the snackbars: what they are about to press mustn't go. */
const isHeld = (): boolean =>
	document.querySelector(
		'.steward-snackbars .components-snackbar:is(:hover, :focus-within)'
	) !== null;

/** Whether a report lies over the snackbars: who reads it couldn't press anything there. */
const isCovered = (): boolean =>
	document.querySelector( '.steward-bulk-report' ) !== null;

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
	const wait = ( seconds: number, wasCovered = false ) =>
		timers.set(
			id,
			window.setTimeout( () => {
				if ( isCovered() ) {
					wait( 1, true );
				} else if ( wasCovered ) {
					wait( boot.limits.undoSeconds );
				} else if ( isHeld() ) {
					wait( LINGER );
				} else {
					notices.remove( id );
				}
			}, seconds * 1000 )
		);
	if ( ! passes ) {
		wait( boot.limits.undoSeconds );
	}
}

/** The same as `useNotices`, where no hook can be used. */
export const notices: Notices = {
	success( text, options = {} ) {
		const { undo, ...rest } = options;
		const id = options.id ?? `steward-done-${ ++count }`;
		const actions = undo
			? [
					{
						label: __( 'Undo', 'steward' ),
						onClick: () => void takeBack( undo ),
					},
				]
			: ( options.actions ?? [] );
		const passes = actions.length === 0;
		offer( id, undo );
		void dispatch( noticesStore ).createSuccessNotice( text, {
			type: 'snackbar',
			explicitDismiss: ! passes,
			...rest,
			actions,
			id,
		} );
		time( id, passes );
	},
	error( error, { undo: _none, ...options } = {} ) {
		if ( options.id ) {
			// It takes the place of what could be taken back.
			offer( options.id, undefined );
			time( options.id, true );
		}
		void dispatch( noticesStore ).createErrorNotice(
			typeof error === 'string' ? error : errorText( error ),
			// A refusal says what to do: it stays until it was read.
			{ type: 'snackbar', explicitDismiss: true, ...options }
		);
	},
	remove( id ) {
		offer( id, undefined );
		time( id, true );
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
	const snackbars = useMemo(
		() =>
			all
				.filter( ( { type } ) => type === 'snackbar' )
				.map( ( notice ) => ( {
					...notice,
					spokenMessage: spokenText( notice.id, notice.content ),
				} ) ),
		[ all ]
	);
	useEffect( () => {
		const onKey = ( event: KeyboardEvent ) =>
			onUndoKey( event, notices.remove );
		document.addEventListener( 'keydown', onKey );
		return () => document.removeEventListener( 'keydown', onKey );
	}, [] );
	return (
		<SnackbarList
			notices={ snackbars }
			className="steward-snackbars"
			onRemove={ notices.remove }
		/>
	);
}
