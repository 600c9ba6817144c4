import { useCallback } from 'react';
import { store as coreStore, useEntityRecords } from '@wordpress/core-data';
import { useDispatch, useSelect } from '@wordpress/data';

import { CONTACT, KIND, type Contact } from '../../entities';
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
	const thrown = useSelect(
		( select ) => {
			const selectors = select( coreStore ) as unknown as {
				getResolutionError: (
					name: string,
					args: unknown[]
				) => unknown;
			};
			return selectors.getResolutionError( 'getEntityRecords', [
				KIND,
				CONTACT,
				query,
			] );
		},
		[ query ]
	);
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
	return {
		contacts: records,
		total: totalItems ?? 0,
		totalPages: totalPages ?? 0,
		isLoading: ! records && ( isResolving || ! hasResolved ),
		error: thrown && ! isResolving ? asRestError( thrown ) : null,
		retry,
	};
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
