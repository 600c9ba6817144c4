/**
 * What the bell shows, made of what the server says. Pure.
 */
import { __, _n, sprintf } from '@wordpress/i18n';

/** A notification as the REST interface gives it, as far as the bell shows it. */
export interface BellItem {
	id: number;
	text: string;
	note: string;
	url: string;
	created_gmt: string;
	read: boolean;
	cause: { text: string };
}

export interface Unread {
	unread: number;
	/** Whether there are more than are counted. */
	more: boolean;
}

/**
 * The number on the bell: empty for none, "99+" for many.
 *
 * @param count What the server counted.
 */
export function badge( count: Unread ): string {
	if ( count.more ) {
		return `${ count.unread - 1 }+`;
	}
	return count.unread > 0 ? String( count.unread ) : '';
}

/**
 * What the bell is called, for screen readers.
 *
 * @param count What the server counted.
 */
export function label( count: Unread ): string {
	return count.unread === 0
		? __( 'Notifications: none unread', 'steward' )
		: sprintf(
				/* translators: %s: a number. */
				_n(
					'Notifications: %s unread',
					'Notifications: %s unread',
					count.unread,
					'steward'
				),
				badge( count )
			);
}

/**
 * What is said aloud when the number changes: only that there is something new.
 *
 * @param before The number before; null before the first answer.
 * @param now    The number now.
 */
export function news( before: number | null, now: number ): string {
	const more = before === null ? 0 : now - before;
	return more > 0
		? sprintf(
				/* translators: %d: how many. */
				_n(
					'%d new notification',
					'%d new notifications',
					more,
					'steward'
				),
				more
			)
		: '';
}

const STEPS: [ Intl.RelativeTimeFormatUnit, number ][] = [
	[ 'day', 86400 ],
	[ 'hour', 3600 ],
	[ 'minute', 60 ],
];

/**
 * How long ago, in the page's language.
 *
 * @param gmt  UTC, ISO 8601.
 * @param now  For tests.
 * @param lang A language tag; one that the browser doesn't know is English.
 */
export function ago( gmt: string, now: Date, lang: string ): string {
	const seconds = Math.max(
		0,
		( now.getTime() - new Date( gmt ).getTime() ) / 1000
	);
	const [ unit, size ] = STEPS.find( ( step ) => seconds >= step[ 1 ] ) ?? [
		'minute',
		60,
	];
	const options = { numeric: 'auto' } as const;
	let format: Intl.RelativeTimeFormat;
	try {
		format = new Intl.RelativeTimeFormat( lang, options );
	} catch {
		format = new Intl.RelativeTimeFormat( 'en', options );
	}
	return format.format( -Math.floor( seconds / size ), unit );
}
