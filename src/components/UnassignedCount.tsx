import type { ReactElement } from 'react';
import { _n, sprintf } from '@wordpress/i18n';

import { CONTACT, type RecordName } from '../entities';
import { formatNumber } from '../lib/numbers';
import { useUnassignedCount } from '../lib/useUnassignedCount';
import { TabCount } from './TabCount';

export interface UnassignedCountProps {
	/** Of which kind of record. */
	name: RecordName;
	/** Through whose eyes, if not one's own. */
	as?: number | null;
}

function inWords( name: RecordName, count: number ): string {
	const number = formatNumber( count );
	return name === CONTACT
		? sprintf(
				/* translators: %s: how many contacts. */
				_n( '%s contact', '%s contacts', count, 'steward' ),
				number
			)
		: sprintf(
				/* translators: %s: how many opportunities. */
				_n( '%s opportunity', '%s opportunities', count, 'steward' ),
				number
			);
}

/**
 * How many records wait for somebody, in a list's tab; its room is there before it arrives.
 *
 * @param props      Of what.
 * @param props.name The kind.
 * @param props.as   Whose eyes.
 */
export function UnassignedCount( {
	name,
	as,
}: UnassignedCountProps ): ReactElement {
	return (
		<TabCount
			count={ useUnassignedCount( name, as ) }
			words={ ( count ) => inWords( name, count ) }
		/>
	);
}
