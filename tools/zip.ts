/**
 * npm run zip: the plugin as it is installed, artifacts/steward.zip. Holds what package.json's "files" names.
 */
import fs from 'node:fs';
import path from 'node:path';
import AdmZip from 'adm-zip';
import { ensureBuild } from './services/build';
import { artifacts, root } from './services/paths';
import { consoleProgress as progress, runMain } from './services/progress';

runMain( async () => {
	await ensureBuild( progress );
	const { files, version } = JSON.parse(
		fs.readFileSync( path.join( root, 'package.json' ), 'utf8' )
	) as {
		files: string[];
		version: string;
	};
	const zip = new AdmZip();
	let count = 0;
	const add = ( name: string ) => {
		const file = path.join( root, name );
		if ( fs.statSync( file ).isDirectory() ) {
			fs.readdirSync( file )
				.filter(
					( entry ) =>
						! entry.startsWith( '.' ) && ! entry.endsWith( '.map' )
				)
				.sort()
				.forEach( ( entry ) => add( path.join( name, entry ) ) );
		} else {
			zip.addFile(
				`steward/${ name.split( path.sep ).join( '/' ) }`,
				fs.readFileSync( file )
			);
			count++;
		}
	};
	for ( const name of files ) {
		if ( fs.existsSync( path.join( root, name ) ) ) {
			add( name );
		} else {
			progress.note( `There is no ${ name }.` );
		}
	}
	fs.mkdirSync( artifacts, { recursive: true } );
	const target = path.join( artifacts, 'steward.zip' );
	zip.writeZip( target );
	const size = ( fs.statSync( target ).size / 1e6 ).toFixed( 1 );
	process.stdout.write(
		`${ path.relative( root, target ) }: Steward ${ version }, ${ count } files, ${ size } MB\n`
	);
} );
