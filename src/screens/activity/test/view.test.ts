import type { View } from '@wordpress/dataviews';

import { filterQueryOf, paramsOf, viewOf } from '../view';

const calendar = {
	startOf: ( day: string, plus = 0 ) => `${ day }+${ plus }`,
	ago: ( value: number, unit: string ) => `${ value } ${ unit } ago`,
};

describe( 'the log’s address', () => {
	it.each( [
		{},
		{ who: '12', what: 'claimed,released', through: 'rest' },
		{ who: 'me', kind: 'contact', within: '7-days' },
		{ after: '2026-01-01', before: '2026-01-31', paged: 3, per_page: 50 },
	] )( 'comes back as it was: %j', ( params ) => {
		const strings = Object.fromEntries(
			Object.entries( params ).map( ( [ key, value ] ) => [
				key,
				String( value ),
			] )
		);
		expect( paramsOf( viewOf( strings, [], false ) ) ).toEqual( params );
	} );

	it( 'asks the server for what the filters say', () => {
		expect(
			filterQueryOf(
				{
					who: 'system',
					what: 'claimed',
					through: 'form',
					kind: 'role',
					before: '2026-01-31',
				},
				calendar
			)
		).toEqual( {
			actor: 'system',
			action: [ 'claimed' ],
			cause: 'form',
			object_type: 'role',
			created_before: '2026-01-31+1',
		} );
	} );

	it( 'passes over what is no filter', () => {
		expect(
			filterQueryOf( { who: 'a b', what: ',;', after: 'x' }, calendar )
		).toEqual( {} );
	} );

	it( 'keeps a filter that was added and isn’t filled in', () => {
		const view: View = viewOf( { who: 'me' }, [ 'who', 'what' ], false );
		expect( view.filters?.map( ( { field } ) => field ) ).toEqual( [
			'who',
			'what',
		] );
	} );
} );
