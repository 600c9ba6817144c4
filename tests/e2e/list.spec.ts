/**
 * The list of contacts: tabs, search, filters, order, pages, changes of many, trash, and what stands where there is nothing.
 */
import { expect, PHONE, test } from './support/test';
import { people, person } from './support/site';
import {
	dialog,
	heading,
	list,
	names,
	open,
	openList,
	pick,
	row,
	rowAction,
	select,
	snackbar,
	tab,
} from './support/screens';

test.describe( 'the list of contacts', () => {
	test( 'shows each tab its contacts, and only those that one may see', async ( {
		site,
		as,
	} ) => {
		await site.contacts(
			person( 'Una Signed' ),
			person( 'Mia Mine', { owner: 'rep_ana' } ),
			person( 'Ben Theirs', { owner: 'rep_ben' } ),
			person( 'Flo Followed', {
				owner: 'rep_ben',
				followers: [ 'rep_ana' ],
			} )
		);
		const page = await as( 'rep_ana' );
		await openList( page );
		await expect( names( page ) ).toHaveText(
			[ 'Flo Followed', 'Mia Mine', 'Una Signed' ],
			{ useInnerText: true }
		);
		await tab( page, 'Mine' ).click();
		await expect( names( page ) ).toHaveText( [ 'Mia Mine' ] );
		await tab( page, 'Unassigned' ).click();
		await expect( names( page ) ).toHaveText( [ 'Una Signed' ] );
		await tab( page, 'Following' ).click();
		await expect( names( page ) ).toHaveText( [ 'Flo Followed' ] );
		await expect( row( page, 'Flo Followed' ) ).toContainText(
			'Ben Carter'
		);
		// A rep may not delete: there is no trash to look into.
		await expect( tab( page, 'Trash' ) ).toHaveCount( 0 );
	} );

	test( 'searches, filters and sorts, all in the address', async ( {
		site,
		as,
	} ) => {
		await site.contacts(
			person( 'Ida Lund', {
				fields: {
					tags: [ 'vip' ],
					address: { city: 'Oslo', country: 'NO' },
				},
			} ),
			person( 'Idris Park', {
				owner: 'rep_ben',
				fields: { tags: [ 'trial' ], address: { country: 'KR' } },
			} ),
			person( 'Zoe Adams', { fields: { tags: [ 'vip', 'trial' ] } } )
		);
		const page = await as( 'manager' );
		await openList( page );

		await page
			.getByRole( 'searchbox', { name: 'Search contacts' } )
			.fill( 'id' );
		await expect( names( page ) ).toHaveText( [
			'Idris Park',
			'Ida Lund',
		] );
		await expect( page ).toHaveURL( /search=id/ );
		await page
			.getByRole( 'searchbox', { name: 'Search contacts' } )
			.fill( '' );
		await expect( names( page ) ).toHaveCount( 3 );

		await list( page )
			.getByRole( 'button', { name: 'Tags' } )
			.first()
			.click();
		await page.getByRole( 'option', { name: 'vip' } ).click();
		await page.keyboard.press( 'Escape' );
		await expect( names( page ) ).toHaveText( [ 'Zoe Adams', 'Ida Lund' ] );
		await expect( page ).toHaveURL( /tags=vip/ );

		await list( page )
			.getByRole( 'columnheader', { name: 'Name' } )
			.getByRole( 'button' )
			.click();
		await page
			.getByRole( 'menuitemradio', { name: 'Sort ascending' } )
			.click();
		await expect( names( page ) ).toHaveText( [ 'Ida Lund', 'Zoe Adams' ] );
		await expect( page ).toHaveURL( /orderby=name&order=asc/ );

		// The address alone says it all.
		await page.reload();
		await expect( names( page ) ).toHaveText( [ 'Ida Lund', 'Zoe Adams' ] );

		await list( page ).getByText( 'Reset', { exact: true } ).click();
		await expect( names( page ) ).toHaveCount( 3 );
	} );

	test( 'opens by a deep link, and Back returns to it as it was', async ( {
		site,
		as,
	} ) => {
		await site.contacts(
			person( 'Ida Lund', { fields: { address: { country: 'NO' } } } ),
			person( 'Idris Park', { fields: { address: { country: 'KR' } } } ),
			person( 'Zoe Adams', { owner: 'rep_ben' } )
		);
		const page = await as( 'manager' );
		await openList( page, {
			search: 'id',
			owner: 'none',
			orderby: 'name',
			order: 'asc',
		} );
		await expect( names( page ) ).toHaveText( [
			'Ida Lund',
			'Idris Park',
		] );
		await expect(
			page.getByRole( 'searchbox', { name: 'Search contacts' } )
		).toHaveValue( 'id' );
		await expect(
			list( page ).getByRole( 'button', { name: /Owner.*Unassigned/ } )
		).toBeVisible();

		await names( page ).first().click();
		await expect( heading( page, 'Ida Lund' ) ).toBeVisible();
		await page.goBack();
		await expect( heading( page, 'Contacts' ) ).toBeVisible();
		await expect( names( page ) ).toHaveText( [
			'Ida Lund',
			'Idris Park',
		] );
		await expect( page ).toHaveURL( /search=id/ );

		// The link back to the list knows it as well.
		await page.goForward();
		await expect( heading( page, 'Ida Lund' ) ).toBeVisible();
		await page
			.getByRole( 'navigation', { name: 'Back' } )
			.getByRole( 'link' )
			.click();
		await expect( page ).toHaveURL( /search=id/ );
		await expect( names( page ) ).toHaveText( [
			'Ida Lund',
			'Idris Park',
		] );
	} );

	test( 'comes in pages', async ( { site, as } ) => {
		await site.contacts( ...people( 45 ) );
		const page = await as( 'manager' );
		await openList( page, { orderby: 'name', order: 'asc' } );
		await expect( names( page ).first() ).toHaveText( 'Person 01 Test' );
		const size = await names( page ).count();
		await page.getByRole( 'button', { name: 'Next page' } ).click();
		await expect( names( page ).first() ).toHaveText(
			`Person ${ String( size + 1 ).padStart( 2, '0' ) } Test`
		);
		await expect( page ).toHaveURL( /paged=2/ );
		await page.reload();
		await expect( names( page ).first() ).toHaveText(
			`Person ${ size + 1 } Test`
		);
		await page.getByRole( 'button', { name: 'Previous page' } ).click();
		await expect( names( page ).first() ).toHaveText( 'Person 01 Test' );
	} );

	test( 'claims many, and says which not and why', async ( { site, as } ) => {
		const [ ida ] = await site.contacts(
			person( 'Ida Lund' ),
			person( 'Omar Haddad' ),
			person( 'Yui Sato' )
		);
		const page = await as( 'rep_ana' );
		await openList( page, { tab: 'unassigned' } );
		await select( page, 'Ida Lund', 'Omar Haddad', 'Yui Sato' );
		await site.rest( 'rep_ben', 'POST', `/contacts/${ ida }/claim` );
		await list( page )
			.getByRole( 'button', { name: 'Claim', exact: true } )
			.last()
			.click();

		const report = dialog( page, '2 of 3 contacts claimed' );
		await expect( report ).toBeVisible();
		await expect( report.getByRole( 'listitem' ) ).toHaveCount( 1 );
		await expect( report.getByRole( 'listitem' ) ).toContainText(
			'Ida Lund'
		);
		await expect( report.getByRole( 'listitem' ) ).toContainText(
			/owner|owned|assigned/i
		);
		await report.getByRole( 'button', { name: 'Close' } ).last().click();
		await expect( report ).toHaveCount( 0 );
		await tab( page, 'Mine' ).click();
		await expect( names( page ) ).toHaveCount( 2 );
	} );

	test( 'is chosen from on a phone, too, and each Claim names its contact', async ( {
		site,
		as,
	} ) => {
		await site.contacts(
			person( 'Ida Lund' ),
			person( 'Omar Haddad' ),
			person( 'Mia Mine', { owner: 'rep_ana' } )
		);
		const page = await as( 'rep_ana', { viewport: PHONE } );
		await openList( page );
		await expect( names( page ) ).toHaveCount( 3 );
		await expect(
			page.getByRole( 'button', { name: 'Claim Ida Lund' } )
		).toBeVisible();
		await expect(
			page.getByRole( 'button', { name: 'Claim Omar Haddad' } )
		).toBeVisible();
		// One's own can't be claimed, but its tags be changed together with others'.
		await expect(
			list( page ).getByRole( 'checkbox', { name: 'Mia Mine' } )
		).toBeVisible();

		await select( page, 'Ida Lund', 'Omar Haddad' );
		await list( page )
			.getByRole( 'button', { name: 'Claim', exact: true } )
			.click();
		await expect(
			snackbar( page, 'You now own 2 more contacts.' )
		).toBeVisible();
		await expect( row( page, 'Omar Haddad' ) ).toContainText( 'You' );
		await names( page ).filter( { hasText: 'Ida Lund' } ).click();
		await expect( heading( page, 'Ida Lund' ) ).toBeVisible();
	} );

	for ( const width of [ 1280, 1440 ] ) {
		test( `shows all its columns at ${ width } pixels`, async ( {
			site,
			as,
		} ) => {
			await site.contacts(
				person( 'Bartholomew Featherstonehaugh', {
					fields: {
						tags: [ 'wholesale', 'follow up', 'priority' ],
						address: { city: 'Portland', country: 'US' },
						source: 'contact-form-7',
					},
				} ),
				...people( 12, {
					fields: { address: { city: 'Amsterdam', country: 'NL' } },
				} )
			);
			const page = await as( 'rep_ana', {
				viewport: { width, height: 900 },
			} );
			await openList( page );
			const header = ( name: string ) =>
				list( page ).getByRole( 'columnheader', { name } );
			await expect( header( 'Created' ) ).toBeVisible();
			const created = ( await header( 'Created' ).boundingBox() )!;
			const actions = ( await header( 'Actions' ).boundingBox() )!;
			expect( created.x + created.width ).toBeLessThanOrEqual(
				actions.x + 1
			);
		} );
	}

	test( 'doesn’t move when a whole page is chosen', async ( {
		site,
		as,
	} ) => {
		await site.contacts( ...people( 25 ) );
		const page = await as( 'manager' );
		await openList( page );
		const first = names( page ).first();
		const before = await first.boundingBox();
		await list( page )
			.getByRole( 'checkbox', { name: 'Select all' } )
			.first()
			.check();
		await expect(
			page.getByRole( 'button', { name: 'Select all 25 that match' } )
		).toBeInViewport();
		expect( await first.boundingBox() ).toEqual( before );
	} );

	test( 'reassigns many to one person', async ( { site, as } ) => {
		const ids = await site.contacts(
			person( 'Ida Lund', { owner: 'rep_ana' } ),
			person( 'Omar Haddad' )
		);
		const page = await as( 'manager' );
		await openList( page );
		await select( page, 'Ida Lund', 'Omar Haddad' );
		await list( page )
			.getByRole( 'button', { name: 'Reassign', exact: true } )
			.click();
		const reassign = dialog( page, 'Reassign 2 contacts' );
		await pick( reassign, 'New owner', 'Ben' );
		await reassign
			.getByRole( 'textbox', { name: /Note/ } )
			.fill( 'Yours from Monday on.' );
		await reassign.getByRole( 'button', { name: 'Reassign' } ).click();
		await expect(
			snackbar( page, '2 contacts reassigned.' )
		).toBeVisible();
		await expect( row( page, 'Ida Lund' ) ).toContainText( 'Ben Carter' );
		await expect( row( page, 'Omar Haddad' ) ).toContainText(
			'Ben Carter'
		);
		const { body } = await site.rest(
			'manager',
			'GET',
			`/contacts/${ ids[ 0 ] }/activity`
		);
		expect( body[ 0 ].changes.note.new ).toBe( 'Yours from Monday on.' );
	} );

	test( 'says which of many could not be reassigned', async ( {
		site,
		as,
	} ) => {
		const [ ida ] = await site.contacts(
			person( 'Ida Lund' ),
			person( 'Omar Haddad' )
		);
		const page = await as( 'manager' );
		await openList( page );
		await select( page, 'Ida Lund', 'Omar Haddad' );
		await list( page )
			.getByRole( 'button', { name: 'Reassign', exact: true } )
			.click();
		await site.rest(
			'manager',
			'DELETE',
			`/contacts/${ ida }`,
			{},
			{
				force: true,
			}
		);
		const reassign = dialog( page, 'Reassign 2 contacts' );
		await pick( reassign, 'New owner', 'Ben' );
		await reassign.getByRole( 'button', { name: 'Reassign' } ).click();
		const report = dialog( page, '1 of 2 contacts reassigned' );
		await expect( report.getByRole( 'listitem' ) ).toHaveCount( 1 );
		await expect( report.getByRole( 'listitem' ) ).toContainText(
			'Ida Lund'
		);
		await report.getByRole( 'button', { name: 'Close' } ).last().click();
		await expect( names( page ) ).toHaveText( [ 'Omar Haddad' ] );
	} );

	test( 'puts into the trash, and takes out of it', async ( {
		site,
		as,
	} ) => {
		await site.contacts( person( 'Ida Lund' ), person( 'Omar Haddad' ) );
		const page = await as( 'manager' );
		await openList( page );
		await rowAction( page, 'Ida Lund', 'Move to trash' );
		const said = snackbar( page, 'Ida Lund moved to the trash.' );
		await expect( row( page, 'Ida Lund' ) ).toHaveCount( 0 );
		await said.getByRole( 'button', { name: 'Undo' } ).click();
		await expect( row( page, 'Ida Lund' ) ).toBeVisible();

		await rowAction( page, 'Omar Haddad', 'Move to trash' );
		await expect( row( page, 'Omar Haddad' ) ).toHaveCount( 0 );
		await tab( page, 'Trash' ).click();
		await expect( names( page ) ).toHaveText( [ 'Omar Haddad' ] );
		await rowAction( page, 'Omar Haddad', 'Restore' );
		await expect( page.getByText( 'The trash is empty' ) ).toBeVisible();
		await tab( page, 'All' ).click();
		await expect( names( page ) ).toHaveCount( 2 );
	} );

	test( 'erases for good only after a question', async ( { site, as } ) => {
		const id = await site.contact( person( 'Ida Lund' ) );
		await site.rest( 'manager', 'DELETE', `/contacts/${ id }` );
		const page = await as( 'manager' );
		await openList( page, { tab: 'trash' } );
		await rowAction( page, 'Ida Lund', 'Erase for good' );
		const ask = dialog( page, 'Erase Ida Lund?' );
		await ask.getByRole( 'button', { name: 'Cancel' } ).click();
		await expect( names( page ) ).toHaveText( [ 'Ida Lund' ] );
		await rowAction( page, 'Ida Lund', 'Erase for good' );
		await ask.getByRole( 'button', { name: 'Erase for good' } ).click();
		await expect( snackbar( page, 'Ida Lund erased.' ) ).toBeVisible();
		const { status } = await site.rest(
			'manager',
			'GET',
			`/contacts/${ id }`
		);
		expect( status ).toBe( 404 );
	} );

	test( 'follows and unfollows', async ( { site, as } ) => {
		await site.contact( person( 'Ida Lund', { owner: 'rep_ben' } ) );
		const page = await as( 'manager' );
		await openList( page );
		await rowAction( page, 'Ida Lund', 'Follow' );
		await expect(
			snackbar( page, 'You follow Ida Lund now.' )
		).toBeVisible();
		await tab( page, 'Following' ).click();
		await expect( names( page ) ).toHaveText( [ 'Ida Lund' ] );
		await rowAction( page, 'Ida Lund', 'Unfollow' );
		await expect( page.getByText( 'You follow nobody yet' ) ).toBeVisible();
	} );

	test( 'says what is next where there is nothing', async ( {
		site,
		as,
	} ) => {
		const page = await as( 'rep_ana' );
		await open( page );
		await expect( page.getByText( 'No contacts yet' ) ).toBeVisible();
		await tab( page, 'Unassigned' ).click();
		await expect( page.getByText( 'Nobody is waiting' ) ).toBeVisible();
		await tab( page, 'Mine' ).click();
		await expect(
			page.getByText( 'You don’t own any contacts yet' )
		).toBeVisible();
		await tab( page, 'Following' ).click();
		await expect( page.getByText( 'You follow nobody yet' ) ).toBeVisible();

		await site.contact( person( 'Ida Lund' ) );
		await openList( page, { search: 'nobody-is-called-so' } );
		await expect( page.getByText( 'No contacts match' ) ).toBeVisible();
		await page
			.getByRole( 'button', { name: 'Clear search and filters' } )
			.click();
		await expect( names( page ) ).toHaveText( [ 'Ida Lund' ] );
	} );

	test( 'is closed to those without a CRM role', async ( {
		site,
		as,
		expectConsole,
	} ) => {
		expectConsole( /status of 403/ );
		await site.contact( person( 'Ida Lund' ) );
		await site.user( 'subscriber', 'Sue Scriber', 'subscriber' );
		const page = await as( 'subscriber' );
		await page.goto( '/wp-admin/profile.php' );
		const menu = page.locator( '#adminmenu' );
		await expect(
			menu.getByRole( 'link', { name: 'Dashboard' } )
		).toBeVisible();
		await expect(
			menu.getByRole( 'link', { name: 'Steward' } )
		).toHaveCount( 0 );
		await open( page );
		await expect(
			page.getByText( 'You are not a CRM member' )
		).toBeVisible();
		await expect( page.getByText( 'Ida' ) ).toHaveCount( 0 );
		const { status, body } = await site.rest(
			'subscriber',
			'GET',
			'/contacts'
		);
		expect( [ status, body.data.reason ] ).toEqual( [
			403,
			'not_a_member',
		] );
	} );

	test( 'offers to try again when the server can’t be reached', async ( {
		site,
		as,
		expectConsole,
	} ) => {
		expectConsole( /Failed to load resource|ERR_FAILED/ );
		await site.contact( person( 'Ida Lund' ) );
		const page = await as( 'rep_ana' );
		const contacts = /steward(%2F|\/)v1(%2F|\/)contacts/;
		await page.route( contacts, ( route ) => route.abort() );
		await open( page );
		await expect(
			page.getByRole( 'alert' ).getByText( 'couldn’t be loaded' )
		).toBeVisible();
		await page.unroute( contacts );
		await page.getByRole( 'button', { name: 'Try again' } ).click();
		await expect( names( page ) ).toHaveText( [ 'Ida Lund' ] );
	} );

	test( 'remembers columns for each person', async ( { site, as } ) => {
		await site.contact( person( 'Ida Lund' ) );
		const page = await as( 'rep_ana' );
		await openList( page );
		const phone = list( page ).getByRole( 'columnheader', {
			name: 'Source',
		} );
		await expect( phone ).toBeVisible();
		await phone.getByRole( 'button' ).click();
		const kept = page
			.waitForResponse(
				( { url, request } ) =>
					/users(%2F|\/)me/.test( url() ) &&
					request().method() !== 'GET'
			)
			.catch( () => null );
		await page.getByRole( 'menuitem', { name: 'Hide column' } ).click();
		await expect( phone ).toHaveCount( 0 );
		await kept;
		await page.reload();
		await expect( names( page ) ).toHaveCount( 1 );
		await expect( phone ).toHaveCount( 0 );
	} );
} );
