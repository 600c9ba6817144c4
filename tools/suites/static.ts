import fs from 'node:fs';
import path from 'node:path';
import { ensureBuild } from '../services/build';
import { root } from '../services/paths';
import { ensureComposerPackages, ensurePhp } from '../services/php';
import type { Environment } from './environment';
import type { Outcome, Suite } from './outcome';
import { oneCheck } from './outcome';

/** The checks of the source, each a tool's exit code. */

async function tool(
	environment: Environment,
	name: string,
	args: readonly string[]
): Promise< Outcome > {
	const command = path.join( root, 'node_modules/.bin', name );
	const heading = [ name, args[ 0 ] ].join( ' ' );
	return oneCheck(
		( await environment.show( heading, command, args ) ) === 0
	);
}

async function phpTool(
	environment: Environment,
	args: readonly [ string, ...string[] ]
): Promise< Outcome > {
	const { progress } = environment;
	const php = await ensurePhp( [], progress );
	await ensureComposerPackages( progress );
	return oneCheck(
		( await environment.show( args[ 0 ], php.command, args ) ) === 0
	);
}

/** Those of these folders and files that are there. */
function present( ...names: string[] ): string[] {
	return names.filter( ( name ) => fs.existsSync( path.join( root, name ) ) );
}

/** Whether a folder has a file with this ending, at any depth. */
function holds( folder: string, ending: string ): boolean {
	return (
		fs.existsSync( path.join( root, folder ) ) &&
		fs
			.readdirSync( path.join( root, folder ), { recursive: true } )
			.some( ( name ) => String( name ).endsWith( ending ) )
	);
}

export const types: Suite = {
	title: 'TypeScript: types',
	run: ( environment ) => tool( environment, 'tsc', [ '--noEmit' ] ),
};

export const eslint: Suite = {
	title: 'ESLint',
	run: ( environment ) =>
		tool( environment, 'wp-scripts', [
			'lint-js',
			...present( 'src', 'tools', 'tests', 'benchmarks' ),
			...configs(),
		] ),
};

function configs(): string[] {
	return present(
		'playwright.config.ts',
		'webpack.config.js',
		'jest.config.js',
		'eslint.config.cjs'
	);
}

export const stylelint: Suite = {
	title: 'Stylelint',
	async run( environment ) {
		if ( ! holds( 'src', '.scss' ) ) {
			throw new Error( 'There are no style sheets.' );
		}
		return tool( environment, 'wp-scripts', [
			'lint-style',
			'src/**/*.scss',
		] );
	},
};

export const phpcs: Suite = {
	title: 'PHP_CodeSniffer: WordPress coding standards',
	run: ( environment ) =>
		phpTool( environment, [ 'vendor/bin/phpcs', '-q' ] ),
};

export const phpstan: Suite = {
	title: 'PHPStan: level max',
	run: ( environment ) =>
		phpTool( environment, [
			'vendor/bin/phpstan',
			'analyse',
			'--no-progress',
			'--no-interaction',
			'--memory-limit=1G',
		] ),
};

export const build: Suite = {
	title: 'Production build',
	async run( { progress } ) {
		await ensureBuild( progress );
		const folder = path.join( root, 'build' );
		// Scripts that WordPress 6.8 doesn't have: it would leave ours out without a word.
		const unknown = fs
			.readdirSync( folder )
			.filter( ( name ) => name.endsWith( '.asset.php' ) )
			.flatMap( ( name ) =>
				[ 'wp-theme', 'wp-private-apis' ]
					.filter( ( handle ) =>
						fs
							.readFileSync( path.join( folder, name ), 'utf8' )
							.includes( `'${ handle }'` )
					)
					.map( ( handle ) => `${ name } depends on ${ handle }` )
			);
		process.stdout.write(
			unknown.length
				? `${ unknown.join( '\n' ) }\n`
				: 'Depends on nothing newer than WordPress 6.8.\n'
		);
		return oneCheck( unknown.length === 0 );
	},
};
