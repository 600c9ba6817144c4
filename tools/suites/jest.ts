import fs from 'node:fs';
import path from 'node:path';
import { artifacts, root } from '../services/paths';
import type { Suite } from './outcome';

export const jest: Suite = {
	title: 'Jest: screens and tools',
	async run( environment ) {
		const { filter } = environment.options;
		const report = path.join( artifacts, 'jest.json' );
		fs.rmSync( report, { force: true } );
		fs.mkdirSync( artifacts, { recursive: true } );
		const code = await environment.show(
			'Jest',
			path.join( root, 'node_modules/.bin/wp-scripts' ),
			[
				'test-unit-js',
				'--ci',
				'--json',
				`--outputFile=${ report }`,
				...( filter ? [ `--testNamePattern=${ filter }` ] : [] ),
			],
			{ NODE_ENV: 'test' }
		);
		const result = JSON.parse( fs.readFileSync( report, 'utf8' ) ) as {
			numPassedTests: number;
			numFailedTests: number;
			numPendingTests: number;
			numRuntimeErrorTestSuites: number;
		};
		const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
		return {
			passed: result.numPassedTests,
			// An end that the report doesn't tell of fails the run, too.
			failed: failed || ( code === 0 ? 0 : 1 ),
			skipped: result.numPendingTests,
		};
	},
};
