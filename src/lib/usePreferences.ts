import { useCallback, useMemo } from 'react';
import { useDispatch, useSelect } from '@wordpress/data';
import { store as preferencesStore } from '@wordpress/preferences';

const SCOPE = 'steward';

/**
 * How a person likes a list; WordPress keeps it with their account.
 *
 * @param name The list.
 * @param read Makes preferences of whatever was stored.
 */
export function usePreferences< P >(
	name: string,
	read: ( stored: unknown ) => P
): [ P, ( next: P ) => void ] {
	const stored = useSelect(
		( select ) => select( preferencesStore ).get( SCOPE, name ) as unknown,
		[ name ]
	);
	const { set } = useDispatch( preferencesStore );
	const preferences = useMemo( () => read( stored ), [ read, stored ] );
	const keep = useCallback(
		( next: P ) => {
			if ( JSON.stringify( next ) !== JSON.stringify( preferences ) ) {
				void set( SCOPE, name, next );
			}
		},
		[ name, preferences, set ]
	);
	return [ preferences, keep ];
}
