import { ago, badge, label, news } from '../view';

describe( 'the number on the bell', () => {
	it( 'is empty for none and stops counting at many', () => {
		expect( badge( { unread: 0, more: false } ) ).toBe( '' );
		expect( badge( { unread: 7, more: false } ) ).toBe( '7' );
		expect( badge( { unread: 100, more: true } ) ).toBe( '99+' );
	} );

	it( 'has words', () => {
		expect( label( { unread: 0, more: false } ) ).toBe(
			'Notifications: none unread'
		);
		expect( label( { unread: 100, more: true } ) ).toBe(
			'Notifications: 99+ unread'
		);
	} );
} );

describe( 'what is said aloud', () => {
	it( 'is only what is new', () => {
		expect( news( null, 3 ) ).toBe( '' );
		expect( news( 3, 3 ) ).toBe( '' );
		expect( news( 3, 1 ) ).toBe( '' );
		expect( news( 1, 2 ) ).toBe( '1 new notification' );
		expect( news( 1, 4 ) ).toBe( '3 new notifications' );
	} );
} );

describe( 'how long ago', () => {
	const now = new Date( '2026-11-25T12:00:00Z' );

	it.each( [
		[ '2026-11-25T11:59:40Z', 'this minute' ],
		[ '2026-11-25T11:55:00Z', '5 minutes ago' ],
		[ '2026-11-25T09:10:00Z', '2 hours ago' ],
		[ '2026-11-24T11:00:00Z', 'yesterday' ],
		// The server's clock is a little ahead.
		[ '2026-11-25T12:00:05Z', 'this minute' ],
	] )( '%s is %s', ( gmt, words ) => {
		expect( ago( gmt, now, 'en-US' ) ).toBe( words );
	} );

	it( 'takes English for a language that the browser doesn’t know', () => {
		expect( ago( '2026-11-25T11:55:00Z', now, 'x_y' ) ).toBe(
			'5 minutes ago'
		);
	} );
} );
