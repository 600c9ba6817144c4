import { useEffect, useState } from 'react';

import type { OwnedRecord } from '../entities';
import { apiOf } from './api';
import { kindOf } from './records';

/**
 * Who saved a record last; empty until known, or where nobody is to be named.
 *
 * @param record The record as it was saved.
 */
export function useSavedBy( record: OwnedRecord ): string {
	const [ name, setName ] = useState( '' );
	const { id, version } = record;
	const api = apiOf( kindOf( record ) );
	useEffect( () => {
		let current = true;
		setName( '' );
		api.activity( id ).then(
			( { items } ) => {
				const last = items.find(
					( { action } ) => action === 'updated'
				);
				if ( current ) {
					setName( last?.actor?.name ?? '' );
				}
			},
			// The comparison is as good without.
			() => undefined
		);
		return () => {
			current = false;
		};
	}, [ api, id, version ] );
	return name;
}
