import type { View } from '@wordpress/dataviews';

import {
	DEFAULT_PREFERENCES,
	isNarrowed,
	paramsOf,
	queryOf,
	tabOf,
	viewOf,
} from '../view';

const calendar = {
	startOf: ( day: string, plus = 0 ) => `${ day }+${ plus }`,
	ago: () => '',
};
const view = ( params: Record< string, string > ): View =>
	viewOf( params, DEFAULT_PREFERENCES, false );
const query = ( params: Record< string, string > ) =>
	queryOf( tabOf( params ), view( params ), calendar );

it( 'begins with one’s own open ones, the next first', () => {
	expect( tabOf( {} ) ).toBe( 'mine' );
	expect( query( {} ) ).toEqual( {
		page: 1,
		per_page: 20,
		orderby: 'due',
		order: 'asc',
		assignee: [ 'me' ],
		status: 'open',
	} );
} );

it.each( [
	[ 'overdue', { due: 'overdue', status: 'open' } ],
	[ 'today', { due: 'today', status: 'open' } ],
	[ 'upcoming', { due: 'upcoming', status: 'open' } ],
] )( 'asks for what the tab %s says', ( tab, part ) => {
	expect( query( { tab } ) ).toMatchObject( part );
	expect( query( { tab } ) ).not.toHaveProperty( 'assignee' );
} );

it( 'filters by what a link of the members says', () => {
	expect( query( { tab: 'overdue', assignee: '12' } ) ).toMatchObject( {
		assignee: [ '12' ],
		due: 'overdue',
	} );
} );

it( 'leaves out the status where any is wanted', () => {
	expect( query( { tab: 'all', status: 'any' } ) ).not.toHaveProperty(
		'status'
	);
	expect( query( { tab: 'all', status: 'done' } ) ).toMatchObject( {
		status: 'done',
	} );
	// Only what is open is overdue.
	expect( query( { tab: 'overdue', status: 'done' } ) ).toMatchObject( {
		status: 'open',
	} );
} );

it( 'counts the last day of a range', () => {
	expect(
		query( {
			tab: 'all',
			due_after: '2026-03-01',
			due_before: '2026-03-05',
		} )
	).toMatchObject( {
		due_after: '2026-03-01+0',
		due_before: '2026-03-05+1',
	} );
} );

it.each( [
	{},
	{ tab: 'overdue', assignee: '12,none' },
	{ tab: 'all', status: 'any', priority: 'high', contact: '7' },
	{ tab: 'all', status: 'done', orderby: 'created', order: 'desc' },
	{
		tab: 'all',
		due_after: '2026-03-01',
		due_before: '2026-03-05',
		paged: '2',
	},
	{ task: '4' },
] as Record< string, string >[] )(
	'is the same address again: %j',
	( params ) => {
		expect( paramsOf( tabOf( params ), view( params ), params ) ).toEqual(
			params
		);
	}
);

it( 'is not narrowed by the usual status', () => {
	expect( isNarrowed( view( {} ) ) ).toBe( false );
	expect( isNarrowed( view( { status: 'any' } ) ) ).toBe( false );
	expect( isNarrowed( view( { status: 'done' } ) ) ).toBe( true );
	expect( isNarrowed( view( { tab: 'all', assignee: 'me' } ) ) ).toBe( true );
} );

it( 'leaves out what a stranger wrote into the address', () => {
	expect(
		query( { tab: 'x', assignee: 'a;b', priority: 'huge', contact: '-1' } )
	).toEqual( query( {} ) );
} );
