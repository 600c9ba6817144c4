/**
 * Members: who is in, Only Assigned Data, absence and capacity, seeing as somebody, and owners without access.
 */
import type { Locator, Page } from '@playwright/test';
import { judge, judgeAtBothWidths } from './support/axe';
import { seedDemo } from './support/demo';
import { person } from './support/site';
import { expect, test } from './support/test';
import {
	dialog,
	heading,
	list,
	open,
	openList,
	pick,
	region,
	snackbar,
} from './support/screens';

const members = ( page: Page ): Locator => region( page, 'Members' );
const member = ( page: Page, name: string ): Locator =>
	members( page ).getByRole( 'row' ).filter( { hasText: name } );

async function openMembers( page: Page ): Promise< void > {
	await open( page, { page: 'steward-members' } );
	await expect( heading( page, 'Members' ) ).toBeVisible();
	await expect( members( page ) ).toContainText( 'Ben Carter' );
}

test( 'a manager narrows somebody, after hearing what that does', async ( {
	site,
	as,
} ) => {
	await seedDemo( site );
	const page = await as( 'admin' );
	await openMembers( page );
	const toggle = member( page, 'Maya Lindholm' ).getByRole( 'checkbox', {
		name: 'Only Assigned Data for Maya Lindholm',
	} );
	await toggle.click();
	const ask = dialog( page, 'Only Assigned Data for Maya Lindholm?' );
	await expect( ask ).toContainText(
		/Maya Lindholm will see \d+ contacts instead of 20\./
	);
	await judge( page );
	await ask.getByRole( 'button', { name: 'Turn on' } ).click();
	await expect(
		snackbar( page, 'Maya Lindholm now sees only assigned data.' )
	).toBeVisible();
	await expect( toggle ).toBeChecked();
	const answer = await site.rest( 'manager', 'GET', '/contacts' );
	expect( answer.body.length ).toBeLessThan( 20 );
} );

test( 'absence and capacity are set, and pickers say so', async ( {
	site,
	as,
	expectConsole,
} ) => {
	expectConsole( /400 \(Bad Request\)/ );
	await seedDemo( site );
	const page = await as( 'admin' );
	await openMembers( page );
	await member( page, 'Ben Carter' )
		.getByRole( 'button', { name: 'Actions' } )
		.click();
	await page
		.getByRole( 'menuitem', { name: 'Absence and capacity' } )
		.click();
	const edit = dialog( page, 'Ben Carter' );
	await edit.getByLabel( 'First day' ).fill( '2026-01-05' );
	await edit.getByLabel( 'Last day' ).fill( '2026-01-01' );
	await edit.getByLabel( 'Capacity' ).fill( '1' );
	await edit.getByRole( 'button', { name: 'Save Changes' } ).click();
	await expect(
		edit.getByRole( 'group', { name: 'Out of office' } )
	).toContainText( 'The last day must not be before the first.' );
	await expect( edit.getByLabel( 'First day' ) ).toBeFocused();
	await edit.getByLabel( 'Last day' ).fill( '2098-12-31' );
	await edit.getByRole( 'button', { name: 'Save Changes' } ).click();
	await expect( member( page, 'Ben Carter' ) ).toContainText(
		/of 1 contact.*over capacity.*away until/
	);
	await judge( page );
} );

test( 'seeing as somebody is their list, to look at only', async ( {
	site,
	as,
} ) => {
	await seedDemo( site );
	const page = await as( 'admin' );
	await openMembers( page );
	await member( page, 'Ana Ruiz' )
		.getByRole( 'button', { name: 'Actions' } )
		.click();
	await page.getByRole( 'menuitem', { name: 'See as this person' } ).click();
	await expect(
		page.getByText( 'You see what Ana Ruiz sees. Read only.' ).first()
	).toBeVisible();
	await expect( list( page ) ).toContainText( 'Ingrid Solberg' );
	await expect(
		page.getByRole( 'link', { name: /^Unassigned \d+/ } )
	).toBeVisible();
	await expect( list( page ) ).not.toContainText( 'Tomasz Zieliński' );
	await expect(
		list( page ).getByRole( 'button', { name: /^Claim / } )
	).toHaveCount( 0 );
	await expect(
		list( page ).getByRole( 'button', { name: 'Actions' } )
	).toHaveCount( 0 );
	await expect(
		page.getByRole( 'button', { name: 'Add contact' } )
	).toHaveCount( 0 );
	await judge( page );
	await page.getByRole( 'button', { name: 'Stop' } ).click();
	await expect( list( page ) ).toContainText( 'Tomasz Zieliński' );
	await expect(
		list( page ).getByRole( 'button', { name: 'Claim Nora Quist' } )
	).toBeVisible();
} );

test( 'who may see through nobody’s eyes is told so, and nothing else', async ( {
	site,
	as,
	expectConsole,
} ) => {
	expectConsole( /403/ );
	await seedDemo( site );
	const page = await as( 'rep_ana' );
	await page.goto(
		`/wp-admin/admin.php?page=steward&as=${ site.users.rep_ben! }`
	);
	await expect(
		page.getByText( 'You can’t see these contacts' )
	).toBeVisible();
	await expect( page.getByText( /You see what/ ) ).toHaveCount( 0 );
	await page.getByRole( 'button', { name: 'Show my contacts' } ).click();
	await expect( list( page ) ).toContainText( 'Ingrid Solberg' );
} );

test( 'what somebody without access owns is handed over', async ( {
	site,
	as,
} ) => {
	await site.user( 'gone', 'Gil Gone', 'steward_sales_rep' );
	await site.contact( person( 'Ida Lund', { owner: 'gone' } ) );
	const user = site.users.gone!;
	await site.rest( 'admin', 'POST', `/wp/v2/users/${ user }`, {
		roles: [ 'subscriber' ],
	} );
	const page = await as( 'manager' );
	await openMembers( page );
	const lost = region( page, 'Owners without access' );
	await expect( lost ).toContainText( 'Gil Gone' );
	await expect( lost ).toContainText( '1 contact' );
	await judge( page );
	await lost
		.getByRole( 'button', { name: 'Hand over what Gil Gone owns' } )
		.click();
	const give = dialog( page, 'Hand over what Gil Gone owns' );
	await pick( give, 'New owner', 'Ana' );
	await judge( page );
	await give.getByRole( 'button', { name: 'Hand over' } ).click();
	// While the dialog is open, all else is hidden from roles.
	await expect( give ).toHaveCount( 0 );
	await expect(
		snackbar( page, '1 record was handed over to Ana Ruiz.' )
	).toBeVisible( { timeout: 30_000 } );
	await expect( lost ).toHaveCount( 0 );
	await expect( members( page ) ).toBeFocused();
	const { body } = await site.rest( 'manager', 'GET', '/contacts' );
	expect( body[ 0 ].contact_owner ).toBe( site.users.rep_ana );
} );

test( 'reps have no such screen', async ( { as } ) => {
	const page = await as( 'rep_ana' );
	await openList( page );
	await expect(
		page.locator( '#adminmenu' ).getByRole( 'link', { name: 'Members' } )
	).toHaveCount( 0 );
} );

test( 'the members and what somebody sees are accessible', async ( {
	site,
	as,
} ) => {
	await seedDemo( site );
	await site.rest( 'admin', 'PATCH', `/members/${ site.users.rep_ben }`, {
		capacity: 10,
		out_of_office: { from: '2026-01-01', to: '2098-12-31' },
	} );
	await site.user( 'gone', 'Gil Gone', 'steward_sales_rep' );
	await site.contact( person( 'Ida Lund', { owner: 'gone' } ) );
	await site.rest( 'admin', 'POST', `/wp/v2/users/${ site.users.gone! }`, {
		roles: [ 'subscriber' ],
	} );
	const page = await as( 'admin' );
	await openMembers( page );
	await judgeAtBothWidths( page );
	await open( page, { as: site.users.rep_ana! } );
	await expect( list( page ) ).toContainText( 'Nora Quist' );
	await judgeAtBothWidths( page );
} );
