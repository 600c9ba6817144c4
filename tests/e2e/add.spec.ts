/**
 * Adding a contact by hand.
 */
import { expect, test } from './support/test';
import { person } from './support/site';
import {
	heading,
	openList,
	open,
	pick,
	region,
	snackbar,
} from './support/screens';

test.describe( 'adding a contact', () => {
	test( 'makes a rep its owner', async ( { site, as } ) => {
		// Somebody is there already: the empty list has a button of its own.
		await site.contact( person( 'Omar Haddad' ) );
		const page = await as( 'rep_ana' );
		await openList( page );
		await page.getByRole( 'link', { name: 'Add contact' } ).click();
		await expect( heading( page, 'Add contact' ) ).toBeFocused();
		await expect( region( page, 'Owner' ) ).toContainText(
			'Whoever adds a contact owns it.'
		);
		await page.getByRole( 'textbox', { name: 'First name' } ).fill( 'Ida' );
		await page.getByRole( 'textbox', { name: 'Last name' } ).fill( 'Lund' );
		await page.getByRole( 'button', { name: 'Add contact' } ).click();
		await expect( snackbar( page, 'Ida Lund was added.' ) ).toBeVisible();
		await expect( heading( page, 'Ida Lund' ) ).toBeVisible();
		await expect( region( page, 'Owner' ) ).toContainText( 'Ana Ruiz' );
		await expect( page ).toHaveURL( /contact=\d+/ );
	} );

	test( 'lets a manager choose the owner', async ( { as } ) => {
		const page = await as( 'manager' );
		await open( page, { contact: 'new' } );
		await page.getByRole( 'textbox', { name: 'First name' } ).fill( 'Ida' );
		await pick( region( page, 'Owner' ), 'Owner', 'Chlo' );
		await page.getByRole( 'button', { name: 'Add contact' } ).click();
		await expect( heading( page, 'Ida' ) ).toBeVisible();
		await expect( region( page, 'Owner' ) ).toContainText( 'Chloé Martin' );
	} );

	test( 'with an address that is known leads to that contact', async ( {
		site,
		as,
		expectConsole,
	} ) => {
		expectConsole( /status of 409/ );
		await site.contact( person( 'Ida Lund' ) );
		const page = await as( 'rep_ana' );
		await open( page, { contact: 'new' } );
		await page
			.getByRole( 'textbox', { name: 'E-mail' } )
			.fill( 'IDA.LUND@example.org' );
		await page.getByRole( 'button', { name: 'Add contact' } ).click();
		await expect(
			page.getByRole( 'link', { name: 'Open the existing contact' } )
		).toHaveAttribute( 'href', /contact=\d+/ );
	} );

	test( 'without anything says what is needed', async ( {
		as,
		expectConsole,
	} ) => {
		expectConsole( /status of 400/ );
		const page = await as( 'rep_ana' );
		await open( page, { contact: 'new' } );
		await page.getByRole( 'button', { name: 'Add contact' } ).click();
		await expect(
			page
				.getByText( /needs a name, an e-mail address, a phone number/ )
				.first()
		).toBeVisible();
		await expect(
			page.getByRole( 'textbox', { name: 'E-mail' } )
		).toBeFocused();
	} );
} );
