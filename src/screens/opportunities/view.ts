/**
 * Board and list, three ways: what the address says, what DataViews shows, what the server is asked. Pure.
 */
import type { Filter, View } from '@wordpress/dataviews';

import { addDays } from '../../lib/dates';
import {
	PER_PAGE,
	readListPreferences,
	type ListPreferences,
} from '../../lib/listPreferences';

export { PER_PAGE };

export type Tab = 'all' | 'mine' | 'unassigned' | 'following' | 'trash';
export type Mode = 'board' | 'list';
type Params = Record< string, string >;
export type DealQuery = Record< string, string | number | string[] >;

export const TABS: Tab[] = [
	'all',
	'mine',
	'unassigned',
	'following',
	'trash',
];

/** What a person chose for good: remembered per person, not in the address. */
export interface Preferences extends ListPreferences {
	mode: Mode;
	pipeline: number;
}

export const COLUMNS = [
	'stage',
	'value',
	'owner',
	'expected_close',
	'status',
	'modified',
	'created',
	'followers',
];

export const DEFAULTS: Preferences = {
	mode: 'board',
	pipeline: 0,
	fields: [ 'stage', 'value', 'owner', 'expected_close', 'modified' ],
	perPage: 20,
	density: 'compact',
};

/** Orders that the server knows. */
const SORTABLE = [
	'title',
	'value',
	'owner',
	'expected_close',
	'modified',
	'created',
];

/** Parameters that aren't the list's: they stay as they are. */
const KEPT = [ 'view', 'pipeline', 'opportunity' ];

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const AMOUNT = /^\d{1,15}(\.\d{1,4})?$/;
const LISTS = [ 'owner', 'stage', 'status' ] as const;
const SINGLES = [ 'follower', 'contact', 'currency' ] as const;

/** Filters between two bounds, and the parameters that hold them. */
const RANGES = {
	value: {
		from: 'value_min',
		to: 'value_max',
		least: 'greaterThanOrEqual',
		most: 'lessThanOrEqual',
		pattern: AMOUNT,
	},
	expected_close: {
		from: 'close_after',
		to: 'close_before',
		least: 'afterInc',
		most: 'beforeInc',
		pattern: DAY,
	},
} as const;

type RangeField = keyof typeof RANGES;

function isOneOf< T extends string >(
	list: readonly T[],
	value: unknown
): value is T {
	return ( list as readonly unknown[] ).includes( value );
}

/**
 * The preferences in whatever was stored.
 *
 * @param stored The stored value.
 */
export function readPreferences( stored: unknown ): Preferences {
	if ( typeof stored !== 'object' || stored === null ) {
		return DEFAULTS;
	}
	const { mode, pipeline } = stored as Partial< Preferences >;
	return {
		...readListPreferences( stored, COLUMNS, DEFAULTS ),
		mode: mode === 'list' ? 'list' : 'board',
		pipeline: Number.isInteger( pipeline ) ? Number( pipeline ) : 0,
	};
}

/**
 * The tab that an address shows.
 *
 * @param params The address's parameters.
 */
export function tabOf( params: Params ): Tab {
	return isOneOf( TABS, params.tab ) ? params.tab : 'all';
}

/**
 * Board or list; the trash is always a list.
 *
 * @param params      The address's parameters.
 * @param preferences The person's.
 */
export function modeOf( params: Params, preferences: Preferences ): Mode {
	if ( tabOf( params ) === 'trash' ) {
		return 'list';
	}
	return isOneOf( [ 'board', 'list' ] as const, params.view )
		? params.view
		: preferences.mode;
}

/**
 * Whether a tab already says whose opportunities it shows.
 *
 * @param tab The tab.
 */
export function tabSetsOwner( tab: Tab ): boolean {
	return tab === 'mine' || tab === 'unassigned';
}

function rangeOf( params: Params, field: RangeField ): Filter | null {
	const { from, to, least, most, pattern } = RANGES[ field ];
	const low = pattern.test( params[ from ] ?? '' ) ? params[ from ] : null;
	const high = pattern.test( params[ to ] ?? '' ) ? params[ to ] : null;
	if ( low && high ) {
		return { field, operator: 'between', value: [ low, high ] };
	}
	if ( low ) {
		return { field, operator: least, value: low };
	}
	return high ? { field, operator: most, value: high } : null;
}

function filtersOf( params: Params, tab: Tab ): Filter[] {
	const filters: Filter[] = [];
	for ( const field of LISTS ) {
		const value = ( params[ field ] ?? '' )
			.split( ',' )
			.filter( ( one ) => /^[\w-]+$/.test( one ) );
		if (
			value.length > 0 &&
			! ( field === 'owner' && tabSetsOwner( tab ) )
		) {
			filters.push( { field, operator: 'isAny', value } );
		}
	}
	for ( const field of SINGLES ) {
		const value = params[ field ];
		if ( value && /^\w+$/.test( value ) ) {
			filters.push( { field, operator: 'is', value } );
		}
	}
	for ( const field of Object.keys( RANGES ) as RangeField[] ) {
		const range = rangeOf( params, field );
		if ( range ) {
			filters.push( range );
		}
	}
	return filters;
}

/**
 * The view that an address and a person's preferences describe.
 *
 * @param params      The address's parameters.
 * @param preferences The person's.
 * @param narrow      Whether the screen is too narrow for a table.
 */
export function viewOf(
	params: Params,
	preferences: Preferences,
	narrow: boolean
): View {
	const page = Number( params.paged );
	const base = {
		search: params.search ?? '',
		page: Number.isInteger( page ) && page > 0 ? page : 1,
		perPage: preferences.perPage,
		filters: filtersOf( params, tabOf( params ) ),
		titleField: 'title',
		descriptionField: 'contact_name',
		...( isOneOf( SORTABLE, params.orderby )
			? {
					sort: {
						field: params.orderby,
						direction:
							params.order === 'asc'
								? ( 'asc' as const )
								: ( 'desc' as const ),
					},
				}
			: {} ),
	};
	if ( narrow ) {
		return { ...base, type: 'list', fields: [ 'stage', 'value', 'owner' ] };
	}
	return {
		...base,
		type: 'table',
		fields: preferences.fields,
		layout: {
			density: preferences.density,
			enableMoving: false,
			styles: { value: { align: 'end' } },
		},
	};
}

function isFilled( { value }: Filter ): boolean {
	return Array.isArray( value )
		? value.length > 0 &&
				value.every( ( one ) => one !== undefined && one !== '' )
		: value !== undefined && value !== null && value !== '';
}

/**
 * The filters that count.
 *
 * @param view The view.
 */
export function activeFilters( view: View ): Filter[] {
	return ( view.filters ?? [] ).filter( isFilled );
}

/**
 * Whether a search or a filter narrows it.
 *
 * @param view The view.
 */
export function isNarrowed( view: View ): boolean {
	return Boolean( view.search?.trim() ) || activeFilters( view ).length > 0;
}

function rangeParams( { field, operator, value }: Filter ): Params {
	const { from, to, most } = RANGES[ field as RangeField ];
	if ( operator === 'between' ) {
		const [ low, high ] = value as [ unknown, unknown ];
		return { [ from ]: String( low ), [ to ]: String( high ) };
	}
	return operator === most
		? { [ to ]: String( value ) }
		: { [ from ]: String( value ) };
}

/** A view's filters as parameters; lists stay lists. */
function filterParams( view: View ): Record< string, string | string[] > {
	const params: Record< string, string | string[] > = {};
	for ( const filter of activeFilters( view ) ) {
		if ( filter.field in RANGES ) {
			Object.assign( params, rangeParams( filter ) );
		} else if ( Array.isArray( filter.value ) ) {
			params[ filter.field ] = filter.value.map( String );
		} else {
			params[ filter.field ] = String( filter.value );
		}
	}
	return params;
}

/**
 * The address of a view.
 *
 * @param tab     The tab.
 * @param view    The view.
 * @param present The address until now.
 */
export function paramsOf( tab: Tab, view: View, present: Params ): Params {
	const params: Params = {};
	for ( const key of KEPT ) {
		if ( present[ key ] ) {
			params[ key ] = present[ key ]!;
		}
	}
	if ( tab !== 'all' ) {
		params.tab = tab;
	}
	if ( view.search?.trim() ) {
		params.search = view.search.trim();
	}
	for ( const [ key, value ] of Object.entries( filterParams( view ) ) ) {
		params[ key ] = Array.isArray( value ) ? value.join( ',' ) : value;
	}
	if ( view.sort && SORTABLE.includes( view.sort.field ) ) {
		params.orderby = view.sort.field;
		params.order = view.sort.direction;
	}
	if ( ( view.page ?? 1 ) > 1 ) {
		params.paged = String( view.page );
	}
	return params;
}

/**
 * What of a view the server filters by: the board's and the list's alike.
 *
 * @param tab  The tab.
 * @param view The view.
 */
export function filterQuery( tab: Tab, view: View ): DealQuery {
	const query: DealQuery = { ...filterParams( view ) };
	if ( typeof query.close_before === 'string' ) {
		// The last day counts too; the server stops before the one it is given.
		query.close_before = addDays( query.close_before, 1 );
	}
	if ( tab === 'mine' ) {
		query.owner = [ 'me' ];
	} else if ( tab === 'unassigned' ) {
		query.owner = [ 'none' ];
	} else if ( tab === 'following' ) {
		query.follower = 'me';
	}
	if ( view.search?.trim() ) {
		query.search = view.search.trim();
	}
	return query;
}

/**
 * What the server is asked for the list.
 *
 * @param tab      The tab.
 * @param view     The view.
 * @param pipeline Only this one's; 0 for all.
 */
export function listQuery( tab: Tab, view: View, pipeline: number ): DealQuery {
	return {
		...filterQuery( tab, view ),
		page: view.page ?? 1,
		per_page: view.perPage ?? DEFAULTS.perPage,
		...( pipeline ? { pipeline } : {} ),
		...( tab === 'trash' ? { trashed: 'true' } : {} ),
		...( view.sort && SORTABLE.includes( view.sort.field )
			? { orderby: view.sort.field, order: view.sort.direction }
			: {} ),
	};
}
