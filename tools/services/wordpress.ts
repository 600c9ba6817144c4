import fs from 'node:fs';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import AdmZip from 'adm-zip';
import { ensureCommand } from './debian';
import { cache, root } from './paths';
import type { Php } from './php';
import { ensurePhp, phpArguments } from './php';
import type { Progress } from './progress';
import { silentProgress } from './progress';
import type { Service } from './process';
import {
	freePort,
	readEnd,
	run,
	startService,
	waitUntil,
	which,
} from './process';
import type { Core } from './wordpress-core';

export interface MysqlDatabase {
	kind: 'mariadb';
	/** As WordPress wants it in DB_HOST: "127.0.0.1:3306". */
	address: string;
	/** Made anew when a site is installed. */
	name: string;
	user: string;
	password: string;
}

export interface SqliteDatabase {
	kind: 'sqlite';
}

export type Database = MysqlDatabase | SqliteDatabase;

export interface SiteUser {
	login: string;
	password: string;
	email: string;
	/** A role's key, for example "steward_sales_rep". */
	role: string;
	first_name: string;
	last_name: string;
}

export interface SiteOptions {
	/** The site's own folder; what is in it goes. */
	dir: string;
	core: Core;
	database: Database;
	title: string;
	/** The first one is the administrator whom WordPress' installation makes. */
	users: SiteUser[];
	/** Beside Steward. */
	activePlugins?: string[];
	/** Copied to wp-content/plugins, not activated. */
	pluginDirs?: string[];
	/** Their files are linked into wp-content/mu-plugins, beside tools/site/mu-plugins. */
	muPluginDirs?: string[];
	/** WordPress options. */
	options?: Record< string, unknown >;
	/** Constants of wp-config.php, over the usual ones. */
	constants?: Record< string, string | number | boolean >;
	progress?: Progress;
}

/** An installed WordPress on the disk, with Steward active. */
export interface Site {
	dir: string;
	database: Database;
}

/** A site that answers. */
export interface Server {
	/** With a slash at the end: "http://127.0.0.1:8889/". */
	url: string;
	port: number;
	pid: number;
	/** The server's output: PHP's errors, and the requests. */
	logFile: string;
	stop: () => Promise< void >;
	/** Resolves when it ends by itself. */
	exited: Promise< number | null >;
}

const siteTools = path.join( root, 'tools/site' );

/** PHP's extensions for a database. */
export function databaseExtensions( database: Database ): string[] {
	return database.kind === 'sqlite' ? [ 'pdo_sqlite' ] : [ 'mysqli' ];
}

/**
 * Makes a wp-content with Steward as a link to the checkout, the plain theme, and more plugins.
 * @param dir                  The folder; what is in it goes.
 * @param options
 * @param options.database     Whose drop-in it gets.
 * @param options.pluginDirs   Folders to copy to its plugins.
 * @param options.muPluginDirs Folders whose PHP files become must-use plugins.
 */
export function makeContentDir(
	dir: string,
	options: {
		database: Database;
		pluginDirs?: string[];
		muPluginDirs?: string[];
	}
): void {
	fs.rmSync( dir, { recursive: true, force: true } );
	for ( const name of [
		'plugins',
		'themes',
		'mu-plugins',
		'uploads',
		'upgrade',
	] ) {
		fs.mkdirSync( path.join( dir, name ), { recursive: true } );
	}
	fs.symlinkSync( root, path.join( dir, 'plugins/steward' ) );
	fs.cpSync(
		path.join( siteTools, 'steward-plain' ),
		path.join( dir, 'themes/steward-plain' ),
		{
			recursive: true,
		}
	);
	for ( const folder of options.pluginDirs ?? [] ) {
		fs.cpSync(
			folder,
			path.join( dir, 'plugins', path.basename( folder ) ),
			{
				recursive: true,
				dereference: true,
			}
		);
	}
	for ( const folder of options.muPluginDirs ?? [] ) {
		for ( const name of fs.existsSync( folder )
			? fs.readdirSync( folder )
			: [] ) {
			if ( name.endsWith( '.php' ) ) {
				fs.symlinkSync(
					path.join( folder, name ),
					path.join( dir, 'mu-plugins', name )
				);
			}
		}
	}
	if ( options.database.kind === 'sqlite' ) {
		writeSqliteDropIn( dir );
	}
}

/** The plugins that tests bring along: every folder of tests/fixtures/plugins. */
export function fixturePlugins(): string[] {
	const folder = path.join( root, 'tests/fixtures/plugins' );
	return fs.existsSync( folder )
		? fs
				.readdirSync( folder, { withFileTypes: true } )
				.filter( ( entry ) => entry.isDirectory() )
				.map( ( entry ) => path.join( folder, entry.name ) )
		: [];
}

/** Puts WordPress' SQLite drop-in, which comes with Playground's npm package, into a wp-content. */
function writeSqliteDropIn( contentDir: string ): void {
	const manifest = require.resolve( '@wp-playground/cli/package.json', {
		paths: [ root ],
	} );
	const { version } = JSON.parse( fs.readFileSync( manifest, 'utf8' ) ) as {
		version: string;
	};
	const place = path.join( cache, 'sqlite', version );
	const top = path.join( place, 'plugin-sqlite-database-integration' );
	if ( ! fs.existsSync( path.join( top, 'db.copy' ) ) ) {
		const temporary = `${ place }.${ process.pid }`;
		new AdmZip(
			path.join(
				path.dirname( manifest ),
				'sqlite-database-integration.zip'
			)
		).extractAllTo( temporary, true );
		fs.rmSync( place, { recursive: true, force: true } );
		fs.renameSync( temporary, place );
	}
	const source = fs
		.readFileSync( path.join( top, 'db.copy' ), 'utf8' )
		.replaceAll( '{SQLITE_IMPLEMENTATION_FOLDER_PATH}', top )
		.replaceAll(
			'{SQLITE_PLUGIN}',
			'sqlite-database-integration/load.php'
		);
	fs.writeFileSync( path.join( contentDir, 'db.php' ), source );
}

/** A PHP literal. */
function literal( value: string | number | boolean ): string {
	return typeof value === 'string'
		? `'${ value.replaceAll( '\\', '\\\\' ).replaceAll( "'", "\\'" ) }'`
		: String( value );
}

function writeConfig( options: SiteOptions ): void {
	const { database, dir } = options;
	const constants: Record< string, string | number | boolean > = {
		DB_NAME: database.kind === 'mariadb' ? database.name : 'wordpress',
		DB_USER: database.kind === 'mariadb' ? database.user : '',
		DB_PASSWORD: database.kind === 'mariadb' ? database.password : '',
		DB_HOST: database.kind === 'mariadb' ? database.address : '',
		DB_CHARSET: 'utf8mb4',
		DB_COLLATE: '',
		...( database.kind === 'sqlite'
			? {
					DB_DIR: `${ path.join( dir, 'wp-content/database' ) }/`,
					DB_FILE: '.ht.sqlite',
				}
			: {} ),
		WP_ENVIRONMENT_TYPE: 'local',
		WP_DEBUG: true,
		WP_DEBUG_DISPLAY: false,
		WP_DEBUG_LOG: path.join( dir, 'debug.log' ),
		AUTOMATIC_UPDATER_DISABLED: true,
		...options.constants,
	};
	for ( const kind of [ 'AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE' ] ) {
		constants[ `${ kind }_KEY` ] ??= randomBytes( 32 ).toString( 'hex' );
		constants[ `${ kind }_SALT` ] ??= randomBytes( 32 ).toString( 'hex' );
	}
	fs.writeFileSync(
		path.join( dir, 'wp-config.php' ),
		`<?php
// The site may be on another port each time.
if ( isset( $_SERVER['HTTP_HOST'] ) && preg_match( '/^(127\\.0\\.0\\.1|localhost)(:\\d+)?$/', $_SERVER['HTTP_HOST'] ) ) {
	define( 'WP_HOME', 'http://' . $_SERVER['HTTP_HOST'] );
	define( 'WP_SITEURL', 'http://' . $_SERVER['HTTP_HOST'] );
}
// Without a network each of WordPress' own requests would be waited for.
if ( getenv( 'STEWARD_OFFLINE' ) ) {
	define( 'WP_HTTP_BLOCK_EXTERNAL', true );
}
${ Object.entries( constants )
	.map(
		( [ name, value ] ) => `define( '${ name }', ${ literal( value ) } );`
	)
	.join( '\n' ) }
$table_prefix = 'wp_';
defined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );
require_once ABSPATH . 'wp-settings.php';
`
	);
}

/**
 * Makes a site: its own copy of core, a new database, Steward active, the users.
 * @param options
 */
export async function installSite( options: SiteOptions ): Promise< Site > {
	const progress = options.progress ?? silentProgress;
	const { dir, database } = options;
	const php = await ensurePhp( databaseExtensions( database ), progress );
	fs.rmSync( dir, { recursive: true, force: true } );
	fs.mkdirSync( dir, { recursive: true } );
	fs.cpSync( options.core.dir, dir, {
		recursive: true,
		filter: ( source ) =>
			! /^wp-content\/(plugins|mu-plugins)/.test(
				path.relative( options.core.dir, source )
			),
	} );
	const bundledThemes = path.join( options.core.dir, 'wp-content/themes' );
	makeContentDir( path.join( dir, 'wp-content' ), {
		database,
		pluginDirs: options.pluginDirs,
		muPluginDirs: [
			path.join( siteTools, 'mu-plugins' ),
			...( options.muPluginDirs ?? [] ),
		],
	} );
	if ( fs.existsSync( bundledThemes ) ) {
		fs.cpSync( bundledThemes, path.join( dir, 'wp-content/themes' ), {
			recursive: true,
		} );
	}
	if ( database.kind === 'mariadb' ) {
		await createDatabase( php, database );
	} else {
		fs.mkdirSync( path.join( dir, 'wp-content/database' ), {
			recursive: true,
		} );
	}
	writeConfig( options );

	const admin = options.users[ 0 ];
	if ( ! admin ) {
		throw new Error( 'A site needs an administrator.' );
	}
	await runPhp( php, path.join( siteTools, 'install.php' ), {
		cwd: dir,
		input: {
			title: options.title,
			admin,
			options: {
				permalink_structure: '/%postname%/',
				blog_public: 0,
				...options.options,
			},
		},
	} );
	await runPhp( php, path.join( siteTools, 'setup.php' ), {
		cwd: dir,
		input: {
			plugins: [
				'steward/plugin.php',
				...( options.activePlugins ?? [] ),
			],
			users: options.users,
			theme: fs.existsSync(
				path.join( bundledThemes, 'twentytwentyfive' )
			)
				? 'twentytwentyfive'
				: 'steward-plain',
		},
	} );
	return { dir, database };
}

/**
 * Runs a PHP script of this project in a site's folder; it must print "done" at its end.
 * @param php
 * @param script
 * @param options
 * @param options.cwd   The site's folder.
 * @param options.input Given to it as JSON.
 * @param options.env
 * @return What it printed.
 * @throws Error with what it complained about.
 */
export async function runPhp(
	php: Php,
	script: string,
	options: { cwd: string; input?: unknown; env?: Record< string, string > }
): Promise< string > {
	const { stdout } = await run(
		php.command,
		[ ...phpArguments( { 'opcache.enable_cli': 0 } ), script ],
		{
			cwd: options.cwd,
			env: { STEWARD_OFFLINE: '1', ...options.env },
			input: JSON.stringify( options.input ?? null ),
		}
	);
	// Where WordPress gives up it prints a page, and says nothing by its exit code.
	if ( ! stdout.trimEnd().endsWith( 'done' ) ) {
		throw new Error(
			`${ path.basename( script ) } did not get to its end:\n${ asText( stdout ) }`
		);
	}
	return stdout;
}

/** What an HTML page says. */
function asText( html: string ): string {
	return html
		.replace( /<style[\s\S]*?<\/style>/g, '' )
		.replace( /<[^>]+>/g, ' ' )
		.replace( /\s+/g, ' ' )
		.trim()
		.slice( 0, 1500 );
}

/** Makes an empty database, whatever was there. */
async function createDatabase(
	php: Php,
	database: MysqlDatabase
): Promise< void > {
	const [ host = '127.0.0.1', port = '3306' ] = database.address.split( ':' );
	await run(
		php.command,
		[
			'-r',
			`mysqli_report( MYSQLI_REPORT_ERROR | MYSQLI_REPORT_STRICT );
			[ , $host, $port, $user, $password, $name ] = $argv;
			$db = new mysqli( $host, $user, $password, '', (int) $port );
			$db->query( "DROP DATABASE IF EXISTS \`$name\`" );
			$db->query( "CREATE DATABASE \`$name\` DEFAULT CHARACTER SET utf8mb4" );`,
			host,
			port,
			database.user,
			database.password,
			database.name,
		],
		{}
	);
}

/**
 * Serves a site by PHP's own web server, which is as fast as nginx with php-fpm for one person.
 * @param site
 * @param options
 * @param options.port     Or the next that is free; any unless told.
 * @param options.workers  Requests at the same time; 4 unless told.
 * @param options.offline  Keep WordPress from asking its servers.
 * @param options.progress
 */
export async function serveSite(
	site: Site,
	options: {
		port?: number;
		workers?: number;
		offline?: boolean;
		progress?: Progress;
	} = {}
): Promise< Server > {
	const php = await ensurePhp(
		databaseExtensions( site.database ),
		options.progress ?? silentProgress
	);
	const port = await freePort( options.port );
	const logFile = path.join( site.dir, 'server.log' );
	fs.rmSync( logFile, { force: true } );
	const service = startService(
		php.command,
		[
			...phpArguments( {
				'opcache.revalidate_freq': 0,
				upload_max_filesize: '64M',
				post_max_size: '64M',
			} ),
			'-S',
			`127.0.0.1:${ port }`,
			'-t',
			site.dir,
			path.join( siteTools, 'router.php' ),
		],
		{
			cwd: site.dir,
			logFile,
			env: {
				PHP_CLI_SERVER_WORKERS: String( options.workers ?? 4 ),
				STEWARD_OFFLINE: options.offline ? '1' : undefined,
			},
		}
	);
	return answering( service, port );
}

/**
 * Serves a site by nginx and php-fpm, for load tests: no connection is dropped.
 * @param site
 * @param options
 * @param options.port     Or the next that is free; any unless told.
 * @param options.workers  PHP processes; 8 unless told.
 * @param options.progress
 */
export async function serveSiteWithNginx(
	site: Site,
	options: { port?: number; workers?: number; progress?: Progress } = {}
): Promise< Server > {
	const progress = options.progress ?? silentProgress;
	const purpose = 'For load tests';
	const php = await ensurePhp(
		databaseExtensions( site.database ),
		progress
	);
	const branch = php.version.split( '.' ).slice( 0, 2 ).join( '.' );
	const nginx = await ensureCommand(
		'nginx',
		'nginx-light',
		purpose,
		progress
	);
	const fpm = await ensureCommand(
		[ `php-fpm${ branch }`, 'php-fpm' ],
		`php${ branch }-fpm`,
		purpose,
		progress
	);
	const port = await freePort( options.port );
	const dir = path.join( site.dir, '.server' );
	fs.rmSync( dir, { recursive: true, force: true } );
	fs.mkdirSync( dir, { recursive: true } );
	const socket = path.join( dir, 'fpm.sock' );
	fs.writeFileSync(
		path.join( dir, 'fpm.conf' ),
		`[global]
daemonize = no
error_log = ${ dir }/fpm.log
[www]
listen = ${ socket }
listen.mode = 0666
pm = static
pm.max_children = ${ options.workers ?? 8 }
catch_workers_output = yes
clear_env = no
php_admin_value[memory_limit] = 512M
php_admin_value[error_log] = ${ dir }/php.log
php_admin_value[opcache.max_accelerated_files] = 20000
`
	);
	fs.writeFileSync(
		path.join( dir, 'nginx.conf' ),
		`daemon off;
${ process.getuid?.() === 0 ? 'user root;' : '' }
pid ${ dir }/nginx.pid;
error_log ${ dir }/nginx.log warn;
worker_processes 2;
events { worker_connections 1024; }
http {
	include ${ [ '/etc/nginx/mime.types', '/usr/local/etc/nginx/mime.types', '/opt/homebrew/etc/nginx/mime.types' ].find( ( file ) => fs.existsSync( file ) ) ?? 'mime.types' };
	access_log off;
	client_max_body_size 64m;
	keepalive_requests 100000;
${ [ 'client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi' ].map( ( name ) => `	${ name }_temp_path ${ dir }/${ name };` ).join( '\n' ) }
	server {
		listen 127.0.0.1:${ port };
		root ${ site.dir };
		index index.php;
		location ~ /\\. { deny all; }
		location / { try_files $uri $uri/ /index.php$is_args$args; }
		location ~ \\.php$ {
			try_files $uri =404;
			include /etc/nginx/fastcgi.conf;
			fastcgi_pass unix:${ socket };
			fastcgi_read_timeout 120s;
			fastcgi_param HTTP_HOST $http_host;
		}
	}
}
`
	);
	const asRoot = process.getuid?.() === 0 ? [ '-R' ] : [];
	const pool = startService(
		fpm,
		[ ...asRoot, '-F', '-y', path.join( dir, 'fpm.conf' ) ],
		{
			logFile: path.join( dir, 'fpm.out' ),
			stopSignal: 'SIGQUIT',
			env: { STEWARD_OFFLINE: '1' },
		}
	);
	await waitUntil( async () => fs.existsSync( socket ), {
		timeout: 15_000,
		service: pool,
		what: 'php-fpm',
	} );
	const front = startService(
		nginx,
		[
			'-p',
			dir,
			'-e',
			`${ dir }/nginx.log`,
			'-c',
			path.join( dir, 'nginx.conf' ),
		],
		{
			logFile: path.join( dir, 'nginx.out' ),
		}
	);
	const server = await answering( front, port );
	return {
		...server,
		async stop() {
			await server.stop();
			await pool.stop();
		},
	};
}

/** Waits until a site answers its REST index. */
async function answering( service: Service, port: number ): Promise< Server > {
	const url = `http://127.0.0.1:${ port }/`;
	let answer = '';
	try {
		await waitUntil(
			async () => {
				const response = await fetch( `${ url }wp-json/`, {
					signal: AbortSignal.timeout( 30_000 ),
				} );
				answer = `${ response.status } ${ asText( await response.text() ) }`;
				return response.ok;
			},
			{ timeout: 60_000, service, what: 'The web server' }
		);
	} catch ( error ) {
		await service.stop();
		const log = readEnd(
			path.join( path.dirname( service.logFile ), 'debug.log' )
		);
		throw new Error(
			`${ ( error as Error ).message }\n${ answer }\n${ log }`,
			{ cause: error }
		);
	}
	return {
		url,
		port,
		pid: service.pid,
		logFile: service.logFile,
		stop: () => service.stop(),
		exited: service.exited,
	};
}

/** Playwright's own Chromium where it's there, else the system's, which is installed where it's missing. */
export async function ensureChromium( progress: Progress ): Promise< string > {
	const { chromium } = await import( '@playwright/test' );
	if ( process.env.CHROMIUM_PATH ) {
		return process.env.CHROMIUM_PATH;
	}
	const own = chromium.executablePath();
	if ( fs.existsSync( own ) ) {
		return own;
	}
	// The shell has no window to draw, and loads a page in four fifths of the time.
	const found = [
		'chromium-headless-shell',
		'chromium',
		'chromium-browser',
		'google-chrome',
		'google-chrome-stable',
	]
		.map( which )
		.find( Boolean );
	return (
		found ??
		ensureCommand(
			'chromium-headless-shell',
			'chromium-headless-shell',
			'To test in a browser',
			progress
		)
	);
}
