import type { Case } from './cases';
import type { Client } from './client';
import { bare } from './client';
import { runProfile } from './profile';
import type { Profile } from './profile';
import type { Sql } from './sql';

export interface Measurement {
	name: string;
	/** Milliseconds of the bare request in between. */
	bare: { median: number; p95: number };
	/** Milliseconds of the request. */
	request: { median: number; p95: number };
	/** The same as multiples of the bare request's. */
	ratio: { median: number; p95: number };
	/** What its SQL did once totals are known. */
	profile: Profile;
	/** Milliseconds of SQL of a first request, whose total is not known yet. */
	first: number;
	/** Why a goal was missed; empty where all are met. */
	misses: string[];
	goal: string;
}

const quantile = ( values: number[], share: number ): number => {
	const sorted = [ ...values ].sort( ( one, other ) => one - other );
	return (
		sorted[
			Math.min(
				sorted.length - 1,
				Math.ceil( share * sorted.length ) - 1
			)
		] ?? NaN
	);
};

const mostQueries = 10;

/**
 * Measures a case, the bare request before each of its own, so that both meet the same noise.
 * @param options
 * @param options.client A signed-in user.
 * @param options.sql
 * @param options.one    The case.
 * @param options.rounds How many times.
 */
export async function measure( options: {
	client: Client;
	sql: Sql;
	one: Case;
	rounds: number;
} ): Promise< Measurement > {
	const { client, sql, one, rounds } = options;
	await sql.rows(
		"DELETE FROM wp_options WHERE option_name LIKE '%steward_total%' OR option_name LIKE '%steward_list%' OR option_name LIKE '%steward_sums%'"
	);
	const first = ( await runProfile( client, one.ask() ) ).ms;
	const profiles = [
		await runProfile( client, one.ask() ),
		await runProfile( client, one.ask() ),
		await runProfile( client, one.ask() ),
	];
	const profile = [ ...profiles ].sort(
		( a, b ) => a.ms - b.ms
	)[ 1 ] as Profile;

	const bares: number[] = [];
	const requests: number[] = [];
	for ( let round = 0; round < rounds; round++ ) {
		bares.push( ( await client.request( bare ) ).ms );
		const answer = await client.request( one.ask() );
		if ( answer.status >= 300 ) {
			throw new Error(
				`${ one.name }: ${ answer.status } ${ answer.body.slice( 0, 500 ) }`
			);
		}
		requests.push( answer.ms );
	}
	const summary = ( values: number[] ) => ( {
		median: quantile( values, 0.5 ),
		p95: quantile( values, 0.95 ),
	} );
	const [ base, own ] = [ summary( bares ), summary( requests ) ];
	const ratio = { median: own.median / base.median, p95: own.p95 / base.p95 };
	return {
		name: one.name,
		bare: base,
		request: own,
		ratio,
		profile,
		first,
		misses: missesOf(
			one,
			ratio.median,
			profile,
			own.median - base.median
		),
		goal: [
			one.ratio ? `≤ ${ one.ratio }×` : '',
			one.sql ? `SQL < ${ one.sql } ms` : '',
		]
			.filter( Boolean )
			.join( ', ' ),
	};
}

function missesOf(
	one: Case,
	ratio: number,
	profile: Profile,
	beyond: number
): string[] {
	const misses: string[] = [];
	const slowest = [ ...profile.queries ].sort( ( a, b ) => b.ms - a.ms )[ 0 ];
	if ( one.ratio && ratio > one.ratio ) {
		misses.push(
			`${ ratio.toFixed( 2 ) }× the bare request: ${ beyond.toFixed( 1 ) } ms more, ${ profile.ms.toFixed( 1 ) } ms of it SQL`
		);
	}
	if ( one.sql && profile.ms >= one.sql ) {
		misses.push(
			`SQL ${ profile.ms.toFixed( 1 ) } ms, ${ slowest?.ms.toFixed( 1 ) } ms of it: ${ slowest?.sql.replace( /\s+/g, ' ' ).slice( 0, 160 ) }…`
		);
	}
	if ( ! one.writes && profile.queries.length > mostQueries ) {
		misses.push( `${ profile.queries.length } queries` );
	}
	return misses;
}
