import { pageOf, parseLocation, toSearch } from '../location';

describe( 'parseLocation', () => {
	it.each( [
		[ '?page=steward', 'contacts', null ],
		[ '', 'contacts', null ],
		[ '?page=steward&contact=12', 'contact', 12 ],
		[ '?page=steward&contact=new', 'contact', 'new' ],
		[ '?page=steward&contact=0', 'contacts', null ],
		[ '?page=steward&contact=-3', 'contacts', null ],
		[ '?page=steward&contact=12x', 'contacts', null ],
		[ '?page=steward-forms&contact=12', 'forms', null ],
		[ '?page=steward-settings', 'settings', null ],
	] )( 'shows for %s the screen %s with %s', ( search, screen, contact ) => {
		expect( parseLocation( search ) ).toMatchObject( { screen, contact } );
	} );

	it( 'gives the parameters without the page', () => {
		expect(
			parseLocation( '?page=steward&tab=mine&search=a%20b' ).params
		).toEqual( { tab: 'mine', search: 'a b' } );
	} );
} );

describe( 'toSearch', () => {
	it( 'stays on the page and leaves out what is empty', () => {
		expect(
			toSearch(
				{ tab: 'mine', search: '', paged: null, owner: undefined },
				'steward'
			)
		).toBe( '?page=steward&tab=mine' );
	} );

	it( 'goes to another page where one is given', () => {
		expect( toSearch( { page: 'steward-forms' }, 'steward' ) ).toBe(
			'?page=steward-forms'
		);
	} );

	it( 'comes back as it was', () => {
		const params = { search: 'ä & b', tags: 'x%2Cy' };
		expect( parseLocation( toSearch( params, 'steward' ) ).params ).toEqual(
			params
		);
	} );
} );

describe( 'pageOf', () => {
	it( 'is the contacts’ page where none is named', () => {
		expect( pageOf( '?tab=mine' ) ).toBe( 'steward' );
		expect( pageOf( '?page=steward-forms' ) ).toBe( 'steward-forms' );
	} );
} );
