/**
 * Pictures for the documentation, where the run was asked for them: STEWARD_SCREENSHOTS=1 npm test -- e2e
 */
import path from 'node:path';
import type { Page } from '@playwright/test';

const FOLDER = path.join( __dirname, '../../../docs/screenshots' );

/** Takes a picture of what is seen. */
export async function picture( page: Page, name: string ): Promise< void > {
	if ( process.env.STEWARD_SCREENSHOTS ) {
		await page.screenshot( {
			path: path.join( FOLDER, `${ name }.png` ),
			animations: 'disabled',
		} );
	}
}
