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
 */
export function useUnassignedCount( name: RecordName ): number | null {
	const { records, totalItems } = useEntityRecords< OwnedRecord >(
		KIND,
		name,
		QUERIES[ name ]
	);
	return records ? totalItems : null;
}
