/**
 * The forecast's words.
 */
import { __, _n, sprintf } from '@wordpress/i18n';

import { formatNumber } from '../../lib/numbers';
import { compareAmounts, money } from '../../lib/money';
import type { Bar, By, Totals } from './groups';

/**
 * What the sums are grouped by, as a column's head.
 *
 * @param by What.
 */
export function byLabel( by: By ): string {
	switch ( by ) {
		case 'month':
			return __( 'Expected month', 'steward' );
		case 'stage':
			return __( 'Stage', 'steward' );
		default:
			return __( 'Owner', 'steward' );
	}
}

/**
 * "3 opportunities".
 *
 * @param count How many.
 */
export function countText( count: number ): string {
	return sprintf(
		/* translators: %s: how many. */
		_n( '%s opportunity', '%s opportunities', count, 'steward' ),
		formatNumber( count )
	);
}

/**
 * "€12,000, weighted €3,000".
 *
 * @param totals   The sums.
 * @param currency Their currency.
 */
export function amountsText( totals: Totals, currency: string ): string {
	return sprintf(
		/* translators: 1: an amount of money, 2: that amount weighted by probability. */
		__( '%1$s, weighted %2$s', 'steward' ),
		money( totals.value, currency ),
		money( totals.weighted, currency )
	);
}

/**
 * The chart in words: what it shows, and where most is expected. Every number is in the table.
 *
 * @param bars     The bars.
 * @param by       What they are.
 * @param currency Their currency.
 */
export function chartText( bars: Bar[], by: By, currency: string ): string {
	const [ most ] = [ ...bars ].sort( ( a, b ) =>
		compareAmounts( b.weighted, a.weighted )
	);
	const what = {
		month: __( 'Bar chart of open value by expected month.', 'steward' ),
		stage: __( 'Bar chart of open value by stage.', 'steward' ),
		owner: __( 'Bar chart of open value by owner.', 'steward' ),
	}[ by ];
	return most
		? `${ what } ${ sprintf(
				/* translators: 1: a month, stage or owner, 2: amounts of money. */
				__(
					'Most is expected of “%1$s”: %2$s. The table below has all numbers.',
					'steward'
				),
				most.label,
				amountsText( most, currency )
			) }`
		: what;
}
