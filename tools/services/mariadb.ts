import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureCommand } from './debian';
import type { Progress } from './progress';
import { silentProgress } from './progress';
import {
	freePort,
	isListening,
	run,
	startService,
	waitUntil,
	which,
} from './process';

export interface MariadbOptions {
	/**
	 * Settings of the server, as on its command line without the dashes; they win over the defaults, which are
	 * for tests: little memory, no durability.
	 */
	settings?: Record< string, string | number >;
	/** Keep the data here; else it is in a temporary folder that goes when the server stops. */
	dataDir?: string;
	port?: number;
	progress?: Progress;
}

/** A private server on 127.0.0.1, with a user who may do everything. */
export interface Mariadb {
	readonly host: string;
	readonly port: number;
	readonly user: string;
	readonly password: string;
	/** As WordPress wants it in DB_HOST. */
	readonly address: string;
	readonly socket: string;
	readonly pid: number;
	/** For example "10.11.14-MariaDB". */
	readonly version: string;
	stop: () => Promise< void >;
}

const forTests: Record< string, string | number > = {
	'innodb-buffer-pool-size': '192M',
	'innodb-log-file-size': '48M',
	'innodb-flush-log-at-trx-commit': 0,
	'innodb-doublewrite': 'OFF',
	'sync-binlog': 0,
	'performance-schema': 'OFF',
	'max-connections': 200,
	'character-set-server': 'utf8mb4',
};

/**
 * Starts a server of its own, never the machine's: in some six seconds.
 * @param options
 * @throws Advice where MariaDB isn't installed and can't be.
 */
export async function startMariadb(
	options: MariadbOptions = {}
): Promise< Mariadb > {
	const progress = options.progress ?? silentProgress;
	const purpose = 'To run WordPress on a database server';
	const server = await ensureCommand(
		'mariadbd',
		'mariadb-server-core',
		purpose,
		progress
	);
	const installer = await ensureCommand(
		'mariadb-install-db',
		'mariadb-server-core',
		purpose,
		progress
	);
	// What the installer calls.
	await ensureCommand( 'mariadb', 'mariadb-client-core', purpose, progress );

	// As root the server changes to another user, who must be able to enter the folder.
	const user =
		process.getuid?.() === 0
			? await unprivilegedUser()
			: os.userInfo().username;
	const folder =
		options.dataDir ??
		fs.mkdtempSync( path.join( os.tmpdir(), 'steward-mariadb-' ) );
	fs.mkdirSync( folder, { recursive: true } );
	fs.chmodSync( folder, 0o755 );
	if ( user !== os.userInfo().username ) {
		await run( 'chown', [ user, folder ] );
	}

	// Socket paths are limited to about 100 characters. Temporary files are here, too: a server that starts removes what it
	// takes for its own of last time from where they are.
	const socketFolder = fs.mkdtempSync(
		path.join( os.tmpdir(), 'steward-sql-' )
	);
	fs.chmodSync( socketFolder, 0o777 );

	const data = path.join( folder, 'data' );
	const isNew = ! fs.existsSync( path.join( data, 'mysql' ) );
	if ( isNew ) {
		await run( installer, [
			'--no-defaults',
			`--datadir=${ data }`,
			`--user=${ user }`,
			'--auth-root-authentication-method=normal',
			'--skip-test-db',
			`--tmpdir=${ socketFolder }`,
		] );
	}
	const init = path.join( folder, 'init.sql' );
	fs.writeFileSync(
		init,
		"CREATE USER IF NOT EXISTS 'wp'@'127.0.0.1' IDENTIFIED BY 'wp';\nGRANT ALL ON *.* TO 'wp'@'127.0.0.1' WITH GRANT OPTION;\n"
	);

	const port = options.port ?? ( await freePort() );
	const socket = path.join( socketFolder, 's.sock' );
	const settings = { ...forTests, ...options.settings };
	const service = startService(
		server,
		[
			'--no-defaults',
			`--user=${ user }`,
			`--datadir=${ data }`,
			`--socket=${ socket }`,
			`--tmpdir=${ socketFolder }`,
			`--pid-file=${ path.join( folder, 'mariadb.pid' ) }`,
			`--port=${ port }`,
			'--bind-address=127.0.0.1',
			`--init-file=${ init }`,
			...Object.entries( settings ).map(
				( [ name, value ] ) => `--${ name }=${ value }`
			),
		],
		{ logFile: path.join( folder, 'server.log' ), patience: 30_000 }
	);
	const clean = () => {
		fs.rmSync( socketFolder, { recursive: true, force: true } );
		if ( ! options.dataDir ) {
			fs.rmSync( folder, { recursive: true, force: true } );
		}
	};
	try {
		await waitUntil( () => isListening( port ), {
			timeout: 60_000,
			service,
			what: 'MariaDB',
		} );
	} catch ( error ) {
		await service.stop();
		clean();
		throw error;
	}
	// Also when nobody comes to stop it.
	process.on( 'exit', clean );

	const { stdout } = await run( server, [ '--no-defaults', '--version' ] );
	return {
		host: '127.0.0.1',
		port,
		user: 'wp',
		password: 'wp',
		address: `127.0.0.1:${ port }`,
		socket,
		pid: service.pid,
		version: /Ver (\S+)/.exec( stdout )?.[ 1 ] ?? '',
		async stop() {
			await service.stop();
			clean();
		},
	};
}

/** The user that Debian's packages make for the server, or nobody. */
async function unprivilegedUser(): Promise< string > {
	for ( const name of [ 'mysql', 'nobody' ] ) {
		const { code } = await run( which( 'id' ) ?? 'id', [ '-u', name ], {
			allowFailure: true,
		} );
		if ( code === 0 ) {
			return name;
		}
	}
	return 'root';
}
