import os from 'node:os';
import type { ClaimRate } from './claims';
import type { Measurement } from './measure';

/** What one user's cases cost on one site. */
export interface Section {
	size: number;
	/** "sees all", "sees own, unassigned and followed". */
	who: string;
	sees: number;
	measurements: Measurement[];
}

/** All that a run has found. */
export interface Results {
	sections: Section[];
	claims: { size: number; rate: ClaimRate }[];
	mariadb: string;
	wordpress: string;
	php: string;
	/** Mean number of running processes in the last minute, before and after. */
	load: [ number, number ];
	rounds: number;
}

const claimGoal = 0.7;

const times = ( value: number ) => `${ value.toFixed( 2 ) }×`;
const count = ( value: number ) => value.toLocaleString( 'en' );

function verdict( one: Measurement ): string {
	if ( one.misses.length ) {
		return 'MISS';
	}
	return one.goal ? 'met' : '';
}

function rowOf( one: Measurement ): string[] {
	return [
		one.name,
		times( one.ratio.median ),
		times( one.ratio.p95 ),
		one.profile.ms.toFixed( 1 ),
		one.first.toFixed( 1 ),
		String( one.profile.queries.length ),
		count( one.profile.rows ),
		one.profile.keys,
		verdict( one ),
	];
}

const heads = [
	'request',
	'median',
	'p95',
	'SQL ms',
	'first ms',
	'queries',
	'rows read',
	'keys of the main query',
	'goal',
];

/**
 * A section for the terminal.
 * @param section
 */
export function asText( section: Section ): string {
	const rows = [ heads, ...section.measurements.map( rowOf ) ];
	const widths = heads.map( ( _, column ) =>
		Math.max( ...rows.map( ( row ) => row[ column ]?.length ?? 0 ) )
	);
	const lines = rows.map( ( row ) =>
		row
			.map( ( cell, column ) =>
				column === 0 || column >= 7
					? cell.padEnd( widths[ column ] ?? 0 )
					: cell.padStart( widths[ column ] ?? 0 )
			)
			.join( '  ' )
	);
	const misses = section.measurements.flatMap( ( one ) =>
		one.misses.map( ( miss ) => `MISS ${ one.name }: ${ miss }` )
	);
	return [ `\n━━ ${ titleOf( section ) }`, ...lines, ...misses, '' ].join(
		'\n'
	);
}

/**
 * The statements of each case, in order, with the milliseconds that each took.
 * @param section
 */
export function queriesAsText( section: Section ): string {
	return section.measurements
		.flatMap( ( { name, profile } ) => [
			`\n── ${ name }`,
			...profile.queries.map(
				( { sql, ms } ) =>
					`${ ms.toFixed( 2 ).padStart( 7 ) }  ${ sql.replace( /\s+/g, ' ' ).slice( 0, 400 ) }`
			),
			'',
		] )
		.join( '\n' );
}

const titleOf = ( { size, who, sees }: Section ) =>
	`${ count( size ) } contacts, a user who ${ who } (${ count( sees ) })`;

/** The claims for the terminal and the page. */
export function claimsAsText( {
	size,
	rate,
}: Results[ 'claims' ][ number ] ): string {
	const ratio = rate.claims / rate.bare;
	return `${ count( size ) } contacts: ${ rate.claims.toFixed( 1 ) } claims a second from 8 clients, ${ rate.bare.toFixed( 1 ) } bare requests: ${ times( ratio ) }, ${
		ratio >= claimGoal ? 'met' : 'MISS'
	} (goal ≥ ${ claimGoal }×); ${ rate.failed } failed`;
}

/** How many times longer the larger site's requests take, beside the bare requests of their own runs. */
function flatness( sections: Section[] ): string[] {
	const [ small, large ] = [
		Math.min( ...sections.map( ( { size } ) => size ) ),
		Math.max( ...sections.map( ( { size } ) => size ) ),
	];
	if ( small === large ) {
		return [];
	}
	const rows = sections
		.filter( ( { size } ) => size === large )
		.flatMap( ( section ) => {
			const other = sections.find(
				( { size, who } ) => size === small && who === section.who
			);
			return section.measurements.flatMap( ( one ) => {
				const same = other?.measurements.find(
					( { name } ) => name === one.name
				);
				return same
					? [
							`| ${ one.name } | ${ section.who } | ${ times( same.ratio.median ) } | ${ times( one.ratio.median ) } | ${ same.profile.ms.toFixed( 1 ) } | ${ one.profile.ms.toFixed( 1 ) } |`,
						]
					: [];
			} );
		} );
	return [
		'## From ' + count( small ) + ' to ' + count( large ),
		'',
		'| request | user | ' +
			[ 'median', 'SQL ms' ]
				.flatMap( ( what ) =>
					[ small, large ].map(
						( size ) => `${ what }, ${ count( size ) }`
					)
				)
				.join( ' | ' ) +
			' |',
		'| --- | --- | ---: | ---: | ---: | ---: |',
		...rows,
		'',
	];
}

/**
 * All results as a page for the repository.
 * @param results
 */
export function asMarkdown( results: Results ): string {
	const memory = Math.round( os.totalmem() / 2 ** 30 );
	const misses = results.sections.flatMap( ( section ) =>
		section.measurements.flatMap( ( one ) =>
			one.misses.map(
				( miss ) =>
					`- ${ titleOf( section ) }, ${ one.name }: ${ miss.replaceAll( '|', '\\|' ) }`
			)
		)
	);
	return [
		'# What it costs',
		'',
		'Written by `npm run benchmark -- --save`; what the columns mean and how it is measured is in [README.md](README.md).',
		'',
		`${ os.cpus().length } processors, ${ memory } GB of memory, virtual; MariaDB ${ results.mariadb } with a buffer pool of 3 GB and every commit flushed, ` +
			`WordPress ${ results.wordpress }, PHP ${ results.php } by php-fpm with opcache, no object cache. ${ results.rounds } rounds. ` +
			`Load average ${ results.load[ 0 ].toFixed( 1 ) } before, ${ results.load[ 1 ].toFixed( 1 ) } after, which the parallel claims at the end raise; other programs ran too where it was above 1 before.`,
		'',
		'## Missed goals',
		'',
		...( misses.length ? misses : [ 'None.' ] ),
		'',
		'## Claims',
		'',
		...results.claims.map( ( one ) => `- ${ claimsAsText( one ) }` ),
		'',
		...results.sections.flatMap( ( section ) => [
			`## ${ titleOf( section )[ 0 ]?.toUpperCase() }${ titleOf( section ).slice( 1 ) }`,
			'',
			`The bare request: ${ median( section ).toFixed( 1 ) } ms.`,
			'',
			`| ${ heads.join( ' | ' ) } |`,
			'| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- | --- |',
			...section.measurements.map(
				( one ) => `| ${ rowOf( one ).join( ' | ' ) } |`
			),
			'',
		] ),
		...flatness( results.sections ),
	].join( '\n' );
}

function median( { measurements }: Section ): number {
	const sorted = measurements
		.map( ( one ) => one.bare.median )
		.sort( ( a, b ) => a - b );
	return sorted[ Math.floor( sorted.length / 2 ) ] ?? NaN;
}
