import fs from 'node:fs';
import type { Progress } from './progress';
import { Advice } from './progress';
import { run, which } from './process';

/** Whether this system's packages are Debian's (or Ubuntu's). */
export function isDebian(): boolean {
	return (
		fs.existsSync( '/etc/debian_version' ) && which( 'apt-get' ) !== null
	);
}

/** The words that make a command run as root: none as root, sudo where it asks nothing, else null. */
async function asRoot(): Promise< string[] | null > {
	if ( process.getuid?.() === 0 ) {
		return [];
	}
	if ( which( 'sudo' ) ) {
		const { code } = await run( 'sudo', [ '-n', 'true' ], {
			allowFailure: true,
		} );
		return code === 0 ? [ 'sudo', '-n', 'env' ] : null;
	}
	return null;
}

const environment = [
	'DEBIAN_FRONTEND=noninteractive',
	// Tells invoke-rc.d to start no service.
	'RUNLEVEL=1',
];

let updated = false;

/**
 * Installs Debian packages.
 * @param packages Their names.
 * @param purpose  What for, in the message where they can't be installed: "To run WordPress".
 * @param progress
 * @throws Advice where this isn't Debian or nobody may install.
 */
export async function installDebianPackages(
	packages: readonly string[],
	purpose: string,
	progress: Progress
): Promise< void > {
	const root = isDebian() ? await asRoot() : null;
	if ( ! root ) {
		throw new Advice(
			isDebian()
				? `${ purpose } this is missing; please run:\n  sudo apt-get install ${ packages.join( ' ' ) }`
				: `${ purpose } this is missing on your system (the names are Debian's; use your package manager's): ${ packages.join(
						', '
					) }.`
		);
	}
	progress.step( `Installing ${ packages.join( ', ' ) } (Debian)` );
	const apt = ( ...args: string[] ) => {
		const words = [
			...root,
			...( root.length ? environment : [] ),
			'apt-get',
			...args,
		];
		return run( words[ 0 ] as string, words.slice( 1 ), {
			env: root.length
				? {}
				: Object.fromEntries(
						environment.map(
							( pair ) => pair.split( '=' ) as [ string, string ]
						)
					),
		} );
	};
	if ( ! updated ) {
		// A mirror of something else that is down is no reason to give up.
		await apt( '-qq', '-o', 'DPkg::Lock::Timeout=300', 'update' ).catch(
			() => {}
		);
		updated = true;
	}
	await apt(
		'-y',
		'-qq',
		'-o',
		'DPkg::Lock::Timeout=300',
		'-o',
		'Dpkg::Options::=--force-confold',
		'install',
		'--no-install-recommends',
		...packages
	);
}

/**
 * Those installed packages whose names match a pattern.
 * @param pattern As of dpkg-query, for example "php8.2-*".
 */
export async function installedDebianPackages(
	pattern: string
): Promise< string[] > {
	const { stdout } = await run(
		'dpkg-query',
		[ '-W', '-f', '${db:Status-Abbrev}${Package}\n', pattern ],
		{ allowFailure: true }
	);
	return stdout
		.split( '\n' )
		.filter( ( line ) => line.startsWith( 'ii ' ) )
		.map( ( line ) => line.slice( 3 ).trim() );
}

/**
 * The path of a command, after installing its Debian package where it's missing.
 * @param command    Its name, or several of which any will do.
 * @param debianName The package that holds it.
 * @param purpose    "To run WordPress".
 * @param progress
 */
export async function ensureCommand(
	command: string | readonly string[],
	debianName: string,
	purpose: string,
	progress: Progress
): Promise< string > {
	const names = typeof command === 'string' ? [ command ] : command;
	const find = () =>
		names.map( which ).find( ( found ) => found !== null ) ?? null;
	let found = find();
	if ( ! found ) {
		await installDebianPackages( [ debianName ], purpose, progress );
		found = find();
	}
	if ( ! found ) {
		throw new Advice(
			`${ purpose } ${ names.join( ' or ' ) } is needed, and isn't in PATH.`
		);
	}
	return found;
}
