import { useCallback, useEffect, useRef, useState } from 'react';
import apiFetch from '@wordpress/api-fetch';
import { store as coreStore, useEntityRecords } from '@wordpress/core-data';
import { useDispatch } from '@wordpress/data';
import { __ } from '@wordpress/i18n';
import { addQueryArgs } from '@wordpress/url';

import { COLLECTIONS, KIND, type EntityName } from '../entities';
import { asRestError, type RestError } from './errors';

export type RecordsQuery = Record< string, string | number | string[] >;

export interface RecordsPage< T > {
	/** Null until first known. */
	records: T[] | null;
	total: number;
	totalPages: number;
	/** Whether this page isn't known yet; a silent refresh doesn't count. */
	isLoading: boolean;
	error: RestError | null;
	retry: () => void;
}

/**
 * A page of records.
 *
 * @param name  Their kind.
 * @param query The query; keep the same object while it is the same.
 */
export function useRecords< T >(
	name: EntityName,
	query: RecordsQuery
): RecordsPage< T > {
	const { records, isResolving, hasResolved, totalItems, totalPages } =
		useEntityRecords< T >( KIND, name, query );
	const { invalidateResolution } = useDispatch( coreStore ) as unknown as {
		invalidateResolution: ( name: string, args: unknown[] ) => void;
	};
	const retry = useCallback(
		() => invalidateResolution( 'getEntityRecords', [ KIND, name, query ] ),
		[ invalidateResolution, name, query ]
	);
	const failed = ! records && hasResolved && ! isResolving;
	const error = useFailure( name, query, failed, retry );
	return {
		records,
		total: totalItems ?? 0,
		totalPages: totalPages ?? 0,
		isLoading: ! records && ! error,
		error,
		retry,
	};
}

/**
 * Why a page has no answer. core-data keeps the failure of a list to itself, so the server is asked once more, directly.
 *
 * @param name   The kind.
 * @param query  The page's query.
 * @param failed Whether the page was asked for and there is no answer.
 * @param retry  Asks for the page again.
 */
function useFailure(
	name: EntityName,
	query: RecordsQuery,
	failed: boolean,
	retry: () => void
): RestError | null {
	const [ error, setError ] = useState< RestError | null >( null );
	const recovered = useRef< RecordsQuery | null >( null );
	useEffect( () => {
		setError( null );
		if ( ! failed ) {
			return;
		}
		let isCurrent = true;
		const ask = async () => {
			try {
				await apiFetch( {
					path: addQueryArgs( COLLECTIONS[ name ](), {
						...query,
					} ),
				} );
				if ( recovered.current === query ) {
					throw new Error(
						__( 'The answer is not complete.', 'steward' )
					);
				}
				recovered.current = query;
				if ( isCurrent ) {
					retry();
				}
			} catch ( thrown ) {
				if ( isCurrent ) {
					setError( asRestError( thrown ) );
				}
			}
		};
		void ask();
		return () => {
			isCurrent = false;
		};
	}, [ name, failed, query, retry ] );
	return error;
}
