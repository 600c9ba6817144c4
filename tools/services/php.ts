import fs from 'node:fs';
import path from 'node:path';
import {
	ensureCommand,
	installDebianPackages,
	installedDebianPackages,
	isDebian,
} from './debian';
import { root } from './paths';
import type { Progress } from './progress';
import { Advice } from './progress';
import { run, which } from './process';

export interface Php {
	/** The command's full path. */
	command: string;
	/** For example "8.2.36". */
	version: string;
	extensions: string[];
}

const oldest = [ 8, 1 ] as const;

/** What WordPress needs or strongly wants; the databases' come on top. */
const always = [ 'mbstring', 'dom', 'simplexml', 'curl', 'gd', 'zip', 'json' ];

/** Which Debian package holds an extension, where the names differ. */
const debianPackages: Record< string, string > = {
	dom: 'xml',
	simplexml: 'xml',
	pdo_sqlite: 'sqlite3',
	mysqli: 'mysql',
	json: 'common',
};

async function describe( command: string ): Promise< Php | null > {
	const { code, stdout } = await run(
		command,
		[
			'-r',
			'echo json_encode([PHP_VERSION, array_map("strtolower", get_loaded_extensions())]);',
		],
		{ allowFailure: true }
	);
	if ( code !== 0 ) {
		return null;
	}
	const [ version, extensions ] = JSON.parse( stdout ) as [
		string,
		string[],
	];
	const [ major = 0, minor = 0 ] = version.split( '.' ).map( Number );
	const isNewEnough =
		major > oldest[ 0 ] ||
		( major === oldest[ 0 ] && minor >= oldest[ 1 ] );
	return isNewEnough ? { command, version, extensions } : null;
}

/** The PHP ≥ 8.1 on this machine, or null. The variable PHP names another one than the one in PATH. */
export async function findPhp(): Promise< Php | null > {
	const names = [
		process.env.PHP,
		'php',
		'php8.5',
		'php8.4',
		'php8.3',
		'php8.2',
		'php8.1',
	];
	for ( const name of names ) {
		const command = name && ( name.includes( '/' ) ? name : which( name ) );
		const php = command ? await describe( command ) : null;
		if ( php ) {
			return php;
		}
	}
	return null;
}

/**
 * A PHP ≥ 8.1 with these extensions; installs what is missing where it can (Debian).
 * @param extensions Beyond those that every WordPress needs: "pdo_sqlite", "mysqli".
 * @param progress
 * @throws Advice that says what to install.
 */
export async function ensurePhp(
	extensions: readonly string[],
	progress: Progress
): Promise< Php > {
	const wanted = [ ...always, ...extensions ];
	const missingOf = ( php: Php ) =>
		wanted.filter( ( name ) => ! php.extensions.includes( name ) );
	const toPackages = ( missing: string[], prefix: string ) => [
		...new Set(
			missing.map(
				( name ) => `${ prefix }-${ debianPackages[ name ] ?? name }`
			)
		),
	];

	let php = await findPhp();
	if ( ! php ) {
		await installDebianPackages(
			[
				'php-cli',
				...toPackages( wanted, 'php' ).filter(
					( name ) => name !== 'php-common'
				),
			],
			'To run WordPress PHP 8.1 or newer is needed, and',
			progress
		);
		php = await findPhp();
	} else if ( missingOf( php ).length ) {
		const prefix = `php${ php.version.split( '.' ).slice( 0, 2 ).join( '.' ) }`;
		// Its other packages too: all must be of one version, and apt doesn't see to that.
		const present = isDebian()
			? await installedDebianPackages( `${ prefix }-*` )
			: [];
		await installDebianPackages(
			[ ...toPackages( missingOf( php ), prefix ), ...present ],
			'To run WordPress some of PHP',
			progress
		);
		php = await findPhp();
	}
	if ( ! php ) {
		throw new Advice( 'PHP 8.1 or newer is needed.' );
	}
	const missing = missingOf( php );
	if ( missing.length ) {
		throw new Advice(
			`PHP's extensions ${ missing.join( ', ' ) } are needed by ${ php.command }.`
		);
	}
	return php;
}

/** Arguments that make a PHP process fast and its errors visible, whatever the machine's php.ini says. */
export function phpArguments(
	settings: Record< string, string | number > = {}
): string[] {
	const all = {
		memory_limit: '512M',
		'opcache.enable_cli': 1,
		'opcache.memory_consumption': 128,
		'opcache.max_accelerated_files': 20000,
		display_errors: 'stderr',
		error_reporting: 32767,
		'date.timezone': 'UTC',
		...settings,
	};
	return Object.entries( all ).flatMap( ( [ name, value ] ) => [
		'-d',
		`${ name }=${ value }`,
	] );
}

/** Makes sure that the development packages of composer.json are there; fetches them when they changed. */
export async function ensureComposerPackages(
	progress: Progress
): Promise< void > {
	const manifest = fs.readFileSync(
		path.join( root, 'composer.json' ),
		'utf8'
	);
	const mark = path.join( root, 'vendor', '.installed-for' );
	if (
		fs.existsSync( mark ) &&
		fs.readFileSync( mark, 'utf8' ) === manifest
	) {
		return;
	}
	const php = await ensurePhp( [], progress );
	const composer = await ensureCommand(
		'composer',
		'composer',
		'To fetch the PHP tools',
		progress
	);
	progress.step( 'Fetching the PHP tools (Composer)' );
	// Not "install": where no lock is written, an old vendor folder would stay as it is.
	await run(
		php.command,
		[
			'-d',
			'memory_limit=-1',
			composer,
			'update',
			'--no-interaction',
			'--no-progress',
			'--quiet',
		],
		{ cwd: root, env: { COMPOSER_ALLOW_SUPERUSER: '1' } }
	);
	fs.writeFileSync( mark, manifest );
}
