/**
 * Taking back what was just done: what the snackbar's button and Ctrl/⌘+Z do, and where the focus goes then.
 */
import { __, sprintf } from '@wordpress/i18n';

export interface Undo {
	/** Takes it back, and says how that went. */
	run: () => Promise< unknown >;
	/** What it was about, for the focus; null while that isn't on the screen. */
	find?: () => HTMLElement | null;
}

/** How long to wait for what was taken back to be on the screen again, and how often to look. Milliseconds. */
const PATIENCE = 3000;
const LOOK = 60;
/** How often it must have been found in its place: rows and cards may be drawn anew meanwhile. */
const SETTLED = 5;

/** What can be taken back now, by the ids of the notices, the latest last. */
const offers = new Map< string, Undo >();

/**
 * Lets something be taken back for as long as its notice stands.
 *
 * @param id   The notice.
 * @param undo What to do; nothing where it can't be taken back.
 */
export function offer( id: string, undo: Undo | undefined ): void {
	offers.delete( id );
	if ( undo ) {
		offers.set( id, undo );
	}
}

/**
 * What is said of a notice: that it can be taken back, and how, where it can.
 *
 * @param id   The notice.
 * @param text Its text.
 */
export function spokenText( id: string, text: string ): string {
	if ( ! offers.has( id ) ) {
		return text;
	}
	const isApple = /Mac|iPhone|iPad/.test( window.navigator.platform );
	return sprintf(
		/* translators: 1: what happened, a sentence, 2: keys. */
		__( '%1$s Press %2$s to undo.', 'steward' ),
		text,
		isApple ? __( 'Command+Z', 'steward' ) : __( 'Control+Z', 'steward' )
	);
}

const focused = (): Element | null => document.body.ownerDocument.activeElement;

/** Whether the focus is nowhere in particular. */
const isNowhere = ( element: Element | null ): boolean =>
	! element ||
	element === document.body ||
	element.closest( '.steward-snackbars' ) !== null;

/**
 * Takes the focus to what was just changed, once it is on the screen, unless somebody has gone elsewhere; to the heading where it
 * isn't shown and the focus is nowhere.
 *
 * @param start What had the focus.
 * @param find  Where to.
 */
export async function focusBack(
	start: Element | null,
	find: Undo[ 'find' ]
): Promise< void > {
	let settled = 0;
	for ( let left = PATIENCE / LOOK; left > 0 && settled < SETTLED; left-- ) {
		const target = find?.() ?? null;
		const active = focused();
		if ( target && active === target ) {
			settled++;
		} else if ( active !== start && ! isNowhere( active ) ) {
			return;
		} else if ( target ) {
			target.focus();
			settled = 0;
		}
		await new Promise( ( next ) => window.setTimeout( next, LOOK ) );
	}
	if ( isNowhere( focused() ) ) {
		document
			.querySelector< HTMLElement >( '#steward-root h1[tabindex]' )
			?.focus();
	}
}

/**
 * Takes something back.
 *
 * @param undo What.
 */
export async function takeBack( undo: Undo ): Promise< void > {
	if ( isNowhere( focused() ) ) {
		// The button goes with its snackbar.
		document.querySelector< HTMLElement >( '.steward-snackbars' )?.focus();
	}
	const start = focused();
	await undo.run();
	await focusBack( start, undo.find );
}

/** Whether a key goes to text that is being written, which has its own undo. */
const isWriting = ( target: EventTarget | null ): boolean =>
	target instanceof Element &&
	target.closest(
		'input:not( [type="checkbox"], [type="radio"] ), textarea, select, [contenteditable="true"]'
	) !== null;

/**
 * Ctrl+Z, or ⌘+Z: takes back what was offered last.
 *
 * @param event The key.
 * @param clear Takes a notice away.
 */
export function onUndoKey(
	event: KeyboardEvent,
	clear: ( id: string ) => void
): void {
	const isUndo =
		( event.ctrlKey || event.metaKey ) &&
		! event.shiftKey &&
		! event.altKey &&
		! event.repeat &&
		event.key.toLowerCase() === 'z';
	const last = [ ...offers ].pop();
	if ( ! isUndo || ! last || isWriting( event.target ) ) {
		return;
	}
	event.preventDefault();
	const [ id, undo ] = last;
	clear( id );
	void takeBack( undo );
}
