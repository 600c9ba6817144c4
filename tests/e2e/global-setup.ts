import fs from 'node:fs';
import path from 'node:path';
import { request } from '@playwright/test';
import { RequestUtils } from '@wordpress/e2e-test-utils-playwright';
import { team } from '../../tools/demo/team';

/**
 * Signs everybody of the team in once: artifacts/storage-states/LOGIN.json then holds their cookies.
 */
export default async function globalSetup(): Promise< void > {
	const baseURL = process.env.WP_BASE_URL ?? 'http://127.0.0.1:8889/';
	const folder = path.join( __dirname, '../../artifacts/storage-states' );
	fs.mkdirSync( folder, { recursive: true } );
	for ( const { login, password } of team ) {
		const context = await request.newContext( { baseURL } );
		const requestUtils = new RequestUtils( context, {
			storageStatePath: path.join( folder, `${ login }.json` ),
			user: { username: login, password },
		} );
		await requestUtils.setupRest();
		await context.dispose();
	}
}
