import { addDays, momentOf } from '../../lib/dates';
import type { Calendar } from './view';

const MINUTE = 60_000;

/** Days of the site's time zone as UTC moments. */
export const siteCalendar: Calendar = {
	startOf( day, plus = 0 ) {
		return momentOf( { day: addDays( day, plus ), time: '00:00' } );
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
