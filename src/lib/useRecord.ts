/**
 * One record from core-data, with the reason where it can't be shown.
 */
import { useCallback, useEffect, useState } from 'react';
import { store as coreStore } from '@wordpress/core-data';
import { useSelect } from '@wordpress/data';

import {
	CONTACT,
	KIND,
	OPPORTUNITY,
	TASK,
	type EntityName,
	type OwnedRecord,
	type Task,
} from '../entities';
import { contacts, opportunities } from './api';
import { asRestError, type RestError } from './errors';
import { tasks } from './tasks';

const APIS = {
	[ CONTACT ]: contacts,
	[ OPPORTUNITY ]: opportunities,
	[ TASK ]: tasks,
};

export interface RecordState< T > {
	record: T | null;
	/** Why there is none; beside a record only when a refresh failed to reach the server. */
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
 * Reads a record, at once from the list that led here where it is known, and always afresh.
 *
 * @param name Its kind.
 * @param id   The record.
 */
export function useRecord< T extends OwnedRecord | Task >(
	name: EntityName,
	id: number
): RecordState< T > {
	const { record, thrown } = useSelect(
		( select ) => {
			const args = [ KIND, name, id ] as const;
			const core = select( coreStore );
			const resolution = core as unknown as Resolution;
			return {
				record: core.getEntityRecord( ...args ) as unknown as
					T | undefined,
				thrown: resolution.getResolutionError( 'getEntityRecord', [
					...args,
				] ),
			};
		},
		[ name, id ]
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
		APIS[ name ].invalidate( [ id ] );
	}, [ name, id ] );

	// A refusal outweighs what is still in the store: who may no longer look is shown nothing.
	const refused = error !== null && ! error.offline && error.status < 500;
	return {
		record: ( ! refused && record ) || null,
		error,
		reload,
	};
}
