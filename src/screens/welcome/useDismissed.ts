import { useDispatch, useSelect } from '@wordpress/data';
import { store as preferencesStore } from '@wordpress/preferences';

const SCOPE = 'steward';
const NAME = 'welcomeDismissed';

/** Whether this person has put the welcome away, on any device, and how to. */
export function useDismissed(): [ boolean, () => void ] {
	const dismissed = useSelect(
		( select ) => Boolean( select( preferencesStore ).get( SCOPE, NAME ) ),
		[]
	);
	const { set } = useDispatch( preferencesStore );
	return [ dismissed, () => void set( SCOPE, NAME, true ) ];
}
