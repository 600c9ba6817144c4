import fs from 'node:fs';
import path from 'node:path';
import type { Mariadb } from '../tools/services/mariadb';
import { cache, root } from '../tools/services/paths';
import type { Php } from '../tools/services/php';
import type { Progress } from '../tools/services/progress';
import type { Server, SiteUser } from '../tools/services/wordpress';
import { installSite, serveSiteWithNginx } from '../tools/services/wordpress';
import type { Core } from '../tools/services/wordpress-core';
import { datasetDigest, fill, refreshKeys } from './dataset';
import { fillOpportunities } from './opportunities';
import { Sql } from './sql';

/** Folder of everything that a later run can use again. */
export const benchmarkCache = path.join( cache, 'benchmark' );

const person = ( login: string, role: string, last: string ): SiteUser => ( {
	login,
	password: 'password',
	email: `${ login }@example.com`,
	role,
	first_name: 'Bench',
	last_name: last,
} );

/** An administrator, a manager who sees all, and the 20 sales reps who own the contacts. */
const users: SiteUser[] = [
	person( 'admin', 'administrator', 'Admin' ),
	person( 'manager', 'steward_sales_manager', 'Manager' ),
	...Array.from( { length: 20 }, ( _, index ) =>
		person(
			`rep_${ index + 1 }`,
			'steward_sales_rep',
			`Rep ${ index + 1 }`
		)
	),
];

export interface BenchmarkSite {
	size: number;
	dir: string;
	sql: Sql;
	serve: () => Promise< Server >;
}

/**
 * A WordPress with so many contacts, from an earlier run where that still fits.
 * @param options
 * @param options.size     Number of contacts.
 * @param options.fresh    Make it anew in any case.
 * @param options.mariadb
 * @param options.core
 * @param options.php
 * @param options.progress
 */
export async function benchmarkSite( options: {
	size: number;
	fresh: boolean;
	mariadb: Mariadb;
	core: Core;
	php: Php;
	progress: Progress;
} ): Promise< BenchmarkSite > {
	const { size, mariadb, php, progress } = options;
	const dir = path.join( benchmarkCache, `site-${ size }` );
	const mark = path.join( dir, '.dataset' );
	const digest = datasetDigest( size );
	const sql = new Sql( mariadb, `benchmark_${ size }` );
	if (
		options.fresh ||
		! fs.existsSync( mark ) ||
		fs.readFileSync( mark, 'utf8' ) !== digest
	) {
		await installSite( {
			dir,
			core: options.core,
			database: {
				kind: 'mariadb',
				address: mariadb.address,
				name: sql.database,
				user: mariadb.user,
				password: mariadb.password,
			},
			title: 'Benchmark',
			users,
			muPluginDirs: [ path.join( root, 'benchmarks/site/mu-plugins' ) ],
			constants: { WP_DEBUG: false, DISABLE_WP_CRON: true },
			// Else nobody could claim an opportunity.
			options: { steward_settings: { separate_owners: true } },
			progress,
		} );
		await sql.rows( 'SET GLOBAL innodb_flush_log_at_trx_commit = 0' );
		await fill( { sql, php, site: dir, size, progress } );
		await sql.rows( 'SET GLOBAL innodb_flush_log_at_trx_commit = 1' );
		fs.writeFileSync( mark, digest );
	} else {
		useAddress( dir, mariadb.address );
		const plugin = path.join( dir, 'wp-content/plugins/steward' );
		fs.rmSync( plugin );
		fs.symlinkSync( root, plugin );
		const changed = await refreshKeys( sql, php, dir );
		progress.note(
			changed.length
				? `${ size } contacts as before, new keys on ${ changed.join( ', ' ) }`
				: `${ size } contacts as before`
		);
	}
	await sql.rows( 'SET GLOBAL innodb_flush_log_at_trx_commit = 0' );
	await fillOpportunities( { sql, size, fresh: options.fresh, progress } );
	await sql.rows( 'SET GLOBAL innodb_flush_log_at_trx_commit = 1' );
	return {
		size,
		dir,
		sql,
		serve: () =>
			serveSiteWithNginx(
				{
					dir,
					database: {
						kind: 'mariadb',
						address: mariadb.address,
						name: sql.database,
						user: mariadb.user,
						password: mariadb.password,
					},
				},
				{ workers: 8, progress }
			),
	};
}

/** The server may be on another port each time. */
function useAddress( dir: string, address: string ): void {
	const file = path.join( dir, 'wp-config.php' );
	fs.writeFileSync(
		file,
		fs
			.readFileSync( file, 'utf8' )
			.replace( /(define\( 'DB_HOST', ')[^']*/, `$1${ address }` )
	);
}
