import fs from 'node:fs';
import path from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { artifacts, cache, root } from '../services/paths';
import type { Php } from '../services/php';
import {
	ensureComposerPackages,
	ensurePhp,
	phpArguments,
} from '../services/php';
import { run } from '../services/process';
import type { Database } from '../services/wordpress';
import {
	databaseExtensions,
	fixturePlugins,
	makeContentDir,
} from '../services/wordpress';
import { fetchCore } from '../services/wordpress-core';
import type { Environment } from './environment';
import type { Outcome, Suite } from './outcome';

/** The tests in PHP, without and with a real WordPress. */

export const unit: Suite = {
	title: 'PHPUnit: rules, without WordPress',
	async run( environment ) {
		const php = await environment.alone( async () => {
			const found = await ensurePhp( [], environment.progress );
			await ensureComposerPackages( environment.progress );
			return found;
		} );
		return phpunit( php, 'unit', 'unit', {}, environment );
	},
};

export const integration = withWordpress(
	'integration',
	{},
	'PHPUnit: WordPress'
);
export const multisite = withWordpress(
	'integration',
	{ multisite: true },
	'PHPUnit: a network of sites'
);
export const sqlite = withWordpress(
	'integration',
	{ database: 'sqlite' },
	'PHPUnit: WordPress on SQLite'
);
export const oldest = withWordpress(
	'integration',
	{ wordpress: '6.8' },
	'PHPUnit: the oldest WordPress supported'
);
export const races = withWordpress(
	'races',
	{},
	'PHPUnit: many processes at once'
);

interface Variant {
	wordpress?: string;
	database?: 'mariadb' | 'sqlite';
	multisite?: boolean;
}

/** A suite with a WordPress of its own; the variant wins over what the command line says. */
function withWordpress(
	suite: 'integration' | 'races',
	variant: Variant,
	title: string
): Suite {
	const label = [ suite, ...Object.values( variant ) ].join( '-' );
	return {
		title,
		async run( environment ) {
			const { php, env } = await environment.alone( () =>
				install( label, variant, environment )
			);
			return phpunit( php, suite, label, env, environment );
		},
	};
}

/** Installs the WordPress of a variant; answers what PHPUnit needs. */
async function install(
	label: string,
	variant: Variant,
	environment: Environment
): Promise< { php: Php; env: Record< string, string > } > {
	const { options, progress } = environment;
	const core = await fetchCore(
		variant.wordpress ?? options.wordpress,
		progress
	);
	const database = await environment.database(
		`steward_${ label.replaceAll( /\W/g, '_' ) }`,
		variant.database ?? options.database
	);
	const isNetwork = variant.multisite ?? options.multisite;
	const php = await ensurePhp( databaseExtensions( database ), progress );
	await ensureComposerPackages( progress );
	progress.note(
		`WordPress ${ core.version }${ isNetwork ? ', multisite' : '' }, ${ environment.nameOf( database ) }, PHP ${ php.version }`
	);
	const env = prepare(
		path.join( cache, 'tests', label ),
		core.dir,
		database,
		isNetwork
	);
	await run(
		php.command,
		[ ...phpArguments(), 'tests/phpunit/install.php' ],
		{ cwd: root, env }
	);
	return { php, env };
}

/** Makes the folders of a WordPress for tests; answers the variables of tests/phpunit/config.php. */
function prepare(
	dir: string,
	core: string,
	database: Database,
	isNetwork: boolean
): Record< string, string > {
	const content = path.join( dir, 'wp-content' );
	const files = path.join( dir, 'database' );
	makeContentDir( content, { database, pluginDirs: fixturePlugins() } );
	fs.mkdirSync( files, { recursive: true } );
	return {
		WP_CORE_DIR: core,
		WP_TESTS_CONTENT_DIR: content,
		WP_TESTS_DB: database.kind,
		WP_TESTS_DB_DIR: files,
		WP_TESTS_MULTISITE: isNetwork ? '1' : '',
		...( database.kind === 'mariadb'
			? {
					WP_TESTS_DB_HOST: database.address,
					WP_TESTS_DB_NAME: database.name,
					WP_TESTS_DB_USER: database.user,
					WP_TESTS_DB_PASSWORD: database.password,
				}
			: {} ),
	};
}

async function phpunit(
	php: Php,
	suite: string,
	label: string,
	env: Record< string, string >,
	environment: Environment
): Promise< Outcome > {
	const { filter } = environment.options;
	const report = path.join( artifacts, `phpunit-${ label }.xml` );
	fs.rmSync( report, { force: true } );
	fs.mkdirSync( artifacts, { recursive: true } );
	const code = await environment.show(
		label,
		php.command,
		[
			// What WordPress logs of statements that a test lets fail is not for the screen.
			...phpArguments( {
				display_errors: 1,
				error_log: path.join( artifacts, `phpunit-${ label }.log` ),
			} ),
			'vendor/bin/phpunit',
			`--configuration=phpunit-${ suite }.xml.dist`,
			`--log-junit=${ report }`,
			...( filter ? [ `--filter=${ filter }` ] : [] ),
		],
		env
	);
	const outcome = fs.existsSync( report )
		? readJunit( fs.readFileSync( report, 'utf8' ) )
		: { passed: 0, failed: 1, skipped: 0 };
	// A warning, a risky test or an end in the middle fails the run but is in no report.
	if ( code !== 0 && outcome.failed === 0 ) {
		outcome.failed = 1;
	}
	return outcome;
}

/**
 * Counts the tests of a JUnit report; an error counts as a failure.
 * @param xml
 */
export function readJunit( xml: string ): Outcome {
	interface Totals {
		'@_tests'?: string;
		'@_failures'?: string;
		'@_errors'?: string;
		'@_skipped'?: string;
	}
	const parsed = new XMLParser( { ignoreAttributes: false } ).parse(
		xml
	) as {
		testsuites?: { testsuite?: Totals | Totals[] };
	};
	const outcome: Outcome = { passed: 0, failed: 0, skipped: 0 };
	for ( const totals of [ parsed.testsuites?.testsuite ?? [] ].flat() ) {
		const failed =
			Number( totals[ '@_failures' ] ?? 0 ) +
			Number( totals[ '@_errors' ] ?? 0 );
		const skipped = Number( totals[ '@_skipped' ] ?? 0 );
		outcome.failed += failed;
		outcome.skipped += skipped;
		outcome.passed += Number( totals[ '@_tests' ] ?? 0 ) - failed - skipped;
	}
	return outcome;
}
