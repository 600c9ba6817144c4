import type { ReactElement } from 'react';
import { __ } from '@wordpress/i18n';

import { PersonAvatar } from '../components/PersonAvatar';
import type { Task } from '../entities';
import { isMe, personOf } from '../lib/people';

/** What a follow-up without an assignee is called. */
export const nobody = () => ( {
	label: __( 'Nobody yet', 'steward' ),
	detail: __( 'Whoever may change it can take it', 'steward' ),
} );

/**
 * Whose follow-up it is, at a glance.
 *
 * @param props      Which.
 * @param props.task The task.
 */
export function Assignee( { task }: { task: Task } ): ReactElement {
	if ( task.assignee === null ) {
		return (
			<span className="steward-chip is-dashed">{ nobody().label }</span>
		);
	}
	const person = personOf( task, task.assignee );
	return (
		<span className="steward-owner">
			<PersonAvatar person={ person } />
			<span className="steward-owner__name" title={ person.name }>
				{ isMe( task.assignee ) ? __( 'You', 'steward' ) : person.name }
			</span>
		</span>
	);
}
