/**
 * What can be done to records with an owner. Each call leaves core-data with what the server answered, so that every screen shows it.
 */
import {
	CONTACT,
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
import { entityApi } from './entityApi';
import { request, requestPage } from './rest';

export { onRecordChange, type RecordChange } from './entityApi';
export { request, requestPage } from './rest';

/**
 * What can be done to one kind of record.
 *
 * @param name The kind.
 */
function recordApi< T extends OwnedRecord >( name: RecordName ) {
	const { paths, owner: ownerField } = RECORDS[ name ];
	const { received, racing, gone, ...api } = entityApi< T >( name, paths );
	const { invalidate, refresh } = api;

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
		...api,
		listFollowers,

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
			gone( id );
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
