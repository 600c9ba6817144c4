import fs from 'node:fs';
import path from 'node:path';
import { ensureBuild } from '../services/build';
import { artifacts, cache, root } from '../services/paths';
import { run } from '../services/process';
import {
	ensureChromium,
	fixturePlugins,
	installSite,
	serveSite,
} from '../services/wordpress';
import { fetchCore } from '../services/wordpress-core';
import { team } from '../demo/team';
import type { Suite } from './outcome';

export const e2e: Suite = {
	title: 'Playwright: the screens in Chromium, with axe',
	async run( environment ) {
		const { options, progress } = environment;
		const chromium = await ensureChromium( progress );
		await ensureBuild( progress );
		const core = await fetchCore( options.wordpress, progress );
		const database = await environment.database( 'steward_e2e' );
		progress.step(
			`Making a site (WordPress ${ core.version }, ${ environment.nameOf( database ) })`
		);
		const site = await installSite( {
			dir: path.join( cache, 'tests/e2e-site' ),
			core,
			database,
			title: 'Steward',
			users: team,
			pluginDirs: fixturePlugins(),
			muPluginDirs: [ path.join( root, 'tests/e2e/mu-plugins' ) ],
			// There is no network for Gravatar.
			options: { show_avatars: 0 },
			constants: {
				DISABLE_WP_CRON: true,
				STEWARD_E2E: true,
			},
			progress,
		} );
		const server = await serveSite( site, { progress, offline: true } );
		const report = path.join( artifacts, 'playwright.json' );
		fs.rmSync( report, { force: true } );
		try {
			progress.note( server.url );
			const { code } = await run(
				path.join( root, 'node_modules/.bin/playwright' ),
				[
					'test',
					'--reporter=list,json',
					...( options.filter
						? [ `--grep=${ options.filter }` ]
						: [] ),
				],
				{
					cwd: root,
					show: true,
					allowFailure: true,
					env: {
						WP_BASE_URL: server.url,
						CHROMIUM_PATH: chromium,
						PLAYWRIGHT_JSON_OUTPUT_NAME: report,
					},
				}
			);
			const log = path.join( site.dir, 'debug.log' );
			if ( fs.existsSync( log ) ) {
				fs.copyFileSync( log, path.join( artifacts, 'e2e-debug.log' ) );
			}
			const { stats } = JSON.parse(
				fs.readFileSync( report, 'utf8' )
			) as {
				stats: {
					expected: number;
					unexpected: number;
					flaky: number;
					skipped: number;
				};
			};
			return {
				passed: stats.expected + stats.flaky,
				failed: stats.unexpected || ( code === 0 ? 0 : 1 ),
				skipped: stats.skipped,
			};
		} finally {
			await server.stop();
		}
	},
};
