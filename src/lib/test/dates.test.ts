import { getSettings, setSettings } from '@wordpress/date';

import { dateShort, dayKey, sinceWhen, timeFor, timeOnly } from '../dates';

const usual = getSettings();

afterEach( () => setSettings( usual ) );

describe( 'timeFor', () => {
	const now = new Date( '2026-03-10T12:00:00Z' );
	it.each( [
		[ '2026-03-10T12:00:30Z', 'just now' ],
		[ '2026-03-10T11:59:30', 'just now' ],
		[ '2026-03-10T11:15:00', '45 min' ],
		[ '2026-03-10T09:00:00Z', '3 h' ],
		[ '2026-03-08T12:00:00', '2 d' ],
		[ '2025-12-10T12:00:00', '2 mo' ],
		[ '2024-01-10T12:00:00', '2 y' ],
	] )( 'calls the time since %s %s', ( gmt, text ) => {
		expect( timeFor( gmt, now ) ).toBe( text );
	} );
} );

describe( 'sinceWhen', () => {
	const now = new Date( '2026-03-10T12:00:00Z' );
	it.each( [ '2026-03-10T11:38:00Z', '2026-03-10T00:00:00' ] )(
		'is the time of today for %s',
		( gmt ) => expect( sinceWhen( gmt, now ) ).toBe( timeOnly( gmt ) )
	);
	it.each( [ '2026-03-09T23:59:00Z', '2019-01-02T12:00:00' ] )(
		'is the date for %s',
		( gmt ) => expect( sinceWhen( gmt, now ) ).toBe( dateShort( gmt ) )
	);
} );

describe( 'dayKey', () => {
	it( 'is the site’s day, not the browser’s', () => {
		setSettings( {
			...usual,
			timezone: {
				offset: 9,
				offsetFormatted: '9',
				string: 'Asia/Tokyo',
				abbr: 'JST',
			},
		} );
		expect( dayKey( '2026-03-10T16:00:00' ) ).toBe( '2026-03-11' );
		expect( dayKey( '2026-03-10T14:00:00Z' ) ).toBe( '2026-03-10' );
	} );
} );
