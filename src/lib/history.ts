/**
 * Browser history for one admin page: pushes, guards against losing unsaved work, and remembers scroll positions.
 * The address is the state; React reads it through `subscribe` and `getSearch`.
 */
import { pageOf, toSearch, type ParamsInput } from './location';

/** Stands between a person and losing work: is told how to go on, should they choose to. */
export type Guard = ( proceed: () => void ) => void;

export interface NavigateOptions {
	/** Replace the present history entry rather than add one. */
	replace?: boolean;
	/** Don't ask about unsaved work (it was just saved). */
	force?: boolean;
	/** Keep scroll and focus where they are: the same screen, filtered otherwise. */
	quiet?: boolean;
}

interface EntryState {
	stewardIndex?: number;
}

const listeners = new Set< () => void >();
const guards = new Set< Guard >();
const scrolls = new Map< number, number >();

let started = false;
let search = '';
let index = 0;
let skipPop = false;
let arrival: 'load' | 'push' | 'pop' = 'load';
let focusWanted = false;

function emit(): void {
	listeners.forEach( ( listener ) => listener() );
}

function stateIndex(): number {
	return ( window.history.state as EntryState | null )?.stewardIndex ?? 0;
}

function remember(): void {
	scrolls.set( index, window.scrollY );
}

/**
 * Brings back a scroll position once the content is tall enough to hold it; gives up after a second.
 * @param top
 */
function restoreScroll( top: number ): void {
	const until = Date.now() + 1000;
	const attempt = () => {
		const reachable =
			document.documentElement.scrollHeight - window.innerHeight;
		if ( reachable >= top || Date.now() > until ) {
			window.scrollTo( 0, top );
			return;
		}
		window.requestAnimationFrame( attempt );
	};
	window.requestAnimationFrame( attempt );
}

function onPop(): void {
	if ( skipPop ) {
		skipPop = false;
		return;
	}
	const to = stateIndex();
	const delta = to - index;
	const guard = [ ...guards ].at( -1 );
	if ( guard && delta !== 0 ) {
		// The browser has already moved: step back first, then ask.
		skipPop = true;
		window.history.go( -delta );
		guard( () => {
			guards.clear();
			window.history.go( delta );
		} );
		return;
	}
	remember();
	index = to;
	search = window.location.search;
	arrival = 'pop';
	focusWanted = true;
	emit();
	restoreScroll( scrolls.get( index ) ?? 0 );
}

function start(): void {
	if ( started ) {
		return;
	}
	started = true;
	search = window.location.search;
	index = stateIndex();
	window.history.replaceState(
		{ ...window.history.state, stewardIndex: index },
		''
	);
	window.addEventListener( 'popstate', onPop );
	window.addEventListener( 'beforeunload', ( event ) => {
		if ( guards.size > 0 ) {
			event.preventDefault();
			// Older browsers ask only when this is set.
			event.returnValue = true;
		}
	} );
}

/** The present query string. */
export function getSearch(): string {
	start();
	return search;
}

/**
 * Calls back whenever the address changed.
 *
 * @param listener The callback.
 * @return How to stop.
 */
export function subscribe( listener: () => void ): () => void {
	start();
	listeners.add( listener );
	return () => listeners.delete( listener );
}

/**
 * Asks this guard before anything leaves the screen.
 *
 * @param guard Told how to proceed.
 * @return How to take it away.
 */
export function addGuard( guard: Guard ): () => void {
	start();
	guards.add( guard );
	return () => guards.delete( guard );
}

/**
 * Goes to another address of Steward's screens. Another menu page is loaded by the browser, as wp-admin's menu marks it.
 *
 * @param params  All parameters of the new address: nothing is merged; `page` stays unless given.
 * @param options How.
 */
export function navigate(
	params: ParamsInput,
	options: NavigateOptions = {}
): void {
	start();
	const target = toSearch( params, pageOf( search ) );
	if ( target === search ) {
		return;
	}
	const guard = [ ...guards ].at( -1 );
	if ( guard && ! options.force && ! options.quiet ) {
		guard( () => {
			guards.clear();
			navigate( params, { ...options, force: true } );
		} );
		return;
	}
	if ( pageOf( target ) !== pageOf( search ) ) {
		window.location.assign( target );
		return;
	}
	remember();
	search = target;
	if ( options.replace ) {
		window.history.replaceState( { stewardIndex: index }, '', target );
	} else {
		index += 1;
		window.history.pushState( { stewardIndex: index }, '', target );
	}
	if ( ! options.quiet ) {
		arrival = 'push';
		focusWanted = true;
	}
	emit();
	if ( ! options.quiet ) {
		window.scrollTo( 0, 0 );
	}
}

/** How the present address was come to. */
export function getArrival(): 'load' | 'push' | 'pop' {
	return arrival;
}

/**
 * Whether the new screen should take the focus; asking answers once.
 */
export function takeFocusWish(): boolean {
	const wanted = focusWanted;
	focusWanted = false;
	return wanted;
}

/** Has the next heading take the focus, because the one that had it went away. */
export function wishFocus(): void {
	focusWanted = true;
}
