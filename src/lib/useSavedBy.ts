import { useEffect, useState } from 'react';

import type { OwnedRecord } from '../entities';
import { apiOf } from './api';
import { kindOf } from './records';

/** A change and its activity are of the same second, or of two that follow each other. */
const CLOSE = 1000;

/**
 * Who saved a record last; empty until known, or where nobody is to be named.
 *
 * @param record The record as it was saved.
 */
export function useSavedBy( record: OwnedRecord ): string {
	const [ name, setName ] = useState( '' );
	const { id, version, modified_gmt: saved } = record;
	const api = apiOf( kindOf( record ) );
	useEffect( () => {
		let current = true;
		setName( '' );
		api.activity( id ).then(
			( { items } ) => {
				const at = Date.parse( saved );
				const change = items.find(
					( { created_gmt: created } ) =>
						Math.abs( Date.parse( created ) - at ) <= CLOSE
				);
				if ( current ) {
					setName( change?.actor?.name ?? '' );
				}
			},
			// The comparison is as good without.
			() => undefined
		);
		return () => {
			current = false;
		};
	}, [ api, id, version, saved ] );
	return name;
}
