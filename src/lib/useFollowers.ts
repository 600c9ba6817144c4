import { useCallback, useEffect, useState } from 'react';

import type { FollowerItem, OwnedRecord } from '../entities';
import { apiOf } from './api';
import { asRestError, type RestError } from './errors';
import { personOf } from './people';
import { kindOf } from './records';

/** A follower whose source and time may not be known yet. */
export type Follower = Pick< FollowerItem, 'user' | 'name' | 'avatar_url' > &
	Partial< FollowerItem >;

export interface FollowersState {
	followers: Follower[];
	/** The user being added or removed. */
	busy: number | null;
	error: RestError | null;
	reload: () => void;
	/** Throws what the server refuses. */
	add: ( user: number ) => Promise< void >;
	remove: ( user: number ) => Promise< void >;
	mute: ( user: number, muted: boolean ) => Promise< void >;
}

/**
 * A record's followers: at once by the names that it brings, then with how and since when they follow.
 *
 * @param record The record.
 */
export function useFollowers( record: OwnedRecord ): FollowersState {
	const [ details, setDetails ] = useState< FollowerItem[] >( [] );
	const [ error, setError ] = useState< RestError | null >( null );
	const [ busy, setBusy ] = useState< number | null >( null );
	const [ attempt, setAttempt ] = useState( 0 );
	const { id } = record;
	const api = apiOf( kindOf( record ) );
	const ids = record.followers.join();

	useEffect( () => {
		let current = true;
		setError( null );
		if ( ids === '' ) {
			setDetails( [] );
			return undefined;
		}
		api.listFollowers( id ).then(
			( read ) => current && setDetails( read ),
			( thrown ) => current && setError( asRestError( thrown ) )
		);
		return () => {
			current = false;
		};
	}, [ api, id, ids, attempt ] );

	const change = useCallback(
		async (
			user: number,
			request: (
				recordId: number,
				follower: number
			) => Promise< FollowerItem[] >
		) => {
			setBusy( user );
			try {
				setDetails( await request( id, user ) );
			} finally {
				setBusy( null );
			}
		},
		[ id ]
	);

	return {
		followers: record.followers.map( ( user ) => {
			const person = personOf( record, user );
			return {
				user,
				name: person.name,
				avatar_url: person.avatar_url,
				...details.find( ( item ) => item.user === user ),
			};
		} ),
		busy,
		error,
		reload: useCallback( () => setAttempt( ( now ) => now + 1 ), [] ),
		add: useCallback(
			( user ) => change( user, api.addFollower ),
			[ api, change ]
		),
		remove: useCallback(
			( user ) => change( user, api.removeFollower ),
			[ api, change ]
		),
		mute: useCallback(
			( user, muted ) =>
				change( user, ( recordId, follower ) =>
					api.mute( recordId, follower, muted )
				),
			[ api, change ]
		),
	};
}
