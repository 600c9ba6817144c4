import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Php } from '../tools/services/php';
import type { Progress } from '../tools/services/progress';
import { elapsed } from '../tools/services/progress';
import { run } from '../tools/services/process';
import { root } from '../tools/services/paths';
import { runPhp } from '../tools/services/wordpress';
import { alignKeys } from './keys';
import { opportunityTables } from './opportunities';
import type { Sql } from './sql';
import { vocabulary } from './vocabulary';

const tags = 200;
const follows = 40_000;
const chunk = 25_000;
const generator = path.join( root, 'benchmarks/site/generate.php' );

/** The columns of each file that the generator writes. */
const files: Record< string, string[] > = {
	contacts: [
		'id',
		'first_name',
		'last_name',
		'name',
		'email',
		'email_hash',
		'phone',
		'company',
		'title',
		'address_line1',
		'city',
		'region',
		'postcode',
		'country',
		'contact_owner',
		'owner_since_gmt',
		'owner_cause',
		'follower_count',
		'source',
		'created_gmt',
		'modified_gmt',
		'custom',
	],
	contact_terms: [ 'trashed', 'term', 'field_rank', 'contact_id' ],
	contact_tags: [ 'tag_id', 'contact_id' ],
	followers: [ 'object_type', 'object_id', 'user_id', 'source', 'since_gmt' ],
};

/**
 * What a data set is made from: another digest means that it must be made anew.
 * @param size Number of contacts.
 */
export function datasetDigest( size: number ): string {
	const hash = createHash( 'sha256' ).update( String( size ) );
	for ( const file of [
		generator,
		path.join( root, 'benchmarks/vocabulary.ts' ),
		path.join( root, 'includes/Contacts/ContactTerms.php' ),
	] ) {
		hash.update( fs.readFileSync( file ) );
	}
	return hash.digest( 'hex' );
}

/**
 * Fills an installed site with contacts; their keys are built once all are there.
 * @param options
 * @param options.sql
 * @param options.php
 * @param options.site     The site's folder.
 * @param options.size     Number of contacts.
 * @param options.progress
 */
export async function fill( options: {
	sql: Sql;
	php: Php;
	site: string;
	size: number;
	progress: Progress;
} ): Promise< void > {
	const { sql, php, site, size, progress } = options;
	const began = Date.now();
	const dir = fs.mkdtempSync(
		path.join( os.tmpdir(), 'steward-benchmark-' )
	);
	fs.chmodSync( dir, 0o755 );
	try {
		progress.step( `Making ${ size.toLocaleString( 'en' ) } contacts` );
		await generate( php, site, size, dir, progress );
		progress.note( `written in ${ elapsed( began ) }` );

		const names = Array.from(
			{ length: tags },
			( _, index ) => `( ${ index + 1 }, '${ tagName( index + 1 ) }' )`
		);
		await sql.rows(
			`TRUNCATE wp_steward_tags; INSERT INTO wp_steward_tags ( id, name ) VALUES ${ names.join( ', ' ) }`
		);
		for ( const [ table, columns ] of Object.entries( files ) ) {
			progress.note( `loading ${ table } (${ elapsed( began ) })` );
			await load( sql, dir, table, columns );
		}
		progress.note( `building the keys (${ elapsed( began ) })` );
		await refreshKeys( sql, php, site );
		await sql.rows(
			'ANALYZE TABLE wp_steward_contacts, wp_steward_contact_terms, wp_steward_contact_tags, wp_steward_followers'
		);
		progress.note( `done in ${ elapsed( began ) }` );
	} finally {
		fs.rmSync( dir, { recursive: true, force: true } );
	}
}

/**
 * Gives the tables the keys that the plugin's present version would give them.
 * @param sql
 * @param php
 * @param site The site's folder.
 * @return The tables that had others.
 */
export async function refreshKeys(
	sql: Sql,
	php: Php,
	site: string
): Promise< string[] > {
	await runPhp( php, path.join( root, 'benchmarks/site/tables.php' ), {
		cwd: site,
	} );
	const changed: string[] = [];
	for ( const table of [ ...Object.keys( files ), ...opportunityTables ] ) {
		if (
			await alignKeys( sql, `wp_steward_${ table }`, `model_${ table }` )
		) {
			changed.push( table );
		}
	}
	return changed;
}

/**
 * A tag's name; the smaller its number, the more contacts have it.
 * @param number From 1 to 200.
 */
export function tagName( number: number ): string {
	return `${ [ 'newsletter', 'customer', 'lead', 'partner', 'trial', 'vip', 'event', 'press' ][ number - 1 ] ?? `segment ${ number }` }`;
}

/** Writes the files, by as many processes as there are processors. */
async function generate(
	php: Php,
	site: string,
	size: number,
	dir: string,
	progress: Progress
): Promise< void > {
	const starts = Array.from(
		{ length: Math.ceil( size / chunk ) },
		( _, index ) => index * chunk + 1
	);
	const words = vocabulary();
	let done = 0;
	const work = async () => {
		for (
			let from = starts.shift();
			from !== undefined;
			from = starts.shift()
		) {
			const to = Math.min( from + chunk, size + 1 );
			await runPhp( php, generator, {
				cwd: site,
				input: {
					from,
					to,
					total: size,
					dir,
					words,
					tags,
					follows: Math.min( follows, size / 25 ),
				},
			} );
			done += to - from;
			if ( done % ( 8 * chunk ) === 0 ) {
				progress.note( `${ done.toLocaleString( 'en' ) } made` );
			}
		}
	};
	await Promise.all( Array.from( { length: os.cpus().length }, work ) );
}

/** Loads a table's files in the order of its primary key. */
async function load(
	sql: Sql,
	dir: string,
	table: string,
	columns: string[]
): Promise< void > {
	const name = `wp_steward_${ table }`;
	const order = {
		contact_terms: '-k2,2 -k3,3n -k4,4n',
		contact_tags: '-k2,2n -k1,1n',
	}[ table ];
	if ( order ) {
		await run(
			'sh',
			[
				'-c',
				`LC_ALL=C sort -t "$(printf '\\t')" ${ order } -S 1G -T . -o ${ table }.sorted ${ table }.*.tsv && rm ${ table }.*.tsv && split -l 1000000 -a 3 --additional-suffix=.tsv ${ table }.sorted ${ table }. && rm ${ table }.sorted`,
			],
			{
				cwd: dir,
			}
		);
	}
	await sql.rows( `TRUNCATE ${ name }` );
	await alignKeys( sql, name, null );
	for ( const file of fs
		.readdirSync( dir )
		.filter( ( each ) => each.startsWith( `${ table }.` ) )
		.sort() ) {
		const place = path.join( dir, file );
		await sql.rows(
			`SET unique_checks = 0; LOAD DATA LOCAL INFILE '${ place }' IGNORE INTO TABLE ${ name } ( ${ columns.join( ', ' ) } )`
		);
		fs.rmSync( place );
	}
}
