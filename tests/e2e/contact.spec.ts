/**
 * One contact: its details, unsaved and stale work, owner, followers, and what one can do there.
 */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/test';
import { person, type Site } from './support/site';
import {
	dialog,
	heading,
	names,
	open,
	openContact,
	openList,
	pick,
	region,
	snackbar,
} from './support/screens';

const field = ( page: Page, name: string ): Locator =>
	page.getByRole( 'textbox', { name, exact: true } );

async function openDetails( page: Page, id: number, name: string ) {
	await openContact( page, id, name, { tab: 'details' } );
	await expect( field( page, 'First name' ) ).toBeVisible();
}

/** Ida Lund's details, open for editing by Ana, who owns her. */
async function editIda(
	site: Site,
	as: ( login: string ) => Promise< Page >
): Promise< { id: number; page: Page } > {
	const id = await site.contact( person( 'Ida Lund', { owner: 'rep_ana' } ) );
	const page = await as( 'rep_ana' );
	await openDetails( page, id, 'Ida Lund' );
	return { id, page };
}

test( 'a contact is named in the browser’s title, by its company where there is nobody', async ( {
	site,
	as,
} ) => {
	const id = await site.contact( { fields: { company: 'Lund AS' } } );
	const page = await as( 'manager' );
	await openList( page );
	const before = await page.title();
	await expect( names( page ) ).toHaveText( [ 'Lund AS' ] );
	await names( page ).first().click();
	await expect( heading( page, 'Lund AS' ) ).toBeVisible();
	await expect( page ).toHaveTitle( /^Lund AS ‹ / );
	await page.goBack();
	await expect( heading( page, 'Contacts' ) ).toBeVisible();
	await expect( page ).toHaveTitle( before );
	expect( ( await site.stored( id ) ).company ).toBe( 'Lund AS' );
} );

test.describe( 'the details of a contact', () => {
	test( 'tells of a wrong address and a wrong website at once', async ( {
		site,
		as,
	} ) => {
		const { page } = await editIda( site, as );
		await field( page, 'E-mail' ).fill( 'not an address' );
		await field( page, 'Website' ).fill( 'not a website' );
		await page.getByRole( 'button', { name: 'Save', exact: true } ).click();
		await expect(
			page.getByText( 'This is not a web address' )
		).toBeVisible();
		await expect( field( page, 'E-mail' ) ).toHaveJSProperty(
			'validity.valid',
			false
		);
	} );

	test( 'are saved by Ctrl+S, and the activity says what changed', async ( {
		site,
		as,
	} ) => {
		const { page } = await editIda( site, as );
		await field( page, 'Company' ).fill( 'Lund AS' );
		await expect( page.getByText( '1 unsaved change' ) ).toBeVisible();
		await page.keyboard.press( 'Control+s' );
		await expect( snackbar( page, 'Changes saved.' ) ).toBeVisible();
		await expect(
			page.getByText( 'All changes are saved.' )
		).toBeVisible();
		await page.getByRole( 'tab', { name: 'Activity' } ).click();
		await expect(
			page.getByText( 'You changed the details' )
		).toBeVisible();
		await expect(
			page.locator( 'ins' ).filter( { hasText: 'Lund AS' } )
		).toBeVisible();
	} );

	test( 'show what is wrong next to the field, and focus it', async ( {
		site,
		as,
	} ) => {
		const { page } = await editIda( site, as );
		const email = field( page, 'E-mail' );
		await email.fill( 'not an address' );
		await page.getByRole( 'button', { name: 'Save', exact: true } ).click();
		await expect( email ).toBeFocused();
		await expect( email ).toHaveJSProperty( 'validity.valid', false );
		await expect( snackbar( page, 'Changes saved.' ) ).toHaveCount( 0 );
		await email.fill( 'ida@example.net' );
		await page.getByRole( 'button', { name: 'Save', exact: true } ).click();
		await expect( snackbar( page, 'Changes saved.' ) ).toBeVisible();
	} );

	test( 'show what the server finds wrong next to the field', async ( {
		site,
		as,
		expectConsole,
	} ) => {
		expectConsole( /status of 400/ );
		const { page } = await editIda( site, as );
		const website = field( page, 'Website' );
		await website.fill( 'javascript:alert(1)' );
		await page.getByRole( 'button', { name: 'Save', exact: true } ).click();
		await expect( website ).toBeFocused();
		await expect( website ).toHaveJSProperty( 'validity.valid', false );
	} );

	test( 'lead to the contact who has the address already', async ( {
		site,
		as,
		expectConsole,
	} ) => {
		expectConsole( /status of 409/ );
		const [ id ] = await site.contacts(
			person( 'Ida Lund', { owner: 'rep_ana' } ),
			person( 'Omar Haddad' )
		);
		const page = await as( 'rep_ana' );
		await openDetails( page, id!, 'Ida Lund' );
		await field( page, 'E-mail' ).fill( 'omar.haddad@example.org' );
		await page.keyboard.press( 'Control+s' );
		const link = page.getByRole( 'link', {
			name: 'Open the existing contact',
		} );
		await expect( link ).toBeVisible();
		await link.click();
		await dialog( page, 'Leave without saving?' )
			.getByRole( 'button', { name: 'Discard changes' } )
			.click();
		await expect( heading( page, 'Omar Haddad' ) ).toBeVisible();
	} );

	test( 'refused as the contact was released meanwhile, are saved after claiming it', async ( {
		site,
		as,
		expectConsole,
	} ) => {
		expectConsole( /status of 403/ );
		const { id, page } = await editIda( site, as );
		await field( page, 'Company' ).fill( 'Lund AS' );
		await site.rest( 'manager', 'POST', `/contacts/${ id }/reassign`, {
			contact_owner: null,
		} );
		await page.keyboard.press( 'Control+s' );

		const refusal = page.locator( '.steward-form-refusal' );
		await expect( refusal ).toContainText( 'Claim it first' );
		const owner = region( page, 'Owner' );
		await expect( owner ).toContainText( 'Unassigned' );
		await expect( region( page, 'What you can do here' ) ).toContainText(
			/Claim it\s*Yes/
		);
		await expect( field( page, 'Company' ) ).toHaveValue( 'Lund AS' );

		await owner.getByRole( 'button', { name: 'Claim contact' } ).click();
		await expect( owner ).toContainText( 'Ana Ruiz' );
		await expect( refusal ).toHaveCount( 0 );
		await field( page, 'Company' ).press( 'Control+s' );
		await expect( snackbar( page, 'Changes saved.' ) ).toBeVisible();
		expect( ( await site.stored( id ) ).company ).toBe( 'Lund AS' );
	} );

	test( 'refused as the contact is another’s now, are there to copy', async ( {
		site,
		as,
		expectConsole,
	} ) => {
		expectConsole( /status of 40[34]/ );
		const { id, page } = await editIda( site, as );
		await field( page, 'Company' ).fill( 'Lund AS' );
		await site.rest( 'manager', 'POST', `/contacts/${ id }/reassign`, {
			contact_owner: site.users.rep_ben,
		} );
		await page.keyboard.press( 'Control+s' );
		await expect(
			page.getByRole( 'heading', { name: /contact/, level: 2 } ).first()
		).toBeVisible();
		await expect(
			region( page, 'Your changes weren’t saved' )
		).toContainText( 'Lund AS' );
	} );

	test( 'are not left unsaved without a question', async ( { site, as } ) => {
		const id = await site.contact(
			person( 'Ida Lund', { owner: 'rep_ana' } )
		);
		const page = await as( 'rep_ana' );
		await openList( page );
		await names( page ).first().click();
		await page.getByRole( 'tab', { name: 'Details' } ).click();
		await field( page, 'Company' ).fill( 'Lund AS' );

		const back = page
			.getByRole( 'navigation', { name: 'Back' } )
			.getByRole( 'link' );
		const ask = dialog( page, 'Leave without saving?' );
		await back.click();
		await ask.getByRole( 'button', { name: 'Keep editing' } ).click();
		await expect( field( page, 'Company' ) ).toHaveValue( 'Lund AS' );
		await page.goBack();
		await expect( ask ).toBeVisible();
		await ask.getByRole( 'button', { name: 'Keep editing' } ).click();
		await expect( field( page, 'Company' ) ).toHaveValue( 'Lund AS' );

		await back.click();
		await ask.getByRole( 'button', { name: 'Discard changes' } ).click();
		await expect( heading( page, 'Contacts' ) ).toBeVisible();
		expect( ( await site.stored( id ) ).company ).toBe( '' );
	} );

	test( 'saved by somebody else meanwhile are put side by side, and nothing is lost', async ( {
		site,
		as,
		expectConsole,
	} ) => {
		expectConsole( /status of 409/ );
		const id = await site.contact(
			person( 'Ida Lund', { owner: 'rep_ana' } )
		);
		const [ ana, maya ] = [ await as( 'rep_ana' ), await as( 'manager' ) ];
		await openDetails( ana, id, 'Ida Lund' );
		await openDetails( maya, id, 'Ida Lund' );
		await field( maya, 'Company' ).fill( 'Maya’s company' );
		await field( maya, 'City' ).fill( 'Bergen' );
		await maya.keyboard.press( 'Control+s' );
		await expect( snackbar( maya, 'Changes saved.' ) ).toBeVisible();

		await field( ana, 'Company' ).fill( 'Ana’s company' );
		await field( ana, 'Job title' ).fill( 'Owner' );
		await ana.keyboard.press( 'Control+s' );
		const conflict = dialog( ana, /changed while you were editing/ );
		await expect( conflict ).toBeVisible();
		await expect(
			conflict.getByRole( 'radio', { name: /Keep mine.*Ana’s company/ } )
		).toBeChecked();
		await expect(
			conflict.getByRole( 'radio', {
				name: /Take theirs.*Maya’s company/,
			} )
		).toBeVisible();
		await expect( conflict ).toContainText( 'Bergen' );
		await expect( conflict ).toContainText(
			'Maya Lindholm saved a newer version'
		);

		// Going back loses nothing, and the conflict is still there.
		await conflict
			.getByRole( 'button', { name: 'Back to editing' } )
			.click();
		await expect( field( ana, 'Company' ) ).toHaveValue( 'Ana’s company' );
		await ana.keyboard.press( 'Control+s' );
		await conflict.getByRole( 'radio', { name: /Take theirs/ } ).check();
		await conflict.getByRole( 'button', { name: 'Save this' } ).click();
		await expect( snackbar( ana, 'Changes saved.' ) ).toBeVisible();
		const { body } = await site.rest(
			'manager',
			'GET',
			`/contacts/${ id }`
		);
		expect( [ body.company, body.title, body.address.city ] ).toEqual( [
			'Maya’s company',
			'Owner',
			'Bergen',
		] );
	} );

	test( 'left for the newer version say so', async ( {
		site,
		as,
		expectConsole,
	} ) => {
		expectConsole( /status of 409/ );
		const { id, page } = await editIda( site, as );
		await field( page, 'Company' ).fill( 'Ana’s company' );
		await site.rest( 'manager', 'PATCH', `/contacts/${ id }`, {
			company: 'Maya’s company',
		} );
		await page.keyboard.press( 'Control+s' );
		const conflict = dialog( page, /changed while you were editing/ );
		await conflict.getByRole( 'radio', { name: /Take theirs/ } ).check();
		await conflict.getByRole( 'button', { name: 'Save this' } ).click();
		await expect(
			snackbar( page, 'The newer version is kept.' )
		).toBeVisible();
		await expect( field( page, 'Company' ) ).toHaveValue(
			'Maya’s company'
		);
	} );

	test( 'are read-only with the reason for those who may not edit', async ( {
		site,
		as,
	} ) => {
		const id = await site.contact( person( 'Ida Lund' ) );
		const page = await as( 'rep_ana' );
		await openContact( page, id, 'Ida Lund', { tab: 'details' } );
		await expect(
			page.getByRole( 'tabpanel' ).getByText( /claim it/i )
		).toBeVisible();
		await expect( field( page, 'First name' ) ).toHaveCount( 0 );
		const can = region( page, 'What you can do here' );
		await expect( can.getByRole( 'listitem' ) ).toHaveCount( 5 );
		await expect(
			can.getByRole( 'listitem' ).filter( { hasText: /^Edit it/ } )
		).toContainText( /No.*claim it/i );
		await expect(
			can.getByRole( 'listitem' ).filter( { hasText: /^Claim it/ } )
		).toContainText( 'Yes' );

		await region( page, 'Owner' )
			.getByRole( 'button', { name: 'Claim contact' } )
			.click();
		await expect( field( page, 'First name' ) ).toBeVisible();
		await expect(
			can.getByRole( 'listitem' ).filter( { hasText: /^Edit it/ } )
		).toContainText( 'Yes' );
	} );
} );

test.describe( 'the owner of a contact', () => {
	test( 'is changed to somebody who may own one, with a note', async ( {
		site,
		as,
	} ) => {
		await site.user( 'subscriber', 'Sue Scriber', 'subscriber' );
		const id = await site.contact(
			person( 'Ida Lund', { owner: 'rep_ana' } )
		);
		const page = await as( 'manager' );
		await openContact( page, id, 'Ida Lund' );
		const owner = region( page, 'Owner' );
		await owner.getByRole( 'button', { name: 'Reassign' } ).click();
		const reassign = dialog( page, 'Reassign Ida Lund' );

		const box = reassign.getByRole( 'combobox', { name: 'New owner' } );
		await expect( box ).toBeFocused();

		// Without a choice it says what is missing, and where.
		await reassign.getByRole( 'button', { name: 'Reassign' } ).click();
		await expect( box ).toHaveAccessibleDescription( /Choose a person/ );
		await expect( box ).toBeFocused();

		// The list of people moves nothing.
		const place = await reassign.boundingBox();
		await box.press( 'ArrowDown' );
		await expect(
			reassign.getByRole( 'option', { name: /Ben Carter/ } )
		).toBeVisible();
		expect( await reassign.boundingBox() ).toEqual( place );
		await box.fill( 'Scriber' );
		await expect( reassign.getByRole( 'option' ) ).toHaveCount( 0 );
		await pick( reassign, 'New owner', 'Ben' );
		await reassign
			.getByRole( 'textbox', { name: /Note/ } )
			.fill( 'Please call her on Monday.' );
		await reassign.getByRole( 'button', { name: 'Reassign' } ).click();
		await expect(
			snackbar( page, 'Ida Lund now belongs to Ben Carter.' )
		).toBeVisible();
		await expect( owner ).toContainText( 'Ben Carter' );
		await expect(
			page.getByText( 'Please call her on Monday.' )
		).toBeVisible();
	} );

	test( 'is released after a question', async ( { site, as } ) => {
		const id = await site.contact(
			person( 'Ida Lund', { owner: 'rep_ana' } )
		);
		const page = await as( 'manager' );
		await openContact( page, id, 'Ida Lund' );
		const owner = region( page, 'Owner' );
		await owner.getByRole( 'button', { name: 'Release' } ).click();
		await dialog( page, 'Release Ida Lund?' )
			.getByRole( 'button', { name: 'Release' } )
			.click();
		await expect(
			snackbar( page, 'Ida Lund is now unassigned.' )
		).toBeVisible();
		await expect( owner ).toContainText( 'Unassigned' );
		await expect(
			owner.getByRole( 'button', { name: 'Claim contact' } )
		).toBeVisible();
	} );

	test( 'can’t be changed by a rep', async ( { site, as } ) => {
		const id = await site.contact(
			person( 'Ida Lund', { owner: 'rep_ana' } )
		);
		const page = await as( 'rep_ana' );
		await openContact( page, id, 'Ida Lund' );
		await expect( region( page, 'Owner' ) ).toContainText( 'Ana Ruiz' );
		await expect(
			region( page, 'Owner' ).getByRole( 'button' )
		).toHaveCount( 0 );
		await expect(
			region( page, 'What you can do here' )
				.getByRole( 'listitem' )
				.filter( { hasText: /^Reassign/ } )
		).toContainText( 'No' );
	} );
} );

test.describe( 'the followers of a contact', () => {
	test( 'are added up to ten, and removed', async ( { site, as } ) => {
		const logins = Array.from( { length: 10 }, ( _, at ) => `fan${ at }` );
		for ( const login of logins ) {
			await site.user(
				login,
				`Fan ${ login.slice( 3 ) }`,
				'steward_sales_rep'
			);
		}
		const id = await site.contact(
			person( 'Ida Lund', {
				owner: 'rep_ana',
				followers: logins.slice( 0, 9 ),
			} )
		);
		const page = await as( 'rep_ana' );
		await openContact( page, id, 'Ida Lund' );
		const followers = region( page, /^Followers/ );
		await expect( followers ).toContainText( '9 of 10' );
		await followers.getByRole( 'button', { name: 'Add follower' } ).click();
		const box = followers.getByRole( 'combobox' );
		await expect( box ).toBeFocused();
		await pick( followers, 'Add a follower', 'Fan 9' );
		await expect(
			snackbar( page, 'Fan 9 now follows Ida Lund.' )
		).toBeVisible();
		await expect( followers ).toContainText( '10 of 10' );
		await expect( followers ).toContainText(
			'There can be at most 10 followers.'
		);
		await expect(
			followers.getByRole( 'button', { name: 'Add follower' } )
		).toHaveCount( 0 );
		const eleventh = await site.rest(
			'rep_ana',
			'POST',
			`/contacts/${ id }/followers`,
			{ user: site.users.rep_ben }
		);
		expect( [ eleventh.status, eleventh.body.code ] ).toEqual( [
			400,
			'steward_follower_limit',
		] );

		await followers
			.getByRole( 'button', { name: 'Remove Fan 3 as a follower' } )
			.click();
		await expect( followers ).toContainText( '9 of 10' );
		await expect( followers.getByRole( 'listitem' ) ).toHaveCount( 9 );
	} );

	test( 'may leave by themselves', async ( { site, as, expectConsole } ) => {
		expectConsole( /status of 403/ );
		const id = await site.contact(
			person( 'Ida Lund', { owner: 'rep_ben', followers: [ 'rep_ana' ] } )
		);
		const page = await as( 'rep_ana' );
		await openContact( page, id, 'Ida Lund' );
		await region( page, /^Followers/ )
			.getByRole( 'button', { name: 'Unfollow' } )
			.click();
		// It was seen only as a follower.
		await expect(
			page.getByText( 'You can’t see this contact' )
		).toBeVisible();
	} );
} );

test.describe( 'a contact that can’t be shown', () => {
	test( 'says why and what to do, and gives nothing away', async ( {
		site,
		as,
		expectConsole,
	} ) => {
		expectConsole( /status of 403/ );
		const id = await site.contact(
			person( 'Ida Secretperson', {
				owner: 'rep_ben',
				fields: { company: 'Hidden Ltd', phone: '+4712345678' },
			} )
		);
		const page = await as( 'rep_ana' );
		const bodies: Promise< string >[] = [];
		page.on( 'response', ( response ) => {
			if ( /steward(%2F|\/)v1/.test( response.url() ) ) {
				bodies.push( response.text().catch( () => '' ) );
			}
		} );
		await open( page, { contact: id } );
		await expect(
			page.getByText( 'You can’t see this contact' )
		).toBeVisible();
		await expect(
			page.getByText( /ask a manager to reassign/i )
		).toBeVisible();
		await expect( page.locator( 'body' ) ).not.toContainText(
			/Secretperson|Hidden Ltd|12345678|Ben Carter/
		);
		expect( ( await Promise.all( bodies ) ).join() ).not.toMatch(
			/Secretperson|Hidden Ltd|12345678|Ben Carter/
		);
		await page.getByRole( 'link', { name: 'Back to contacts' } ).click();
		await expect( heading( page, 'Contacts' ) ).toBeVisible();
	} );

	test( 'that isn’t there says so', async ( { as, expectConsole } ) => {
		expectConsole( /status of 404/ );
		const page = await as( 'rep_ana' );
		await open( page, { contact: 999999 } );
		await expect(
			page.getByText( 'There is no such contact' )
		).toBeVisible();
	} );

	test( 'for lack of a connection is tried again', async ( {
		site,
		as,
		expectConsole,
	} ) => {
		expectConsole( /Failed to load resource|ERR_FAILED/ );
		const id = await site.contact( person( 'Ida Lund' ) );
		const page = await as( 'rep_ana' );
		const contact = new RegExp( `contacts(%2F|/)${ id }` );
		await page.route( contact, ( route ) => route.abort() );
		await open( page, { contact: id } );
		await expect(
			page.getByText( 'This contact couldn’t be loaded' )
		).toBeVisible();
		await page.unroute( contact );
		await page.getByRole( 'button', { name: 'Try again' } ).click();
		await expect( heading( page, 'Ida Lund' ) ).toBeVisible();
	} );

	test( 'in the trash is marked so, and restored from there', async ( {
		site,
		as,
	} ) => {
		const id = await site.contact( person( 'Ida Lund' ) );
		const page = await as( 'manager' );
		await openContact( page, id, 'Ida Lund' );
		await page.getByRole( 'button', { name: 'More actions' } ).click();
		await page.getByRole( 'menuitem', { name: 'Move to trash' } ).click();
		await dialog( page, 'Move Ida Lund to the trash?' )
			.getByRole( 'button', { name: 'Move to trash' } )
			.click();
		await expect(
			snackbar( page, 'Ida Lund is in the trash.' )
		).toBeVisible();
		await expect( page.getByText( 'In the trash' ).first() ).toBeVisible();
		const can = region( page, 'What you can do here' );
		await expect( can ).toContainText( 'Restore it first.' );
		// Said once for all that it refuses.
		await expect(
			can.getByText( 'This contact is in the trash.' )
		).toHaveCount( 1 );
		await page
			.getByRole( 'button', { name: 'Restore', exact: true } )
			.first()
			.click();
		await expect(
			snackbar( page, 'Ida Lund was restored.' )
		).toBeVisible();
	} );
} );

test( 'a manager sees why somebody else can’t do something', async ( {
	site,
	as,
} ) => {
	const id = await site.contact( person( 'Ida Lund', { owner: 'rep_ben' } ) );
	const page = await as( 'manager' );
	await openContact( page, id, 'Ida Lund' );
	const can = region( page, 'What you can do here' );
	await can
		.getByRole( 'button', { name: 'Why can’t somebody else…?' } )
		.click();
	await pick( can, 'Person', 'Ana' );
	await expect( can ).toContainText( 'What Ana Ruiz can do here' );
	await expect( can ).toContainText( /ask a manager to reassign/i );
} );
