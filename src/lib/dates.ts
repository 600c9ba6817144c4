/**
 * Times as people read them. The server's times are UTC; days are those of the site's time zone.
 */
import { dateI18n, getDate, getSettings, humanTimeDiff } from '@wordpress/date';
import { __, sprintf } from '@wordpress/i18n';

/**
 * A UTC time of the REST interface, with or without its `Z`, as a Date.
 * @param gmt
 */
function asDate( gmt: string ): Date {
	return new Date( /(Z|[+-]\d\d:?\d\d)$/.test( gmt ) ? gmt : `${ gmt }Z` );
}

/**
 * "3 hours ago".
 *
 * @param gmt UTC, ISO 8601.
 */
export function timeAgo( gmt: string ): string {
	// Clocks differ a little: what just happened must not read "in a few seconds".
	const date = asDate( gmt );
	const now = new Date();
	return humanTimeDiff( date > now ? now : date, now );
}

/**
 * "in 3 hours", "2 days ago".
 *
 * @param gmt UTC, ISO 8601.
 */
export function timeFromNow( gmt: string ): string {
	return humanTimeDiff( asDate( gmt ), new Date() );
}

/**
 * How long something has lasted, short enough for a chip: "3 h".
 *
 * @param gmt UTC, ISO 8601.
 * @param now For tests.
 */
export function timeFor( gmt: string, now: Date = new Date() ): string {
	const minutes = Math.max(
		0,
		Math.floor( ( now.getTime() - asDate( gmt ).getTime() ) / 60_000 )
	);
	if ( minutes < 1 ) {
		return __( 'just now', 'steward' );
	}
	if ( minutes < 60 ) {
		/* translators: %d: minutes, abbreviated. */
		return sprintf( __( '%d min', 'steward' ), minutes );
	}
	const hours = Math.floor( minutes / 60 );
	if ( hours < 24 ) {
		/* translators: %d: hours, abbreviated. */
		return sprintf( __( '%d h', 'steward' ), hours );
	}
	const days = Math.floor( hours / 24 );
	if ( days < 31 ) {
		/* translators: %d: days, abbreviated. */
		return sprintf( __( '%d d', 'steward' ), days );
	}
	if ( days < 365 ) {
		/* translators: %d: months, abbreviated. */
		return sprintf( __( '%d mo', 'steward' ), Math.floor( days / 30.4 ) );
	}
	/* translators: %d: years, abbreviated. */
	return sprintf( __( '%d y', 'steward' ), Math.floor( days / 365 ) );
}

/**
 * Date and time in the site's own format and zone.
 *
 * @param gmt UTC, ISO 8601.
 */
export function dateTime( gmt: string ): string {
	return dateI18n( getSettings().formats.datetime, asDate( gmt ), undefined );
}

/**
 * The date alone in the site's own format and zone.
 *
 * @param gmt UTC, ISO 8601.
 */
export function dateOnly( gmt: string ): string {
	return dateI18n( getSettings().formats.date, asDate( gmt ), undefined );
}

/**
 * The date alone, short enough for a column: "24 Nov 2026", in the person's language and the site's zone.
 *
 * @param gmt UTC, ISO 8601.
 */
export function dateShort( gmt: string ): string {
	const format = { dateStyle: 'medium', timeZone: 'UTC' } as const;
	const day = new Date( `${ dayKey( gmt ) }T12:00:00Z` );
	try {
		return day.toLocaleDateString( document.documentElement.lang, format );
	} catch {
		// A language tag that the browser doesn't know.
		return day.toLocaleDateString( 'en', format );
	}
}

/**
 * A month, short enough for an axis: "Nov 2026", in the person's language.
 *
 * @param month `YYYY-MM`.
 */
export function monthName( month: string ): string {
	const format = {
		month: 'short',
		year: 'numeric',
		timeZone: 'UTC',
	} as const;
	const day = new Date( `${ month }-01T12:00:00Z` );
	try {
		return day.toLocaleDateString( document.documentElement.lang, format );
	} catch {
		// A language tag that the browser doesn't know.
		return day.toLocaleDateString( 'en', format );
	}
}

/**
 * The time of day alone in the site's own format and zone.
 *
 * @param gmt UTC, ISO 8601.
 */
export function timeOnly( gmt: string ): string {
	return dateI18n( getSettings().formats.time, asDate( gmt ), undefined );
}

/**
 * Since when something lasts, to stand after "Since": the time of today, the date of before.
 *
 * @param gmt UTC, ISO 8601.
 * @param now For tests.
 */
export function sinceWhen( gmt: string, now: Date = new Date() ): string {
	return dayKey( gmt ) === dayKey( now.toISOString() )
		? timeOnly( gmt )
		: dateShort( gmt );
}

/**
 * The site's day a moment falls on, `YYYY-MM-DD`, to group by.
 *
 * @param gmt UTC, ISO 8601.
 */
export function dayKey( gmt: string ): string {
	return dateI18n( 'Y-m-d', asDate( gmt ), undefined );
}

/**
 * A day some days later, or earlier.
 *
 * @param day  `YYYY-MM-DD`.
 * @param plus How many days.
 */
export function addDays( day: string, plus: number ): string {
	const noon = new Date( `${ day }T12:00:00Z` );
	noon.setUTCDate( noon.getUTCDate() + plus );
	return noon.toISOString().slice( 0, 10 );
}

/** What the site's clock says at a moment: what a field of day and one of time hold. */
export interface SiteTime {
	/** `YYYY-MM-DD`. */
	day: string;
	/** `HH:MM`. */
	time: string;
}

/**
 * A moment by the site's clock.
 *
 * @param gmt UTC, ISO 8601.
 */
export function siteTime( gmt: string ): SiteTime {
	return {
		day: dayKey( gmt ),
		time: dateI18n( 'H:i', asDate( gmt ), undefined ),
	};
}

/**
 * The moment of a day and time by the site's clock, as UTC.
 *
 * @param at      Day and time.
 * @param at.day  The day.
 * @param at.time The time.
 */
export function momentOf( { day, time }: SiteTime ): string {
	// getDate reads a time without a zone as the site's.
	return getDate( `${ day }T${ time }:00` ).toISOString();
}

/** The site's time zone, as people know it. */
export function zoneName(): string {
	const { string, offsetFormatted } = getSettings().timezone;
	return (
		string ||
		`UTC${ /^[+-]/.test( offsetFormatted ) ? '' : '+' }${ offsetFormatted }`
	);
}
