import fs from 'node:fs';
import path from 'node:path';
import { demo } from '../demo';
import { tellStory } from '../demo/story';
import { team } from '../demo/team';
import { cache, root } from './paths';
import type { Progress } from './progress';
import { freePort, readEnd, startService, waitUntil } from './process';
import type { Server } from './wordpress';
import { makeContentDir } from './wordpress';
import { fetchCore } from './wordpress-core';

/**
 * Serves WordPress, Steward and the demo by WordPress Playground: PHP compiled to WebAssembly. Nothing but Node is
 * needed; a page takes a second or two.
 * @param options
 * @param options.wordpress "latest", a branch or a version.
 * @param options.port      Or the next that is free.
 * @param options.reset     Begin anew.
 * @param options.empty     No demo contacts.
 * @param options.progress
 */
export async function startPlayground( options: {
	wordpress: string;
	port: number;
	reset: boolean;
	empty: boolean;
	progress: Progress;
} ): Promise< Server > {
	const { progress } = options;
	const core = await fetchCore( options.wordpress, progress );
	const dir = path.join( cache, 'playground', core.version );
	const wordpress = path.join( dir, 'wordpress' );
	const input = path.join( dir, 'input' );
	const mark = path.join( dir, '.ready' );
	const isNew = options.reset || ! fs.existsSync( mark );
	const steps: unknown[] = [];

	if ( isNew ) {
		progress.step(
			`Making a site with WordPress ${ core.version } in Playground (a minute or two)`
		);
		fs.rmSync( dir, { recursive: true, force: true } );
		fs.mkdirSync( input, { recursive: true } );
		fs.cpSync( core.dir, wordpress, { recursive: true } );
		const content = path.join( wordpress, 'wp-content' );
		const themes = path.join( content, 'themes' );
		const hasTheme = fs.existsSync(
			path.join( themes, 'twentytwentyfive' )
		);
		// Playground brings its own SQLite drop-in; the links are mounts there.
		if ( ! hasTheme ) {
			makeContentDir( content, {
				database: {
					kind: 'mariadb',
					address: '',
					name: '',
					user: '',
					password: '',
				},
			} );
			fs.unlinkSync( path.join( content, 'plugins/steward' ) );
		}
		fs.mkdirSync( path.join( content, 'plugins/steward' ), {
			recursive: true,
		} );
		const setup = {
			plugins: [ 'steward/plugin.php' ],
			users: team,
			theme: hasTheme ? 'twentytwentyfive' : 'steward-plain',
		};
		const script = ( file: string, data: unknown ) => {
			const name = `${ path.basename( file, '.php' ) }.json`;
			fs.writeFileSync(
				path.join( input, name ),
				JSON.stringify( data )
			);
			steps.push( {
				step: 'runPHP',
				code: `<?php chdir( '/wordpress' ); set_time_limit( 0 ); putenv( 'STEWARD_INPUT=/input/${ name }' ); require '/wordpress/wp-content/plugins/steward/tools/${ file }';`,
			} );
		};
		steps.push( {
			step: 'setSiteOptions',
			options: {
				permalink_structure: '/%postname%/',
				show_avatars: 0,
				blogname: 'Steward demo',
			},
		} );
		script( 'site/setup.php', setup );
		if ( ! options.empty ) {
			script(
				'demo/load.php',
				tellStory( { ...demo, now: Math.floor( Date.now() / 1000 ) } )
			);
		}
	} else {
		progress.step( 'Opening the site of last time in Playground' );
	}

	fs.writeFileSync(
		path.join( dir, 'blueprint.json' ),
		JSON.stringify( { steps } )
	);
	const port = await freePort( options.port );
	const logFile = path.join( dir, 'server.log' );
	fs.rmSync( logFile, { force: true } );
	const service = startService(
		process.execPath,
		[
			path.join( root, 'node_modules/.bin/wp-playground-cli' ),
			'server',
			`--port=${ port }`,
			'--php=8.2',
			'--login',
			'--wordpress-install-mode=install-from-existing-files-if-needed',
			`--blueprint=${ path.join( dir, 'blueprint.json' ) }`,
			`--mount-before-install=${ wordpress }:/wordpress`,
			`--mount-before-install=${ input }:/input`,
			`--mount-before-install=${ root }:/wordpress/wp-content/plugins/steward`,
			'--workers=2',
		],
		{ logFile }
	);
	const url = `http://127.0.0.1:${ port }/`;
	try {
		await waitUntil(
			async () => {
				const answer = await fetch( `${ url }wp-json/steward/v1/`, {
					signal: AbortSignal.timeout( 60_000 ),
				} );
				return answer.ok;
			},
			{ timeout: 600_000, service, what: 'Playground' }
		);
	} catch ( error ) {
		await service.stop();
		throw new Error(
			`${ ( error as Error ).message }\n${ readEnd( logFile ) }`,
			{ cause: error }
		);
	}
	fs.writeFileSync( mark, '' );
	return {
		url,
		port,
		pid: service.pid,
		logFile,
		stop: () => service.stop(),
		exited: service.exited,
	};
}
