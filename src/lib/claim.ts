/**
 * Claiming, and saying how it went.
 */
import { useCallback, useState } from 'react';
import { __, sprintf } from '@wordpress/i18n';

import type { Contact } from '../entities';
import { claimContact, undoClaim } from './api';
import { asRestError, errorText, type RestError } from './errors';
import { notices } from './notices';
import { contactName } from './people';

/**
 * What to say to somebody who came too late: who won, where they may be told.
 *
 * @param name  The contact's name.
 * @param error The refusal (`steward_already_claimed`).
 */
export function lostRaceText( name: string, error: RestError ): string {
	const owner = error.data.owner as { name?: string } | null | undefined;
	if ( error.code !== 'steward_already_claimed' || ! owner?.name ) {
		return errorText( error );
	}
	return sprintf(
		/* translators: 1: who was faster, 2: a contact's name. */
		__( '%1$s claimed %2$s first and owns it now.', 'steward' ),
		owner.name,
		name
	);
}

async function undo( contact: Contact ): Promise< void > {
	const name = contactName( contact );
	try {
		await undoClaim( contact.id );
		notices.success(
			sprintf(
				/* translators: %s: a contact's name. */
				__( '%s is unassigned again.', 'steward' ),
				name
			),
			{ id: `steward-claim-${ contact.id }` }
		);
	} catch ( thrown ) {
		notices.error( thrown );
	}
}

/**
 * Claims a contact and says how it went: won, with Undo for as long as the snackbar stays; lost, with who won.
 *
 * @param contact The contact.
 * @return Whether it is the caller's now.
 */
export async function claimWithNotice( contact: Contact ): Promise< boolean > {
	const name = contactName( contact );
	try {
		await claimContact( contact.id );
		notices.success(
			sprintf(
				/* translators: %s: a contact's name. */
				__( 'You now own %s.', 'steward' ),
				name
			),
			{
				id: `steward-claim-${ contact.id }`,
				actions: [
					{
						label: __( 'Undo', 'steward' ),
						onClick: () => void undo( contact ),
					},
				],
			}
		);
		return true;
	} catch ( thrown ) {
		notices.error( lostRaceText( name, asRestError( thrown ) ) );
		return false;
	}
}

/** Claiming with its busy state, for a button. */
export function useClaim(): {
	claim: ( contact: Contact ) => Promise< boolean >;
	isClaiming: boolean;
} {
	const [ isClaiming, setClaiming ] = useState( false );
	const claim = useCallback( async ( contact: Contact ) => {
		setClaiming( true );
		try {
			return await claimWithNotice( contact );
		} finally {
			setClaiming( false );
		}
	}, [] );
	return { claim, isClaiming };
}
