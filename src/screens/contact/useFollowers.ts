import { useCallback, useEffect, useState } from 'react';

import type { Contact, FollowerItem } from '../../entities';
import {
	addFollower,
	listFollowers,
	muteContact,
	removeFollower,
} from '../../lib/api';
import { asRestError, type RestError } from '../../lib/errors';
import { personOf } from '../../lib/people';

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
 * A contact's followers: at once by the names that the contact brings, then with how and since when they follow.
 *
 * @param contact The contact.
 */
export function useFollowers( contact: Contact ): FollowersState {
	const [ details, setDetails ] = useState< FollowerItem[] >( [] );
	const [ error, setError ] = useState< RestError | null >( null );
	const [ busy, setBusy ] = useState< number | null >( null );
	const [ attempt, setAttempt ] = useState( 0 );
	const { id } = contact;
	const ids = contact.followers.join();

	useEffect( () => {
		let current = true;
		setError( null );
		if ( ids === '' ) {
			setDetails( [] );
			return undefined;
		}
		listFollowers( id ).then(
			( read ) => current && setDetails( read ),
			( thrown ) => current && setError( asRestError( thrown ) )
		);
		return () => {
			current = false;
		};
	}, [ id, ids, attempt ] );

	const change = useCallback(
		async (
			user: number,
			request: ( id: number, user: number ) => Promise< FollowerItem[] >
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
		followers: contact.followers.map( ( user ) => {
			const person = personOf( contact, user );
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
		add: useCallback( ( user ) => change( user, addFollower ), [ change ] ),
		remove: useCallback(
			( user ) => change( user, removeFollower ),
			[ change ]
		),
		mute: useCallback(
			( user, muted ) =>
				change( user, ( record, who ) =>
					muteContact( record, who, muted )
				),
			[ change ]
		),
	};
}
