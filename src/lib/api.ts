/**
 * What can be done to contacts. Each call leaves core-data with what the server answered, so that every screen shows it.
 */
import apiFetch from '@wordpress/api-fetch';
import { store as coreStore } from '@wordpress/core-data';
import { dispatch } from '@wordpress/data';

import {
	CONTACT,
	KIND,
	RECORDS,
	type AccessAnswer,
	type ActivityItem,
	type BulkResult,
	type Contact,
	type ContactId,
	type FollowerItem,
	type Job,
} from '../entities';
import { asRestError } from './errors';

const contactPaths = RECORDS[ CONTACT ].paths;

interface Options {
	path: string;
	method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	data?: unknown;
	signal?: AbortSignal;
}

/**
 * A REST request.
 *
 * @param options Path, method, data.
 * @throws A `RestError` when the answer isn't a success.
 */
export async function request< T >( options: Options ): Promise< T > {
	try {
		return await apiFetch< T >( options );
	} catch ( thrown ) {
		throw asRestError( thrown );
	}
}

/**
 * A page of a collection with its totals.
 *
 * @param path The collection's path with its query.
 * @throws A `RestError` when the answer isn't a success.
 */
export async function requestPage< T >(
	path: string
): Promise< { items: T[]; total: number; totalPages: number } > {
	try {
		const response = await apiFetch< Response, false >( {
			path,
			parse: false,
		} );
		return {
			items: ( await response.json() ) as T[],
			total: Number( response.headers.get( 'X-WP-Total' ) ?? 0 ),
			totalPages: Number(
				response.headers.get( 'X-WP-TotalPages' ) ?? 0
			),
		};
	} catch ( thrown ) {
		// With `parse: false` a refusal arrives as the unread response itself.
		throw asRestError(
			thrown instanceof Response
				? await thrown.json().catch( () => null )
				: thrown
		);
	}
}

/**
 * Puts contacts into core-data and has the lists asked again, as a change may move a row in or out of them.
 *
 * @param contacts The contacts as the server now has them; none to have only the lists asked again.
 */
export function receiveContacts( contacts: Contact[] ): void {
	dispatch( coreStore ).receiveEntityRecords(
		KIND,
		CONTACT,
		contacts,
		undefined,
		true
	);
}

function received( contact: Contact ): Contact {
	receiveContacts( [ contact ] );
	return contact;
}

/**
 * Has the server asked again for these contacts wherever they are shown.
 *
 * @param ids The contacts.
 */
export function invalidateContacts( ids: ContactId[] ): void {
	const { invalidateResolution } = dispatch( coreStore ) as unknown as {
		invalidateResolution: ( selector: string, args: unknown[] ) => void;
	};
	ids.forEach( ( id ) =>
		invalidateResolution( 'getEntityRecord', [ KIND, CONTACT, id ] )
	);
	receiveContacts( [] );
}

/**
 * Reads a contact afresh.
 *
 * @param id The contact.
 */
export async function refreshContact( id: ContactId ): Promise< Contact > {
	return received(
		await request< Contact >( {
			path: `${ contactPaths.one( id ) }?context=edit`,
		} )
	);
}

/**
 * Makes a contact.
 *
 * @param fields The fields to set; without `contact_owner` the caller owns it.
 */
export async function createContact(
	fields: Partial< Contact >
): Promise< Contact > {
	return received(
		await request< Contact >( {
			path: contactPaths.all(),
			method: 'POST',
			data: fields,
		} )
	);
}

/**
 * Changes a contact.
 *
 * @param id      The contact.
 * @param changes The changed fields, with the `version` they were changed from.
 */
export async function updateContact(
	id: ContactId,
	changes: Partial< Contact >
): Promise< Contact > {
	return received(
		await request< Contact >( {
			path: contactPaths.one( id ),
			method: 'PATCH',
			data: changes,
		} )
	);
}

/**
 * Claims an unassigned contact. On a lost race (`steward_already_claimed`) the contact is read afresh before it throws.
 *
 * @param id The contact.
 */
export async function claimContact( id: ContactId ): Promise< Contact > {
	try {
		return received(
			await request< Contact >( {
				path: contactPaths.claim( id ),
				method: 'POST',
			} )
		);
	} catch ( thrown ) {
		invalidateContacts( [ id ] );
		throw thrown;
	}
}

/**
 * Takes back one's own claim, shortly after it (else 403, reason `undo_expired`).
 *
 * @param id The contact.
 */
export async function undoClaim( id: ContactId ): Promise< Contact > {
	return received(
		await request< Contact >( {
			path: contactPaths.claim( id ),
			method: 'DELETE',
		} )
	);
}

/**
 * Gives a contact to somebody, or to nobody (release).
 *
 * @param id    The contact.
 * @param owner A CRM member's id, or null.
 * @param note  For the new owner, at most 500 characters; kept in the activity.
 */
export async function reassignContact(
	id: ContactId,
	owner: number | null,
	note?: string
): Promise< Contact > {
	try {
		return received(
			await request< Contact >( {
				path: contactPaths.reassign( id ),
				method: 'POST',
				data: { contact_owner: owner, ...( note ? { note } : {} ) },
			} )
		);
	} catch ( thrown ) {
		invalidateContacts( [ id ] );
		throw thrown;
	}
}

/**
 * Claims several contacts; each has its own outcome.
 *
 * @param ids At most 100 contacts.
 */
export async function claimContacts(
	ids: ContactId[]
): Promise< BulkResult[] > {
	try {
		const { results } = await request< { results: BulkResult[] } >( {
			path: contactPaths.claimMany(),
			method: 'POST',
			data: { ids },
		} );
		return results;
	} finally {
		invalidateContacts( ids );
	}
}

/**
 * Reassigns several contacts; each has its own outcome.
 *
 * @param ids   At most 100 contacts.
 * @param owner A CRM member's id, or null.
 * @param note  For the new owner.
 */
export async function reassignContacts(
	ids: ContactId[],
	owner: number | null,
	note?: string
): Promise< BulkResult[] > {
	try {
		const { results } = await request< { results: BulkResult[] } >( {
			path: contactPaths.reassignMany(),
			method: 'POST',
			data: {
				ids,
				contact_owner: owner,
				...( note ? { note } : {} ),
			},
		} );
		return results;
	} finally {
		invalidateContacts( ids );
	}
}

/**
 * Has all that match a filter reassigned in the background.
 *
 * @param filter A query of `GET /contacts` without page and order.
 * @param owner  A CRM member's id, or null.
 * @param note   For the new owner.
 */
export function startReassigning(
	filter: Record< string, unknown >,
	owner: number | null,
	note?: string
): Promise< Job > {
	return request< Job >( {
		path: contactPaths.reassignMany(),
		method: 'POST',
		data: { filter, contact_owner: owner, ...( note ? { note } : {} ) },
	} );
}

/**
 * Puts a contact in the trash.
 *
 * @param id The contact.
 */
export async function trashContact( id: ContactId ): Promise< void > {
	await request( { path: contactPaths.one( id ), method: 'DELETE' } );
	invalidateContacts( [ id ] );
}

/**
 * Erases a trashed contact for good.
 *
 * @param id The contact.
 */
export async function eraseContact( id: ContactId ): Promise< void > {
	await request( {
		path: `${ contactPaths.one( id ) }?force=true`,
		method: 'DELETE',
	} );
	receiveContacts( [] );
}

/**
 * Takes a contact out of the trash.
 *
 * @param id The contact.
 */
export async function restoreContact( id: ContactId ): Promise< Contact > {
	return received(
		await request< Contact >( {
			path: contactPaths.restore( id ),
			method: 'POST',
		} )
	);
}

/**
 * What somebody may do to a contact, and why not.
 *
 * @param id    The contact.
 * @param user  Another user, for those who see reports or manage Steward; else the caller.
 * @param steps Whether to be told each rule that was looked at, and what would help.
 */
export function getAccess(
	id: ContactId,
	user?: number,
	steps = false
): Promise< AccessAnswer > {
	return request< AccessAnswer >( {
		path: contactPaths.access( id, user, steps ),
	} );
}

/**
 * Who follows a contact.
 *
 * @param id The contact.
 */
export function listFollowers( id: ContactId ): Promise< FollowerItem[] > {
	return request< FollowerItem[] >( { path: contactPaths.followers( id ) } );
}

/**
 * After a follower change: the contact as it is now, and its list.
 * @param id
 */
async function followersNow( id: ContactId ): Promise< FollowerItem[] > {
	const [ followers ] = await Promise.all( [
		listFollowers( id ),
		// Somebody who stops following may no longer see the contact: then the lists are asked again, nothing more.
		refreshContact( id ).catch( () => invalidateContacts( [ id ] ) ),
	] );
	return followers;
}

/**
 * Sets the whole list of followers.
 *
 * @param id    The contact.
 * @param users At most 10 (`steward_follower_limit`).
 */
export async function putFollowers(
	id: ContactId,
	users: number[]
): Promise< FollowerItem[] > {
	await request( {
		path: contactPaths.followers( id ),
		method: 'PUT',
		data: { followers: users },
	} );
	return followersNow( id );
}

/**
 * Adds a follower.
 *
 * @param id   The contact.
 * @param user A CRM member.
 */
export async function addFollower(
	id: ContactId,
	user: number
): Promise< FollowerItem[] > {
	await request( {
		path: contactPaths.followers( id ),
		method: 'POST',
		data: { user },
	} );
	return followersNow( id );
}

/**
 * Removes a follower; resolves to an empty list when the contact is no longer visible afterwards.
 *
 * @param id   The contact.
 * @param user The follower.
 */
export async function removeFollower(
	id: ContactId,
	user: number
): Promise< FollowerItem[] > {
	await request( {
		path: contactPaths.follower( id, user ),
		method: 'DELETE',
	} );
	try {
		return await followersNow( id );
	} catch {
		return [];
	}
}

/**
 * Has the reader, who follows a contact, told of its changes or not. What they may see and do stays.
 *
 * @param id    The contact.
 * @param user  The reader.
 * @param muted Whether they are not told.
 */
export function muteContact(
	id: ContactId,
	user: number,
	muted: boolean
): Promise< FollowerItem[] > {
	return request( {
		path: contactPaths.follower( id, user ),
		method: 'PATCH',
		data: { muted },
	} );
}

/**
 * A page of a contact's activity, newest first.
 *
 * @param id   The contact.
 * @param page From 1.
 */
export function listActivity(
	id: ContactId,
	page = 1
): Promise< { items: ActivityItem[]; total: number; totalPages: number } > {
	return requestPage< ActivityItem >( contactPaths.activity( id, page ) );
}
