/**
 * The Role Manager, for those who manage Steward.
 */
import type { Locator, Page } from '@playwright/test';
import { DESKTOP, expect, PHONE, test } from './support/test';
import { person } from './support/site';
import { dialog, heading, open, region, snackbar } from './support/screens';

const grid = ( page: Page ): Locator =>
	page.getByRole( 'grid', { name: 'Permissions of each role' } );

const cell = ( page: Page, name: string ): Locator =>
	grid( page )
		.getByRole( 'button', { name: new RegExp( `^${ name }` ) } )
		.or( grid( page ).getByRole( 'switch', { name } ) );

const bar = ( page: Page ): Locator => region( page, 'Save' );

async function openRoles( page: Page ): Promise< void > {
	await open( page, { page: 'steward-roles' } );
	await expect( heading( page, 'Role Manager' ) ).toBeVisible();
	await expect( grid( page ) ).toBeVisible();
}

async function task( page: Page, role: string, name: string ): Promise< void > {
	await page.getByRole( 'button', { name: `Actions for ${ role }` } ).click();
	await page.getByRole( 'menuitem', { name, exact: true } ).click();
}

test( 'a scope is changed, previewed, saved, and counts', async ( {
	site,
	as,
} ) => {
	await site.contacts(
		person( 'Ida Lund', { owner: 'rep_ana' } ),
		person( 'Jon Berg', { owner: 'rep_ben' } ),
		person( 'Kai Dahl' )
	);
	const page = await as( 'admin' );
	await openRoles( page );
	const view = cell( page, 'Sales Rep, Contacts: View scope' );
	await expect( view ).toHaveAccessibleName( /Owned$/ );
	await view.getByText( 'All', { exact: true } ).click();
	await expect( view ).toHaveAccessibleName( /All, changed, was Owned$/ );
	await expect( bar( page ) ).toContainText(
		'Sales Rep: 4 people gain sight of up to 2 contacts each.'
	);

	await page.keyboard.press( 'Control+s' );
	await expect( snackbar( page, 'Permissions saved.' ) ).toBeVisible();
	await expect( view ).toHaveAccessibleName( /View scope, All$/ );
	const list = await site.rest( 'rep_dev', 'GET', '/contacts' );
	expect( list.body ).toHaveLength( 3 );

	// The other way, together with a second role.
	await view.getByText( 'None', { exact: true } ).click();
	await cell( page, 'Sales Manager, Contacts: View scope' )
		.getByText( 'Owned', { exact: true } )
		.click();
	await expect( bar( page ) ).toContainText(
		'Sales Rep: 4 people lose sight of 3 contacts; Sales Manager: 1 person loses sight of 2 contacts.'
	);
	await expect( bar( page ) ).toContainText(
		'See the warning at Sales Rep, Sales Manager.'
	);
	await expect( grid( page ) ).toContainText(
		'Without a view scope the other permissions have no effect'
	);
	await bar( page ).getByRole( 'button', { name: 'Discard' } ).click();
	await expect( view ).toHaveAccessibleName( /View scope, All$/ );
	await expect(
		bar( page ).getByRole( 'button', { name: 'Save Changes' } )
	).toBeDisabled();
} );

test( 'the last role that manages Steward keeps that', async ( { as } ) => {
	const page = await as( 'admin' );
	await openRoles( page );
	await cell( page, 'Administrator, Manage Steward' ).click();
	await expect( grid( page ) ).toContainText(
		'This is the last role with people in it that may manage Steward.'
	);
	await expect(
		cell( page, 'Administrator, Manage Steward' )
	).toHaveAccessibleDescription( /last role with people in it/ );
	await expect(
		bar( page ).getByRole( 'button', { name: 'Save Changes' } )
	).toBeDisabled();
	// Another role with somebody in it may instead.
	await cell( page, 'Sales Manager, Manage Steward' ).click();
	await expect( grid( page ) ).toContainText(
		'You would lose access to the Role Manager yourself.'
	);
	await expect(
		bar( page ).getByRole( 'button', { name: 'Save Changes' } )
	).toBeEnabled();
} );

test( 'roles are made, cloned, renamed, given a preset and removed', async ( {
	site,
	as,
	expectConsole,
} ) => {
	expectConsole( /status of 400/ );
	const page = await as( 'admin' );
	await openRoles( page );
	await page.getByRole( 'button', { name: 'Add role' } ).click();
	const add = dialog( page, 'Add a role' );
	await add.getByRole( 'textbox', { name: 'Name' } ).fill( 'sales rep' );
	await add.getByRole( 'button', { name: 'Add role' } ).click();
	await expect( add ).toContainText( 'There is a role of that name already' );
	await add.getByRole( 'textbox', { name: 'Name' } ).fill( 'Auditors' );
	await add.getByRole( 'radio', { name: /Read-only auditor/ } ).check();
	await add.getByRole( 'button', { name: 'Add role' } ).click();
	await expect( snackbar( page, 'Role “Auditors” added.' ) ).toBeVisible();
	await expect(
		cell( page, 'Auditors, Contacts: View scope' )
	).toHaveAccessibleName( /All$/ );
	await expect( cell( page, 'Auditors, See reports' ) ).toBeChecked();
	const menu = ( role: string ) =>
		page.getByRole( 'button', { name: `Actions for ${ role }` } );
	await expect( menu( 'Auditors' ) ).toBeFocused();
	// Nothing is off to the side.
	await expect( cell( page, 'Auditors, Manage Steward' ) ).toBeInViewport( {
		ratio: 1,
	} );

	await task( page, 'Auditors', 'Clone' );
	const clone = dialog( page, 'Clone Auditors' );
	await clone.getByRole( 'textbox', { name: 'Name' } ).fill( 'Inspectors' );
	await clone.getByRole( 'button', { name: 'Clone role' } ).click();
	await expect( cell( page, 'Inspectors, See reports' ) ).toBeChecked();

	await task( page, 'Inspectors', 'Rename' );
	const rename = dialog( page, 'Rename Inspectors' );
	await rename.getByRole( 'textbox', { name: 'Name' } ).fill( 'Reviewers' );
	await rename.getByRole( 'button', { name: 'Rename role' } ).click();
	await expect(
		grid( page ).getByRole( 'rowheader', { name: /Reviewers/ } )
	).toBeVisible();

	await task( page, 'Reviewers', 'Apply a preset' );
	const preset = dialog( page, 'Apply a preset to Reviewers' );
	await preset.getByRole( 'radio', { name: /^Provider/ } ).check();
	await preset.getByRole( 'button', { name: 'Apply preset' } ).click();
	await expect(
		cell( page, 'Reviewers, Contacts: View scope' )
	).toHaveAccessibleName( /Owned, changed, was All$/ );
	await expect( bar( page ) ).toContainText( /Reviewers: .* for nobody yet/ );
	await bar( page ).getByRole( 'button', { name: 'Save Changes' } ).click();
	await expect( snackbar( page, 'Permissions saved.' ) ).toBeVisible();

	await task( page, 'Reviewers', 'Remove' );
	await dialog( page, 'Remove Reviewers?' )
		.getByRole( 'button', { name: 'Remove role' } )
		.click();
	await expect(
		grid( page ).getByRole( 'rowheader', { name: /Reviewers/ } )
	).toHaveCount( 0 );
	await expect( menu( 'Auditors' ) ).toBeFocused();

	// A role with people stays, also where they got it meanwhile.
	const roles = await site.rest( 'admin', 'GET', '/roles' );
	const auditors = roles.body.find(
		( { name }: { name: string } ) => name === 'Auditors'
	);
	await site.user( 'auditor', 'Olga Petrov', auditors.role );
	await task( page, 'Auditors', 'Remove' );
	const remove = dialog( page, 'Remove Auditors?' );
	await remove.getByRole( 'button', { name: 'Remove role' } ).click();
	await expect( remove ).toContainText(
		'1 person has this role. Give them another one first.'
	);
	await expect( remove ).not.toContainText( 'Nobody has this role' );
	await remove.getByRole( 'button', { name: 'Cancel' } ).click();
	await expect( menu( 'Auditors' ) ).toBeFocused();
	await task( page, 'Auditors', 'Remove' );
	const inUse = dialog( page, 'Auditors can’t be removed yet' );
	await expect( inUse ).toContainText( '1 person has this role.' );
	await expect(
		inUse.getByRole( 'link', { name: 'Show these people' } )
	).toHaveAttribute( 'href', new RegExp( `role=${ auditors.role }` ) );
} );

test( 'two administrators change the same cell', async ( {
	site,
	as,
	expectConsole,
} ) => {
	expectConsole( /status of 409/ );
	const page = await as( 'admin' );
	await openRoles( page );
	const view = cell( page, 'Sales Rep, Contacts: View scope' );
	await expect( view ).toHaveAccessibleName( /Owned$/ );
	const stored = async ( role: string ) =>
		( await site.rest( 'admin', 'GET', `/roles/${ role }` ) ).body;
	const other = await site.rest(
		'admin',
		'PATCH',
		'/roles/steward_sales_rep',
		{ contacts: { view: 'all', export: true } }
	);
	expect( other.status ).toBe( 200 );

	await view.getByText( 'None', { exact: true } ).click();
	await cell( page, 'Sales Manager, See reports' ).click();
	await page.keyboard.press( 'Control+s' );
	const said =
		'Sales Rep → Contacts: View scope is All now; you chose None. Save again to replace it, or Discard.';
	await expect( page.locator( '.steward-roles__bar' ) ).toContainText( said );
	await expect( view ).toHaveAccessibleName( /None, changed, was All$/ );
	await expect( view ).toHaveAccessibleDescription(
		/Somebody else set All meanwhile; you chose None\./
	);
	// What else they changed is there, and what nobody else touched is saved.
	await expect( cell( page, 'Sales Rep, Contacts: Export' ) ).toBeChecked();
	await expect( page.locator( '.steward-roles__bar' ) ).toContainText(
		'The other changes are saved.'
	);
	await expect(
		cell( page, 'Sales Manager, See reports' )
	).toHaveAccessibleName( /See reports$/ );
	expect( ( await stored( 'steward_sales_manager' ) ).reports ).toBe( false );
	expect( ( await stored( 'steward_sales_rep' ) ).contacts.view ).toBe(
		'all'
	);
	await expect( bar( page ) ).toContainText( 'Sales Rep: ' );
	await expect( bar( page ) ).not.toContainText( 'Sales Manager: ' );

	await bar( page ).getByRole( 'button', { name: 'Save Changes' } ).click();
	await expect( view ).toHaveAccessibleName( /View scope, None$/ );
	await expect( page.locator( '.steward-roles__bar' ) ).not.toContainText(
		'you chose'
	);
	expect( ( await stored( 'steward_sales_rep' ) ).contacts.view ).toBe(
		'none'
	);

	// Once more, and this time theirs is kept.
	await site.rest( 'admin', 'PATCH', '/roles/steward_sales_rep', {
		contacts: { view: 'owned' },
	} );
	await view.getByText( 'All', { exact: true } ).click();
	await page.keyboard.press( 'Control+s' );
	await expect( page.locator( '.steward-roles__bar' ) ).toContainText(
		'View scope is Owned now; you chose All.'
	);
	await bar( page ).getByRole( 'button', { name: 'Discard' } ).click();
	await expect( view ).toHaveAccessibleName( /View scope, Owned$/ );
	await expect( view ).toBeFocused();
	expect( ( await stored( 'steward_sales_rep' ) ).contacts.view ).toBe(
		'owned'
	);
} );

test( 'discarding leads back to what was changed last', async ( { as } ) => {
	const page = await as( 'admin' );
	await openRoles( page );
	const discard = bar( page ).getByRole( 'button', { name: 'Discard' } );
	await cell( page, 'Editor, See reports' ).click();
	await cell( page, 'Author, Contacts: Import' ).click();
	await discard.click();
	await expect( cell( page, 'Author, Contacts: Import' ) ).toBeFocused();
	await page.keyboard.press( 'ArrowUp' );
	await expect( cell( page, 'Editor, Contacts: Import' ) ).toBeFocused();

	await task( page, 'Author', 'Apply a preset' );
	await dialog( page, 'Apply a preset to Author' )
		.getByRole( 'button', { name: 'Apply preset' } )
		.click();
	await discard.click();
	await expect( cell( page, 'Author, Contacts: View scope' ) ).toBeFocused();
} );

for ( const [ width, viewport ] of [
	[ '1440', DESKTOP ],
	[ '400', PHONE ],
] as const ) {
	for ( const rtl of [ false, true ] ) {
		test( `a change moves nothing at ${ width }${
			rtl ? ', right to left' : ''
		}`, async ( { as } ) => {
			const page = await as( 'admin', { viewport, rtl } );
			await open( page, { page: 'steward-roles' } );
			await expect( heading( page, 'Role Manager' ) ).toBeVisible();
			const narrow = viewport === PHONE;
			const card = page.getByRole( 'listitem' ).filter( {
				has: page.getByRole( 'heading', { name: /^Sales Rep/ } ),
			} );
			await expect( narrow ? card : grid( page ) ).toBeVisible();
			if ( narrow ) {
				await card
					.locator( 'summary', { hasText: 'Contacts' } )
					.click();
				await card.locator( 'summary', { hasText: 'Team' } ).click();
			}
			const reports = narrow
				? card.getByRole( 'checkbox', { name: 'See reports' } )
				: cell( page, 'Sales Rep, See reports' );
			const exports = narrow
				? card.getByRole( 'checkbox', { name: 'Contacts Export' } )
				: cell( page, 'Sales Rep, Contacts: Export' );
			/** Where everything is, but for how far the page is scrolled. */
			const places = () =>
				page.evaluate( () => {
					const all = [
						...document.querySelectorAll(
							'.steward-roles :is( tr, td, th, li, summary, .steward-roles__field )'
						),
					]
						// What is folded is laid out or not, as the browser likes.
						.filter(
							( one ) =>
								one.matches( 'summary' ) ||
								! one.closest( 'details:not( [open] )' )
						)
						.map( ( one ) => one.getBoundingClientRect() );
					return all.map( ( { x, y, width: w, height } ) => [
						x - all[ 0 ]!.x,
						y - all[ 0 ]!.y,
						w,
						height,
					] );
				} );
			const before = await places();
			expect( before.length ).toBeGreaterThan( 20 );
			await reports.click();
			await exports.click();
			await expect(
				page
					.getByText( 'Changed', { exact: true } )
					.and( page.locator( ':not(.is-unseen)' ) )
			).toBeVisible();
			expect( await places() ).toEqual( before );

			await bar( page )
				.getByRole( 'button', { name: 'Discard' } )
				.click();
			await expect( exports ).toBeFocused();
		} );
	}
}

test( 'the keyboard leads through the grid', async ( { as } ) => {
	const page = await as( 'admin' );
	await openRoles( page );
	await page.getByRole( 'button', { name: 'Add role' } ).focus();
	await page.keyboard.press( 'Tab' );
	const first = cell( page, 'Administrator, Contacts: View scope' );
	await expect( first ).toBeFocused();
	await page.keyboard.press( 'ArrowDown' );
	await page.keyboard.press( 'ArrowRight' );
	const update = cell( page, 'Editor, Contacts: Update scope' );
	await expect( update ).toBeFocused();
	await page.keyboard.press( 'Space' );
	await expect( update ).toHaveAccessibleName( /None, changed, was All$/ );
	await page.keyboard.press( 'Enter' );
	await expect( update ).toHaveAccessibleName( /Owned, changed, was All$/ );
	await page.keyboard.press( 'End' );
	const manage = cell( page, 'Editor, Manage Steward' );
	await expect( manage ).toBeFocused();
	await page.keyboard.press( 'Space' );
	await expect( manage ).toBeChecked();
	await page.keyboard.press( 'Home' );
	await expect(
		page.getByRole( 'button', { name: 'Actions for Editor' } )
	).toBeFocused();
	await page.keyboard.press( 'ArrowDown' );
	await expect(
		page.getByRole( 'button', { name: 'Actions for Author' } )
	).toBeFocused();
	await page.keyboard.press( 'Control+End' );
	await expect( cell( page, 'Sales Manager, Manage Steward' ) ).toBeFocused();
	// One stop: the next is the bar.
	await page.keyboard.press( 'Tab' );
	await expect(
		bar( page ).getByRole( 'button', { name: 'Save Changes' } )
	).toBeFocused();
	await page.keyboard.press( 'Shift+Tab' );
	await expect( cell( page, 'Sales Manager, Manage Steward' ) ).toBeFocused();

	// Unsaved work is asked about.
	page.on( 'dialog', ( asked ) => void asked.dismiss() );
	const asked = page.waitForEvent( 'dialog' );
	await page.getByRole( 'link', { name: 'Dashboard' } ).first().click();
	expect( ( await asked ).type() ).toBe( 'beforeunload' );
} );

test( 'others are not let in', async ( { as, expectConsole } ) => {
	expectConsole( /status of 403/ );
	const page = await as( 'manager' );
	await open( page, { page: 'steward-roles' } );
	await expect( page.locator( 'body' ) ).toContainText(
		/lacks the permission to manage Steward.*Request the permission/s
	);
} );
