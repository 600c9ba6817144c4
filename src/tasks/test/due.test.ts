import { getSettings, setSettings } from '@wordpress/date';

import { dueFields, dueMoment, dueText } from '../due';

const usual = getSettings();

beforeEach( () =>
	setSettings( {
		...usual,
		formats: { ...usual.formats, time: 'H:i' },
		timezone: {
			offset: 9,
			offsetFormatted: '9',
			string: 'Asia/Tokyo',
			abbr: 'JST',
		},
	} )
);

afterEach( () => setSettings( usual ) );

describe( 'a due date in fields', () => {
	it( 'is the site’s day and time', () => {
		expect( dueFields( '2026-03-10T16:30:00Z' ) ).toEqual( {
			day: '2026-03-11',
			time: '01:30',
		} );
		expect( dueMoment( { day: '2026-03-11', time: '01:30' } ) ).toBe(
			'2026-03-10T16:30:00.000Z'
		);
	} );

	it( 'is the end of the day without a time, and shows none', () => {
		const end = dueMoment( { day: '2026-03-11', time: '' } );
		expect( end ).toBe( '2026-03-11T14:59:00.000Z' );
		expect( dueFields( end ) ).toEqual( { day: '2026-03-11', time: '' } );
	} );

	it( 'is none without a day', () => {
		expect( dueMoment( { day: '', time: '' } ) ).toBeNull();
		expect( dueFields( null ) ).toEqual( { day: '', time: '' } );
	} );
} );

describe( 'dueText', () => {
	// 21:00 of the tenth in Tokyo.
	const now = new Date( '2026-03-10T12:00:00Z' );
	it.each( [
		[ '2026-03-10T05:00:00Z', 'Today, 14:00' ],
		[ '2026-03-10T14:59:00Z', 'Today' ],
		[ '2026-03-10T16:00:00Z', 'Tomorrow, 01:00' ],
		[ '2026-03-11T14:59:00Z', 'Tomorrow' ],
		[ '2026-03-09T05:00:00Z', 'Yesterday, 14:00' ],
		[ '2026-03-12T05:00:00Z', 'Mar 12, 2026, 14:00' ],
	] )( 'says %s as %s', ( gmt, text ) => {
		expect( dueText( gmt, now ) ).toBe( text );
	} );
} );
