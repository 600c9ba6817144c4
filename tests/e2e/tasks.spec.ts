/**
 * Follow-ups: on a contact's page, in an opportunity, on their own screen, among contacts and members.
 */
import type { Locator, Page } from '@playwright/test';
import { judge, judgeAtBothWidths } from './support/axe';
import { person, type Site } from './support/site';
import { expect, PHONE, test } from './support/test';
import {
	dialog,
	heading,
	open,
	openContact,
	pick,
	region,
	snackbar,
	spoken,
} from './support/screens';

const HOUR = 3_600_000;

/** A moment so many hours from now. */
const inHours = ( hours: number ): string =>
	new Date( Date.now() + hours * HOUR ).toISOString();

/** Adds a follow-up as somebody and answers its id. */
async function seedTask(
	site: Site,
	as: string,
	fields: Record< string, unknown >
): Promise< number > {
	const { status, body } = await site.rest( as, 'POST', '/tasks', fields );
	expect( status, JSON.stringify( body ) ).toBe( 201 );
	return body.id;
}

/** A record's follow-ups. */
const tasksOf = ( scope: Page | Locator ): Locator =>
	scope.getByRole( 'group', { name: 'Follow-ups' } );

const item = ( scope: Page | Locator, title: string ): Locator =>
	tasksOf( scope ).getByRole( 'listitem' ).filter( { hasText: title } );

const doneBox = ( scope: Page | Locator, title: string ): Locator =>
	scope.getByRole( 'checkbox', { name: `Mark “${ title }” as done` } );

/** The list of the Follow-ups screen. */
const list = ( page: Page ): Locator => region( page, 'Follow-ups' );

const tab = ( page: Page, name: string | RegExp ): Locator =>
	page
		.getByRole( 'navigation', { name: 'Follow-ups by date' } )
		.getByRole( 'link', { name } );

async function openTab( page: Page ): Promise< void > {
	await page.getByRole( 'tab', { name: /^Follow-ups/ } ).click();
	await expect( tasksOf( page ) ).toBeVisible();
}

async function openScreen(
	page: Page,
	params: Record< string, string | number > = {}
): Promise< void > {
	await open( page, { page: 'steward-tasks', ...params } );
	await expect( heading( page, 'Follow-ups' ) ).toBeVisible();
	await expect( list( page ) ).toBeVisible();
}

test( 'a follow-up is added on the contact’s page, done, and back by Undo', async ( {
	site,
	as,
} ) => {
	const contact = await site.contact(
		person( 'Ida Lund', { owner: 'rep_ana' } )
	);
	await seedTask( site, 'rep_ana', {
		contact,
		title: 'Send the offer',
		due_gmt: inHours( -26 ),
		priority: 'high',
	} );
	const page = await as( 'rep_ana' );
	await openContact( page, contact, 'Ida Lund' );
	await expect(
		page.getByRole( 'tab', { name: 'Follow-ups (1)' } )
	).toBeVisible();
	await openTab( page );
	await expect( item( page, 'Send the offer' ) ).toContainText( 'Overdue' );
	await expect( item( page, 'Send the offer' ) ).toContainText(
		'High priority'
	);

	await page.getByRole( 'button', { name: 'Add follow-up' } ).click();
	const add = dialog( page, 'Add follow-up' );
	await expect(
		add.getByRole( 'textbox', { name: 'What is to be done' } )
	).toBeFocused();
	await add.getByRole( 'button', { name: 'Add follow-up' } ).click();
	await expect( add ).toContainText( 'Say what is to be done.' );
	await add
		.getByRole( 'textbox', { name: 'What is to be done' } )
		.fill( 'Call about the samples' );
	await add.getByRole( 'button', { name: 'Tomorrow' } ).click();
	await judge( page );
	await add.getByRole( 'button', { name: 'Add follow-up' } ).click();
	await expect( add ).toHaveCount( 0 );
	await expect( item( page, 'Call about the samples' ) ).toContainText(
		'Tomorrow'
	);
	// The eye goes to what is new.
	await expect(
		page.getByRole( 'button', { name: 'Call about the samples' } ).first()
	).toBeFocused();
	await expect(
		page.getByRole( 'tab', { name: 'Follow-ups (2)' } )
	).toBeVisible();
	// The overdue one stands first.
	await expect(
		tasksOf( page ).getByRole( 'listitem' ).first()
	).toContainText( 'Send the offer' );

	await doneBox( page, 'Send the offer' ).check();
	const said = snackbar( page, '“Send the offer” is done.' );
	await expect( said ).toBeVisible();
	await expect( item( page, 'Send the offer' ) ).toHaveCount( 0 );
	await expect( tasksOf( page ).getByText( 'Done (1)' ) ).toBeVisible();
	await judgeAtBothWidths( page );
	await said.getByRole( 'button', { name: 'Undo' } ).click();
	await expect( item( page, 'Send the offer' ) ).toContainText( 'Overdue' );
	await expect(
		page.getByRole( 'button', { name: 'Send the offer' } ).first()
	).toBeFocused();

	// Both are told on the timeline.
	await page.getByRole( 'tab', { name: 'Activity' } ).click();
	await expect(
		page.getByText( 'You added the follow-up “Call about the samples”' )
	).toBeVisible();
	await expect(
		page.getByText( 'You reopened the follow-up “Send the offer”' )
	).toBeVisible();
} );

test( 'a follow-up is edited and deleted; a stale edit loses nothing', async ( {
	site,
	as,
	expectConsole,
} ) => {
	expectConsole( /409 \(Conflict\)/ );
	const contact = await site.contact(
		person( 'Ida Lund', { owner: 'rep_ana' } )
	);
	const id = await seedTask( site, 'rep_ana', {
		contact,
		title: 'Call Ida',
	} );
	const page = await as( 'rep_ana' );
	await openContact( page, contact, 'Ida Lund', { tab: 'tasks' } );
	await page.getByRole( 'button', { name: 'Call Ida', exact: true } ).click();
	const edit = dialog( page, 'Edit follow-up' );
	await edit
		.getByRole( 'textbox', { name: 'What is to be done' } )
		.fill( 'Call Ida on Monday' );
	await site.rest( 'manager', 'PATCH', `/tasks/${ id }`, {
		priority: 'high',
	} );
	await edit.getByRole( 'button', { name: 'Save Changes' } ).click();
	await expect( edit ).toContainText( 'Somebody changed this follow-up' );
	await expect( edit.getByRole( 'radio', { name: 'High' } ) ).toBeChecked();
	await edit.getByRole( 'button', { name: 'Save Changes' } ).click();
	await expect( edit ).toHaveCount( 0 );
	const { body } = await site.rest( 'rep_ana', 'GET', `/tasks/${ id }` );
	expect( body ).toMatchObject( {
		title: 'Call Ida on Monday',
		priority: 'high',
	} );

	await page
		.getByRole( 'button', { name: 'Actions for “Call Ida on Monday”' } )
		.click();
	await page.getByRole( 'menuitem', { name: 'Delete' } ).click();
	await dialog( page, 'Delete “Call Ida on Monday”?' )
		.getByRole( 'button', { name: 'Delete' } )
		.click();
	await expect(
		tasksOf( page ).getByText( 'Nothing to follow up' )
	).toBeVisible();
	await judgeAtBothWidths( page );
} );

test( 'follow-ups by keyboard alone, and what is said of them', async ( {
	site,
	as,
} ) => {
	const contact = await site.contact(
		person( 'Ida Lund', { owner: 'rep_ana' } )
	);
	for ( const title of [ 'First call', 'Second call' ] ) {
		await seedTask( site, 'rep_ana', { contact, title } );
	}
	const page = await as( 'rep_ana' );
	await openContact( page, contact, 'Ida Lund', { tab: 'tasks' } );
	await doneBox( page, 'First call' ).focus();
	await page.keyboard.press( 'Space' );
	await expect(
		spoken( page ).filter( {
			hasText:
				/“First call” is done\. Press (Control|Command)\+Z to undo\./,
		} )
	).toHaveCount( 1 );
	// The row is gone: the next one has the focus.
	await expect( doneBox( page, 'Second call' ) ).toBeFocused();
	await page.keyboard.press( 'Control+z' );
	await expect( item( page, 'First call' ) ).toHaveCount( 1 );
	await expect(
		page.getByRole( 'button', { name: 'First call', exact: true } )
	).toBeFocused();
	await page.keyboard.press( 'Enter' );
	await expect( dialog( page, 'Edit follow-up' ) ).toBeVisible();
	await page.keyboard.press( 'Escape' );
	await expect(
		page.getByRole( 'button', { name: 'First call', exact: true } )
	).toBeFocused();
} );

test( 'who may not change the contact sees its follow-ups and why not', async ( {
	site,
	as,
} ) => {
	const contact = await site.contact(
		person( 'Ida Lund', { owner: 'rep_ana' } )
	);
	await seedTask( site, 'rep_ana', { contact, title: 'Send the offer' } );
	// Who sees everything and changes only what they own.
	const { status } = await site.rest(
		'admin',
		'PATCH',
		'/roles/steward_sales_rep',
		{ contacts: { view: 'all', update: 'owned' } }
	);
	expect( status ).toBe( 200 );
	const page = await as( 'rep_ben' );
	await openContact( page, contact, 'Ida Lund', { tab: 'tasks' } );
	await expect( item( page, 'Send the offer' ) ).toBeVisible();
	await expect( doneBox( page, 'Send the offer' ) ).toHaveCount( 0 );
	await expect(
		page.getByRole( 'button', { name: 'Add follow-up' } )
	).toHaveCount( 0 );
	await expect( tasksOf( page ) ).toContainText(
		'you neither own this contact'
	);
} );

test( 'a deal’s follow-ups stand in its details and on its contact’s page', async ( {
	site,
	as,
} ) => {
	const contact = await site.contact(
		person( 'Ida Lund', { owner: 'rep_ana' } )
	);
	const opportunity = await site.opportunity( {
		contact,
		title: 'Pilot project',
		value: '100',
		currency: 'EUR',
	} );
	const page = await as( 'rep_ana' );
	await open( page, { page: 'steward-opportunities', opportunity } );
	const details = dialog( page, /Opportunity Details/ );
	await details.getByRole( 'tab', { name: 'Follow-ups' } ).click();
	await details.getByRole( 'button', { name: 'Add follow-up' } ).click();
	const add = dialog( page, 'Add follow-up' );
	await expect( add ).toContainText( 'About Pilot project' );
	await add
		.getByRole( 'textbox', { name: 'What is to be done' } )
		.fill( 'Send the contract' );
	await add.getByRole( 'button', { name: 'Add follow-up' } ).click();
	await expect( item( details, 'Send the contract' ) ).toBeVisible();
	await judge( page );
	await page.setViewportSize( PHONE );
	await judge( page );

	await openContact( page, contact, 'Ida Lund', { tab: 'tasks' } );
	await expect(
		item( page, 'Send the contract' ).getByRole( 'link', {
			name: 'Pilot project',
		} )
	).toBeVisible();
} );

test( 'the screen of follow-ups parts them by date, and does many at once', async ( {
	site,
	as,
} ) => {
	const contact = await site.contact(
		person( 'Ida Lund', { owner: 'rep_ana' } )
	);
	for ( const [ title, hours, assignee ] of [
		[ 'Late call', -50, 'rep_ana' ],
		[ 'Later call', -30, 'rep_ana' ],
		[ 'Next week’s call', 24 * 7, 'rep_ana' ],
		[ 'Maya’s call', 24 * 8, 'manager' ],
	] as const ) {
		await seedTask( site, 'rep_ana', {
			contact,
			title,
			due_gmt: inHours( hours ),
			assignee: site.users[ assignee ],
		} );
	}
	const page = await as( 'rep_ana' );
	await openScreen( page );
	await expect( list( page ) ).toContainText( 'Late call' );
	await expect( list( page ) ).not.toContainText( 'Maya’s call' );
	await expect( tab( page, /^Overdue/ ) ).toContainText( '2' );
	await judgeAtBothWidths( page );

	await tab( page, 'Upcoming' ).click();
	await expect( list( page ) ).toContainText( 'Maya’s call' );
	await expect( list( page ) ).not.toContainText( 'Late call' );
	await expect( page ).toHaveURL( /tab=upcoming/ );
	await tab( page, 'Today' ).click();
	await expect( list( page ) ).toContainText( 'Nothing is due today' );

	await tab( page, /^Overdue/ ).click();
	for ( const title of [ 'Late call', 'Later call' ] ) {
		await list( page )
			.getByRole( 'checkbox', { name: title, exact: true } )
			.check();
	}
	await page
		.locator( '.dataviews-bulk-actions-footer__container' )
		.getByRole( 'button', { name: 'Mark as done' } )
		.click();
	const said = snackbar( page, '2 follow-ups are done.' );
	await expect( said ).toBeVisible();
	await expect( list( page ) ).toContainText( 'Nothing is overdue' );
	await said.getByRole( 'button', { name: 'Undo' } ).click();
	await expect( list( page ) ).toContainText( 'Later call' );

	await list( page )
		.getByRole( 'row' )
		.filter( { hasText: 'Later call' } )
		.getByRole( 'button', { name: 'Actions' } )
		.click();
	await page.getByRole( 'menuitem', { name: 'Reassign' } ).click();
	const assign = dialog( page, 'Reassign “Later call”' );
	await pick( assign, 'Assignee', 'Maya' );
	await assign.getByRole( 'button', { name: 'Reassign' } ).click();
	await expect(
		snackbar( page, '1 follow-up is for Maya Lindholm now.' )
	).toBeVisible();
	await expect(
		list( page ).getByRole( 'row' ).filter( { hasText: 'Later call' } )
	).toContainText( 'Maya Lindholm' );
} );

test( 'a follow-up is added on the screen, of a contact that is looked for', async ( {
	site,
	as,
} ) => {
	await site.contact( person( 'Ida Lund', { owner: 'rep_ana' } ) );
	const page = await as( 'rep_ana' );
	await openScreen( page );
	await expect( list( page ) ).toContainText(
		'You have nothing to follow up'
	);
	await judgeAtBothWidths( page );
	await page.getByRole( 'button', { name: 'Add follow-up' } ).first().click();
	const add = dialog( page, 'Add follow-up' );
	await add
		.getByRole( 'textbox', { name: 'What is to be done' } )
		.fill( 'Say hello' );
	await pick( add, 'Contact', 'Ida' );
	await judge( page );
	await add.getByRole( 'button', { name: 'Add follow-up' } ).click();
	const row = list( page )
		.getByRole( 'row' )
		.filter( { hasText: 'Say hello' } );
	await expect( row.getByRole( 'link', { name: 'Ida Lund' } ) ).toBeVisible();
	await expect(
		row.getByRole( 'link', { name: 'Say hello' } )
	).toBeFocused();
	await row.getByRole( 'link', { name: 'Say hello' } ).click();
	await expect( dialog( page, 'Edit follow-up' ) ).toBeVisible();
	await expect( page ).toHaveURL( /task=\d+/ );
	await page.reload();
	await expect( dialog( page, 'Edit follow-up' ) ).toBeVisible();
} );

test( 'contacts show their next follow-up, members their overdue ones', async ( {
	site,
	as,
} ) => {
	const [ ida ] = await site.contacts(
		person( 'Ida Lund', { owner: 'rep_ana' } ),
		person( 'Omar Haddad', { owner: 'rep_ana' } )
	);
	await seedTask( site, 'rep_ana', {
		contact: ida,
		title: 'Later',
		due_gmt: inHours( 72 ),
	} );
	await seedTask( site, 'rep_ana', {
		contact: ida,
		title: 'Long due',
		due_gmt: inHours( -72 ),
	} );
	const page = await as( 'admin' );
	await open( page );
	const next = page.getByRole( 'link', { name: /Long due/ } );
	await expect( next ).toContainText( 'Overdue' );
	await next.click();
	await expect( item( page, 'Long due' ) ).toBeVisible();

	await open( page, { page: 'steward-members' } );
	const overdue = page.getByRole( 'link', {
		name: '1 overdue follow-up of Ana Ruiz',
	} );
	await expect( overdue ).toBeVisible();
	await page.setViewportSize( PHONE );
	await judge( page );
	await overdue.click();
	await expect( heading( page, 'Follow-ups' ) ).toBeVisible();
	await expect( list( page ) ).toContainText( 'Long due' );
	await expect( page ).toHaveURL( /tab=overdue/ );
} );

test( 'the reassign dialog says how many follow-ups go along', async ( {
	site,
	as,
} ) => {
	const contact = await site.contact(
		person( 'Ida Lund', { owner: 'rep_ana' } )
	);
	for ( const title of [ 'One', 'Two' ] ) {
		await seedTask( site, 'rep_ana', { contact, title } );
	}
	const page = await as( 'manager' );
	await openContact( page, contact, 'Ida Lund' );
	await region( page, 'Owner' )
		.getByRole( 'button', { name: 'Reassign' } )
		.click();
	await expect( dialog( page, 'Reassign Ida Lund' ) ).toContainText(
		'2 open follow-ups go along.'
	);
} );
