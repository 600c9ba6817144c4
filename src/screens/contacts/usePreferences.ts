import { useCallback, useMemo } from 'react';
import { useDispatch, useSelect } from '@wordpress/data';
import { store as preferencesStore } from '@wordpress/preferences';

import { readPreferences, type ListPreferences } from './view';

const SCOPE = 'steward';
const NAME = 'contactsList';

/** How a person likes their list; WordPress keeps it with their account. */
export function usePreferences(): [
	ListPreferences,
	( next: ListPreferences ) => void,
] {
	const stored = useSelect(
		( select ) => select( preferencesStore ).get( SCOPE, NAME ) as unknown,
		[]
	);
	const { set } = useDispatch( preferencesStore );
	const preferences = useMemo( () => readPreferences( stored ), [ stored ] );
	const keep = useCallback(
		( next: ListPreferences ) => {
			if ( JSON.stringify( next ) !== JSON.stringify( preferences ) ) {
				void set( SCOPE, NAME, next );
			}
		},
		[ preferences, set ]
	);
	return [ preferences, keep ];
}
