import type { ReactElement } from 'react';
import { __, sprintf } from '@wordpress/i18n';

import { valueLabel } from './labels';
import type { Value } from './matrix';

export interface ChangedChipProps {
	isShown: boolean;
	/** What a cell was; without it, it is a role's chip. */
	was?: Value;
}

/**
 * Says that something isn't as it is stored. It has its place at all times, so that nothing moves when it appears.
 *
 * @param props Whether it is seen.
 */
export function ChangedChip( props: ChangedChipProps ): ReactElement {
	const { isShown, was } = props;
	return (
		<span
			className={ `steward-roles__changed${
				isShown ? '' : ' is-unseen'
			}` }
		>
			{ was === undefined
				? __( 'Changed', 'steward' )
				: sprintf(
						/* translators: %s: a value such as Owned. */
						__( 'Changed, was %s', 'steward' ),
						valueLabel( was )
					) }
		</span>
	);
}
