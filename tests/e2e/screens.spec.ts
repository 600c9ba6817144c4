/**
 * Every screen at two widths: accessible, no sideways scroll, and a picture for the documentation.
 */
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './support/axe';
import { DESKTOP, expect, PHONE, test } from './support/test';
import { people, person } from './support/site';
import { open, openContact, openList } from './support/screens';

const PICTURES = path.join( process.cwd(), 'docs/screenshots' );

/** Takes a picture where the run was asked for them: STEWARD_SCREENSHOTS=1. */
async function picture( page: Page, name: string ): Promise< void > {
	if ( process.env.STEWARD_SCREENSHOTS ) {
		await page.screenshot( {
			path: path.join( PICTURES, `${ name }.png` ),
		} );
	}
}

for ( const [ width, viewport ] of Object.entries( {
	1440: DESKTOP,
	400: PHONE,
} ) ) {
	test.describe( `at ${ width } pixels`, () => {
		for ( const rtl of [ false, true ] ) {
			const direction = rtl ? ', right to left' : '';

			test( `the list and a contact are accessible${ direction }`, async ( {
				site,
				as,
			} ) => {
				await site.contacts( ...people( 12 ) );
				const id = await site.contact(
					person( 'Ida Lund', { owner: 'rep_ana' } )
				);
				const page = await as( 'manager', { viewport, rtl } );
				await openList( page );
				await expectNoSidewaysScroll( page );
				await expectAccessible( page );
				if ( ! rtl ) {
					await picture( page, `contacts-${ width }` );
				}
				await openContact( page, id, 'Ida Lund' );
				await expectNoSidewaysScroll( page );
				await expectAccessible( page );
				if ( ! rtl ) {
					await picture( page, `contact-${ width }` );
				}
			} );
		}

		test( 'adding, forms and settings are accessible', async ( { as } ) => {
			const page = await as( 'admin', { viewport } );
			for ( const params of < Record< string, string >[] >[
				{ contact: 'new' },
				{ page: 'steward-forms' },
				{ page: 'steward-settings' },
			] ) {
				await open( page, params );
				await expect(
					page.getByRole( 'heading', { level: 1 } )
				).toBeVisible();
				await page.waitForLoadState( 'networkidle' );
				await expectNoSidewaysScroll( page );
				await expectAccessible( page );
			}
		} );
	} );
}
