/**
 * When a follow-up is due, in fields and in words. Pure but for the clock and the site's zone.
 */
import { __, sprintf } from '@wordpress/i18n';

import {
	addDays,
	dateShort,
	dateTime,
	dayKey,
	momentOf,
	siteTime,
	timeFromNow,
	timeOnly,
	type SiteTime,
} from '../lib/dates';

/** A day without a time is until its end: what is due "today" isn't overdue before the day is over. */
const END = '23:59';

/**
 * The fields of a due date; a time that nobody chose is empty.
 *
 * @param gmt UTC, ISO 8601, or null.
 */
export function dueFields( gmt: string | null ): SiteTime {
	if ( ! gmt ) {
		return { day: '', time: '' };
	}
	const { day, time } = siteTime( gmt );
	return { day, time: time === END ? '' : time };
}

/**
 * The due date of the fields, UTC; null without a day.
 *
 * @param fields What they hold.
 */
export function dueMoment( fields: SiteTime ): string | null {
	return fields.day
		? momentOf( { day: fields.day, time: fields.time || END } )
		: null;
}

/**
 * "Today", "Tomorrow", "Yesterday", else the date.
 *
 * @param gmt UTC, ISO 8601.
 * @param now For tests.
 */
export function dayText( gmt: string, now: Date = new Date() ): string {
	const today = dayKey( now.toISOString() );
	switch ( dayKey( gmt ) ) {
		case today:
			return __( 'Today', 'steward' );
		case addDays( today, 1 ):
			return __( 'Tomorrow', 'steward' );
		case addDays( today, -1 ):
			return __( 'Yesterday', 'steward' );
		default:
			return dateShort( gmt );
	}
}

/**
 * "Today, 14:00", "Tomorrow", "4 Dec 2026, 09:30".
 *
 * @param gmt UTC, ISO 8601.
 * @param now For tests.
 */
export function dueText( gmt: string, now: Date = new Date() ): string {
	const day = dayText( gmt, now );
	return dueFields( gmt ).time === ''
		? day
		: sprintf(
				/* translators: 1: a day, 2: a time of day. */
				__( '%1$s, %2$s', 'steward' ),
				day,
				timeOnly( gmt )
			);
}

/**
 * Exactly, and how far away: for whoever points at it.
 *
 * @param gmt UTC, ISO 8601.
 */
export function dueExactly( gmt: string ): string {
	return `${ dateTime( gmt ) } · ${ timeFromNow( gmt ) }`;
}
