import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { View } from '@wordpress/dataviews';

import { navigate, rememberList, useRoute } from '../../lib/router';
import { usePreferences } from './usePreferences';
import {
	changeView,
	DEFAULT_PREFERENCES,
	paramsOf,
	preferencesOf,
	tabOf,
	viewOf,
	type Tab,
} from './view';

/**
 * Order-independent text of an address's parameters.
 * @param params
 */
function keyOf( params: Record< string, string > ): string {
	return JSON.stringify( Object.entries( params ).sort() );
}

export interface ListView {
	tab: Tab;
	view: View;
	onChangeView: ( view: View ) => void;
	/** Takes away search and filters. */
	clear: () => void;
	/** Back to the usual columns and density; false when they are the usual ones. */
	onReset: ( () => void ) | false;
}

/**
 * The list's view. The address holds what can be shared, the person's preferences hold how they like it, and a filter that is
 * still being filled in lives only here.
 *
 * @param narrow Whether the screen is too narrow for a table.
 */
export function useListView( narrow: boolean ): ListView {
	const { params } = useRoute();
	const [ preferences, keepPreferences ] = usePreferences();
	const key = keyOf( params );
	const { as } = params;
	const tab = tabOf( params );
	const fromAddress = useMemo(
		() => viewOf( params, preferences, narrow ),
		// `key` stands for `params`, which are a new object with each step in the history.
		// eslint-disable-next-line react-hooks/exhaustive-deps
		[ key, preferences, narrow ]
	);
	// What the address can't say: filters that are open but empty, and a search just being typed.
	const [ draft, setDraft ] = useState< { key: string; view: View } | null >(
		null
	);
	const view = useMemo( (): View => {
		if ( draft?.key !== key ) {
			return fromAddress;
		}
		return {
			...fromAddress,
			filters: draft.view.filters,
			search: draft.view.search,
		};
	}, [ draft, key, fromAddress ] );

	useEffect( () => {
		rememberList( params );
		// eslint-disable-next-line react-hooks/exhaustive-deps
	}, [ key ] );

	const now = useRef( { tab, view, key } );
	now.current = { tab, view, key };

	const onChangeView = useCallback(
		( changed: View ) => {
			const { tab: at, view: before, key: from } = now.current;
			const next = changeView( before, changed );
			if ( next.type === 'table' ) {
				keepPreferences( preferencesOf( next ) );
			}
			const to = {
				...paramsOf( at, next ),
				// Whose eyes one looks through stays.
				...( as ? { as } : {} ),
			};
			setDraft( { key: keyOf( to ), view: next } );
			if ( keyOf( to ) !== from ) {
				navigate( to, {
					quiet: true,
					// Each letter typed isn't a step to go back to.
					replace: next.search !== before.search,
				} );
			}
		},
		[ keepPreferences, as ]
	);

	const clear = useCallback( () => {
		onChangeView( {
			...now.current.view,
			search: '',
			filters: [],
			page: 1,
		} );
	}, [ onChangeView ] );

	const usual =
		JSON.stringify( preferences ) === JSON.stringify( DEFAULT_PREFERENCES );
	const reset = useCallback(
		() => keepPreferences( DEFAULT_PREFERENCES ),
		[ keepPreferences ]
	);
	return { tab, view, onChangeView, clear, onReset: usual ? false : reset };
}
