/**
 * All that match: reassigned and claimed by a job, with progress.
 */
import { expectAccessible, expectNoSidewaysScroll } from './support/axe';
import { dialog, openList, pick, row } from './support/screens';
import { people, person } from './support/site';
import { expect, test } from './support/test';

test( 'tags are added to several contacts, taken away, and taken back', async ( {
	site,
	as,
} ) => {
	const ids = await site.contacts(
		person( 'Ida Lund', { owner: 'rep_ana' } ),
		person( 'Bo Ek', { owner: 'rep_ana' } )
	);
	await site.rest( 'rep_ana', 'PATCH', `/contacts/${ ids[ 0 ] }`, {
		tags: [ 'Fair', 'vip' ],
	} );
	const page = await as( 'rep_ana' );
	await openList( page, { tab: 'mine' } );
	await expect( row( page, 'Ida Lund' ) ).toContainText( 'Fair' );
	await page
		.getByRole( 'checkbox', { name: 'Select all', exact: true } )
		.first()
		.check();
	await page.getByRole( 'button', { name: 'Change tags' } ).click();
	const asked = dialog( page, 'Tags of 2 contacts' );
	await asked.getByRole( 'button', { name: 'Save tags' } ).click();
	await expect( asked ).toContainText( 'Type a tag to add' );
	await asked.getByLabel( 'Add' ).pressSequentially( 'VIP,' );
	await asked.getByLabel( 'Take away' ).pressSequentially( 'Fair,' );
	await expectAccessible( page );
	await asked.getByRole( 'button', { name: 'Save tags' } ).click();

	await expect( row( page, 'Bo Ek' ) ).toContainText( 'vip' );
	await expect( row( page, 'Ida Lund' ) ).not.toContainText( 'Fair' );
	await page.getByRole( 'button', { name: 'Undo' } ).click();
	await expect( row( page, 'Ida Lund' ) ).toContainText( 'Fair' );
	await expect( row( page, 'Bo Ek' ) ).not.toContainText( /vip/i );
} );

test.describe( 'all that match', () => {
	test( 'are reassigned in the background', async ( { site, as } ) => {
		await site.contacts( ...people( 25 ) );
		const page = await as( 'manager' );
		await openList( page, { tab: 'unassigned' } );
		await expect( row( page, 'Person 25' ) ).toBeVisible();
		await page
			.getByRole( 'checkbox', { name: 'Select all', exact: true } )
			.first()
			.check();
		await page
			.getByRole( 'button', { name: 'Select all 25 that match' } )
			.click();
		await page.getByRole( 'button', { name: 'Reassign all…' } ).click();
		const asked = dialog( page, 'Reassign 25 contacts' );
		await pick( asked, 'New owner', 'Ben' );
		await asked.getByRole( 'button', { name: 'Reassign' } ).click();
		const jobs = page.getByRole( 'list', { name: 'Changes under way' } );
		await expect( jobs.getByRole( 'progressbar' ) ).toBeVisible();
		await expectNoSidewaysScroll( page );
		await expectAccessible( page );
		if ( process.env.STEWARD_SHOTS ) {
			await page.screenshot( {
				path: `${ process.env.STEWARD_SHOTS }/bulk-1440.png`,
			} );
		}

		await page.request.get( '/wp-cron.php' );
		await expect( jobs ).toContainText( '25 of 25 done' );
		await jobs.getByRole( 'button', { name: 'Close' } ).click();
		await expect( jobs ).toHaveCount( 0 );
		await openList( page );
		await expect( row( page, 'Person 25' ) ).toContainText( 'Ben Carter' );
	} );

	test( 'are claimed by a rep, who may not reassign them', async ( {
		site,
		as,
	} ) => {
		await site.contacts( ...people( 25 ) );
		const page = await as( 'rep_ana' );
		await openList( page, { tab: 'unassigned' } );
		await expect( row( page, 'Person 25' ) ).toBeVisible();
		await page
			.getByRole( 'checkbox', { name: 'Select all', exact: true } )
			.first()
			.check();
		await page
			.getByRole( 'button', { name: 'Select all 25 that match' } )
			.click();
		await expect(
			page.getByRole( 'button', { name: 'Reassign all…' } )
		).toHaveCount( 0 );
		await page.getByRole( 'button', { name: 'Claim all…' } ).click();
		await dialog( page )
			.getByRole( 'button', { name: 'Claim all' } )
			.click();
		await page.request.get( '/wp-cron.php' );
		await expect(
			page.getByRole( 'list', { name: 'Changes under way' } )
		).toContainText( '25 of 25 done' );
		await openList( page, { tab: 'mine' } );
		await expect( row( page, 'Person 25' ) ).toContainText( 'You' );
	} );

	test( 'of which one has an owner: it is named until the outcome was read', async ( {
		site,
		as,
	} ) => {
		await site.contacts( ...people( 24 ), {
			fields: { first_name: 'Ida', last_name: 'Lund' },
			owner: 'rep_ben',
			followers: [ 'rep_chloe' ],
			// On the last page: of the first one each can be claimed.
			created_gmt: '2020-01-01 00:00:00',
		} );
		const page = await as( 'rep_chloe' );
		await openList( page );
		await expect( row( page, 'Person 24' ) ).toBeVisible();
		const all = page
			.getByRole( 'checkbox', { name: 'Select all', exact: true } )
			.first();
		await all.check();
		const everything = page.getByRole( 'button', {
			name: 'Select all 25 that match',
		} );
		await everything.click();
		// What can be done to the page's contacts alone is out of the way.
		await expect( page.getByText( /Items? selected/ ) ).toBeHidden();
		await page.getByRole( 'button', { name: 'Claim all…' } ).click();
		await dialog( page )
			.getByRole( 'button', { name: 'Claim all' } )
			.click();
		const jobs = page.getByRole( 'list', { name: 'Changes under way' } );
		await page.request.get( '/wp-cron.php' );
		await expect( jobs ).toContainText( '24 of 25 done' );
		await page.reload();
		await expect( jobs ).toContainText( '1 was left as it was' );
		await expect( jobs ).toContainText( 'already assigned' );
		await expect(
			jobs.getByRole( 'link', { name: 'Ida Lund' } )
		).toBeVisible();
		await expectAccessible( page );
		await jobs.getByRole( 'button', { name: 'Close' } ).click();
		await expect( jobs ).toHaveCount( 0 );
		await page.reload();
		await expect( row( page, 'Person 24' ) ).toBeVisible();
		await expect( jobs ).toHaveCount( 0 );
	} );
} );
