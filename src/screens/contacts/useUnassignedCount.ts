import { useEntityRecords } from '@wordpress/core-data';

import { CONTACT, KIND, type Contact } from '../../entities';
import type { ContactQuery } from './view';

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
