import { useMemo, useState } from 'react';
import { __, _n, sprintf } from '@wordpress/i18n';

import { boot } from '../../boot';
import type { Contact, ContactId } from '../../entities';
import { addFollower, removeFollower } from '../../lib/api';
import type { Report } from '../../lib/bulk';
import { notices } from '../../lib/notices';
import { formatNumber } from '../../lib/numbers';
import { contactName } from '../../lib/people';
import { navigate } from '../../lib/router';
import type { Handlers } from './actions';
import { claimAll, eraseAll, restoreAll, tagAll, trashAll } from './bulk';

type Dialog =
	| { kind: 'reassign' | 'tag'; contacts: Contact[] }
	| { kind: 'erase'; contacts: Contact[]; isBusy: boolean }
	| ( { kind: 'report'; names: Map< ContactId, string > } & Report );

export interface Dialogs {
	handlers: Handlers;
	reassigning: Contact[] | null;
	tagging: Contact[] | null;
	erasing: { title: string } | null;
	isBusy: boolean;
	report: ( Report & { names: Map< ContactId, string > } ) | null;
	confirmErase: () => void;
	saveTags: ( add: string[], remove: string[] ) => Promise< void >;
	close: () => void;
}

function eraseTitle( contacts: Contact[] ): string {
	const [ only ] = contacts;
	if ( contacts.length === 1 && only ) {
		return sprintf(
			/* translators: %s: a contact's name. */
			__( 'Erase %s?', 'steward' ),
			contactName( only )
		);
	}
	return sprintf(
		/* translators: %s: how many contacts. */
		_n(
			'Erase %s contact?',
			'Erase %s contacts?',
			contacts.length,
			'steward'
		),
		formatNumber( contacts.length )
	);
}

/**
 * Follows or unfollows for oneself, and says so.
 * @param contact
 * @param on
 */
async function follow( contact: Contact, on: boolean ): Promise< void > {
	const name = contactName( contact );
	try {
		if ( on ) {
			await addFollower( contact.id, boot.user.id );
		} else {
			await removeFollower( contact.id, boot.user.id );
		}
		notices.success(
			on
				? /* translators: %s: a contact's name. */
					sprintf( __( 'You follow %s now.', 'steward' ), name )
				: /* translators: %s: a contact's name. */
					sprintf( __( 'You no longer follow %s.', 'steward' ), name )
		);
	} catch ( thrown ) {
		notices.error( thrown );
	}
}

/** What the list's actions do, and the dialogs that some of them open. */
export function useDialogs(): Dialogs {
	const [ dialog, setDialog ] = useState< Dialog | null >( null );
	const { handlers, run } = useMemo( () => {
		const work = async (
			contacts: Contact[],
			todo: ( contacts: Contact[] ) => Promise< Report | null >
		) => {
			try {
				const report = await todo( contacts );
				setDialog(
					report && {
						kind: 'report',
						...report,
						names: new Map(
							contacts.map( ( contact ) => [
								contact.id,
								contactName( contact ),
							] )
						),
					}
				);
			} catch ( thrown ) {
				notices.error( thrown );
				setDialog( null );
			}
		};
		const made: Handlers = {
			claim: ( contacts ) => void work( contacts, claimAll ),
			reassign: ( contacts ) =>
				setDialog( { kind: 'reassign', contacts } ),
			tag: ( contacts ) => setDialog( { kind: 'tag', contacts } ),
			follow: ( contact ) => void follow( contact, true ),
			unfollow: ( contact ) => void follow( contact, false ),
			trash: ( contacts ) => void work( contacts, trashAll ),
			restore: ( contacts ) => void work( contacts, restoreAll ),
			erase: ( contacts ) =>
				setDialog( { kind: 'erase', contacts, isBusy: false } ),
			open: ( { id } ) => navigate( { contact: id } ),
		};
		return { handlers: made, run: work };
	}, [] );
	return {
		handlers,
		reassigning: dialog?.kind === 'reassign' ? dialog.contacts : null,
		tagging: dialog?.kind === 'tag' ? dialog.contacts : null,
		erasing:
			dialog?.kind === 'erase'
				? { title: eraseTitle( dialog.contacts ) }
				: null,
		isBusy: dialog?.kind === 'erase' && dialog.isBusy,
		report: dialog?.kind === 'report' ? dialog : null,
		confirmErase: () => {
			if ( dialog?.kind === 'erase' ) {
				setDialog( { ...dialog, isBusy: true } );
				void run( dialog.contacts, eraseAll );
			}
		},
		saveTags: async ( add, remove ) => {
			if ( dialog?.kind === 'tag' ) {
				await run( dialog.contacts, ( contacts ) =>
					tagAll( contacts, add, remove )
				);
			}
		},
		close: () => setDialog( null ),
	};
}
