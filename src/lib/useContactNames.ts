import { useEffect, useState } from 'react';
import { addQueryArgs } from '@wordpress/url';

import { CONTACT, RECORDS, type Contact } from '../entities';
import { request } from './api';
import { contactName } from './people';

/** What the server answers at once. */
const MOST = 100;

/**
 * The names of contacts, as far as they may be seen; empty until known.
 *
 * @param ids Contacts, of which the first hundred are looked up.
 */
export function useContactNames( ids: number[] ): Map< number, string > {
	const [ names, setNames ] = useState( new Map< number, string >() );
	const key = ids.slice( 0, MOST ).join( ',' );
	useEffect( () => {
		let current = true;
		if ( key ) {
			request< Contact[] >( {
				path: addQueryArgs( RECORDS[ CONTACT ].paths.all(), {
					include: key.split( ',' ),
					per_page: MOST,
					_fields: 'id,name,email,company,phone',
				} ),
			} ).then(
				( found ) =>
					current &&
					setNames(
						new Map(
							found.map( ( one ) => [
								one.id,
								contactName( one ),
							] )
						)
					),
				// Their numbers are shown instead.
				() => undefined
			);
		}
		return () => {
			current = false;
		};
	}, [ key ] );
	return names;
}
