/**
 * npm run benchmark: what lists, searches and claims cost with a million contacts.
 *
 *   npm run benchmark                        1,000,000 contacts, beside 10,000 to show that the cost is the same
 *   npm run benchmark -- --contacts=10000    only so many; 10000,1000000 unless told
 *   npm run benchmark -- --fresh             makes the data anew
 *   npm run benchmark -- --filter=search     only the cases whose name holds this
 *   npm run benchmark -- --queries           prints each case's statements
 *   npm run benchmark -- --save              writes benchmarks/results.md
 *   npm run benchmark -- --serve             serves the largest site, to look at it in a browser
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startMariadb } from '../tools/services/mariadb';
import { root } from '../tools/services/paths';
import { ensurePhp } from '../tools/services/php';
import { consoleProgress, runMain } from '../tools/services/progress';
import { stopAll } from '../tools/services/process';
import { fetchCore } from '../tools/services/wordpress-core';
import { casesFor, undoWrites } from './cases';
import { claimRate } from './claims';
import { bare, Client } from './client';
import { measure } from './measure';
import { opportunityCases, undoOpportunities } from './opportunities';
import type { Results } from './report';
import { asMarkdown, asText, claimsAsText, queriesAsText } from './report';
import type { BenchmarkSite } from './site';
import { benchmarkCache, benchmarkSite } from './site';

const people = [
	{ login: 'manager', who: 'sees all', scope: '1 = 1' },
	{
		login: 'rep_3',
		who: 'sees own, unassigned and followed',
		scope: `( contact_owner IS NULL OR contact_owner = :user OR id IN ( SELECT object_id FROM wp_steward_followers WHERE user_id = :user ) )`,
	},
];

runMain( async () => {
	const { values } = parseArgs( {
		options: {
			contacts: { type: 'string', default: '10000,1000000' },
			fresh: { type: 'boolean', default: false },
			filter: { type: 'string', default: '' },
			rounds: { type: 'string', default: '15' },
			queries: { type: 'boolean', default: false },
			save: { type: 'boolean', default: false },
			serve: { type: 'boolean', default: false },
		},
	} );
	const sizes = values.contacts.split( ',' ).map( Number );
	const progress = consoleProgress;
	const core = await fetchCore( 'latest', progress );
	const php = await ensurePhp( [ 'mysqli' ], progress );
	fs.mkdirSync( benchmarkCache, { recursive: true } );
	progress.step( 'Starting MariaDB' );
	const mariadb = await startMariadb( {
		dataDir: path.join( benchmarkCache, 'mariadb' ),
		settings: {
			'innodb-buffer-pool-size': '3G',
			'innodb-log-file-size': '1G',
			'innodb-flush-log-at-trx-commit': 1,
			'innodb-doublewrite': 'ON',
		},
		progress,
	} );
	const results: Results = {
		sections: [],
		claims: [],
		mariadb: mariadb.version,
		wordpress: core.version,
		php: php.version,
		load: [ os.loadavg()[ 0 ] ?? 0, 0 ],
		rounds: Number( values.rounds ),
	};

	/** All cases of all users on one site, then the claims. */
	async function measureSite( site: BenchmarkSite ): Promise< void > {
		const { size, sql } = site;
		const server = await site.serve();
		const before = await sql.value( 'SELECT UTC_TIMESTAMP()' );
		try {
			for ( const { login, who, scope } of people ) {
				const user = await sql.value(
					`SELECT ID FROM wp_users WHERE user_login = '${ login }'`
				);
				const sees = Number(
					await sql.value(
						`SELECT COUNT(*) FROM wp_steward_contacts WHERE trashed = 0 AND ${ scope.replaceAll( ':user', user ) }`
					)
				);
				const client = new Client( server.url );
				await client.signIn( login );
				for ( let warm = 0; warm < 10; warm++ ) {
					await client.request( bare );
				}
				progress.step(
					`${ size.toLocaleString( 'en' ) } contacts, ${ login }`
				);
				const measurements = [];
				const cases = [
					...( await casesFor( sql, login, size, sees ) ),
					...( await opportunityCases(
						sql,
						login,
						'1 = 1' === scope ? 'all' : 'own'
					) ),
				];
				for ( const one of cases.filter( ( { name } ) =>
					name.includes( values.filter )
				) ) {
					measurements.push(
						await measure( {
							client,
							sql,
							one,
							rounds: results.rounds,
						} )
					);
				}
				client.close();
				const section = { size, who, sees, measurements };
				results.sections.push( section );
				process.stdout.write( asText( section ) );
				if ( values.queries ) {
					process.stdout.write( queriesAsText( section ) );
				}
			}
			if ( 'claims a second'.includes( values.filter ) ) {
				const claims = {
					size,
					rate: await claimRate( server.url, sql ),
				};
				results.claims.push( claims );
				process.stdout.write( `${ claimsAsText( claims ) }\n` );
			}
		} finally {
			await server.stop();
			await undoWrites( sql, size, before );
			await undoOpportunities( sql, size, before );
		}
	}

	/** A site to look at, until it is stopped. */
	async function show( site: BenchmarkSite ): Promise< void > {
		const server = await site.serve();
		process.stdout.write(
			`\n  ${ server.url }wp-admin/admin.php?page=steward\n\n  admin, manager or rep_1 to rep_20, password "password". Ctrl+C stops it.\n`
		);
		await server.exited;
	}

	try {
		for ( const size of values.serve ? [ Math.max( ...sizes ) ] : sizes ) {
			const site = await benchmarkSite( {
				size,
				fresh: values.fresh,
				mariadb,
				core,
				php,
				progress,
			} );
			await ( values.serve ? show( site ) : measureSite( site ) );
		}
		results.load[ 1 ] = os.loadavg()[ 0 ] ?? 0;
		if ( values.save ) {
			fs.writeFileSync(
				path.join( root, 'benchmarks/results.md' ),
				asMarkdown( results )
			);
			progress.step( 'Written to benchmarks/results.md' );
		}
	} finally {
		await mariadb.stop();
		await stopAll();
	}
} );
