/**
 * Everything that matters by keyboard alone, and what screen readers are told.
 */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/test';
import { person } from './support/site';
import {
	dialog,
	heading,
	list,
	names,
	openList,
	region,
	row,
	snackbar,
	spoken,
	tab,
} from './support/screens';

/** Presses Tab until something has the focus. */
async function tabTo( page: Page, wanted: Locator, most = 40 ) {
	for ( let pressed = 0; pressed < most; pressed++ ) {
		await page.keyboard.press( 'Tab' );
		if ( await wanted.evaluate( ( e ) => e === document.activeElement ) ) {
			return;
		}
	}
	throw new Error( `${ wanted } was not reached by the Tab key` );
}

test( 'from the list to a claim, to the contact, and back', async ( {
	site,
	as,
} ) => {
	await site.contacts( person( 'Ida Lund' ), person( 'Omar Haddad' ) );
	const page = await as( 'rep_ana' );
	await openList( page );
	await heading( page, 'Contacts' ).focus();
	await tabTo( page, tab( page, 'Unassigned' ) );
	await page.keyboard.press( 'Enter' );
	await expect( names( page ) ).toHaveCount( 2 );

	const claim = page.getByRole( 'button', { name: 'Claim Omar Haddad' } );
	await tabTo( page, claim );
	await page.keyboard.press( 'Enter' );
	await expect( spoken( page ).first() ).toBeAttached();
	await expect(
		spoken( page ).filter( { hasText: 'You now own Omar Haddad.' } )
	).toHaveCount( 1 );
	await expect( row( page, 'Omar Haddad' ) ).toHaveCount( 0 );

	// The row is gone; the keyboard is still in the list.
	await expect
		.poll( () =>
			list( page ).evaluate( ( e ) =>
				e.contains( document.activeElement )
			)
		)
		.toBe( true );

	const ida = names( page ).first();
	await ida.focus();
	await page.keyboard.press( 'Enter' );
	await expect( heading( page, 'Ida Lund' ) ).toBeFocused();
	await tabTo(
		page,
		region( page, 'Owner' ).getByRole( 'button', { name: 'Claim contact' } )
	);
	await page.keyboard.press( 'Enter' );
	await expect( region( page, 'Owner' ) ).toContainText( 'Ana Ruiz' );
	// The button that had the focus is gone: its card has it.
	await expect(
		page.getByRole( 'heading', { name: 'Owner', exact: true } )
	).toBeFocused();

	await page.goBack();
	await expect( heading( page, 'Contacts' ) ).toBeFocused();
} );

test( 'a dialog keeps the focus, and gives it back', async ( { site, as } ) => {
	await site.contact( person( 'Ida Lund', { owner: 'rep_ana' } ) );
	const page = await as( 'manager' );
	await openList( page );
	await names( page ).first().focus();
	await page.keyboard.press( 'Enter' );
	const reassign = region( page, 'Owner' ).getByRole( 'button', {
		name: 'Reassign',
	} );
	await tabTo( page, reassign );
	await page.keyboard.press( 'Enter' );
	const open = dialog( page, 'Reassign Ida Lund' );
	await expect( open ).toBeVisible();
	for ( let pressed = 0; pressed < 8; pressed++ ) {
		await page.keyboard.press( 'Tab' );
		expect(
			await open.evaluate( ( e ) => e.contains( document.activeElement ) )
		).toBe( true );
	}
	// In the search box Escape would first put away its suggestions.
	await open.getByRole( 'button', { name: 'Cancel' } ).focus();
	await page.keyboard.press( 'Escape' );
	await expect( open ).toHaveCount( 0 );
	await expect( reassign ).toBeFocused();
} );

test( 'a claim is undone by Ctrl+Z, as one is told, and the focus goes to the row', async ( {
	site,
	as,
} ) => {
	await site.contacts( person( 'Ida Lund' ), person( 'Omar Haddad' ) );
	const page = await as( 'rep_ana' );
	await openList( page, { tab: 'unassigned' } );
	await page.getByRole( 'button', { name: 'Claim Ida Lund' } ).focus();
	await page.keyboard.press( 'Enter' );
	await expect(
		spoken( page ).filter( {
			hasText:
				/You now own Ida Lund\. Press (Control|Command)\+Z to undo\./,
		} )
	).toHaveCount( 1 );
	await expect( row( page, 'Ida Lund' ) ).toHaveCount( 0 );

	// In a text field the keys are the text's own.
	const search = page.getByRole( 'searchbox', { name: 'Search contacts' } );
	await search.focus();
	await page.keyboard.press( 'Control+z' );
	await expect( snackbar( page, 'You now own Ida Lund.' ) ).toBeVisible();

	await names( page ).first().focus();
	await page.keyboard.press( 'Control+z' );
	await expect(
		snackbar( page, 'Ida Lund is unassigned again.' )
	).toBeVisible();
	await expect(
		names( page ).filter( { hasText: 'Ida Lund' } )
	).toBeFocused();

	// Nothing is offered any more.
	await page.keyboard.press( 'Control+z' );
	await expect( row( page, 'Ida Lund' ) ).toContainText( 'Unassigned' );
} );

test( 'Undo stays while it has the focus, and leaves the focus on the row', async ( {
	site,
	as,
} ) => {
	test.slow();
	await site.contacts( person( 'Ida Lund' ) );
	const page = await as( 'manager' );
	await openList( page );
	await page.getByRole( 'button', { name: 'Claim Ida Lund' } ).click();
	const said = snackbar( page, 'You now own Ida Lund.' );
	await said.getByRole( 'button', { name: 'Undo' } ).focus();
	// Longer than it stays by itself.
	await page.waitForTimeout( 16_000 );
	await expect( said ).toBeVisible();
	await page.keyboard.press( 'Enter' );
	await expect( row( page, 'Ida Lund' ) ).toContainText( 'Unassigned' );
	await expect( names( page ).first() ).toBeFocused();
} );
