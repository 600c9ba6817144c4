import { useState } from 'react';
import { __, sprintf } from '@wordpress/i18n';

import type { Contact } from '../../entities';
import { eraseContact, restoreContact, trashContact } from '../../lib/api';
import { useNotices } from '../../lib/notices';
import { onScreen } from '../../lib/onScreen';
import { contactName } from '../../lib/people';
import { listParams, navigate } from '../../lib/router';

export interface ContactLife {
	isBusy: boolean;
	trash: () => Promise< void >;
	restore: () => Promise< void >;
	erase: () => Promise< void >;
}

/**
 * Trash, restore, erase, each saying how it went.
 *
 * @param contact The contact.
 */
export function useContactLife( contact: Contact ): ContactLife {
	const [ isBusy, setBusy ] = useState( false );
	const notices = useNotices();
	const name = contactName( contact );

	async function run( work: () => Promise< void > ): Promise< void > {
		setBusy( true );
		try {
			await work();
		} catch ( thrown ) {
			notices.error( thrown );
		} finally {
			setBusy( false );
		}
	}

	const restore = () =>
		run( async () => {
			await restoreContact( contact.id );
			notices.success(
				/* translators: %s: a contact's name. */
				sprintf( __( '%s was restored.', 'steward' ), name ),
				{ id: 'steward-life' }
			);
		} );

	return {
		isBusy,
		restore,
		trash: () =>
			run( async () => {
				await trashContact( contact.id );
				notices.success(
					/* translators: %s: a contact's name. */
					sprintf( __( '%s is in the trash.', 'steward' ), name ),
					{
						id: 'steward-life',
						undo: {
							run: restore,
							find: () => onScreen( contact ),
						},
					}
				);
			} ),
		erase: () =>
			run( async () => {
				await eraseContact( contact.id );
				notices.success(
					/* translators: %s: a contact's name. */
					sprintf( __( '%s was erased.', 'steward' ), name )
				);
				navigate( listParams(), { replace: true, force: true } );
			} ),
	};
}
