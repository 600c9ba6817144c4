/**
 * The opportunities that can go along when a contact gets another owner.
 */
import { addQueryArgs } from '@wordpress/url';

import { boot } from '../boot';
import { paths, type Contact, type Opportunity } from '../entities';
import { requestPage } from './api';
import { useLoaded } from './useLoaded';

/**
 * How many there are: with one owner for both all of the contact's that one may see; with different owners those of the former
 * owner, where one may reassign opportunities. 0 until it is known.
 *
 * @param contact The contact; none where there is nothing to ask.
 */
export function useDealsAlong( contact: Contact | null ): number {
	const { can, separateOwners } = boot.opportunities;
	const mayAsk = can.view !== 'none' && ( can.reassign || ! separateOwners );
	const { data } = useLoaded(
		async () =>
			contact && mayAsk
				? requestPage< Opportunity >(
						addQueryArgs( paths.opportunities(), {
							contact: contact.id,
							per_page: 1,
							...( separateOwners
								? { owner: contact.contact_owner ?? 'none' }
								: {} ),
						} )
					)
				: null,
		`${ contact?.id ?? '' }/${ contact?.contact_owner ?? '' }`
	);
	return data?.total ?? 0;
}
