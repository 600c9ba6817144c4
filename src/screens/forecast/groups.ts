/**
 * The server's sums, grouped by what one looks at. Amounts stay decimal strings; those of several currencies stay apart.
 */
import { __, _n, sprintf } from '@wordpress/i18n';

import type { ForecastRow, Person, Pipeline, Stage } from '../../entities';
import { dayKey, monthName } from '../../lib/dates';
import { addAmounts, compareAmounts } from '../../lib/money';
import { isMe } from '../../lib/people';

export const BYS = [ 'month', 'stage', 'owner' ] as const;

/** What the sums are grouped by. */
export type By = ( typeof BYS )[ number ];

export interface Totals {
	count: number;
	value: string;
	weighted: string;
}

export interface Group extends Totals {
	key: string;
	label: string;
	/** Expected before this month, and still open. */
	isOverdue: boolean;
	rows: ForecastRow[];
}

export interface Names {
	/** `YYYY-MM`. */
	thisMonth: string;
	stages: Map< number, { label: string; order: number } >;
	people: Map< number, string >;
}

/** The site's month. */
export const thisMonth = ( now = new Date() ): string =>
	dayKey( now.toISOString() ).slice( 0, 7 );

/**
 * How stages and people are called.
 *
 * @param pipelines The pipelines shown; with several, a stage's name says which it is of.
 * @param people    Who owns something.
 * @param month     The present month.
 */
export function namesOf(
	pipelines: Pipeline[],
	people: Person[],
	month = thisMonth()
): Names {
	const stages = pipelines.flatMap( ( pipeline ) =>
		pipeline.stages.map( ( stage: Stage ) => ( {
			id: stage.id,
			label:
				pipelines.length > 1
					? sprintf(
							/* translators: 1: a pipeline's name, 2: a stage's. */
							__( '%1$s: %2$s', 'steward' ),
							pipeline.name,
							stage.name
						)
					: stage.name,
		} ) )
	);
	return {
		thisMonth: month,
		stages: new Map(
			stages.map( ( { id, label }, order ) => [ id, { label, order } ] )
		),
		people: new Map( people.map( ( { id, name } ) => [ id, name ] ) ),
	};
}

/**
 * The currencies in use, the one with the most opportunities first.
 *
 * @param rows The sums.
 */
export function currenciesOf( rows: ForecastRow[] ): string[] {
	const counts = new Map< string, number >();
	rows.forEach( ( { currency, count } ) =>
		counts.set( currency, ( counts.get( currency ) ?? 0 ) + count )
	);
	return [ ...counts ]
		.sort( ( [ a, m ], [ b, n ] ) => n - m || a.localeCompare( b ) )
		.map( ( [ currency ] ) => currency );
}

/**
 * Adds up rows of one currency.
 *
 * @param rows The rows.
 */
export function totalsOf( rows: Totals[] ): Totals {
	return {
		count: rows.reduce( ( sum, { count } ) => sum + count, 0 ),
		value: addAmounts( rows.map( ( { value } ) => value ) ),
		weighted: addAmounts( rows.map( ( { weighted } ) => weighted ) ),
	};
}

/**
 * Whether a row was expected before this month.
 *
 * @param row   The row.
 * @param names What the present month is.
 */
export const isOverdue = (
	row: Pick< ForecastRow, 'month' >,
	names: Names
): boolean => row.month !== null && row.month < names.thisMonth;

/**
 * An owner, as they are called here.
 *
 * @param owner A user's id, or null.
 * @param names Their names.
 */
export function ownerName( owner: number | null, names: Names ): string {
	if ( owner === null ) {
		return __( 'Unassigned', 'steward' );
	}
	if ( isMe( owner ) ) {
		return __( 'You', 'steward' );
	}
	return (
		names.people.get( owner ) ??
		/* translators: %d: a user's id. */
		sprintf( __( 'User %d', 'steward' ), owner )
	);
}

function keyOf( row: ForecastRow, by: By ): string {
	return String( row[ by ] ?? '' );
}

function labelOf( row: ForecastRow, by: By, names: Names ): string {
	switch ( by ) {
		case 'month':
			return row.month === null
				? __( 'No date', 'steward' )
				: monthName( row.month );
		case 'stage':
			return (
				names.stages.get( row.stage )?.label ??
				/* translators: %d: a stage's id. */
				sprintf( __( 'Stage %d', 'steward' ), row.stage )
			);
		default:
			return ownerName( row.owner, names );
	}
}

function compare( a: Group, b: Group, by: By, names: Names ): number {
	if ( by === 'stage' ) {
		const order = ( { key }: Group ) =>
			names.stages.get( Number( key ) )?.order ?? Infinity;
		return order( a ) - order( b ) || a.label.localeCompare( b.label );
	}
	// Without a month, or without an owner: last.
	if ( ! a.key || ! b.key ) {
		return a.key ? -1 : 1;
	}
	return by === 'month'
		? a.key.localeCompare( b.key )
		: compareAmounts( b.weighted, a.weighted ) ||
				a.label.localeCompare( b.label );
}

/**
 * Groups rows of one currency: months as they come, stages as the pipeline has them, owners by what they may bring.
 *
 * @param rows  The rows.
 * @param by    By what.
 * @param names How things are called.
 */
export function groupRows(
	rows: ForecastRow[],
	by: By,
	names: Names
): Group[] {
	const byKey = new Map< string, ForecastRow[] >();
	rows.forEach( ( row ) => {
		const key = keyOf( row, by );
		byKey.set( key, [ ...( byKey.get( key ) ?? [] ), row ] );
	} );
	return [ ...byKey ]
		.map( ( [ key, of ] ): Group => {
			const row = of[ 0 ] as ForecastRow;
			return {
				key,
				label: labelOf( row, by, names ),
				isOverdue: by === 'month' && isOverdue( row, names ),
				rows: of,
				...totalsOf( of ),
			};
		} )
		.sort( ( a, b ) => compare( a, b, by, names ) );
}

/** A bar of the chart. */
export interface Bar extends Totals {
	label: string;
}

const BAR_ROOM = 48;
const AXES_ROOM = 48;
const COLUMNS_HEIGHT = 300;

/**
 * How high the chart is, in pixels: known before the chart itself is loaded.
 *
 * @param bars       Its bars.
 * @param isSideways Whether they come from the side.
 */
export const chartHeight = ( bars: Bar[], isSideways: boolean ): number =>
	isSideways ? bars.length * BAR_ROOM + AXES_ROOM : COLUMNS_HEIGHT;

/** As many as can be read beside each other. */
const MOST = 12;

const bar = ( label: string, groups: Totals[] ): Bar => ( {
	label,
	...totalsOf( groups ),
} );

function following( month: string ): string {
	const [ year = 0, number = 0 ] = month.split( '-' ).map( Number );
	return new Date( Date.UTC( year, number, 1 ) ).toISOString().slice( 0, 7 );
}

function monthBars( groups: Group[], names: Names ): Bar[] {
	const overdue = groups.filter( ( group ) => group.isOverdue );
	const coming = groups.filter( ( { key } ) => key >= names.thisMonth );
	const last = coming[ coming.length - 1 ]?.key ?? '';
	const bars =
		overdue.length > 0
			? [ bar( __( 'Overdue', 'steward' ), overdue ) ]
			: [];
	let month = names.thisMonth;
	for ( let n = 0; n < MOST && month <= last; n++ ) {
		// A month without anything is a gap to be seen.
		const wanted = month;
		bars.push(
			bar(
				monthName( month ),
				coming.filter( ( { key } ) => key === wanted )
			)
		);
		month = following( month );
	}
	const later = coming.filter( ( { key } ) => key >= month );
	if ( later.length > 0 ) {
		bars.push( bar( __( 'Later', 'steward' ), later ) );
	}
	const undated = groups.filter( ( { key } ) => ! key );
	return undated.length > 0
		? [ ...bars, bar( __( 'No date', 'steward' ), undated ) ]
		: bars;
}

/**
 * The bars of the chart: no more than can be read. What is overdue is one bar, so is what comes much later, and so are the
 * owners or stages beyond the first dozen.
 *
 * @param groups The groups, in order.
 * @param by     What they are.
 * @param names  What the present month is.
 */
export function barsOf( groups: Group[], by: By, names: Names ): Bar[] {
	if ( by === 'month' ) {
		return monthBars( groups, names );
	}
	const [ shown, rest ] =
		groups.length > MOST + 1
			? [ groups.slice( 0, MOST ), groups.slice( MOST ) ]
			: [ groups, [] ];
	const bars: Bar[] = shown.map( ( group ) => bar( group.label, [ group ] ) );
	if ( rest.length > 0 ) {
		bars.push(
			bar(
				sprintf(
					/* translators: %d: how many more. */
					_n( '%d other', '%d others', rest.length, 'steward' ),
					rest.length
				),
				rest
			)
		);
	}
	return bars;
}
