import type { ReactElement } from 'react';
import { Button } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';

import type { Person } from '../entities';
import { joined } from '../lib/joined';
import { RefusalNote } from './RefusalNote';

export interface SkippedFollowsProps {
	/** Who a sync couldn't add as a follower. */
	people: Person[];
	/** Whether the list is full still. */
	isFull: boolean;
	/** The user being added. */
	busy: number | null;
	/** Adds one by hand; undefined where the reader may not. */
	onAdd?: ( person: Person ) => void;
}

/**
 * Who a sync couldn't add as a follower, as the list was full: said until they follow, and made up for here once there is room.
 *
 * @param props        Who, and what can be done.
 * @param props.people Who.
 * @param props.isFull Whether there is no room still.
 * @param props.busy   Who is being added.
 * @param props.onAdd  Adds one by hand.
 */
export function SkippedFollows( {
	people,
	isFull,
	busy,
	onAdd,
}: SkippedFollowsProps ): ReactElement | null {
	if ( people.length === 0 ) {
		return null;
	}
	const names = joined( people.map( ( { name } ) => name ) );
	return (
		<RefusalNote
			message={
				isFull
					? sprintf(
							/* translators: %s: names of people. */
							_n(
								'%s wasn’t added as a follower: the list is full.',
								'%s weren’t added as followers: the list is full.',
								people.length,
								'steward'
							),
							names
						)
					: sprintf(
							/* translators: %s: names of people. */
							_n(
								'%s wasn’t added as a follower: the list was full.',
								'%s weren’t added as followers: the list was full.',
								people.length,
								'steward'
							),
							names
						)
			}
			remedy={
				isFull
					? __(
							'Remove a follower, then add them by hand.',
							'steward'
						)
					: __( 'There is room now.', 'steward' )
			}
		>
			{ ! isFull &&
				onAdd &&
				people.map( ( person ) => (
					<Button
						key={ person.id }
						variant="secondary"
						size="compact"
						isBusy={ busy === person.id }
						disabled={ busy !== null }
						accessibleWhenDisabled
						onClick={ () => onAdd( person ) }
					>
						{ sprintf(
							/* translators: %s: a person's name. */
							__( 'Add %s', 'steward' ),
							person.name
						) }
					</Button>
				) ) }
		</RefusalNote>
	);
}
