import type { ReactElement } from 'react';
import { _n, sprintf } from '@wordpress/i18n';

import { boot } from '../boot';
import type { OwnedRecord } from '../entities';
import { formatNumber } from '../lib/numbers';
import { isContact, ownerOf } from '../lib/records';
import { tasks } from '../lib/tasks';
import { useLoaded } from '../lib/useLoaded';

/** As many as the server answers at once; few records have more. */
const MOST = 100;

/**
 * The open follow-ups of a record that are its owner's, or nobody's where nobody owns it; of a contact those of its opportunities
 * apart.
 *
 * @param record The record.
 */
async function count(
	record: OwnedRecord
): Promise< { own: number; ofDeals: number } > {
	const { items } = await tasks.list( {
		[ isContact( record ) ? 'contact' : 'opportunity' ]: [ record.id ],
		assignee: [ ownerOf( record ) ?? 'none' ],
		status: 'open',
		per_page: MOST,
	} );
	const ofDeals = isContact( record )
		? items.filter( ( { opportunity } ) => opportunity !== null ).length
		: 0;
	return { own: items.length - ofDeals, ofDeals };
}

/**
 * How many follow-ups go to the new owner together with a record.
 *
 * @param props           Which record.
 * @param props.record    The record.
 * @param props.withDeals Whether a contact's opportunities go along by choice.
 */
export function TasksAlong( {
	record,
	withDeals = false,
}: {
	record: OwnedRecord;
	withDeals?: boolean;
} ): ReactElement | null {
	const { data } = useLoaded(
		() => count( record ),
		`${ record.id }/${ ownerOf( record ) ?? '' }`
	);
	const moved =
		( data?.own ?? 0 ) +
		( withDeals || ! boot.opportunities.separateOwners
			? ( data?.ofDeals ?? 0 )
			: 0 );
	return moved > 0 ? (
		<p className="steward-card__hint" role="status">
			{ sprintf(
				/* translators: %s: how many follow-ups. */
				_n(
					'%s open follow-up goes along.',
					'%s open follow-ups go along.',
					moved,
					'steward'
				),
				formatNumber( moved )
			) }
		</p>
	) : null;
}
