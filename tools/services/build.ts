import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './paths';
import type { Progress } from './progress';
import { elapsed } from './progress';
import { run } from './process';

const build = path.join( root, 'build' );
const mark = path.join( build, '.sources' );

/** A digest of all that the bundles are made from. */
function digest(): string {
	const hash = createHash( 'sha256' );
	const add = ( file: string ) => {
		hash.update( path.relative( root, file ) );
		hash.update( fs.readFileSync( file ) );
	};
	for ( const name of [
		'package-lock.json',
		'webpack.config.js',
		'tsconfig.json',
	] ) {
		add( path.join( root, name ) );
	}
	for ( const entry of fs
		.readdirSync( path.join( root, 'src' ), {
			recursive: true,
			withFileTypes: true,
		} )
		.filter( ( file ) => file.isFile() )
		.map( ( file ) => path.join( file.parentPath, file.name ) )
		.filter(
			( file ) => ! file.includes( `${ path.sep }test${ path.sep }` )
		)
		.sort() ) {
		add( entry );
	}
	return hash.digest( 'hex' );
}

/**
 * Builds the scripts and styles for production, unless they are built from the present sources.
 * @param progress
 * @throws CommandError with webpack's words.
 */
export async function ensureBuild( progress: Progress ): Promise< void > {
	const wanted = digest();
	const outputs = [ 'admin.js', 'admin.css', 'admin.asset.php' ];
	if (
		fs.existsSync( mark ) &&
		fs.readFileSync( mark, 'utf8' ) === wanted &&
		outputs.every( ( name ) => fs.existsSync( path.join( build, name ) ) )
	) {
		return;
	}
	const began = Date.now();
	progress.step(
		'Building the scripts and styles (about 40 s the first time)'
	);
	await run( path.join( root, 'node_modules/.bin/wp-scripts' ), [ 'build' ], {
		cwd: root,
		env: { NODE_ENV: 'production' },
	} );
	fs.writeFileSync( mark, wanted );
	progress.note( `done in ${ elapsed( began ) }` );
}
