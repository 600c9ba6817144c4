import type { ReactElement } from 'react';
import { __, _n, sprintf } from '@wordpress/i18n';

import type { Person } from '../entities';
import { PersonAvatar } from './PersonAvatar';

export interface FollowersStackProps {
	people: Person[];
	/** How many avatars before a count stands for the rest. */
	max?: number;
	/** Pixels of an avatar. */
	size?: number;
}

/**
 * Followers as a small stack of avatars with a count; screen readers get the names.
 *
 * @param props        Who, and how many at most.
 * @param props.people The followers.
 * @param props.max    Avatars shown.
 * @param props.size   Of an avatar.
 */
export function FollowersStack( {
	people,
	max = 3,
	size = 20,
}: FollowersStackProps ): ReactElement | null {
	if ( people.length === 0 ) {
		return null;
	}
	const names = people.map( ( { name } ) => name ).join( ', ' );
	const label = sprintf(
		/* translators: 1: how many followers, 2: their names. */
		_n(
			'%1$d follower: %2$s',
			'%1$d followers: %2$s',
			people.length,
			'steward'
		),
		people.length,
		names
	);
	const rest = people.length - max;
	return (
		<span
			className="steward-stack"
			role="img"
			aria-label={ label }
			title={ names }
		>
			{ people.slice( 0, max ).map( ( person ) => (
				<PersonAvatar
					key={ person.id }
					person={ person }
					size={ size }
				/>
			) ) }
			{ rest > 0 && (
				<span className="steward-stack__rest">
					{ sprintf(
						/* translators: %d: how many more. */
						__( '+%d', 'steward' ),
						rest
					) }
				</span>
			) }
		</span>
	);
}
