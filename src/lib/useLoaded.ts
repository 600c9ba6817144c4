/**
 * What a screen loads by itself, where core-data has no record for it.
 */
import {
	useCallback,
	useEffect,
	useRef,
	useState,
	type Dispatch,
	type SetStateAction,
} from 'react';

import { asRestError, type RestError } from './errors';

export interface Loaded< T > {
	/** Undefined until the first answer. */
	data: T | undefined;
	error: RestError | null;
	isLoading: boolean;
	/** Asks again; what is there stays meanwhile. */
	reload: () => void;
	/** After a change whose answer is known. */
	setData: Dispatch< SetStateAction< T | undefined > >;
}

/**
 * Loads something when the screen opens, and again when its key changes. An answer that comes too late is left out.
 *
 * @param load What to ask.
 * @param key  What it is about.
 */
export function useLoaded< T >(
	load: () => Promise< T >,
	key = ''
): Loaded< T > {
	const [ data, setData ] = useState< T >();
	const [ error, setError ] = useState< RestError | null >( null );
	const [ isLoading, setLoading ] = useState( true );
	const [ attempt, setAttempt ] = useState( 0 );
	const latest = useRef( load );
	latest.current = load;
	useEffect( () => {
		let stale = false;
		setLoading( true );
		setError( null );
		latest
			.current()
			.then(
				( answer ) => ! stale && setData( answer ),
				( thrown ) => ! stale && setError( asRestError( thrown ) )
			)
			.finally( () => ! stale && setLoading( false ) );
		return () => {
			stale = true;
		};
	}, [ key, attempt ] );
	return {
		data,
		error,
		isLoading,
		reload: useCallback( () => setAttempt( ( last ) => last + 1 ), [] ),
		setData,
	};
}
