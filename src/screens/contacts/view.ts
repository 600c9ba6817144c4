/**
 * The list's view, three ways: what the address says, what DataViews shows, what the server is asked. Pure.
 */
import type { Filter, View } from '@wordpress/dataviews';

import {
	PER_PAGE,
	preferencesIn,
	readListPreferences,
	type ListPreferences,
} from '../../lib/listPreferences';
import { sourceOf } from '../../lib/sources';

export { PER_PAGE, type ListPreferences };

export type Tab = 'all' | 'mine' | 'unassigned' | 'following' | 'trash';

export const TABS: Tab[] = [
	'all',
	'mine',
	'unassigned',
	'following',
	'trash',
];

/** Columns that can be shown, in their natural order; the name always stands first. */
export const COLUMNS = [
	'contact_owner',
	'tags',
	'place',
	'source',
	'next_task',
	'modified',
	'created',
	'email',
	'phone',
	'followers',
];

export const DEFAULT_PREFERENCES: ListPreferences = {
	fields: [
		'contact_owner',
		'tags',
		'place',
		'source',
		'modified',
		'created',
	],
	perPage: 20,
	// A line of name and one of company is tall enough a row.
	density: 'compact',
};

/** The same where there is room for what comes next, too. */
const WIDE_PREFERENCES: ListPreferences = {
	...DEFAULT_PREFERENCES,
	fields: COLUMNS.slice( 0, COLUMNS.indexOf( 'email' ) ),
};

/**
 * What is chosen where nobody chose.
 *
 * @param isWide Whether there is room for one more column.
 */
export const usualPreferences = ( isWide: boolean ): ListPreferences =>
	isWide ? WIDE_PREFERENCES : DEFAULT_PREFERENCES;

/** Orders that the server knows. */
const SORTABLE = [ 'name', 'email', 'contact_owner', 'modified', 'created' ];

/** The server's own order: the newest first, but in a search what fits best. */
function usualSort( search: string | undefined ): View[ 'sort' ] {
	return search?.trim() ? undefined : { field: 'created', direction: 'desc' };
}

/**
 * A change of view, in which an order that nobody chose doesn't outlive the reason for it.
 *
 * @param before The view until now.
 * @param next   The view as it was changed.
 */
export function changeView( before: View, next: View ): View {
	const usual = usualSort( before.search );
	const wasUsual =
		before.sort?.field === usual?.field &&
		before.sort?.direction === usual?.direction;
	const isSameSort =
		next.sort?.field === before.sort?.field &&
		next.sort?.direction === before.sort?.direction;
	return wasUsual && isSameSort
		? { ...next, sort: usualSort( next.search ) }
		: next;
}

/** Filters on one text each. */
const TEXTS = [ 'source', 'country', 'region', 'city' ] as const;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const UNITS = [ 'days', 'weeks', 'months', 'years' ];

type Params = Record< string, string >;

/** A query of `GET /contacts`. */
export type ContactQuery = Record< string, string | number | string[] >;

/** Turns days of the site's time zone into moments; given from outside, since it knows the clock and the zone. */
export interface Calendar {
	/** The moment a day begins, UTC ISO 8601; `plus` days later. */
	startOf: ( day: string, plus?: number ) => string;
	/** The moment that long ago, UTC ISO 8601. */
	ago: ( value: number, unit: string ) => string;
}

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
 * @param usual  What counts where nothing was.
 */
export const readPreferences = (
	stored: unknown,
	usual: ListPreferences = DEFAULT_PREFERENCES
): ListPreferences => readListPreferences( stored, COLUMNS, usual );

/**
 * What of a view is to be remembered.
 *
 * @param view The view.
 */
export const preferencesOf = ( view: View ): ListPreferences =>
	readPreferences( preferencesIn( view ) );

/**
 * The tab that an address shows.
 *
 * @param params The address's parameters.
 */
export function tabOf( params: Params ): Tab {
	return isOneOf( TABS, params.tab ) ? params.tab : 'all';
}

/**
 * Values of a list in the address: commas part them, and a comma of their own is escaped.
 * @param text
 */
function splitList( text: string | undefined ): string[] {
	return ( text ?? '' )
		.split( ',' )
		.map( ( part ) => {
			try {
				return decodeURIComponent( part ).trim();
			} catch {
				// A hand-typed percent sign.
				return part.trim();
			}
		} )
		.filter( ( part ) => part !== '' );
}

function joinList( values: unknown[] ): string {
	return values
		.map( ( value ) =>
			String( value ).replace( /[%,]/g, encodeURIComponent )
		)
		.join( ',' );
}

/**
 * The filter by time that an address holds.
 *
 * @param params The address's parameters.
 */
export function createdFilter( params: Params ): Filter | null {
	const { after, before } = params;
	const from = after && DAY.test( after ) ? after : null;
	const until = before && DAY.test( before ) ? before : null;
	if ( from && until ) {
		return {
			field: 'created',
			operator: 'between',
			value: [ from, until ],
		};
	}
	if ( from ) {
		return { field: 'created', operator: 'afterInc', value: from };
	}
	if ( until ) {
		return { field: 'created', operator: 'beforeInc', value: until };
	}
	const [ count, unit ] = ( params.within ?? '' ).split( '-' );
	if ( Number( count ) > 0 && isOneOf( UNITS, unit ) ) {
		return {
			field: 'created',
			operator: 'inThePast',
			value: { value: Math.floor( Number( count ) ), unit },
		};
	}
	return null;
}

/**
 * Whether a tab already says whose contacts it shows.
 * @param tab
 */
export function tabSetsOwner( tab: Tab ): boolean {
	return tab === 'mine' || tab === 'unassigned';
}

function filtersOf( params: Params, tab: Tab ): Filter[] {
	const filters: Filter[] = [];
	const owners = splitList( params.owner ).filter( ( owner ) =>
		/^(me|none|[1-9]\d*)$/.test( owner )
	);
	if ( owners.length > 0 && ! tabSetsOwner( tab ) ) {
		filters.push( {
			field: 'contact_owner',
			operator: 'isAny',
			value: owners,
		} );
	}
	const any = splitList( params.tags );
	const all = splitList( params.tags_all );
	if ( all.length > 0 ) {
		filters.push( { field: 'tags', operator: 'isAll', value: all } );
	} else if ( any.length > 0 ) {
		filters.push( { field: 'tags', operator: 'isAny', value: any } );
	}
	for ( const field of TEXTS ) {
		const value = params[ field ]?.trim();
		if ( value ) {
			filters.push( { field, operator: 'is', value } );
		}
	}
	const created = createdFilter( params );
	return created ? [ ...filters, created ] : filters;
}

/**
 * The view that an address and a person's preferences describe.
 *
 * @param params      The address's parameters.
 * @param preferences The person's.
 * @param narrow      Whether the screen is too narrow for a table: then each contact is a card.
 */
export function viewOf(
	params: Params,
	preferences: ListPreferences,
	narrow: boolean
): View {
	const page = Number( params.paged );
	const sort = isOneOf( SORTABLE, params.orderby )
		? {
				field: params.orderby,
				direction:
					params.order === 'asc'
						? ( 'asc' as const )
						: ( 'desc' as const ),
			}
		: usualSort( params.search );
	const base = {
		search: params.search ?? '',
		page: Number.isInteger( page ) && page > 0 ? page : 1,
		perPage: preferences.perPage,
		filters: filtersOf( params, tabOf( params ) ),
		titleField: 'name',
		descriptionField: 'company',
		...( sort ? { sort } : {} ),
	};
	if ( narrow ) {
		return {
			...base,
			// Of the layouts without columns the one in which several can be chosen; one card a row.
			type: 'grid',
			fields: [ 'contact_owner', 'place', 'tags' ],
			layout: { previewSize: 430, density: 'compact' },
		};
	}
	return {
		...base,
		type: 'table',
		fields: preferences.fields,
		layout: {
			density: preferences.density,
			enableMoving: false,
			styles: {
				// Two lines are there anyway, for name and company: with tags and places on two all columns fit.
				tags: { minWidth: 100, maxWidth: 140 },
				place: { minWidth: 120, maxWidth: 150 },
				source: { minWidth: 100, maxWidth: 130 },
				next_task: { minWidth: 130, maxWidth: 190 },
				modified: { minWidth: 90, maxWidth: 110 },
				created: { minWidth: 90 },
			},
		},
	};
}

/**
 * A filter that was opened but not filled in yet counts for nothing.
 * @param root0
 * @param root0.value
 */
function isFilled( { value }: Filter ): boolean {
	if ( Array.isArray( value ) ) {
		return value.length > 0 && value.every( ( one ) => one );
	}
	if ( typeof value === 'object' && value !== null ) {
		return Number( ( value as { value?: unknown } ).value ) > 0;
	}
	return value !== undefined && value !== null && value !== '';
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
 * Whether a search or a filter narrows the list.
 *
 * @param view The view.
 */
export function isNarrowed( view: View ): boolean {
	return Boolean( view.search?.trim() ) || activeFilters( view ).length > 0;
}

/**
 * A filter by time as parameters of the address.
 *
 * @param filter          The filter.
 * @param filter.operator How it compares.
 * @param filter.value    With what.
 */
export function createdParams( { operator, value }: Filter ): Params {
	if ( operator === 'between' ) {
		const [ after, before ] = value as [ string, string ];
		return { after, before };
	}
	if ( operator === 'inThePast' ) {
		return { within: `${ value.value }-${ value.unit }` };
	}
	return operator === 'beforeInc' ? { before: value } : { after: value };
}

/**
 * The address of a view: what is as usual is left out.
 *
 * @param tab  The tab.
 * @param view The view.
 */
export function paramsOf( tab: Tab, view: View ): Params {
	const params: Params = {};
	if ( tab !== 'all' ) {
		params.tab = tab;
	}
	if ( view.search?.trim() ) {
		params.search = view.search.trim();
	}
	for ( const filter of activeFilters( view ) ) {
		const { field, operator, value } = filter;
		if ( field === 'created' ) {
			Object.assign( params, createdParams( filter ) );
		} else if ( field === 'contact_owner' ) {
			params.owner = joinList( value );
		} else if ( field === 'tags' ) {
			params[ operator === 'isAll' ? 'tags_all' : 'tags' ] =
				joinList( value );
		} else {
			params[ field ] = String( value );
		}
	}
	const usual = usualSort( view.search );
	if (
		view.sort &&
		SORTABLE.includes( view.sort.field ) &&
		( view.sort.field !== usual?.field ||
			view.sort.direction !== usual.direction )
	) {
		params.orderby = view.sort.field;
		params.order = view.sort.direction;
	}
	if ( ( view.page ?? 1 ) > 1 ) {
		params.paged = String( view.page );
	}
	return params;
}

/**
 * A filter by time as the server is asked for it.
 *
 * @param filter          The filter.
 * @param filter.operator How it compares.
 * @param filter.value    With what.
 * @param calendar        Days to moments.
 */
export function createdQuery(
	{ operator, value }: Filter,
	calendar: Calendar
): { created_after?: string; created_before?: string } {
	if ( operator === 'inThePast' ) {
		return { created_after: calendar.ago( value.value, value.unit ) };
	}
	const [ from, until ] =
		operator === 'between'
			? ( value as [ string, string ] )
			: [
					operator === 'afterInc' ? ( value as string ) : null,
					operator === 'beforeInc' ? ( value as string ) : null,
				];
	return {
		...( from ? { created_after: calendar.startOf( from ) } : {} ),
		// The last day counts as a whole: until the next one begins.
		...( until ? { created_before: calendar.startOf( until, 1 ) } : {} ),
	};
}

/**
 * What the server is asked for a view.
 *
 * @param tab      The tab.
 * @param view     The view.
 * @param calendar Days to moments.
 */
export function queryOf(
	tab: Tab,
	view: View,
	calendar: Calendar
): ContactQuery {
	const query: ContactQuery = {
		page: view.page ?? 1,
		per_page: view.perPage ?? DEFAULT_PREFERENCES.perPage,
	};
	for ( const filter of activeFilters( view ) ) {
		const { field, operator, value } = filter;
		if ( field === 'created' ) {
			Object.assign( query, createdQuery( filter, calendar ) );
		} else if ( field === 'tags' ) {
			query[ operator === 'isAll' ? 'tags_all' : 'tags' ] = value;
		} else {
			query[ field ] = field === 'source' ? sourceOf( value ) : value;
		}
	}
	if ( tab === 'mine' ) {
		query.contact_owner = [ 'me' ];
	} else if ( tab === 'unassigned' ) {
		query.contact_owner = [ 'none' ];
	} else if ( tab === 'following' ) {
		query.follower = 'me';
	} else if ( tab === 'trash' ) {
		query.status = 'trash';
	}
	if ( view.search?.trim() ) {
		query.search = view.search.trim();
	}
	// Without an order the server sorts a search by relevance.
	if ( view.sort && SORTABLE.includes( view.sort.field ) ) {
		query.orderby = view.sort.field;
		query.order = view.sort.direction;
	}
	return query;
}
