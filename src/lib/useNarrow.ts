import { useSyncExternalStore } from 'react';

const query = (): MediaQueryList => window.matchMedia( '(max-width: 600px)' );

function subscribe( listener: () => void ): () => void {
	const list = query();
	list.addEventListener( 'change', listener );
	return () => list.removeEventListener( 'change', listener );
}

/** Whether the window is as narrow as a telephone. */
export function useNarrow(): boolean {
	return useSyncExternalStore( subscribe, () => query().matches );
}
