/**
 * Doing one thing to many contacts, and telling how each went.
 */
import { __, _n, sprintf } from '@wordpress/i18n';

import type { BulkResult, Contact, ContactId } from '../../entities';
import {
	contacts as api,
	eraseContact,
	restoreContact,
	trashContact,
	updateContact,
} from '../../lib/api';
import {
	conclude as concludeAll,
	concludeBack,
	type Report,
} from '../../lib/bulk';
import { claimWithNotice } from '../../lib/claim';
import { each } from '../../lib/each';
import { asRestError } from '../../lib/errors';
import { formatNumber } from '../../lib/numbers';
import { onScreen } from '../../lib/onScreen';
import { contactName } from '../../lib/people';
import { retagged } from './tags';

interface Words {
	/** All went well, for one with its name. */
	one: ( name: string ) => string;
	/** All went well, for several. */
	many: ( count: number ) => string;
	/** Some didn't: the report's title. */
	some: ( done: number, all: number ) => string;
}

/**
 * Says how a bulk change of contacts went.
 *
 * @param contacts The contacts.
 * @param results  What became of each.
 * @param words    What is said.
 * @param undo     Takes it back, where it can be.
 */
function conclude(
	contacts: Contact[],
	results: BulkResult[],
	words: Words,
	undo?: ( ids: ContactId[] ) => Promise< void >
): Report | null {
	const [ first ] = contacts;
	return concludeAll(
		results,
		{
			done: ( count ) =>
				first && contacts.length === 1
					? words.one( contactName( first ) )
					: words.many( count ),
			some: words.some,
		},
		undo && {
			run: undo,
			find: () => ( first ? onScreen( first ) : null ),
		}
	);
}

async function takeBack(
	ids: ContactId[],
	work: ( id: ContactId ) => Promise< unknown >,
	done: string
): Promise< void > {
	concludeBack( await each( ids, work ), done );
}

/**
 * Claims contacts.
 *
 * @param contacts The contacts.
 */
export async function claimAll(
	contacts: Contact[]
): Promise< Report | null > {
	const [ only ] = contacts;
	if ( contacts.length === 1 && only ) {
		await claimWithNotice( only );
		return null;
	}
	return conclude(
		contacts,
		await api.claimMany( contacts.map( ( { id } ) => id ) ),
		{
			one: ( name ) =>
				/* translators: %s: a contact's name. */
				sprintf( __( 'You now own %s.', 'steward' ), name ),
			many: ( count ) =>
				sprintf(
					/* translators: %s: how many contacts. */
					_n(
						'You now own %s more contact.',
						'You now own %s more contacts.',
						count,
						'steward'
					),
					formatNumber( count )
				),
			some: ( done, all ) =>
				sprintf(
					/* translators: 1: how many were claimed, 2: of how many. */
					__( '%1$s of %2$s contacts claimed', 'steward' ),
					formatNumber( done ),
					formatNumber( all )
				),
		},
		( ids ) =>
			takeBack(
				ids,
				api.undoClaim,
				__( 'The contacts are unassigned again.', 'steward' )
			)
	);
}

/**
 * Adds tags to a contact, or takes them away; tried anew where somebody saved it meanwhile.
 * @param contact
 * @param add
 * @param remove
 * @return What to send to have the tags back.
 */
async function retag(
	contact: Contact,
	add: string[],
	remove: string[]
): Promise< Pick< Contact, 'tags' | 'version' > > {
	const { id, tags } = contact;
	try {
		const { version } = await updateContact( id, {
			tags: retagged( tags, add, remove ),
			version: contact.version,
		} );
		return { tags, version };
	} catch ( thrown ) {
		const current = asRestError( thrown ).data.current as
			Contact | undefined;
		if ( ! current || current.version === contact.version ) {
			throw thrown;
		}
		return retag( current, add, remove );
	}
}

/**
 * Adds tags to contacts, or takes them away.
 *
 * @param contacts The contacts.
 * @param add      Tags to add.
 * @param remove   Tags to take away.
 */
export async function tagAll(
	contacts: Contact[],
	add: string[],
	remove: string[]
): Promise< Report | null > {
	const byId = new Map( contacts.map( ( one ) => [ one.id, one ] ) );
	const before = new Map< ContactId, Partial< Contact > >();
	return conclude(
		contacts,
		await each( [ ...byId.keys() ], async ( id ) => {
			before.set( id, await retag( byId.get( id )!, add, remove ) );
		} ),
		{
			one: ( name ) =>
				/* translators: %s: a contact's name. */
				sprintf( __( 'Tags of %s saved.', 'steward' ), name ),
			many: ( count ) =>
				sprintf(
					/* translators: %s: how many contacts. */
					_n(
						'Tags of %s contact saved.',
						'Tags of %s contacts saved.',
						count,
						'steward'
					),
					formatNumber( count )
				),
			some: ( done, all ) =>
				sprintf(
					/* translators: 1: how many were tagged, 2: of how many. */
					__( 'Tags of %1$s of %2$s contacts saved', 'steward' ),
					formatNumber( done ),
					formatNumber( all )
				),
		},
		( ids ) =>
			takeBack(
				ids,
				( id ) => updateContact( id, before.get( id )! ),
				__( 'The tags are as they were.', 'steward' )
			)
	);
}

/**
 * Moves contacts to the trash.
 *
 * @param contacts The contacts.
 */
export async function trashAll(
	contacts: Contact[]
): Promise< Report | null > {
	return conclude(
		contacts,
		await each(
			contacts.map( ( { id } ) => id ),
			trashContact
		),
		{
			one: ( name ) =>
				/* translators: %s: a contact's name. */
				sprintf( __( '%s moved to the trash.', 'steward' ), name ),
			many: ( count ) =>
				sprintf(
					/* translators: %s: how many contacts. */
					_n(
						'%s contact moved to the trash.',
						'%s contacts moved to the trash.',
						count,
						'steward'
					),
					formatNumber( count )
				),
			some: ( done, all ) =>
				sprintf(
					/* translators: 1: how many were trashed, 2: of how many. */
					__( '%1$s of %2$s contacts moved to the trash', 'steward' ),
					formatNumber( done ),
					formatNumber( all )
				),
		},
		( ids ) => takeBack( ids, restoreContact, __( 'Restored.', 'steward' ) )
	);
}

/**
 * Takes contacts out of the trash.
 *
 * @param contacts The contacts.
 */
export async function restoreAll(
	contacts: Contact[]
): Promise< Report | null > {
	return conclude(
		contacts,
		await each(
			contacts.map( ( { id } ) => id ),
			restoreContact
		),
		{
			one: ( name ) =>
				/* translators: %s: a contact's name. */
				sprintf( __( '%s restored.', 'steward' ), name ),
			many: ( count ) =>
				sprintf(
					/* translators: %s: how many contacts. */
					_n(
						'%s contact restored.',
						'%s contacts restored.',
						count,
						'steward'
					),
					formatNumber( count )
				),
			some: ( done, all ) =>
				sprintf(
					/* translators: 1: how many were restored, 2: of how many. */
					__( '%1$s of %2$s contacts restored', 'steward' ),
					formatNumber( done ),
					formatNumber( all )
				),
		}
	);
}

/**
 * Erases trashed contacts for good.
 *
 * @param contacts The contacts.
 */
export async function eraseAll(
	contacts: Contact[]
): Promise< Report | null > {
	return conclude(
		contacts,
		await each(
			contacts.map( ( { id } ) => id ),
			eraseContact
		),
		{
			one: ( name ) =>
				/* translators: %s: a contact's name. */
				sprintf( __( '%s erased.', 'steward' ), name ),
			many: ( count ) =>
				sprintf(
					/* translators: %s: how many contacts. */
					_n(
						'%s contact erased.',
						'%s contacts erased.',
						count,
						'steward'
					),
					formatNumber( count )
				),
			some: ( done, all ) =>
				sprintf(
					/* translators: 1: how many were erased, 2: of how many. */
					__( '%1$s of %2$s contacts erased', 'steward' ),
					formatNumber( done ),
					formatNumber( all )
				),
		}
	);
}
