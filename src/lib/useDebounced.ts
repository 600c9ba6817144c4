import { useEffect, useState } from 'react';

/**
 * A value that follows another once it has rested.
 *
 * @param value The value.
 * @param delay Milliseconds of rest.
 */
export function useDebounced< T >( value: T, delay = 250 ): T {
	const [ rested, setRested ] = useState( value );
	useEffect( () => {
		const timer = setTimeout( () => setRested( value ), delay );
		return () => clearTimeout( timer );
	}, [ value, delay ] );
	return rested;
}
