/**
 * The team's activity: who sees what, filters, changes, links, the file.
 */
import { judgeAtBothWidths } from './support/axe';
import { seedDemo } from './support/demo';
import { heading, open, region } from './support/screens';
import { person } from './support/site';
import { expect, test } from './support/test';

const PAGE = { page: 'steward-activity' };

test.describe( 'activity', () => {
	test( 'lists what happened in words, within what one may see', async ( {
		site,
		as,
	} ) => {
		const [ mine ] = await site.contacts(
			person( 'Ida Lund', { owner: 'rep_ana' } ),
			person( 'Omar Haddad', { owner: 'rep_ben' } )
		);
		await site.rest( 'rep_ana', 'PATCH', `/contacts/${ mine }`, {
			company: 'Lund & Sons',
		} );
		const page = await as( 'rep_ana' );
		await open( page, PAGE );
		await expect( heading( page, 'Activity' ) ).toBeVisible();
		const log = region( page, 'Activity' );
		await expect( log ).toContainText( 'You changed the details' );
		await expect( log ).not.toContainText( 'Omar Haddad' );
		await expect(
			page.getByRole( 'link', { name: 'Export CSV' } )
		).toHaveCount( 0 );

		await log.getByText( '1 change', { exact: true } ).first().click();
		await expect( log ).toContainText( 'Lund & Sons' );
		await log.getByRole( 'link', { name: 'Ida Lund' } ).first().click();
		await expect( heading( page, 'Ida Lund' ) ).toBeVisible();
	} );

	test( 'is filtered by address, and cleared', async ( { site, as } ) => {
		const id = await site.contact( person( 'Ida Lund' ) );
		await site.rest( 'rep_ana', 'POST', `/contacts/${ id }/claim` );
		const page = await as( 'manager' );
		await open( page, { ...PAGE, what: 'claimed' } );
		const log = region( page, 'Activity' );
		await expect( log ).toContainText( 'Ana Ruiz claimed this contact' );
		await expect( log.getByRole( 'row' ) ).toHaveCount( 2 );
		await open( page, { ...PAGE, what: 'claimed', through: 'import' } );
		await expect( page.getByText( 'Nothing matches' ) ).toBeVisible();
		await page.getByRole( 'button', { name: 'Clear filters' } ).click();
		await expect( log ).toContainText( 'Ana Ruiz claimed this contact' );
	} );

	test( 'comes as a file with the same filters, no formula in it', async ( {
		site,
		as,
	} ) => {
		const [ id ] = await site.contacts(
			person( 'Ida Lund', { fields: { first_name: '=1+1' } } ),
			person( 'Omar Haddad' )
		);
		await site.rest( 'rep_ana', 'POST', `/contacts/${ id }/claim` );
		const page = await as( 'manager' );
		await open( page, { ...PAGE, what: 'claimed' } );
		const href = await page
			.getByRole( 'link', { name: 'Export CSV' } )
			.getAttribute( 'href' );
		const response = await page.request.get( href! );
		expect( response.status() ).toBe( 200 );
		expect( response.headers()[ 'content-type' ] ).toContain( 'text/csv' );
		const lines = ( await response.text() ).trim().split( '\n' );
		expect( lines ).toHaveLength( 2 );
		expect( lines[ 1 ] ).toContain( "'=1+1 Lund" );

		const rep = await as( 'rep_ana' );
		await rep.goto( '/wp-admin/' );
		const refused = await rep.request.get( href! );
		expect( refused.status() ).toBe( 403 );
	} );

	test( 'is accessible', async ( { site, as } ) => {
		await seedDemo( site );
		const page = await as( 'manager' );
		await open( page, PAGE );
		await expect( region( page, 'Activity' ) ).toContainText(
			'added this contact'
		);
		await judgeAtBothWidths( page );
	} );
} );
