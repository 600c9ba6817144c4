/**
 * The list's view, three ways: what the address says, what DataViews shows, what the server is asked. Pure.
 */
import type { Filter, View } from '@wordpress/dataviews';

import { TASK_PRIORITIES } from '../../entities';
import {
	preferencesIn,
	readListPreferences,
	type ListPreferences,
} from '../../lib/listPreferences';
import type { Params } from '../../lib/location';
import {
	activeFilters,
	createdFilter,
	createdParams,
	createdQuery,
	type Calendar,
} from '../contacts/view';

export type Tab = 'mine' | 'overdue' | 'today' | 'upcoming' | 'all';

export const TABS: Tab[] = [ 'mine', 'overdue', 'today', 'upcoming', 'all' ];

export const COLUMNS = [ 'due', 'assignee', 'priority', 'status', 'created' ];

export const DEFAULT_PREFERENCES: ListPreferences = {
	fields: [ 'due', 'assignee', 'priority' ],
	perPage: 20,
	density: 'compact',
};

/** Orders that the server knows. */
const SORTABLE = [ 'due', 'priority', 'created' ];
/** The next one first. */
const USUAL_SORT = { field: 'due', direction: 'asc' } as const;

const PERSON = /^(me|none|[1-9]\d*)$/;

/** What is asked of the status: the open ones, unless somebody wants others. */
type StatusChoice = 'open' | 'done' | 'any';

export type TaskListQuery = Record< string, string | number | string[] >;

/**
 * The preferences in whatever was stored.
 *
 * @param stored The stored value.
 */
export const readPreferences = ( stored: unknown ): ListPreferences =>
	readListPreferences( stored, COLUMNS, DEFAULT_PREFERENCES );

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
	return TABS.find( ( tab ) => tab === params.tab ) ?? 'mine';
}

/**
 * Whether a tab already says whose follow-ups it shows.
 *
 * @param tab The tab.
 */
export const tabSetsAssignee = ( tab: Tab ): boolean => tab === 'mine';

/**
 * Whether a tab already says when they are due.
 *
 * @param tab The tab.
 */
export const tabSetsDue = ( tab: Tab ): boolean =>
	tab === 'overdue' || tab === 'today' || tab === 'upcoming';

/**
 * Whether a tab already says that they are open.
 *
 * @param tab The tab.
 */
export const tabSetsStatus = ( tab: Tab ): boolean => tab === 'overdue';

function statusOf( params: Params ): StatusChoice {
	return params.status === 'done' || params.status === 'any'
		? params.status
		: 'open';
}

/** The dates of an address, by the names that other lists give them. */
const datesIn = ( params: Params ): Params =>
	Object.fromEntries(
		Object.entries( params )
			.filter( ( [ name ] ) => name.startsWith( 'due_' ) )
			.map( ( [ name, value ] ) => [ name.slice( 4 ), value ] )
	);

function filtersOf( params: Params, tab: Tab ): Filter[] {
	const filters: Filter[] = [];
	const people = ( params.assignee ?? '' )
		.split( ',' )
		.filter( ( one ) => PERSON.test( one ) );
	if ( people.length > 0 && ! tabSetsAssignee( tab ) ) {
		filters.push( { field: 'assignee', operator: 'isAny', value: people } );
	}
	const status = statusOf( params );
	if ( status !== 'any' && ! tabSetsStatus( tab ) ) {
		filters.push( { field: 'status', operator: 'is', value: status } );
	}
	const priority = TASK_PRIORITIES.find( ( one ) => one === params.priority );
	if ( priority ) {
		filters.push( { field: 'priority', operator: 'is', value: priority } );
	}
	if ( /^[1-9]\d{0,15}$/.test( params.contact ?? '' ) ) {
		filters.push( {
			field: 'contact',
			operator: 'is',
			value: params.contact,
		} );
	}
	const due = tabSetsDue( tab ) ? null : createdFilter( datesIn( params ) );
	return due ? [ ...filters, { ...due, field: 'due' } ] : filters;
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
	preferences: ListPreferences,
	narrow: boolean
): View {
	const page = Number( params.paged );
	const field = SORTABLE.find( ( one ) => one === params.orderby );
	const base = {
		search: '',
		page: Number.isInteger( page ) && page > 0 ? page : 1,
		perPage: preferences.perPage,
		filters: filtersOf( params, tabOf( params ) ),
		titleField: 'title',
		descriptionField: 'about',
		sort: field
			? {
					field,
					direction:
						params.order === 'desc'
							? ( 'desc' as const )
							: ( 'asc' as const ),
				}
			: { ...USUAL_SORT },
	};
	if ( narrow ) {
		return {
			...base,
			type: 'list',
			fields: [ 'due', 'assignee', 'priority' ],
		};
	}
	return {
		...base,
		type: 'table',
		fields: preferences.fields,
		layout: { density: preferences.density, enableMoving: false },
	};
}

/** The status that a view's filters ask for. */
function chosenStatus( view: View ): StatusChoice {
	const filter = activeFilters( view ).find(
		( { field } ) => field === 'status'
	);
	return filter ? statusOf( { status: String( filter.value ) } ) : 'any';
}

/**
 * Whether a filter narrows the list: that only open ones are shown is the usual.
 *
 * @param view The view.
 */
export function isNarrowed( view: View ): boolean {
	return activeFilters( view ).some(
		( { field, value } ) => field !== 'status' || value !== 'open'
	);
}

/**
 * The address of a view: what is as usual is left out.
 *
 * @param tab     The tab.
 * @param view    The view.
 * @param present The address until now.
 */
export function paramsOf( tab: Tab, view: View, present: Params ): Params {
	const params: Params = {};
	if ( present.task ) {
		params.task = present.task;
	}
	if ( tab !== 'mine' ) {
		params.tab = tab;
	}
	for ( const filter of activeFilters( view ) ) {
		if ( filter.field === 'due' ) {
			for ( const [ name, value ] of Object.entries(
				createdParams( filter )
			) ) {
				params[ `due_${ name }` ] = value;
			}
		} else if ( filter.field === 'assignee' ) {
			params.assignee = ( filter.value as unknown[] ).join( ',' );
		} else if ( filter.field !== 'status' ) {
			params[ filter.field ] = String( filter.value );
		}
	}
	const status = chosenStatus( view );
	if ( status !== 'open' && ! tabSetsStatus( tab ) ) {
		params.status = status;
	}
	if (
		view.sort &&
		SORTABLE.includes( view.sort.field ) &&
		( view.sort.field !== USUAL_SORT.field ||
			view.sort.direction !== USUAL_SORT.direction )
	) {
		params.orderby = view.sort.field;
		params.order = view.sort.direction;
	}
	if ( ( view.page ?? 1 ) > 1 ) {
		params.paged = String( view.page );
	}
	return params;
}

/** What a tab asks of when they are due. */
const DUE: Partial< Record< Tab, string > > = {
	overdue: 'overdue',
	today: 'today',
	upcoming: 'upcoming',
};

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
): TaskListQuery {
	const query: TaskListQuery = {
		page: view.page ?? 1,
		per_page: view.perPage ?? DEFAULT_PREFERENCES.perPage,
		orderby: USUAL_SORT.field,
		order: USUAL_SORT.direction,
	};
	for ( const filter of activeFilters( view ) ) {
		const { field, value } = filter;
		if ( field === 'due' ) {
			const { created_after: after, created_before: before } =
				createdQuery( filter, calendar );
			Object.assign( query, {
				...( after ? { due_after: after } : {} ),
				...( before ? { due_before: before } : {} ),
			} );
		} else if ( field === 'contact' ) {
			query.contact = [ String( value ) ];
		} else {
			query[ field ] = value;
		}
	}
	if ( tab === 'mine' ) {
		query.assignee = [ 'me' ];
	}
	const due = DUE[ tab ];
	if ( due ) {
		query.due = due;
	}
	if ( tabSetsStatus( tab ) ) {
		query.status = 'open';
	}
	if ( view.sort && SORTABLE.includes( view.sort.field ) ) {
		query.orderby = view.sort.field;
		query.order = view.sort.direction;
	}
	return query;
}
