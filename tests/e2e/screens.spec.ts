/**
 * Every screen and dialog at two widths and in both directions: accessible, without sideways scroll, and pictures for the
 * documentation.
 */
import type { Page } from '@playwright/test';
import { expectNoSidewaysScroll, judge as judgeFully } from './support/axe';
import { picture } from './support/pictures';
import { seedDemo, seedPipeline, seedStory, seedTasks } from './support/demo';
import { DESKTOP, expect, PHONE, test } from './support/test';
import { person } from './support/site';
import {
	dialog,
	heading,
	list,
	open,
	openContact,
	openList,
	region,
	snackbar,
} from './support/screens';

const PLUGIN = 'contact-form-7/wp-contact-form-7.php';

for ( const [ width, viewport ] of Object.entries( {
	1440: DESKTOP,
	400: PHONE,
} ) ) {
	for ( const rtl of [ false, true ] ) {
		test.describe( `at ${ width } pixels${
			rtl ? ', right to left' : ''
		}`, () => {
			/** A mirrored page differs in its layout alone. */
			const judge = rtl ? expectNoSidewaysScroll : judgeFully;
			/** Mirrored pictures wouldn't show anything else. */
			const pictureOf = async ( page: Page, name: string ) =>
				rtl ? undefined : picture( page, `${ name }-${ width }` );

			test( 'the contacts', async ( { site, as } ) => {
				await seedDemo( site );
				const id = await seedStory( site );
				const page = await as( 'rep_ana', { viewport, rtl } );
				await expect
					.poll( async () => {
						await openList( page );
						return page.evaluate( () => document.dir );
					} )
					.toBe( rtl ? 'rtl' : '' );
				await expect( list( page ) ).toContainText( 'Nora Quist' );
				await judge( page );
				await pictureOf( page, 'contacts' );

				await openContact( page, id, 'Astrid Bergström' );
				await expect(
					page.getByText( 'please call her before Friday' )
				).toBeVisible();
				await expect(
					region( page, 'What you can do here' ).getByRole(
						'listitem'
					)
				).toHaveCount( 5 );
				await judge( page );
				await pictureOf( page, 'contact' );

				await page.getByRole( 'tab', { name: 'Details' } ).click();
				await expect(
					page.getByRole( 'textbox', { name: 'First name' } )
				).toBeVisible();
				await judge( page );

				await open( page, { contact: 'new' } );
				await expect( heading( page, 'Add contact' ) ).toBeVisible();
				await expect(
					page.getByRole( 'textbox', { name: 'First name' } )
				).toBeVisible();
				await judge( page );
			} );

			test( 'the roles', async ( { site, as } ) => {
				await seedDemo( site );
				const page = await as( 'admin', { viewport, rtl } );
				await open( page, { page: 'steward-roles' } );
				const scope = page.getByRole(
					viewport === PHONE ? 'heading' : 'button',
					{
						name:
							viewport === PHONE
								? /^Sales Rep/
								: /^Sales Rep, Contacts: View scope/,
					}
				);
				if ( viewport === PHONE ) {
					const card = page
						.getByRole( 'listitem' )
						.filter( { has: scope } );
					await card.locator( 'summary' ).first().click();
					await card
						.getByRole( 'radio', { name: 'All' } )
						.first()
						.check();
					await scope.scrollIntoViewIfNeeded();
				} else {
					await scope.getByText( 'All', { exact: true } ).click();
				}
				await expect( region( page, 'Save' ) ).toContainText(
					/4 people gain sight/
				);
				await judge( page );
				await pictureOf( page, 'roles' );
				await page.getByRole( 'button', { name: 'Add role' } ).click();
				await expect( dialog( page, 'Add a role' ) ).toBeVisible();
				await judge( page );
			} );

			test( 'the opportunities', async ( { site, as } ) => {
				await seedDemo( site );
				await seedPipeline( site );
				const page = await as( 'manager', { viewport, rtl } );
				await open( page, { page: 'steward-opportunities' } );
				await expect( region( page, 'Board of Sales' ) ).toContainText(
					'Pilot project'
				);
				await judge( page );
				await pictureOf( page, 'opportunities' );
				await page.getByRole( 'radio', { name: 'List' } ).click();
				await expect(
					page.locator( '.dataviews-wrapper' )
				).toContainText( 'Pilot project' );
				await judge( page );
				await open( page, { page: 'steward-forecast' } );
				await expect( page.locator( '#steward-root' ) ).toContainText(
					'€'
				);
				await judge( page );
			} );

			test( 'the follow-ups', async ( { site, as } ) => {
				await seedDemo( site );
				await seedPipeline( site );
				const id = await seedStory( site );
				await seedTasks( site, id );
				const page = await as( 'rep_ana', { viewport, rtl } );
				await open( page, { page: 'steward-tasks' } );
				const all = region( page, 'Follow-ups' );
				await expect( all ).toContainText( 'Send the quote' );
				await judge( page );
				await pictureOf( page, 'follow-ups' );
				await page
					.getByRole( 'link', { name: /^Overdue/ } )
					.first()
					.click();
				await expect( all ).toContainText( 'Call before Friday' );
				await judge( page );

				await openContact( page, id, 'Astrid Bergström', {
					tab: 'tasks',
				} );
				await expect(
					page.getByRole( 'group', { name: 'Follow-ups' } )
				).toContainText( 'Find out who decides' );
				await judge( page );
				await pictureOf( page, 'contact-follow-ups' );
				await page
					.getByRole( 'button', { name: 'Add follow-up' } )
					.click();
				await expect( dialog( page, 'Add follow-up' ) ).toBeVisible();
				await judge( page );
			} );

			test( 'forms and settings', async ( { site, as } ) => {
				await site.plugin( PLUGIN );
				const form = await site.form( 'Request a demo' );
				await site.form( 'Newsletter' );
				await site.rest(
					'admin',
					'PATCH',
					`/forms/contact-form-7/${ form }`,
					{ enabled: true }
				);
				await site.rest( 'admin', 'POST', '/submissions', {
					form: 'landing',
					fields: { first_name: 'Nora', email: 'nora@example.org' },
				} );
				const page = await as( 'admin', { viewport, rtl } );
				await open( page, { page: 'steward-forms' } );
				await expect(
					page.getByRole( 'link', { name: 'Newsletter' } )
				).toBeVisible();
				await judge( page );
				await pictureOf( page, 'forms' );

				await page
					.getByRole( 'link', { name: 'Request a demo' } )
					.click();
				await expect(
					page.getByRole( 'combobox', { name: 'E-mail' } )
				).toBeVisible();
				await judge( page );
				await pictureOf( page, 'form' );

				await open( page, {
					page: 'steward-forms',
					tab: 'submissions',
				} );
				await expect(
					page.getByRole( 'link', { name: 'Nora' } )
				).toBeVisible();
				await judge( page );

				await open( page, { page: 'steward-settings', tab: 'keys' } );
				await expect( page.getByText( 'No keys yet.' ) ).toBeVisible();
				await judge( page );
			} );
		} );
	}
}

for ( const [ name, options ] of Object.entries( {
	'at 1440 pixels': { viewport: DESKTOP },
	'at 400 pixels, right to left': { viewport: PHONE, rtl: true },
} ) ) {
	test.describe( `dialogs ${ name }`, () => {
		test( 'of a contact', async ( { site, as, expectConsole } ) => {
			expectConsole( /status of 409/ );
			const id = await site.contact(
				person( 'Ida Lund', { owner: 'rep_ana' } )
			);
			const page = await as( 'manager', options );
			await openContact( page, id, 'Ida Lund' );
			const owner = region( page, 'Owner' );
			await owner.getByRole( 'button', { name: 'Reassign' } ).click();
			const reassign = dialog( page, 'Reassign Ida Lund' );
			await expect( reassign ).toBeVisible();
			await judgeFully( page );
			const box = reassign.getByRole( 'combobox', { name: 'New owner' } );
			await box.fill( 'B' );
			await expect(
				reassign.getByRole( 'option', { name: /Ben Carter/ } )
			).toBeVisible();
			await judgeFully( page );
			await reassign.getByRole( 'button', { name: 'Cancel' } ).click();

			await owner.getByRole( 'button', { name: 'Release' } ).click();
			await expect( dialog( page, 'Release Ida Lund?' ) ).toBeVisible();
			await judgeFully( page );
			await page.keyboard.press( 'Escape' );

			const followers = region( page, /^Followers/ );
			await followers
				.getByRole( 'button', { name: 'Add follower' } )
				.click();
			await expect( followers.getByRole( 'combobox' ) ).toBeFocused();
			await judgeFully( page );

			await page.getByRole( 'button', { name: 'More actions' } ).click();
			await expect(
				page.getByRole( 'menuitem', { name: 'Move to trash' } )
			).toBeVisible();
			await judgeFully( page );
			await page.keyboard.press( 'Escape' );

			await page.getByRole( 'tab', { name: 'Details' } ).click();
			const company = page.getByRole( 'textbox', {
				name: 'Company',
				exact: true,
			} );
			await company.fill( 'Mine' );
			await site.rest( 'rep_ana', 'PATCH', `/contacts/${ id }`, {
				company: 'Theirs',
				title: 'Owner',
			} );
			await page.keyboard.press( 'Control+s' );
			await expect(
				dialog( page, /changed while you were editing/ )
			).toBeVisible();
			await judgeFully( page );
			await page.keyboard.press( 'Escape' );

			await page
				.getByRole( 'navigation', { name: 'Back' } )
				.getByRole( 'link' )
				.click();
			await expect(
				dialog( page, 'Leave without saving?' )
			).toBeVisible();
			await judgeFully( page );
		} );

		test( 'of the settings', async ( { as } ) => {
			const page = await as( 'admin', options );
			await open( page, { page: 'steward-settings', tab: 'keys' } );
			await page.getByRole( 'button', { name: 'Create key' } ).click();
			const create = dialog( page, 'Create a submission key' );
			await create.getByRole( 'button', { name: 'Create key' } ).click();
			await expect( create ).toContainText( 'Give the key a name' );
			await judgeFully( page );
			await create
				.getByRole( 'textbox', { name: 'Name' } )
				.fill( 'Landing page' );
			await create.getByRole( 'button', { name: 'Create key' } ).click();
			await expect(
				dialog( page, /Landing page.*created/ )
			).toBeVisible();
			await judgeFully( page );
			await page.getByRole( 'button', { name: 'Done' } ).click();
			await page
				.getByRole( 'button', { name: 'Delete key “Landing page”' } )
				.click();
			await expect(
				dialog( page, 'Delete key “Landing page”?' )
			).toBeVisible();
			await judgeFully( page );
		} );
	} );
}

test( 'menus, filters and what just happened in the list', async ( {
	site,
	as,
} ) => {
	await seedDemo( site );
	const page = await as( 'manager' );
	await openList( page );
	await page.getByRole( 'button', { name: 'Claim Nora Quist' } ).click();
	await expect( snackbar( page, 'You now own Nora Quist.' ) ).toBeVisible();
	await list( page )
		.getByRole( 'checkbox', { name: 'Daniel Kim', exact: true } )
		.check();
	await judgeFully( page );
	await list( page ).getByRole( 'button', { name: 'Tags' } ).first().click();
	await expect(
		page.getByRole( 'option', { name: 'enterprise' } )
	).toBeVisible();
	await judgeFully( page );
	await page.keyboard.press( 'Escape' );
	await list( page )
		.getByRole( 'row' )
		.filter( { hasText: 'Daniel Kim' } )
		.getByRole( 'button', { name: 'Actions' } )
		.click();
	await expect(
		page.getByRole( 'menuitem', { name: 'Reassign' } )
	).toBeVisible();
	await judgeFully( page );
} );
