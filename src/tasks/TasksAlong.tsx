import type { ReactElement } from 'react';
import { _n, sprintf } from '@wordpress/i18n';

import type { OwnedRecord } from '../entities';
import { formatNumber } from '../lib/numbers';
import { ownerOf } from '../lib/records';
import { tasksAlong } from '../lib/tasks';
import { useLoaded } from '../lib/useLoaded';

/**
 * How many follow-ups go to the new owner together with a record, as the server counts them.
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
	const { data: moved = 0 } = useLoaded(
		() => tasksAlong( record, withDeals ),
		`${ record.id }/${ ownerOf( record ) ?? '' }/${ String( withDeals ) }`
	);
	return moved ? (
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
