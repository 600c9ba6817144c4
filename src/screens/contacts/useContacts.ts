import { useCallback, useEffect, useRef, useState } from 'react';
import apiFetch from '@wordpress/api-fetch';
import { store as coreStore, useEntityRecords } from '@wordpress/core-data';
import { useDispatch } from '@wordpress/data';
import { __ } from '@wordpress/i18n';
import { addQueryArgs } from '@wordpress/url';

import { CONTACT, KIND, paths, type Contact } from '../../entities';
import { asRestError, type RestError } from '../../lib/errors';
import type { ContactQuery } from './view';

export interface ContactsPage {
	/** Null until first known. */
	contacts: Contact[] | null;
	total: number;
	totalPages: number;
	/** Whether this page isn't known yet; a silent refresh doesn't count. */
	isLoading: boolean;
	error: RestError | null;
	retry: () => void;
}

/**
 * A page of contacts.
 *
 * @param query The query; keep the same object while it is the same.
 */
export function useContacts( query: ContactQuery ): ContactsPage {
	const { records, isResolving, hasResolved, totalItems, totalPages } =
		useEntityRecords< Contact >( KIND, CONTACT, query );
	const { invalidateResolution } = useDispatch( coreStore ) as unknown as {
		invalidateResolution: ( name: string, args: unknown[] ) => void;
	};
	const retry = useCallback(
		() =>
			invalidateResolution( 'getEntityRecords', [
				KIND,
				CONTACT,
				query,
			] ),
		[ invalidateResolution, query ]
	);
	const failed = ! records && hasResolved && ! isResolving;
	const error = useFailure( query, failed, retry );
	return {
		contacts: records,
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
 * @param query  The page's query.
 * @param failed Whether the page was asked for and there is no answer.
 * @param retry  Asks for the page again.
 */
function useFailure(
	query: ContactQuery,
	failed: boolean,
	retry: () => void
): RestError | null {
	const [ error, setError ] = useState< RestError | null >( null );
	const recovered = useRef< ContactQuery | null >( null );
	useEffect( () => {
		setError( null );
		if ( ! failed ) {
			return;
		}
		let isCurrent = true;
		const ask = async () => {
			try {
				await apiFetch( {
					path: addQueryArgs( paths.contacts(), { ...query } ),
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
	}, [ failed, query, retry ] );
	return error;
}

const UNASSIGNED: ContactQuery = { contact_owner: [ 'none' ], per_page: 1 };

/** How many contacts are nobody's; null until known. */
export function useUnassignedCount(): number | null {
	const { records, totalItems } = useEntityRecords< Contact >(
		KIND,
		CONTACT,
		UNASSIGNED
	);
	return records ? totalItems : null;
}
