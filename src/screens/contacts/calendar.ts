import { getDate } from '@wordpress/date';

import type { Calendar } from './view';

const MINUTE = 60_000;

/** Days of the site's time zone as UTC moments. */
export const siteCalendar: Calendar = {
	startOf( day, plus = 0 ) {
		const noon = new Date( `${ day }T12:00:00Z` );
		noon.setUTCDate( noon.getUTCDate() + plus );
		// getDate reads a time without a zone as the site's.
		return getDate(
			`${ noon.toISOString().slice( 0, 10 ) }T00:00:00`
		).toISOString();
	},
	ago( value, unit ) {
		// To the minute: a query that differs with each render would be asked again with each render.
		const then = new Date( Math.floor( Date.now() / MINUTE ) * MINUTE );
		const count = Math.max( 0, Math.floor( value ) );
		if ( unit === 'years' ) {
			then.setUTCFullYear( then.getUTCFullYear() - count );
		} else if ( unit === 'months' ) {
			then.setUTCMonth( then.getUTCMonth() - count );
		} else {
			then.setUTCDate(
				then.getUTCDate() - count * ( unit === 'weeks' ? 7 : 1 )
			);
		}
		return then.toISOString();
	},
};
