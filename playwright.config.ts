import fs from 'node:fs';
import path from 'node:path';
import { defineConfig, devices } from '@playwright/test';

// What @wordpress/e2e-test-utils-playwright reads. Run the tests by: npm test -- e2e
process.env.WP_BASE_URL ??= 'http://127.0.0.1:8889/';
process.env.WP_USERNAME ??= 'admin';
process.env.WP_PASSWORD ??= 'password';
process.env.STORAGE_STATE_PATH ??= path.join(
	__dirname,
	'artifacts/storage-states/admin.json'
);

const systemChromium =
	process.env.CHROMIUM_PATH ?? '/usr/bin/chromium-headless-shell';

export default defineConfig( {
	testDir: './tests/e2e',
	outputDir: './artifacts/playwright',
	globalSetup: './tests/e2e/global-setup.ts',
	// One site, whose data the tests share.
	workers: 1,
	fullyParallel: false,
	forbidOnly: Boolean( process.env.CI ),
	retries: 0,
	timeout: 60_000,
	expect: { timeout: 10_000 },
	reporter: 'list',
	use: {
		baseURL: process.env.WP_BASE_URL,
		storageState: process.env.STORAGE_STATE_PATH,
		locale: 'en-US',
		timezoneId: 'UTC',
		actionTimeout: 15_000,
		screenshot: 'only-on-failure',
		// A trace makes every step slower: STEWARD_TRACE=1 npm test -- e2e keeps those of failures.
		trace: process.env.STEWARD_TRACE ? 'retain-on-failure' : 'off',
	},
	projects: [
		{
			name: 'chromium',
			use: {
				...devices[ 'Desktop Chrome' ],
				launchOptions: {
					...( fs.existsSync( systemChromium )
						? { executablePath: systemChromium }
						: {} ),
					args: [
						'--headless',
						'--no-sandbox',
						'--disable-gpu',
						'--disable-quic',
						'--no-first-run',
						'--disable-background-networking',
						'--disable-component-update',
						'--disable-sync',
					],
				},
			},
		},
	],
} );
