import { useCallback, useMemo, useRef, useState } from 'react';
import type { View } from '@wordpress/dataviews';

import type { Params } from './location';
import { navigate, useRoute } from './router';

/**
 * Order-independent text of an address's parameters.
 * @param params
 */
function keyOf( params: Record< string, string > ): string {
	return JSON.stringify( Object.entries( params ).sort() );
}

/** How a list's address, its view and the person's preferences belong together. Keep the same object. */
export interface ListRules< Tab, P > {
	tabOf: ( params: Params ) => Tab;
	viewOf: ( params: Params, preferences: P, narrow: boolean ) => View;
	paramsOf: ( tab: Tab, view: View, present: Params ) => Params;
	/** What of a table's view is to be remembered. */
	preferencesOf: ( view: View, before: P ) => P;
	/** Looks at a change before it counts. */
	changeView?: ( before: View, next: View ) => View;
}

export interface ListView< Tab > {
	tab: Tab;
	view: View;
	onChangeView: ( view: View ) => void;
	/** Takes away search and filters. */
	clear: () => void;
}

/**
 * A list's view. The address holds what can be shared, the person's preferences hold how they like it, and a filter that is
 * still being filled in lives only here.
 *
 * @param rules       How they belong together.
 * @param preferences The person's.
 * @param keep        Remembers them.
 * @param narrow      Whether the screen is too narrow for a table.
 */
export function useListView< Tab, P >(
	rules: ListRules< Tab, P >,
	preferences: P,
	keep: ( next: P ) => void,
	narrow: boolean
): ListView< Tab > {
	const { params } = useRoute();
	const key = keyOf( params );
	const tab = rules.tabOf( params );
	const fromAddress = useMemo(
		() => rules.viewOf( params, preferences, narrow ),
		// `key` stands for `params`, which are a new object with each step in the history.
		// eslint-disable-next-line react-hooks/exhaustive-deps
		[ rules, key, preferences, narrow ]
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

	const now = useRef( { tab, view, key, params, preferences } );
	now.current = { tab, view, key, params, preferences };

	const onChangeView = useCallback(
		( changed: View ) => {
			const { tab: at, view: before, key: from } = now.current;
			const next = rules.changeView?.( before, changed ) ?? changed;
			if ( next.type === 'table' ) {
				keep( rules.preferencesOf( next, now.current.preferences ) );
			}
			const to = rules.paramsOf( at, next, now.current.params );
			setDraft( { key: keyOf( to ), view: next } );
			if ( keyOf( to ) !== from ) {
				navigate( to, {
					quiet: true,
					// Each letter typed isn't a step to go back to.
					replace: next.search !== before.search,
				} );
			}
		},
		[ rules, keep ]
	);

	const clear = useCallback( () => {
		onChangeView( {
			...now.current.view,
			search: '',
			filters: [],
			page: 1,
		} );
	}, [ onChangeView ] );

	return { tab, view, onChangeView, clear };
}
