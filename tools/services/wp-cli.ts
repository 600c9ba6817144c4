import fs from 'node:fs';
import path from 'node:path';
import { ensureCommand } from './debian';
import { root } from './paths';
import { ensurePhp } from './php';
import { run } from './process';
import type { Progress } from './progress';

/** WP-CLI, in a folder of its own: what it requires doesn't go together with what the plugin's tools require. */

const dir = path.join( root, 'tools/wp-cli' );

/** Makes sure that WP-CLI is there; fetches it when it is missing. */
export async function ensureWpCli( progress: Progress ): Promise< void > {
	if ( fs.existsSync( path.join( dir, 'vendor/bin/wp' ) ) ) {
		return;
	}
	const php = await ensurePhp( [], progress );
	const composer = await ensureCommand(
		'composer',
		'composer',
		'To fetch WP-CLI',
		progress
	);
	progress.step( 'Fetching WP-CLI (Composer)' );
	await run(
		php.command,
		[ composer, 'update', '--no-interaction', '--no-progress', '--quiet' ],
		{ cwd: dir, env: { COMPOSER_ALLOW_SUPERUSER: '1' } }
	);
}

/**
 * Runs it.
 *
 * @param site The folder of a site.
 * @param args What follows `wp`.
 */
export async function runWpCli(
	site: string,
	args: string[]
): Promise< { code: number; out: string; err: string } > {
	const { code, stdout, stderr } = await run(
		path.join( dir, 'vendor/bin/wp' ),
		[ '--allow-root', '--no-color', `--path=${ site }`, ...args ],
		{
			cwd: dir,
			allowFailure: true,
			env: {
				// It is older than the PHP it runs on: what that says of it is not for the screen.
				WP_CLI_PHP_ARGS: '-d display_errors=0 -d error_reporting=0',
				STEWARD_OFFLINE: '1',
			},
		}
	);
	const lines = ( text: string ) =>
		text
			.split( '\n' )
			.filter(
				( line ) =>
					! /^(PHP )?(Deprecated|Warning): .* in \S+ on line \d+/.test(
						line
					)
			)
			.join( '\n' )
			.trim();
	return { code, out: lines( stdout ), err: lines( stderr ) };
}
