import { useMemo } from 'react';
import { useEntityRecords } from '@wordpress/core-data';

import {
	CONTACT,
	KIND,
	OPPORTUNITY,
	type OwnedRecord,
	type RecordName,
} from '../entities';

const QUERIES: Record< RecordName, Record< string, unknown > > = {
	[ CONTACT ]: { contact_owner: [ 'none' ], per_page: 1 },
	[ OPPORTUNITY ]: { owner: [ 'none' ], per_page: 1 },
};

/**
 * How many records of a kind are nobody's; null until known.
 *
 * @param name Their kind.
 * @param as   Through whose eyes, if not one's own.
 */
export function useUnassignedCount(
	name: RecordName,
	as?: number | null
): number | null {
	const query = useMemo(
		() =>
			as ? { ...QUERIES[ name ], as, context: 'view' } : QUERIES[ name ],
		[ name, as ]
	);
	const { records, totalItems } = useEntityRecords< OwnedRecord >(
		KIND,
		name,
		query
	);
	return records ? totalItems : null;
}
