import { useEntityRecords } from '@wordpress/core-data';

import { KIND, type OwnedRecord, type RecordName } from '../entities';

/**
 * A record that is known by its id alone, for its name; undefined until it is known, and where the reader may not see it. A list
 * of one refuses nothing.
 *
 * @param name Its kind.
 * @param id   The record; null for none.
 */
export function useNamedRecord< T extends OwnedRecord >(
	name: RecordName,
	id: number | null
): T | undefined {
	const { records } = useEntityRecords< T >(
		KIND,
		name,
		{ include: [ id ?? 0 ], per_page: 1, context: 'edit' },
		{ enabled: id !== null }
	);
	return id === null ? undefined : records?.[ 0 ];
}
