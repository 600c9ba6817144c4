/**
 * What can be done to records with an owner. Each call leaves core-data with what the server answered, so that every screen shows it.
 */
import apiFetch from '@wordpress/api-fetch';
import { store as coreStore } from '@wordpress/core-data';
import { dispatch } from '@wordpress/data';

import {
	CONTACT,
	KIND,
	OPPORTUNITY,
	RECORDS,
	type AccessAnswer,
	type ActivityItem,
	type BulkResult,
	type Contact,
	type FollowerItem,
	type Job,
	type Opportunity,
	type OwnedRecord,
	type RecordName,
} from '../entities';
import { asRestError } from './errors';

interface Options {
	path: string;
	method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	data?: unknown;
	signal?: AbortSignal;
	/** Goes on while the page is left. */
	keepalive?: boolean;
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

/** Records that changed: as the server now has them, or only that they did (null). */
export type RecordChange = {
	name: RecordName;
	ids: number[];
	records: OwnedRecord[] | null;
};

/**
 * Whether a record may no longer be as it was shown: it was refused, or the answer got lost, and with it whether the change was
 * made. Bad input changes nothing, and a refusal that brings the newer version needs no asking.
 *
 * @param thrown What was thrown.
 */
function isOutdated( thrown: unknown ): boolean {
	const { status, data } = asRestError( thrown );
	return status !== 400 && ! data.current;
}

const listeners = new Set< ( change: RecordChange ) => void >();

/**
 * Tells of every change that was made from this page, for screens that hold records beside core-data.
 *
 * @param listener Called with each change.
 * @return How to stop.
 */
export function onRecordChange(
	listener: ( change: RecordChange ) => void
): () => void {
	listeners.add( listener );
	return () => listeners.delete( listener );
}

const tell = ( change: RecordChange ): void =>
	listeners.forEach( ( listener ) => listener( change ) );

/**
 * What can be done to one kind of record.
 *
 * @param name The kind.
 */
function recordApi< T extends OwnedRecord >( name: RecordName ) {
	const { paths, owner: ownerField } = RECORDS[ name ];

	const store = ( records: T[] ): void => {
		dispatch( coreStore ).receiveEntityRecords(
			KIND,
			name,
			records,
			undefined,
			true
		);
	};

	/**
	 * Puts records into core-data and has the lists asked again, as a change may move a row in or out of them.
	 *
	 * @param records The records as the server now has them; none to have only the lists asked again.
	 */
	function receive( records: T[] ): void {
		store( records );
		tell( {
			name,
			ids: records.map( ( { id } ) => id ),
			records: records.length > 0 ? records : null,
		} );
	}

	function received( record: T ): T {
		receive( [ record ] );
		return record;
	}

	/**
	 * Has the server asked again for these records wherever they are shown.
	 *
	 * @param ids The records.
	 */
	function invalidate( ids: number[] ): void {
		const { invalidateResolution } = dispatch( coreStore ) as unknown as {
			invalidateResolution: ( selector: string, args: unknown[] ) => void;
		};
		ids.forEach( ( id ) =>
			invalidateResolution( 'getEntityRecord', [ KIND, name, id ] )
		);
		store( [] );
		tell( { name, ids, records: null } );
	}

	/**
	 * Runs a change that somebody else may have come before: when it is refused for that, the records are read afresh, so that
	 * the screen shows them as they are now.
	 *
	 * @param ids  The records.
	 * @param work The change.
	 */
	async function racing< R >(
		ids: number[],
		work: () => Promise< R >
	): Promise< R > {
		try {
			return await work();
		} catch ( thrown ) {
			if ( isOutdated( thrown ) ) {
				invalidate( ids );
			}
			throw thrown;
		}
	}

	/**
	 * Reads a record afresh.
	 *
	 * @param id The record.
	 */
	async function refresh( id: number ): Promise< T > {
		return received(
			await request< T >( { path: `${ paths.one( id ) }?context=edit` } )
		);
	}

	/**
	 * Who follows a record.
	 *
	 * @param id The record.
	 */
	const listFollowers = ( id: number ): Promise< FollowerItem[] > =>
		request< FollowerItem[] >( { path: paths.followers( id ) } );

	/**
	 * After a follower change: the record as it is now, and its list.
	 *
	 * @param id The record.
	 */
	async function followersNow( id: number ): Promise< FollowerItem[] > {
		const [ followers ] = await Promise.all( [
			listFollowers( id ),
			// Somebody who stops following may no longer see it: then the lists are asked again, nothing more.
			refresh( id ).catch( () => invalidate( [ id ] ) ),
		] );
		return followers;
	}

	return {
		receive,
		invalidate,
		refresh,
		listFollowers,

		/**
		 * Makes a record.
		 *
		 * @param fields The fields to set.
		 */
		create: async ( fields: Partial< T > ): Promise< T > =>
			received(
				await request< T >( {
					path: paths.all(),
					method: 'POST',
					data: fields,
				} )
			),

		/**
		 * Changes a record.
		 *
		 * @param id      The record.
		 * @param changes The changed fields, with the `version` they were changed from.
		 */
		update: ( id: number, changes: Partial< T > ): Promise< T > =>
			racing( [ id ], async () =>
				received(
					await request< T >( {
						path: paths.one( id ),
						method: 'PATCH',
						data: changes,
					} )
				)
			),

		/**
		 * Claims an unassigned record; a lost race throws `steward_already_claimed`.
		 *
		 * @param id The record.
		 */
		claim: ( id: number ): Promise< T > =>
			racing( [ id ], async () =>
				received(
					await request< T >( {
						path: paths.claim( id ),
						method: 'POST',
					} )
				)
			),

		/**
		 * Takes back one's own claim, shortly after it (else 403, reason `undo_expired`).
		 *
		 * @param id The record.
		 */
		undoClaim: ( id: number ): Promise< T > =>
			racing( [ id ], async () =>
				received(
					await request< T >( {
						path: paths.claim( id ),
						method: 'DELETE',
					} )
				)
			),

		/**
		 * Gives a record to somebody, or to nobody (release).
		 *
		 * @param id    The record.
		 * @param owner A CRM member's id, or null.
		 * @param note  For the new owner, at most 500 characters; kept in the activity.
		 * @param along Whether the former owner's opportunities of a contact go along where they need not.
		 */
		reassign: (
			id: number,
			owner: number | null,
			note?: string,
			along = false
		): Promise< T > =>
			racing( [ id ], async () =>
				received(
					await request< T >( {
						path: paths.reassign( id ),
						method: 'POST',
						data: {
							[ ownerField ]: owner,
							...( note ? { note } : {} ),
							...( along ? { move_opportunities: true } : {} ),
						},
					} )
				)
			),

		/**
		 * Claims several records; each has its own outcome.
		 *
		 * @param ids At most 100.
		 */
		async claimMany( ids: number[] ): Promise< BulkResult[] > {
			try {
				const { results } = await request< { results: BulkResult[] } >(
					{
						path: paths.claimMany(),
						method: 'POST',
						data: { ids },
					}
				);
				return results;
			} finally {
				invalidate( ids );
			}
		},

		/**
		 * Reassigns several records; each has its own outcome.
		 *
		 * @param ids   At most 100.
		 * @param owner A CRM member's id, or null.
		 * @param note  For the new owner.
		 */
		async reassignMany(
			ids: number[],
			owner: number | null,
			note?: string
		): Promise< BulkResult[] > {
			try {
				const { results } = await request< { results: BulkResult[] } >(
					{
						path: paths.reassignMany(),
						method: 'POST',
						data: {
							ids,
							[ ownerField ]: owner,
							...( note ? { note } : {} ),
						},
					}
				);
				return results;
			} finally {
				invalidate( ids );
			}
		},

		/**
		 * Has all that match a filter reassigned in the background.
		 *
		 * @param filter A query of the list without page and order.
		 * @param owner  A CRM member's id, or null.
		 * @param note   For the new owner.
		 */
		startReassigning: (
			filter: Record< string, unknown >,
			owner: number | null,
			note?: string
		): Promise< Job > =>
			request< Job >( {
				path: paths.reassignMany(),
				method: 'POST',
				data: {
					filter,
					[ ownerField ]: owner,
					...( note ? { note } : {} ),
				},
			} ),

		/**
		 * Puts a record in the trash.
		 *
		 * @param id The record.
		 */
		async trash( id: number ): Promise< void > {
			await racing( [ id ], () =>
				request( { path: paths.one( id ), method: 'DELETE' } )
			);
			invalidate( [ id ] );
		},

		/**
		 * Erases a trashed record for good.
		 *
		 * @param id The record.
		 */
		async erase( id: number ): Promise< void > {
			await request( {
				path: `${ paths.one( id ) }?force=true`,
				method: 'DELETE',
			} );
			store( [] );
			tell( { name, ids: [ id ], records: null } );
		},

		/**
		 * Takes a record out of the trash.
		 *
		 * @param id The record.
		 */
		restore: ( id: number ): Promise< T > =>
			racing( [ id ], async () =>
				received(
					await request< T >( {
						path: paths.restore( id ),
						method: 'POST',
					} )
				)
			),

		/**
		 * What somebody may do to a record, and why not.
		 *
		 * @param id    The record.
		 * @param user  Another user, for those who see reports or manage Steward; else the caller.
		 * @param steps Whether to be told each rule that was looked at, and what would help.
		 */
		access: (
			id: number,
			user?: number,
			steps = false
		): Promise< AccessAnswer > =>
			request< AccessAnswer >( {
				path: paths.access( id, user, steps ),
			} ),

		/**
		 * Sets the whole list of followers.
		 *
		 * @param id    The record.
		 * @param users At most 10 (`steward_follower_limit`).
		 */
		async putFollowers(
			id: number,
			users: number[]
		): Promise< FollowerItem[] > {
			await request( {
				path: paths.followers( id ),
				method: 'PUT',
				data: { followers: users },
			} );
			return followersNow( id );
		},

		/**
		 * Adds a follower.
		 *
		 * @param id   The record.
		 * @param user A CRM member.
		 */
		async addFollower(
			id: number,
			user: number
		): Promise< FollowerItem[] > {
			await racing( [ id ], () =>
				request( {
					path: paths.followers( id ),
					method: 'POST',
					data: { user },
				} )
			);
			return followersNow( id );
		},

		/**
		 * Removes a follower; resolves to an empty list when the record is no longer visible afterwards.
		 *
		 * @param id   The record.
		 * @param user The follower.
		 */
		async removeFollower(
			id: number,
			user: number
		): Promise< FollowerItem[] > {
			await racing( [ id ], () =>
				request( {
					path: paths.follower( id, user ),
					method: 'DELETE',
				} )
			);
			try {
				return await followersNow( id );
			} catch {
				return [];
			}
		},

		/**
		 * Has the reader, who follows a record, told of its changes or not. What they may see and do stays.
		 *
		 * @param id    The record.
		 * @param user  The reader.
		 * @param muted Whether they are not told.
		 */
		mute: (
			id: number,
			user: number,
			muted: boolean
		): Promise< FollowerItem[] > =>
			racing( [ id ], () =>
				request( {
					path: paths.follower( id, user ),
					method: 'PATCH',
					data: { muted },
				} )
			),

		/**
		 * A page of a record's activity, newest first.
		 *
		 * @param id   The record.
		 * @param page From 1.
		 */
		activity: ( id: number, page = 1 ) =>
			requestPage< ActivityItem >( paths.activity( id, page ) ),
	};
}

export const contacts = recordApi< Contact >( CONTACT );
export const opportunities = recordApi< Opportunity >( OPPORTUNITY );

/** What both can do, for the parts of screens that show either. */
type AnyApi = Pick<
	ReturnType< typeof recordApi< OwnedRecord > >,
	| 'claim'
	| 'undoClaim'
	| 'reassign'
	| 'claimMany'
	| 'reassignMany'
	| 'startReassigning'
	| 'trash'
	| 'erase'
	| 'restore'
	| 'access'
	| 'listFollowers'
	| 'addFollower'
	| 'removeFollower'
	| 'mute'
	| 'activity'
>;

/**
 * What can be done to a kind of record.
 *
 * @param name The kind.
 */
export function apiOf( name: RecordName ): AnyApi {
	return name === CONTACT ? contacts : opportunities;
}

export const {
	receive: receiveContacts,
	invalidate: invalidateContacts,
	create: createContact,
	update: updateContact,
	reassign: reassignContact,
	trash: trashContact,
	restore: restoreContact,
	erase: eraseContact,
	addFollower,
	removeFollower,
} = contacts;
