import { useCallback, useEffect, useState } from 'react';

import { CONTACT, type AccessAnswer, type RecordName } from '../entities';
import { apiOf } from '../lib/api';
import { asRestError, type RestError } from '../lib/errors';

export interface AccessState {
	answer: AccessAnswer | null;
	error: RestError | null;
	reload: () => void;
}

/**
 * What somebody may do to a record and why not, asked of the server again whenever the record changes.
 *
 * @param id       The record.
 * @param revision Whatever changes with what the answer depends on.
 * @param user     Another user, for those who may ask; else the reader.
 * @param type     The record's kind.
 */
export function useAccess(
	id: number,
	revision: string,
	user?: number,
	type: RecordName = CONTACT
): AccessState {
	const [ answer, setAnswer ] = useState< AccessAnswer | null >( null );
	const [ error, setError ] = useState< RestError | null >( null );
	const [ attempt, setAttempt ] = useState( 0 );
	useEffect( () => {
		let current = true;
		setError( null );
		apiOf( type )
			.access( id, user )
			.then(
				( read ) => current && setAnswer( read ),
				( thrown ) => current && setError( asRestError( thrown ) )
			);
		return () => {
			current = false;
		};
	}, [ id, revision, user, type, attempt ] );
	const reload = useCallback( () => setAttempt( ( now ) => now + 1 ), [] );
	return { answer, error, reload };
}
