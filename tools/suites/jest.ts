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
		await environment.show(
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
		return {
			passed: result.numPassedTests,
			failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
			skipped: result.numPendingTests,
		};
	},
};
