/**
 * npm start: WordPress with Steward and demo data on this machine, ready to sign in.
 */
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import AdmZip from 'adm-zip';
import { demo, loadDemo } from './demo';
import { team } from './demo/team';
import { ensureBuild } from './services/build';
import { isDebian } from './services/debian';
import { cache } from './services/paths';
import { findPhp } from './services/php';
import { startPlayground } from './services/playground';
import { isStopping, noteService, stopLeftOver } from './services/process';
import {
	Advice,
	consoleProgress as progress,
	elapsed,
	runMain,
} from './services/progress';
import type { Server, Site } from './services/wordpress';
import { installSite, serveSite } from './services/wordpress';
import { fetchCore } from './services/wordpress-core';

const usage = `npm start                          the site of last time, or a new one
npm start -- --reset               a new one
npm start -- --wordpress=6.8       another version, with a site of its own
npm start -- --port=8890           another port; where it's taken, the next one
npm start -- --empty               no demo contacts (with --reset, or the first time)
npm start -- --with-contact-form-7 installs that plugin from WordPress' own site
npm start -- --no-build            while "npm run dev" builds
npm start -- --playground          without PHP on this machine (slower)
`;

interface Options {
	wordpress: string;
	port: number;
	reset: boolean;
	empty: boolean;
	withContactForm7: boolean;
}

runMain( async () => {
	const { values } = parseArgs( {
		options: {
			wordpress: { type: 'string', default: 'latest' },
			port: { type: 'string', default: '8888' },
			reset: { type: 'boolean', default: false },
			empty: { type: 'boolean', default: false },
			'with-contact-form-7': { type: 'boolean', default: false },
			playground: { type: 'boolean', default: false },
			'no-build': { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	} );
	if ( values.help ) {
		process.stdout.write( usage );
		return;
	}
	const port = Number( values.port );
	if ( ! Number.isInteger( port ) || port < 1 || port > 65535 ) {
		throw new Advice( '--port is a number from 1 to 65535.' );
	}
	const options: Options = {
		wordpress: values.wordpress,
		port,
		reset: values.reset,
		empty: values.empty,
		withContactForm7: values[ 'with-contact-form-7' ],
	};

	if ( ! values[ 'no-build' ] ) {
		await ensureBuild( progress );
	}
	const isNative =
		! values.playground && ( isDebian() || ( await findPhp() ) !== null );
	const server = isNative
		? await startNative( options )
		: await startPlayground( { ...options, progress } );

	process.stdout.write( `
Steward is ready after ${ elapsed() }:

  ${ server.url }wp-admin/admin.php?page=steward

  sign in as          with the password "password"
${ team
	.map(
		( { login, first_name: first, last_name: last, role } ) =>
			`  ${ login.padEnd( 18 ) }  ${ first } ${ last }, ${ role.replace( 'steward_', '' ).replaceAll( '_', ' ' ) }`
	)
	.join( '\n' ) }

Ctrl+C stops it. "npm start" opens the same site again, "npm start -- --reset" a new one.
` );
	const code = await server.exited;
	if ( isStopping() ) {
		// By Ctrl+C, whose handler ends this process.
		return new Promise< never >( () => {} );
	}
	throw new Advice(
		`The server has ended${ code === null ? '' : ` (${ code })` }: see ${ server.logFile }`
	);
} );

/** By this machine's PHP, with the data in SQLite. */
async function startNative( options: Options ): Promise< Server > {
	const core = await fetchCore( options.wordpress, progress );
	const dir = path.join( cache, 'site', core.version );
	const mark = path.join( dir, '.ready' );
	const pidFile = path.join( dir, '.server-pid' );
	await stopLeftOver( pidFile, dir );

	let site: Site = { dir, database: { kind: 'sqlite' } };
	if ( options.reset || ! fs.existsSync( mark ) ) {
		progress.step( `Making a site with WordPress ${ core.version }` );
		site = await installSite( {
			dir,
			core,
			database: { kind: 'sqlite' },
			title: 'Steward demo',
			users: team,
			options: { show_avatars: 0 },
			progress,
		} );
		if ( ! options.empty ) {
			await loadDemo( site, progress );
		}
		fs.writeFileSync(
			mark,
			JSON.stringify( { contacts: options.empty ? 0 : demo.contacts } )
		);
	}
	const isOnline = options.withContactForm7 || ( await canReachWordPress() );
	if ( options.withContactForm7 ) {
		await addContactForm7( dir );
	}
	const server = await serveSite( site, {
		port: options.port,
		offline: ! isOnline,
		progress,
	} );
	noteService( pidFile, server.pid );
	if ( server.port !== options.port ) {
		progress.note(
			`Port ${ options.port } is taken: it's ${ server.port } this time.`
		);
	}
	return server;
}

/** Whether WordPress' own servers answer: without them its dashboard shouldn't try. */
async function canReachWordPress(): Promise< boolean > {
	return fetch( 'https://api.wordpress.org/', {
		method: 'HEAD',
		signal: AbortSignal.timeout( 2000 ),
	} ).then(
		() => true,
		() => false
	);
}

async function addContactForm7( dir: string ): Promise< void > {
	const plugins = path.join( dir, 'wp-content/plugins' );
	if ( fs.existsSync( path.join( plugins, 'contact-form-7' ) ) ) {
		return;
	}
	progress.step( 'Fetching Contact Form 7' );
	const answer = await fetch(
		'https://downloads.wordpress.org/plugin/contact-form-7.latest-stable.zip',
		{
			signal: AbortSignal.timeout( 60_000 ),
		}
	).catch( () => null );
	if ( ! answer?.ok ) {
		progress.note(
			"It can't be had: WordPress' own site isn't reachable."
		);
		return;
	}
	new AdmZip( Buffer.from( await answer.arrayBuffer() ) ).extractAllTo(
		plugins
	);
	progress.note( 'Activate it on the Plugins screen.' );
}
