import { useMemo } from 'react';
import { useEntityRecords } from '@wordpress/core-data';

import { CONTACT, KIND, type Contact } from '../../entities';
import type { ContactQuery } from './view';

const UNASSIGNED: ContactQuery = { contact_owner: [ 'none' ], per_page: 1 };

/**
 * How many contacts are nobody's; null until known.
 *
 * @param as Through whose eyes, if not one's own.
 */
export function useUnassignedCount( as?: number | null ): number | null {
	const query = useMemo(
		() => ( as ? { ...UNASSIGNED, as, context: 'view' } : UNASSIGNED ),
		[ as ]
	);
	const { records, totalItems } = useEntityRecords< Contact >(
		KIND,
		CONTACT,
		query
	);
	return records ? totalItems : null;
}
