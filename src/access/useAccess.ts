import { useCallback, useEffect, useState } from 'react';

import type { AccessAnswer, ContactId } from '../entities';
import { getAccess } from '../lib/api';
import { asRestError, type RestError } from '../lib/errors';

export interface AccessState {
	answer: AccessAnswer | null;
	error: RestError | null;
	reload: () => void;
}

/**
 * What somebody may do to a contact and why not, asked of the server again whenever the contact changes.
 *
 * @param id       The contact.
 * @param revision Whatever changes with what the answer depends on.
 * @param user     Another user, for those who may ask; else the reader.
 */
export function useAccess(
	id: ContactId,
	revision: string,
	user?: number
): AccessState {
	const [ answer, setAnswer ] = useState< AccessAnswer | null >( null );
	const [ error, setError ] = useState< RestError | null >( null );
	const [ attempt, setAttempt ] = useState( 0 );
	useEffect( () => {
		let current = true;
		setError( null );
		getAccess( id, user ).then(
			( read ) => current && setAnswer( read ),
			( thrown ) => current && setError( asRestError( thrown ) )
		);
		return () => {
			current = false;
		};
	}, [ id, revision, user, attempt ] );
	const reload = useCallback( () => setAttempt( ( now ) => now + 1 ), [] );
	return { answer, error, reload };
}
