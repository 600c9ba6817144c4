/**
 * Claiming, and saying how it went.
 */
import { useCallback, useState } from 'react';
import { __, sprintf } from '@wordpress/i18n';

import type { OwnedRecord } from '../entities';
import { apiOf } from './api';
import { asRestError, errorText, type RestError } from './errors';
import { notices } from './notices';
import { onScreen } from './onScreen';
import { kindOf, recordName } from './records';

/**
 * What to say to somebody who came too late: who won, where they may be told.
 *
 * @param name  The record's name.
 * @param error The refusal (`steward_already_claimed`).
 */
export function lostRaceText( name: string, error: RestError ): string {
	const owner = error.data.owner as { name?: string } | null | undefined;
	if ( error.code !== 'steward_already_claimed' || ! owner?.name ) {
		return errorText( error );
	}
	return sprintf(
		/* translators: 1: who was faster, 2: a record's name. */
		__( '%1$s claimed %2$s first and owns it now.', 'steward' ),
		owner.name,
		name
	);
}

async function undo( record: OwnedRecord ): Promise< void > {
	const name = recordName( record );
	try {
		await apiOf( kindOf( record ) ).undoClaim( record.id );
		notices.success(
			sprintf(
				/* translators: %s: a record's name. */
				__( '%s is unassigned again.', 'steward' ),
				name
			),
			{ id: `steward-claim-${ record.id }` }
		);
	} catch ( thrown ) {
		notices.error( thrown );
	}
}

/**
 * Claims a record and says how it went: won, with Undo for as long as the snackbar stays, by its button or Ctrl/⌘+Z; lost, with who won.
 *
 * @param record The record.
 * @return Whether it is the caller's now.
 */
export async function claimWithNotice(
	record: OwnedRecord
): Promise< boolean > {
	const name = recordName( record );
	try {
		await apiOf( kindOf( record ) ).claim( record.id );
		notices.success(
			sprintf(
				/* translators: %s: a record's name. */
				__( 'You now own %s.', 'steward' ),
				name
			),
			{
				id: `steward-claim-${ record.id }`,
				undo: {
					run: () => undo( record ),
					find: () => onScreen( record ),
				},
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
	claim: ( record: OwnedRecord ) => Promise< boolean >;
	isClaiming: boolean;
} {
	const [ isClaiming, setClaiming ] = useState( false );
	const claim = useCallback( async ( record: OwnedRecord ) => {
		setClaiming( true );
		try {
			return await claimWithNotice( record );
		} finally {
			setClaiming( false );
		}
	}, [] );
	return { claim, isClaiming };
}
