/**
 * Settings → Opportunities & Pipelines: pipelines and their stages.
 */
import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './support/axe';
import { dialog, open, region, snackbar } from './support/screens';
import { person, type Site } from './support/site';
import { expect, PHONE, test } from './support/test';

async function openPipelines( page: Page ): Promise< void > {
	await open( page, { page: 'steward-settings', tab: 'opportunities' } );
	await expect( region( page, 'Sales' ) ).toBeVisible();
}

/** The names of the stages of Sales, from top to bottom. */
const stageNames = ( page: Page ) =>
	page
		.getByRole( 'list', { name: 'Stages of “Sales”' } )
		.locator( '.steward-stage__name' );

const usual = [ 'New', 'Qualified', 'Proposal', 'Negotiation', 'Won', 'Lost' ];

async function firstPipeline(
	site: Site
): Promise< { stages: { id: number; name: string; color: string }[] } > {
	return ( await site.rest( 'admin', 'GET', '/pipelines' ) ).body[ 0 ];
}

test( 'a stage is added, moved, changed, and says where its opportunities go', async ( {
	site,
	as,
	expectConsole,
} ) => {
	// What is in use is not deleted before it is said where that goes.
	expectConsole( /status of 409/ );
	const page = await as( 'admin' );
	await openPipelines( page );
	await expect( stageNames( page ) ).toHaveText( usual );

	await page.getByRole( 'button', { name: 'Add stage to “Sales”' } ).click();
	const add = dialog( page, 'Add a stage' );
	await add.getByRole( 'spinbutton' ).fill( '140' );
	await add.getByRole( 'button', { name: 'Add stage' } ).click();
	await expect( add ).toContainText( 'Give the stage a name.' );
	await expect( add ).toContainText( 'Give a whole number from 0 to 100.' );
	await expectAccessible( page );
	await add.getByRole( 'textbox', { name: 'Name' } ).fill( 'Trial' );
	await add.getByRole( 'spinbutton' ).fill( '40' );
	await add.getByRole( 'button', { name: 'Add stage' } ).click();
	await expect( snackbar( page, 'Stage added.' ) ).toBeVisible();
	await expect( stageNames( page ) ).toHaveText( [ ...usual, 'Trial' ] );

	const up = page.getByRole( 'button', { name: 'Move “Trial” up' } );
	await up.click();
	await up.press( 'Enter' );
	await expect( stageNames( page ) ).toHaveText( [
		...usual.slice( 0, 4 ),
		'Trial',
		'Won',
		'Lost',
	] );
	await expect( up ).toBeFocused();

	await page.getByRole( 'button', { name: 'Edit “Trial”' } ).click();
	const edit = dialog( page, 'Edit stage “Trial”' );
	await edit.getByRole( 'radio', { name: 'Purple' } ).check();
	await edit.getByRole( 'textbox', { name: 'Name' } ).fill( 'Pilot' );
	await edit.getByRole( 'button', { name: 'Save stage' } ).click();
	await expect( snackbar( page, 'Stage saved.' ) ).toBeVisible();
	const { stages } = await firstPipeline( site );
	const pilot = stages[ 4 ]!;
	expect( pilot ).toMatchObject( { name: 'Pilot', color: 'purple' } );

	const contact = await site.contact( person( 'Ida Lund' ) );
	const deal = await site.opportunity( {
		contact,
		title: 'Pilot project',
		stage: pilot.id,
	} );
	await page.getByRole( 'button', { name: 'Delete “Pilot”' } ).click();
	const remove = dialog( page, 'Delete stage “Pilot”?' );
	await expect( remove ).toContainText( '1 opportunity is in it' );
	await remove.getByRole( 'button', { name: 'Move and delete' } ).click();
	await expect( remove ).toContainText( 'Choose a stage.' );
	await remove
		.getByRole( 'combobox', { name: 'Move to' } )
		.selectOption( 'Proposal' );
	await remove.getByRole( 'button', { name: 'Move and delete' } ).click();
	await expect( snackbar( page, '“Pilot” deleted.' ) ).toBeVisible();
	await expect( stageNames( page ) ).toHaveText( usual );
	const { body } = await site.rest(
		'admin',
		'GET',
		`/opportunities/${ deal }`
	);
	expect( body.stage ).toBe(
		stages.find( ( { name } ) => name === 'Proposal' )!.id
	);
} );

test( 'a pipeline is added, renamed, put first and deleted, on a phone', async ( {
	site,
	as,
} ) => {
	const page = await as( 'admin', { viewport: PHONE } );
	await openPipelines( page );
	// The last one stays.
	await expect(
		page.getByRole( 'button', { name: 'Delete pipeline “Sales”' } )
	).toBeHidden();

	await page.getByRole( 'button', { name: 'Add pipeline' } ).click();
	const add = dialog( page, 'Add a pipeline' );
	await add.getByRole( 'textbox', { name: 'Name' } ).fill( 'Renewals' );
	await add.getByRole( 'combobox', { name: 'Currency' } ).fill( 'euro' );
	await add.getByRole( 'option', { name: /EUR/ } ).click();
	await add.getByRole( 'button', { name: 'Add pipeline' } ).click();
	await expect( snackbar( page, 'Pipeline added.' ) ).toBeVisible();
	const renewals = region( page, 'Renewals' );
	await expect( renewals ).toContainText( 'EUR' );
	await expect( renewals ).toContainText( '6 stages' );
	await expectNoSidewaysScroll( page );
	await expectAccessible( page );

	await page
		.getByRole( 'button', { name: 'Move pipeline “Renewals” up' } )
		.click();
	await expect
		.poll( async () =>
			( await site.rest( 'admin', 'GET', '/pipelines' ) ).body.map(
				( { name }: { name: string } ) => name
			)
		)
		.toEqual( [ 'Renewals', 'Sales' ] );

	await page
		.getByRole( 'button', { name: 'Delete pipeline “Renewals”' } )
		.click();
	await dialog( page, 'Delete pipeline “Renewals”?' )
		.getByRole( 'button', { name: 'Delete pipeline' } )
		.click();
	await expect( snackbar( page, '“Renewals” deleted.' ) ).toBeVisible();
	await expect( renewals ).toBeHidden();
} );
