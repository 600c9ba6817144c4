/**
 * npm test: every check and test of the project, or those that are named.
 *
 *   npm test                                   everything
 *   npm test -- unit integration               these suites
 *   npm test -- integration --filter=Claim     these tests of a suite (PHPUnit, Jest, Playwright)
 *   npm test -- integration e2e --wordpress=6.8 --database=sqlite --multisite
 *   npm test -- integration races --server=mysql://user:password@127.0.0.1:3306   on a server that is there already
 *
 * Installs what is missing and says so. Ends with "N passed, N failed"; fails when a suite ran no test.
 */
import { parseArgs } from 'node:util';
import { Advice, consoleProgress, elapsed, runMain } from './services/progress';
import { stopAll } from './services/process';
import { Environment } from './suites/environment';
import { alone, suites } from './suites';
import type { Outcome, Suite } from './suites/outcome';

interface Ended {
	name: string;
	outcome: Outcome;
	seconds: string;
}

/** Parts of the run, one after another: a suite alone, or some that may run beside each other. */
function parts( names: string[] ): string[][] {
	const all: string[][] = [];
	for ( const name of names ) {
		const last = all.at( -1 );
		if (
			last &&
			! alone.includes( name ) &&
			! alone.includes( last[ 0 ]! )
		) {
			last.push( name );
		} else {
			all.push( [ name ] );
		}
	}
	return all;
}

/** Runs a suite; whatever goes wrong is a failure of it. */
async function runSuite(
	name: string,
	environment: Environment
): Promise< Ended > {
	const suite = suites[ name ] as Suite;
	process.stdout.write( `\n━━ ${ suite.title } (${ name })\n` );
	const began = Date.now();
	let outcome: Outcome;
	try {
		outcome = await suite.run( environment );
		if ( outcome.passed + outcome.failed === 0 ) {
			process.stdout.write( '✘ No test ran.\n' );
			outcome.failed = 1;
		}
	} catch ( error ) {
		process.stdout.write(
			`✘ ${ error instanceof Error ? error.message : String( error ) }\n`
		);
		outcome = { passed: 0, failed: 1, skipped: 0 };
	}
	return { name, outcome, seconds: elapsed( began ) };
}

runMain( async () => {
	const { values, positionals } = parseArgs( {
		allowPositionals: true,
		options: {
			wordpress: { type: 'string', default: 'latest' },
			database: { type: 'string', default: 'mariadb' },
			multisite: { type: 'boolean', default: false },
			server: { type: 'string' },
			filter: { type: 'string' },
			help: { type: 'boolean', default: false },
		},
	} );
	const names = Object.keys( suites );
	if ( values.help ) {
		process.stdout.write(
			`npm test -- [${ names.join( '|' ) } …] [--wordpress=VERSION] [--database=mariadb|sqlite] [--multisite] [--server=mysql://USER:PASSWORD@HOST:PORT] [--filter=WORDS]\n`
		);
		return;
	}
	const unknown = positionals.filter( ( name ) => ! names.includes( name ) );
	if ( unknown.length ) {
		throw new Advice(
			`No suite is called ${ unknown.join( ', ' ) }. There are: ${ names.join( ', ' ) }.`
		);
	}
	if ( values.database !== 'mariadb' && values.database !== 'sqlite' ) {
		throw new Advice( '--database is mariadb or sqlite.' );
	}
	const environment = new Environment( {
		wordpress: values.wordpress,
		database: values.database,
		multisite: values.multisite,
		server: values.server ? new URL( values.server ) : undefined,
		filter: values.filter,
		progress: consoleProgress,
	} );

	const wanted = positionals.length
		? names.filter( ( name ) => positionals.includes( name ) )
		: names;
	const outcomes: Ended[] = [];
	try {
		for ( const part of parts( wanted ) ) {
			environment.isShared = part.length > 1;
			const lane = async (): Promise< void > => {
				for (
					let name = part.shift();
					name !== undefined;
					name = part.shift()
				) {
					outcomes.push( await runSuite( name, environment ) );
				}
			};
			await Promise.all( [ lane(), lane() ] );
		}
	} finally {
		await environment.close();
		await stopAll();
	}

	process.stdout.write( `\n━━ Result\n` );
	const total: Outcome = { passed: 0, failed: 0, skipped: 0 };
	for ( const { name, outcome, seconds } of outcomes ) {
		total.passed += outcome.passed;
		total.failed += outcome.failed;
		total.skipped += outcome.skipped;
		process.stdout.write(
			`${ outcome.failed ? '✘' : '✔' } ${ name.padEnd( 12 ) }${ String( outcome.passed ).padStart( 6 ) } passed` +
				`${ outcome.failed ? `, ${ outcome.failed } failed` : '' }${
					outcome.skipped ? `, ${ outcome.skipped } skipped` : ''
				}, ${ seconds }\n`
		);
	}
	process.stdout.write(
		`\n${ total.passed } passed, ${ total.failed } failed${ total.skipped ? `, ${ total.skipped } skipped` : '' }\n`
	);
	return total.failed ? 1 : 0;
} );
