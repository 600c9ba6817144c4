import fs from 'node:fs';
import path from 'node:path';
import AdmZip from 'adm-zip';
import { isDebian } from './debian';
import { cache } from './paths';
import type { Progress } from './progress';
import { Advice, elapsed } from './progress';
import { run, which } from './process';

/** An unpacked WordPress without configuration, shared by all sites: never write into it. */
export interface Core {
	version: string;
	dir: string;
}

const folder = path.join( cache, 'wordpress' );

/** Which version was the latest when last asked. */
const latest = path.join( folder, 'latest' );

/** Whether it's time to ask again. */
function isOld(): boolean {
	return Date.now() - fs.statSync( latest ).mtimeMs > 30 * 24 * 3600 * 1000;
}

/** The bundled themes and plugins aside, each of these must be there. */
const proof = [
	'wp-settings.php',
	'wp-includes/version.php',
	'wp-admin/admin.php',
	'wp-includes/js/dist/components.min.js',
];

/**
 * A WordPress of this version, from the cache where it's there, else from WordPress' own site, else from Debian.
 * @param wanted   "latest", a branch as "6.8" or a version as "6.8.7".
 * @param progress
 * @throws Advice when it can't be had.
 */
export async function fetchCore(
	wanted: string,
	progress: Progress
): Promise< Core > {
	const cached = findCached( wanted );
	if ( cached && ! ( wanted === 'latest' && isOld() ) ) {
		return cached;
	}
	fs.mkdirSync( folder, { recursive: true } );
	const core =
		( await fromItsSite( wanted, progress ) ) ??
		( isDebian() && which( 'dpkg' )
			? await fromDebian( wanted, progress )
			: null ) ??
		cached;
	if ( core && wanted === 'latest' ) {
		fs.writeFileSync( latest, core.version );
	}
	if ( ! core ) {
		throw new Advice(
			`WordPress ${ wanted } can't be had: its own site isn't reachable${
				isDebian() ? " and Debian's packages don't have it" : ''
			}. ` +
				`Unpack it into ${ path.relative( process.cwd(), folder ) }/<version>, so that wp-settings.php lies there, and try again.`
		);
	}
	return core;
}

/** Whether a version is the wanted one. */
function fits( version: string, wanted: string ): boolean {
	return wanted === 'latest'
		? /^[\d.]+$/.test( version )
		: version === wanted || version.startsWith( `${ wanted }.` );
}

/** The newest cached version that fits, or null. */
function findCached( wanted: string ): Core | null {
	if ( wanted === 'latest' ) {
		return fs.existsSync( latest )
			? findCached( fs.readFileSync( latest, 'utf8' ).trim() )
			: null;
	}
	if ( ! fs.existsSync( folder ) ) {
		return null;
	}
	const version = fs
		.readdirSync( folder )
		.filter(
			( name ) =>
				fits( name, wanted ) &&
				proof.every( ( file ) =>
					fs.existsSync( path.join( folder, name, file ) )
				)
		)
		.sort( compareVersions )
		.pop();
	return version ? { version, dir: path.join( folder, version ) } : null;
}

/** Orders "6.8.10" after "6.8.9". */
function compareVersions( a: string, b: string ): number {
	return a.localeCompare( b, 'en', { numeric: true } );
}

/** What WordPress calls itself in wp-includes/version.php. */
function versionOf( dir: string ): string {
	const source = fs.readFileSync(
		path.join( dir, 'wp-includes/version.php' ),
		'utf8'
	);
	const version = /\$wp_version\s*=\s*'([^']+)'/.exec( source )?.[ 1 ];
	if ( ! version ) {
		throw new Error( `No version in ${ dir }/wp-includes/version.php` );
	}
	return version;
}

/** Moves a complete folder to its place in the cache: half a WordPress is never seen there. */
function keep( dir: string ): Core {
	const missing = proof.filter(
		( file ) => ! fs.existsSync( path.join( dir, file ) )
	);
	if ( missing.length ) {
		throw new Error( `This WordPress lacks ${ missing.join( ', ' ) }.` );
	}
	const version = versionOf( dir );
	const place = path.join( folder, version );
	fs.rmSync( place, { recursive: true, force: true } );
	fs.renameSync( dir, place );
	return { version, dir: place };
}

async function fromItsSite(
	wanted: string,
	progress: Progress
): Promise< Core | null > {
	const answer = await fetch(
		'https://api.wordpress.org/core/stable-check/1.0/',
		{
			signal: AbortSignal.timeout( 4000 ),
		}
	).catch( () => null );
	if ( ! answer?.ok ) {
		return null;
	}
	// {"6.8.1": "outdated", …, "7.1.4": "latest"}
	const versions = ( await answer.json() ) as Record< string, string >;
	const version = Object.keys( versions )
		.filter( ( name ) =>
			wanted === 'latest'
				? versions[ name ] === 'latest'
				: fits( name, wanted )
		)
		.sort( compareVersions )
		.pop();
	if ( ! version ) {
		return null;
	}
	progress.step( `Fetching WordPress ${ version }` );
	const download = await fetch(
		`https://wordpress.org/wordpress-${ version }.zip`,
		{
			signal: AbortSignal.timeout( 180_000 ),
		}
	).catch( () => null );
	if ( ! download?.ok ) {
		progress.note( 'Its own site answers, but the download failed.' );
		return null;
	}
	const temporary = fs.mkdtempSync( path.join( folder, '.unpacking-' ) );
	try {
		new AdmZip( Buffer.from( await download.arrayBuffer() ) ).extractAllTo(
			temporary
		);
		const core = keep( path.join( temporary, 'wordpress' ) );
		return core;
	} finally {
		fs.rmSync( temporary, { recursive: true, force: true } );
	}
}

/** The releases that are asked, newest first. */
const suites = [ 'sid', 'trixie', 'bookworm' ];

/** WordPress' package and the packages whose files it links to. */
const packages = [
	'libjs-cropper',
	'libjs-jquery-ui',
	'libjs-lodash',
	'libjs-underscore',
	'libphp-phpmailer',
	'php-getid3',
	'ca-certificates',
];

async function fromDebian(
	wanted: string,
	progress: Progress
): Promise< Core | null > {
	const began = Date.now();
	const mirror = await debianMirror();
	for ( const suite of suites ) {
		const work = fs.mkdtempSync( path.join( folder, '.debian-' ) );
		try {
			progress.step(
				`Looking for WordPress ${ wanted } among the packages of Debian ${ suite }`
			);
			const apt = await temporaryApt( work, mirror, suite );
			const { stdout } = await apt( 'apt-cache', 'madison', 'wordpress' );
			// wordpress | 7.1.4+dfsg1-1 | https://… sid/main amd64 Packages
			const version = stdout.split( '|' )[ 1 ]?.trim() ?? '';
			if ( ! fits( version.replace( /[^\d.].*$/, '' ), wanted ) ) {
				continue;
			}
			progress.step( `Fetching WordPress ${ version } (Debian)` );
			await apt(
				'apt-get',
				'download',
				`wordpress=${ version }`,
				...packages
			);
			const core = keep( await unpack( work ) );
			progress.note( `done in ${ elapsed( began ) }` );
			return core;
		} catch ( error ) {
			progress.note(
				`That didn't work: ${ ( error as Error ).message.slice( 0, 500 ) }`
			);
		} finally {
			fs.rmSync( work, { recursive: true, force: true } );
		}
	}
	return null;
}

/** Where this system's own packages come from. */
async function debianMirror(): Promise< string > {
	const { stdout } = await run(
		'apt-get',
		[
			'indextargets',
			'--format',
			'$(REPO_URI) $(ORIGIN) $(LABEL)',
			'Created-By: Packages',
		],
		{ allowFailure: true }
	);
	const uri = stdout
		.split( '\n' )
		.map( ( line ) => line.split( ' ' )[ 0 ] ?? '' )
		.find( ( candidate ) => /\/debian\/?$/.test( candidate ) );
	return uri ?? 'http://deb.debian.org/debian';
}

/** apt with lists, cache and sources of its own, for one release: the system's own settings stay as they are. */
async function temporaryApt( work: string, mirror: string, suite: string ) {
	for ( const name of [
		'lists/partial',
		'cache/archives/partial',
		'state',
	] ) {
		fs.mkdirSync( path.join( work, name ), { recursive: true } );
	}
	fs.writeFileSync(
		path.join( work, 'sources.list' ),
		`deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] ${ mirror } ${ suite } main\n`
	);
	fs.writeFileSync( path.join( work, 'state/status' ), '' );
	const settings = [
		`Dir::Etc::sourcelist=${ work }/sources.list`,
		'Dir::Etc::sourceparts=-',
		`Dir::State::Lists=${ work }/lists`,
		`Dir::State::status=${ work }/state/status`,
		`Dir::Cache=${ work }/cache`,
		'APT::Get::List-Cleanup=0',
		'Acquire::Languages=none',
		// The folder belongs to whoever runs this, not to _apt.
		'APT::Sandbox::User=root',
		'Debug::NoLocking=1',
	].flatMap( ( setting ) => [ '-o', setting ] );
	const apt = ( command: string, ...args: string[] ) =>
		run( command, [ ...settings, '-q', ...args ], {
			cwd: work,
			timeout: 300_000,
		} );
	await apt( 'apt-get', 'update' );
	return apt;
}

/** Unpacks the packages and gathers WordPress from their links. */
async function unpack( work: string ): Promise< string > {
	const system = path.join( work, 'root' );
	for ( const name of fs
		.readdirSync( work )
		.filter( ( file ) => file.endsWith( '.deb' ) ) ) {
		await run( 'dpkg', [ '-x', path.join( work, name ), system ] );
	}
	const source = path.join( system, 'usr/share/wordpress' );
	// Where Debian shares a file it puts an absolute link: let it point into the unpacked folder.
	const rebase = ( dir: string ) => {
		for ( const entry of fs.readdirSync( dir, { withFileTypes: true } ) ) {
			const file = path.join( dir, entry.name );
			if ( entry.isSymbolicLink() ) {
				const target = fs.readlinkSync( file );
				if ( path.isAbsolute( target ) ) {
					fs.unlinkSync( file );
					fs.symlinkSync( path.join( system, target ), file );
				}
			} else if ( entry.isDirectory() ) {
				rebase( file );
			}
		}
	};
	rebase( system );
	// Debian's own configuration, which would be found before a site's.
	for ( const name of [
		'wp-config.php',
		'.htaccess',
		'wp-content/languages',
	] ) {
		fs.rmSync( path.join( source, name ), {
			recursive: true,
			force: true,
		} );
	}
	const bundle = path.join(
		source,
		'wp-includes/certificates/ca-bundle.crt'
	);
	fs.rmSync( bundle, { force: true } );
	fs.mkdirSync( path.dirname( bundle ), { recursive: true } );
	const certificates = path.join(
		system,
		'usr/share/ca-certificates/mozilla'
	);
	fs.writeFileSync(
		bundle,
		fs
			.readdirSync( certificates )
			.map( ( name ) =>
				fs.readFileSync( path.join( certificates, name ), 'utf8' )
			)
			.join( '' )
	);
	dropBrokenLinks( source );
	const place = path.join( work, 'wordpress' );
	await run( 'cp', [ '-aL', source, place ] );
	return place;
}

/** Links to what Debian leaves to other packages, such as fonts of an old theme. */
function dropBrokenLinks( dir: string ): void {
	for ( const entry of fs.readdirSync( dir, { withFileTypes: true } ) ) {
		const file = path.join( dir, entry.name );
		if ( entry.isSymbolicLink() && ! fs.existsSync( file ) ) {
			fs.unlinkSync( file );
		} else if ( entry.isDirectory() ) {
			dropBrokenLinks( file );
		}
	}
}
