import type { Filter } from '@wordpress/dataviews';

import { dealFields } from '../fields';
import { DEFAULTS, filterQuery, paramsOf, viewOf } from '../view';

const filters = ( params: Record< string, string > ): Filter[] =>
	viewOf( params, DEFAULTS, false ).filters ?? [];

it( 'opens the filter of values with a bound that filters by itself', () => {
	const value = dealFields(
		'all',
		false,
		false,
		[],
		undefined,
		'2026-03-10'
	).find( ( { id } ) => id === 'value' );
	expect( value?.filterBy ).toEqual( {
		operators: [ 'greaterThanOrEqual', 'lessThanOrEqual', 'between' ],
	} );
} );

describe( 'a filter of values', () => {
	it.each( [
		[ 'at least', { value_min: '100' }, 'greaterThanOrEqual', '100' ],
		[ 'at most', { value_max: '9.5' }, 'lessThanOrEqual', '9.5' ],
		[
			'between',
			{ value_min: '100', value_max: '200' },
			'between',
			[ '100', '200' ],
		],
	] )( '%s is kept in the address', ( _, params, operator, value ) => {
		expect( filters( params as Record< string, string > ) ).toEqual( [
			{ field: 'value', operator, value },
		] );
		const view = viewOf(
			params as Record< string, string >,
			DEFAULTS,
			false
		);
		expect( paramsOf( 'all', view, {} ) ).toEqual( params );
		expect( filterQuery( 'all', view ) ).toEqual( params );
	} );

	it( 'takes numbers as they are typed', () => {
		const view = {
			...viewOf( {}, DEFAULTS, false ),
			filters: [
				{
					field: 'value',
					operator: 'greaterThanOrEqual' as const,
					value: 0,
				},
			],
		};
		expect( paramsOf( 'all', view, {} ) ).toEqual( { value_min: '0' } );
	} );

	it( 'counts for nothing while a bound of two is missing', () => {
		const view = {
			...viewOf( {}, DEFAULTS, false ),
			filters: [
				{
					field: 'value',
					operator: 'between' as const,
					value: [ 100, '' ],
				},
			],
		};
		expect( paramsOf( 'all', view, {} ) ).toEqual( {} );
	} );
} );
