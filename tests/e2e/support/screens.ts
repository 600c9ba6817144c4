/**
 * The screens by the words and roles that people see and hear.
 */
import { expect, type Locator, type Page } from '@playwright/test';

/** Opens a page of Steward: `{ page: 'steward', tab: 'mine' }`. */
export async function open(
	page: Page,
	params: Record< string, string | number > = {}
): Promise< void > {
	const query = new URLSearchParams( { page: 'steward' } );
	Object.entries( params ).forEach( ( [ key, value ] ) =>
		query.set( key, String( value ) )
	);
	await page.goto( `/wp-admin/admin.php?${ query }` );
}

/** Opens the list of contacts and waits for its rows. */
export async function openList(
	page: Page,
	params: Record< string, string | number > = {}
): Promise< void > {
	await open( page, params );
	await expect( heading( page, 'Contacts' ) ).toBeVisible();
	await expect( list( page ) ).toBeVisible();
}

/** Opens a contact's page and waits for it. */
export async function openContact(
	page: Page,
	id: number,
	name: string,
	params: Record< string, string > = {}
): Promise< void > {
	await open( page, { contact: id, ...params } );
	await expect( heading( page, name ) ).toBeVisible();
}

/** The screen's own heading. */
export const heading = ( page: Page, name: string | RegExp ): Locator =>
	page.getByRole( 'heading', { level: 1, name } );

/** The list, whatever it shows. */
export const list = ( page: Page ): Locator =>
	page.getByRole( 'region', { name: 'Contacts', exact: true } );

/** A contact's row of the table. */
export const row = ( page: Page, name: string | RegExp ): Locator =>
	list( page ).getByRole( 'row' ).filter( { hasText: name } );

/** The names in the table, from top to bottom. */
export const names = ( page: Page ): Locator =>
	list( page )
		.getByRole( 'row' )
		.getByRole( 'link' )
		.and( page.locator( '[href*="contact="]' ) );

/** A tab over the list. */
export const tab = ( page: Page, name: string | RegExp ): Locator =>
	page
		.getByRole( 'navigation', { name: 'Contacts by ownership' } )
		.getByRole( 'link', { name } );

/** What just happened, in the corner. */
export const snackbar = ( page: Page, text: string | RegExp ): Locator =>
	page.getByTestId( 'snackbar' ).filter( { hasText: text } );

/** What screen readers were told last. */
export const spoken = ( page: Page ): Locator =>
	page.locator( '[aria-live].a11y-speak-region' );

/** A card or section by its heading. */
export const region = ( page: Page, name: string | RegExp ): Locator =>
	page.getByRole( 'region', { name } );

export const dialog = ( page: Page, name?: string | RegExp ): Locator =>
	page.getByRole( 'dialog', name ? { name } : {} );

/** Chooses an action of a row's menu. */
export async function rowAction(
	page: Page,
	name: string,
	action: string
): Promise< void > {
	await row( page, name ).getByRole( 'button', { name: 'Actions' } ).click();
	await page.getByRole( 'menuitem', { name: action, exact: true } ).click();
}

/** Ticks rows of the table. */
export async function select( page: Page, ...contacts: string[] ) {
	for ( const name of contacts ) {
		await list( page )
			.getByRole( 'checkbox', { name, exact: true } )
			.check();
	}
}

/** Picks somebody in a picker of people. */
export async function pick(
	scope: Page | Locator,
	label: string,
	search: string
): Promise< void > {
	const box = scope.getByRole( 'combobox', { name: label } );
	await box.fill( search );
	await scope
		.getByRole( 'option', { name: new RegExp( search ) } )
		.first()
		.click();
}
