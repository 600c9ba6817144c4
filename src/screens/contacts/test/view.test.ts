import type { View } from '@wordpress/dataviews';

import {
	activeFilters,
	changeView,
	DEFAULT_PREFERENCES,
	isNarrowed,
	paramsOf,
	preferencesOf,
	queryOf,
	readPreferences,
	tabOf,
	viewOf,
	type Calendar,
} from '../view';

const calendar: Calendar = {
	startOf: ( day, plus = 0 ) => `${ day }+${ plus }`,
	ago: ( value, unit ) => `${ value } ${ unit } ago`,
};

function view( params: Record< string, string > = {} ): View {
	return viewOf( params, DEFAULT_PREFERENCES, false );
}

function query( params: Record< string, string > ) {
	return queryOf( tabOf( params ), view( params ), calendar );
}

/** An address through the view and back. */
function round( params: Record< string, string > ) {
	return paramsOf( tabOf( params ), view( params ) );
}

describe( 'address', () => {
	it.each( [
		{},
		{ tab: 'mine' },
		{ tab: 'trash', paged: '3' },
		{ search: 'ana ruiz' },
		{ owner: 'me,none,12' },
		{ tags: 'vip,new lead' },
		{ tags_all: 'vip,partner' },
		{ tags: 'a%2Cb,50%25' },
		{
			source: 'contact-form-7',
			country: 'PT',
			region: 'Norte',
			city: 'Porto',
		},
		{ after: '2026-01-01', before: '2026-01-31' },
		{ after: '2026-01-01' },
		{ before: '2026-01-31' },
		{ within: '30-days' },
		{ orderby: 'name', order: 'asc' },
		{
			tab: 'following',
			search: 'ruiz',
			owner: '4',
			orderby: 'modified',
			order: 'desc',
			paged: '2',
		},
	] )( 'comes back as it was: %j', ( params ) => {
		expect(
			round( params as unknown as Record< string, string > )
		).toEqual( params );
	} );

	it( 'leaves out what is as usual', () => {
		expect( round( { tab: 'all', paged: '1', search: '  ' } ) ).toEqual(
			{}
		);
	} );

	it.each( [
		{ tab: 'everything' },
		{ paged: '-1' },
		{ paged: '2.5' },
		{ paged: 'x' },
		{ owner: 'anybody,0,-3' },
		{ orderby: 'password', order: 'asc' },
		{ after: 'yesterday' },
		{ within: '3-fortnights' },
		{ within: '-3-days' },
		{ tags: ',,' },
	] )( 'ignores what it doesn’t know: %j', ( params ) => {
		expect(
			round( params as unknown as Record< string, string > )
		).toEqual( {} );
	} );

	it( 'survives a stray percent sign in a tag', () => {
		expect( view( { tags: '50%' } ).filters ).toEqual( [
			{ field: 'tags', operator: 'isAny', value: [ '50%' ] },
		] );
	} );

	it( 'keeps a tag with a comma in one piece', () => {
		const shown = view( {} );
		const params = paramsOf( 'all', {
			...shown,
			filters: [
				{ field: 'tags', operator: 'isAny', value: [ 'a,b', 'c' ] },
			],
		} );
		expect( params.tags ).toBe( 'a%2Cb,c' );
		expect(
			view( params as unknown as Record< string, string > ).filters?.[ 0 ]
				?.value
		).toEqual( [ 'a,b', 'c' ] );
	} );

	it( 'drops an owner where the tab says whose they are', () => {
		expect( round( { tab: 'mine', owner: '7' } ) ).toEqual( {
			tab: 'mine',
		} );
		expect( round( { tab: 'unassigned', owner: '7' } ) ).toEqual( {
			tab: 'unassigned',
		} );
		expect( round( { tab: 'following', owner: '7' } ) ).toEqual( {
			tab: 'following',
			owner: '7',
		} );
	} );
} );

describe( 'query', () => {
	const first = {
		page: 1,
		per_page: 20,
		orderby: 'created',
		order: 'desc',
	};

	it( 'asks for the first page, the newest first, by default', () => {
		expect( query( {} ) ).toEqual( first );
	} );

	it( 'translates the tabs', () => {
		expect( query( { tab: 'mine' } ).contact_owner ).toEqual( [ 'me' ] );
		expect( query( { tab: 'unassigned' } ).contact_owner ).toEqual( [
			'none',
		] );
		expect( query( { tab: 'following' } ).follower ).toBe( 'me' );
		expect( query( { tab: 'trash' } ).status ).toBe( 'trash' );
		expect( query( {} ) ).not.toHaveProperty( 'status' );
	} );

	it( 'sends filters as the server names them', () => {
		expect(
			query( {
				owner: 'me,none,12',
				tags_all: 'vip,partner',
				country: 'PT',
				city: 'Porto',
				source: 'import',
			} )
		).toEqual( {
			...first,
			contact_owner: [ 'me', 'none', '12' ],
			tags_all: [ 'vip', 'partner' ],
			country: 'PT',
			city: 'Porto',
			source: 'import',
		} );
	} );

	it( 'counts the last day of a range as a whole', () => {
		expect(
			query( { after: '2026-01-01', before: '2026-01-31' } )
		).toMatchObject( {
			created_after: '2026-01-01+0',
			created_before: '2026-01-31+1',
		} );
		expect( query( { before: '2026-01-31' } ) ).not.toHaveProperty(
			'created_after'
		);
		expect( query( { within: '2-weeks' } ).created_after ).toBe(
			'2 weeks ago'
		);
	} );

	it( 'leaves the order of a search to the server, unless one was chosen', () => {
		expect( query( { search: 'ana' } ) ).toEqual( {
			page: 1,
			per_page: 20,
			search: 'ana',
		} );
		expect(
			query( { search: 'ana', orderby: 'name', order: 'asc' } )
		).toMatchObject( { orderby: 'name', order: 'asc' } );
	} );

	it( 'doesn’t send filters that are still being filled in', () => {
		const open = {
			...view(),
			filters: [
				{ field: 'tags', operator: 'isAny' as const, value: undefined },
				{ field: 'city', operator: 'is' as const, value: '' },
				{
					field: 'contact_owner',
					operator: 'isAny' as const,
					value: [],
				},
				{
					field: 'created',
					operator: 'between' as const,
					value: [ '2026-01-01', '' ],
				},
				{
					field: 'created',
					operator: 'inThePast' as const,
					value: { value: '', unit: 'days' },
				},
			],
		};
		expect( activeFilters( open ) ).toEqual( [] );
		expect( isNarrowed( open ) ).toBe( false );
		expect( queryOf( 'all', open, calendar ) ).toEqual( query( {} ) );
		expect( paramsOf( 'all', open ) ).toEqual( {} );
	} );
} );

describe( 'view', () => {
	it( 'is a table with the person’s columns', () => {
		expect(
			viewOf(
				{},
				{ fields: [ 'email' ], perPage: 50, density: 'compact' },
				false
			)
		).toMatchObject( {
			type: 'table',
			fields: [ 'email' ],
			perPage: 50,
			layout: { density: 'compact' },
			titleField: 'name',
			descriptionField: 'company',
		} );
	} );

	it( 'is made of cards where a table doesn’t fit, and leaves the preferences alone', () => {
		expect( viewOf( {}, DEFAULT_PREFERENCES, true ) ).toMatchObject( {
			type: 'grid',
			perPage: 20,
		} );
	} );

	it( 'tells a narrowed list from a plain one', () => {
		expect( isNarrowed( view( {} ) ) ).toBe( false );
		expect( isNarrowed( view( { tab: 'mine' } ) ) ).toBe( false );
		expect( isNarrowed( view( { search: 'x' } ) ) ).toBe( true );
		expect( isNarrowed( view( { city: 'Porto' } ) ) ).toBe( true );
	} );
} );

describe( 'preferences', () => {
	it.each( [ undefined, null, 'x', 3, [] ] )(
		'fall back to the usual ones: %p',
		( stored ) => {
			expect( readPreferences( stored ) ).toEqual( DEFAULT_PREFERENCES );
		}
	);

	it( 'take what is known of what was stored', () => {
		expect(
			readPreferences( {
				fields: [ 'email', 'gone', 'email', 'tags' ],
				perPage: 7,
				density: 'roomy',
			} )
		).toEqual( {
			fields: [ 'email', 'tags' ],
			perPage: 20,
			density: DEFAULT_PREFERENCES.density,
		} );
	} );

	it( 'may show no column but the name', () => {
		expect( readPreferences( { fields: [] } ).fields ).toEqual( [] );
	} );

	it( 'come back from the view they made', () => {
		const mine = {
			fields: [ 'phone', 'created' ],
			perPage: 100,
			density: 'comfortable' as const,
		};
		expect( preferencesOf( viewOf( {}, mine, false ) ) ).toEqual( mine );
	} );
} );

describe( 'changeView', () => {
	const plain = view( {} );
	const sorted = view( { orderby: 'name', order: 'asc' } );

	it( 'lets a search go by relevance, unless an order was chosen', () => {
		expect( changeView( plain, { ...plain, search: 'ana' } ).sort ).toBe(
			undefined
		);
		expect(
			changeView( sorted, { ...sorted, search: 'ana' } ).sort
		).toEqual( { field: 'name', direction: 'asc' } );
	} );

	it( 'goes back to the newest first when the search is cleared', () => {
		const found = view( { search: 'ana' } );
		expect( changeView( found, { ...found, search: '' } ).sort ).toEqual( {
			field: 'created',
			direction: 'desc',
		} );
	} );

	it( 'keeps an order chosen within a search, also the usual one', () => {
		const found = view( { search: 'ana' } );
		const next = changeView( found, {
			...found,
			sort: { field: 'created', direction: 'desc' },
		} );
		expect( paramsOf( 'all', next ) ).toEqual( {
			search: 'ana',
			orderby: 'created',
			order: 'desc',
		} );
		expect( round( paramsOf( 'all', next ) ) ).toEqual(
			paramsOf( 'all', next )
		);
	} );
} );
