import type { ReactElement } from 'react';
import { Icon } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { arrowDown, arrowUp } from '@wordpress/icons';

import type { TaskPriority } from '../entities';

/**
 * A priority that isn't the usual one.
 *
 * @param props          Which.
 * @param props.priority The priority.
 */
export function Priority( {
	priority,
}: {
	priority: TaskPriority;
} ): ReactElement | null {
	if ( priority === 'normal' ) {
		return null;
	}
	return (
		<span className={ `steward-priority is-${ priority }` }>
			<Icon
				icon={ priority === 'high' ? arrowUp : arrowDown }
				size={ 16 }
			/>
			{ priority === 'high'
				? __( 'High priority', 'steward' )
				: __( 'Low priority', 'steward' ) }
		</span>
	);
}
