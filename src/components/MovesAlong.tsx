import { type ReactElement } from 'react';
import { CheckboxControl } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';

import { boot } from '../boot';
import { formatNumber } from '../lib/numbers';

export interface MovesAlongProps {
	/** How many opportunities, from `useDealsAlong`. */
	count: number;
	/** Whether the former owner's opportunities shall go along, where they need not. */
	checked: boolean;
	onChange: ( checked: boolean ) => void;
}

/**
 * What goes to the new owner together with a contact: with one owner for both all its opportunities; with separate owners
 * those of the former owner, if one wants to.
 *
 * @param props          How many, and the choice.
 * @param props.count    How many.
 * @param props.checked  The choice.
 * @param props.onChange Changes it.
 */
export function MovesAlong( {
	count,
	checked,
	onChange,
}: MovesAlongProps ): ReactElement | null {
	if ( count === 0 ) {
		return null;
	}
	if ( ! boot.opportunities.separateOwners ) {
		return (
			<p className="steward-card__hint">
				{ sprintf(
					/* translators: %s: how many opportunities. */
					_n(
						'Its %s opportunity goes along.',
						'Its %s opportunities go along.',
						count,
						'steward'
					),
					formatNumber( count )
				) }
			</p>
		);
	}
	return (
		<CheckboxControl
			__nextHasNoMarginBottom
			label={ sprintf(
				/* translators: %s: how many opportunities. */
				_n(
					'Also reassign the %s opportunity of the former owner',
					'Also reassign the %s opportunities of the former owner',
					count,
					'steward'
				),
				formatNumber( count )
			) }
			help={ __( 'Those that you may not reassign stay.', 'steward' ) }
			checked={ checked }
			onChange={ onChange }
		/>
	);
}
