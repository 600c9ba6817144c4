import type { ReactElement } from 'react';
import { VisuallyHidden } from '@wordpress/components';

import { formatNumber } from '../lib/numbers';

/**
 * A number in a list's tab; its room is there before it arrives.
 *
 * @param props       The number.
 * @param props.count How many; null until known.
 * @param props.words The same for screen readers.
 */
export function TabCount( {
	count,
	words,
}: {
	count: number | null;
	words: ( count: number ) => string;
} ): ReactElement {
	if ( count === null ) {
		return (
			<span className="steward-list-tabs__count is-awaited" aria-hidden />
		);
	}
	return (
		<>
			<span className="steward-list-tabs__count" aria-hidden>
				{ formatNumber( count ) }
			</span>
			<VisuallyHidden>{ words( count ) }</VisuallyHidden>
		</>
	);
}
