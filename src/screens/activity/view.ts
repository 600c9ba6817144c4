/**
 * The log's view, three ways: what the address says, what DataViews shows, what the server is asked. Pure.
 */
import type { Filter, View } from '@wordpress/dataviews';

import type { Params, ParamsInput } from '../../lib/location';
import {
	activeFilters,
	createdFilter,
	createdParams,
	createdQuery,
	type Calendar,
} from '../contacts/view';

export const PER_PAGE = [ 20, 50, 100 ];

/** Filters of one value: the field in DataViews and in the address → the server's parameter. */
const ONE: Record< string, string > = {
	who: 'actor',
	through: 'cause',
	kind: 'object_type',
};

export type ActivityQuery = Record< string, string | number | string[] >;

function list( text: string | undefined ): string[] {
	return ( text ?? '' )
		.split( ',' )
		.filter( ( part ) => /^\w+$/.test( part ) );
}

/**
 * The filters of an address.
 *
 * @param params Its parameters.
 */
export function filtersOf( params: Params ): Filter[] {
	const filters: Filter[] = [];
	for ( const field of Object.keys( ONE ) ) {
		const value = params[ field ];
		if ( value && /^\w+$/.test( value ) ) {
			filters.push( { field, operator: 'is', value } );
		}
	}
	const what = list( params.what );
	if ( what.length > 0 ) {
		filters.push( { field: 'what', operator: 'isAny', value: what } );
	}
	const created = createdFilter( params );
	return created ? [ ...filters, created ] : filters;
}

/**
 * The view of an address.
 *
 * @param params Its parameters.
 * @param open   Fields whose filter was added and isn't filled in yet.
 * @param narrow Whether there is no room for columns.
 */
export function viewOf(
	params: Params,
	open: string[],
	narrow: boolean
): View {
	const page = Number( params.paged );
	const perPage = Number( params.per_page );
	const filters = filtersOf( params );
	return {
		type: 'table',
		page: Number.isInteger( page ) && page > 0 ? page : 1,
		perPage: PER_PAGE.includes( perPage ) ? perPage : PER_PAGE[ 0 ],
		filters: [
			...filters,
			...open
				.filter(
					( field ) =>
						! filters.some( ( one ) => one.field === field )
				)
				.map( ( field ) => ( {
					field,
					operator:
						field === 'what'
							? ( 'isAny' as const )
							: ( 'is' as const ),
					value: undefined,
				} ) ),
		],
		titleField: 'what',
		layout: {
			enableMoving: false,
			styles: narrow
				? {}
				: {
						what: { width: '46%' },
						record: { width: '22%' },
						created: { width: '14%' },
						through: { width: '18%' },
					},
		},
		...( narrow
			? { descriptionField: 'summary', fields: [] }
			: { fields: [ 'record', 'created', 'through' ] } ),
	};
}

/**
 * The address of a view: what is as usual is left out.
 *
 * @param view The view.
 */
export function paramsOf( view: View ): ParamsInput {
	const params: ParamsInput = {};
	for ( const filter of activeFilters( view ) ) {
		if ( filter.field === 'created' ) {
			Object.assign( params, createdParams( filter ) );
		} else {
			params[ filter.field ] = Array.isArray( filter.value )
				? filter.value.join( ',' )
				: String( filter.value );
		}
	}
	if ( view.perPage && view.perPage !== PER_PAGE[ 0 ] ) {
		params.per_page = view.perPage;
	}
	if ( view.page && view.page > 1 ) {
		params.paged = view.page;
	}
	return params;
}

/**
 * What the server is asked for an address, without its page.
 *
 * @param params   The address's parameters.
 * @param calendar Days to moments.
 */
export function filterQueryOf(
	params: Params,
	calendar: Calendar
): ActivityQuery {
	const query: ActivityQuery = {};
	for ( const filter of filtersOf( params ) ) {
		if ( filter.field === 'created' ) {
			Object.assign( query, createdQuery( filter, calendar ) );
		} else if ( filter.field === 'what' ) {
			query.action = filter.value;
		} else {
			query[ ONE[ filter.field ]! ] = filter.value;
		}
	}
	return query;
}
