import type { Ask, Client } from './client';

export interface Query {
	sql: string;
	ms: number;
	/** Rows of EXPLAIN. */
	explain: Record< string, string | null >[];
}

/** What a request asked of the database beyond the bare request, which asks nothing once its user is known. */
export interface Profile {
	/** Milliseconds of all its queries. */
	ms: number;
	queries: Query[];
	/** Rows that the server read, by any way. */
	rows: number;
	/** Keys that its main queries were read by, with their tables. */
	keys: string;
}

/**
 * Asks with the profile switched on.
 * @param client
 * @param ask
 */
export async function runProfile(
	client: Client,
	ask: Ask
): Promise< Profile > {
	const answer = await client.request( {
		...ask,
		headers: { ...ask.headers, 'X-Benchmark-Profile': '1' },
	} );
	if ( answer.status >= 300 ) {
		throw new Error(
			`${ ask.path }: ${ answer.status } ${ answer.body.slice( 0, 500 ) }`
		);
	}
	const { rows, queries } = JSON.parse( answer.body ) as {
		rows: number;
		queries: Query[];
	};
	return {
		ms: queries.reduce( ( sum, { ms } ) => sum + ms, 0 ),
		queries,
		rows,
		keys: keysOf( queries ),
	};
}

/** The keys of the slowest query that reads the plugin's tables. */
function keysOf( queries: Query[] ): string {
	const main = queries
		.filter(
			( { sql, explain } ) =>
				explain.length &&
				sql.includes( 'steward_' ) &&
				! sql.includes( 'SELECT * FROM' )
		)
		.sort( ( one, other ) => other.ms - one.ms )[ 0 ];
	const keys = ( main?.explain ?? [] )
		.filter( ( { table } ) => table && ! table.startsWith( '<' ) )
		.map(
			( { table, key, Extra } ) =>
				`${ table }:${ key ?? ( Extra ? 'no key' : '' ) }${ Extra?.includes( 'filesort' ) ? ' (sorts)' : '' }`
		);
	return [ ...new Set( keys ) ].join( ' ' );
}
