/**
 * One contact from core-data, with the reason where it can't be shown.
 */
import { useCallback, useEffect, useState } from 'react';
import { store as coreStore } from '@wordpress/core-data';
import { useSelect } from '@wordpress/data';

import { CONTACT, KIND, type Contact, type ContactId } from '../../entities';
import { invalidateContacts } from '../../lib/api';
import { asRestError, type RestError } from '../../lib/errors';

export interface ContactState {
	contact: Contact | null;
	/** Why there is none; beside a contact only when a refresh failed to reach the server. */
	error: RestError | null;
	reload: () => void;
}

interface Resolution {
	getResolutionError: ( selector: string, args: unknown[] ) => unknown;
	hasFinishedResolution: ( selector: string, args: unknown[] ) => boolean;
}

/** core-data keeps the refused response unread; what it says is its body. */
async function readError( thrown: unknown ): Promise< RestError > {
	if ( thrown instanceof Response ) {
		return asRestError(
			await thrown
				.clone()
				.json()
				.catch( () => null )
		);
	}
	return asRestError( thrown );
}

/**
 * Reads a contact, at once from the list that led here where it is known, and always afresh.
 *
 * @param id The contact.
 */
export function useContact( id: ContactId ): ContactState {
	const { record, thrown } = useSelect(
		( select ) => {
			const args = [ KIND, CONTACT, id ] as const;
			const core = select( coreStore );
			const resolution = core as unknown as Resolution;
			return {
				record: core.getEntityRecord( ...args ) as unknown as
					Contact | undefined,
				thrown: resolution.getResolutionError( 'getEntityRecord', [
					...args,
				] ),
			};
		},
		[ id ]
	);
	const [ error, setError ] = useState< RestError | null >( null );
	useEffect( () => {
		let current = true;
		if ( ! thrown ) {
			setError( null );
			return undefined;
		}
		void readError( thrown ).then(
			( read ) => current && setError( read )
		);
		return () => {
			current = false;
		};
	}, [ thrown ] );
	const reload = useCallback( () => {
		setError( null );
		invalidateContacts( [ id ] );
	}, [ id ] );

	// A refusal outweighs what is still in the store: who may no longer look is shown nothing.
	const refused = error !== null && ! error.offline && error.status < 500;
	return {
		contact: ( ! refused && record ) || null,
		error,
		reload,
	};
}
