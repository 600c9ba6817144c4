/**
 * The router of the admin screens, on the query string. Deep links, reload, back and forward work; unsaved work is asked about.
 */
import {
	useEffect,
	useMemo,
	useRef,
	useState,
	useSyncExternalStore,
	type AnchorHTMLAttributes,
	type MouseEvent,
	type ReactElement,
	type RefObject,
} from 'react';
import { __ } from '@wordpress/i18n';

import { ConfirmDialog } from '../components/ConfirmDialog';
import {
	addGuard,
	getSearch,
	navigate,
	subscribe,
	takeFocusWish,
	wishFocus,
} from './history';
import { isPlainClick } from './links';
import { pageOf, parseLocation, toSearch } from './location';
import type { Params, ParamsInput, Route } from './location';

export { getArrival, navigate } from './history';
export type { Params, ParamsInput, Route, Screen } from './location';

/** The present route; renders again whenever it changes. */
export function useRoute(): Route {
	const search = useSyncExternalStore( subscribe, getSearch );
	return useMemo( () => parseLocation( search ), [ search ] );
}

/** The list's address when it was last seen, so that links back to it keep its filters. */
let lastList: Params = {};

/**
 * Remembers the contacts list's parameters for links back to it.
 *
 * @param params The parameters without `page`.
 */
export function rememberList( params: Params ): void {
	lastList = params;
}

/** Parameters of a link back to the contacts list as it was last seen. */
export function listParams(): Params {
	return { page: 'steward', ...lastList };
}

export interface LinkProps extends Omit<
	AnchorHTMLAttributes< HTMLAnchorElement >,
	'href'
> {
	/** All parameters of the address; the page stays unless given. */
	to: ParamsInput;
	/** The same screen, filtered otherwise: scroll and focus stay. */
	quiet?: boolean;
}

/**
 * A link within Steward: opens at once, and in a new tab when asked so.
 *
 * @param props         An anchor's props, and where to.
 * @param props.to      The address's parameters.
 * @param props.quiet   Keep scroll and focus.
 * @param props.onClick
 */
export function Link( {
	to,
	quiet,
	onClick,
	...props
}: LinkProps ): ReactElement {
	const href = `admin.php${ toSearch( to, pageOf( getSearch() ) ) }`;
	return (
		// eslint-disable-next-line jsx-a11y/anchor-has-content -- its children are among the props.
		<a
			{ ...props }
			href={ href }
			onClick={ ( event: MouseEvent< HTMLAnchorElement > ) => {
				onClick?.( event );
				if ( isPlainClick( event ) && ! event.defaultPrevented ) {
					event.preventDefault();
					navigate( to, { quiet } );
				}
			} }
		/>
	);
}

/**
 * A ref for a screen's heading: it takes the focus when the screen was come to from within Steward, so that a screen
 * reader says where one is and the keyboard goes on from there.
 */
export function useHeadingFocus(): RefObject< HTMLHeadingElement > {
	const ref = useRef< HTMLHeadingElement >( null );
	const { screen, contact } = useRoute();
	useEffect( () => {
		const heading = ref.current;
		if ( takeFocusWish() ) {
			heading?.focus( { preventScroll: true } );
		}
		return () => {
			if ( heading && heading.ownerDocument.activeElement === heading ) {
				wishFocus();
			}
		};
	}, [ screen, contact ] );
	return ref;
}

let setPrompt: ( proceed: ( () => void ) | null ) => void = ( proceed ) =>
	proceed?.();

/**
 * Asks before unsaved work is lost: on leaving the page, on links within Steward, on back and forward.
 *
 * @param isDirty Whether there is unsaved work.
 */
export function useUnsavedGuard( isDirty: boolean ): void {
	useEffect( () => {
		if ( ! isDirty ) {
			return undefined;
		}
		return addGuard( ( proceed ) => setPrompt( proceed ) );
	}, [ isDirty ] );
}

/** The question that `useUnsavedGuard` asks. Rendered once, by the app. */
export function UnsavedPrompt(): ReactElement | null {
	const [ proceed, setProceed ] = useState< { go: () => void } | null >(
		null
	);
	useEffect( () => {
		setPrompt = ( go ) => setProceed( go ? { go } : null );
	}, [] );
	if ( ! proceed ) {
		return null;
	}
	return (
		<ConfirmDialog
			title={ __( 'Leave without saving?', 'steward' ) }
			confirmLabel={ __( 'Discard changes', 'steward' ) }
			cancelLabel={ __( 'Keep editing', 'steward' ) }
			isDestructive
			onConfirm={ () => {
				setProceed( null );
				proceed.go();
			} }
			onCancel={ () => setProceed( null ) }
		>
			{ __( 'Your changes haven’t been saved.', 'steward' ) }
		</ConfirmDialog>
	);
}
