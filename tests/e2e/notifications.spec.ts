/**
 * Notifications: the bell, the screen, preferences and muting, as people use them.
 */
import { judgeAtBothWidths } from './support/axe';
import { picture } from './support/pictures';
import { expect, test } from './support/test';
import { person } from './support/site';
import { heading, open, openContact, snackbar } from './support/screens';
import type { Page } from '@playwright/test';

const bell = ( page: Page ) =>
	page.getByRole( 'button', { name: /^Notifications: / } );
const panel = ( page: Page ) =>
	page.getByRole( 'dialog', { name: 'Notifications' } );

test( 'a rep is told by the bell of what a manager assigns', async ( {
	site,
	as,
} ) => {
	const id = await site.contact( person( 'Ida Lund' ) );
	const page = await as( 'rep_ana' );
	await page.goto( '/wp-admin/' );
	await expect( bell( page ) ).toHaveAccessibleName( /none unread/ );

	await site.rest( 'manager', 'POST', `/contacts/${ id }/reassign`, {
		contact_owner: site.users.rep_ana,
	} );
	await page.reload();
	await expect( bell( page ) ).toHaveAccessibleName( /1 unread/ );

	// By keyboard alone.
	await bell( page ).focus();
	await page.keyboard.press( 'Enter' );
	await expect( panel( page ) ).toBeVisible();
	await expect( bell( page ) ).toHaveAttribute( 'aria-expanded', 'true' );
	const told = panel( page ).getByRole( 'link', { name: /Ida Lund/ } );
	await expect( told ).toBeVisible();
	await page.keyboard.press( 'Escape' );
	await expect( panel( page ) ).toBeHidden();
	await expect( bell( page ) ).toBeFocused();

	// The deep link reads it.
	await bell( page ).click();
	await told.click();
	await expect( heading( page, 'Ida Lund' ) ).toBeVisible();
	await expect( bell( page ) ).toHaveAccessibleName( /none unread/ );
} );

test( 'one and all are marked as read', async ( { site, as } ) => {
	await site.contacts(
		person( 'Ida Lund', { owner: 'rep_ana' } ),
		person( 'Bo Berg', { owner: 'rep_ana' } )
	);
	const page = await as( 'rep_ana' );
	await open( page, { page: 'steward-notifications' } );
	await expect( bell( page ) ).toHaveAccessibleName( /2 unread/ );
	await page
		.getByRole( 'list', { name: 'Notifications' } )
		.getByRole( 'button', { name: /Mark as read: .*Ida Lund/ } )
		.click();
	await expect( bell( page ) ).toHaveAccessibleName( /1 unread/ );

	await page
		.getByRole( 'combobox', { name: 'Show' } )
		.selectOption( 'unread' );
	await expect( page.getByRole( 'link', { name: /Ida Lund/ } ) ).toHaveCount(
		0
	);
	await bell( page ).click();
	await panel( page )
		.getByRole( 'button', { name: 'Mark all as read' } )
		.click();
	await expect( bell( page ) ).toHaveAccessibleName( /none unread/ );
} );

test( 'preferences are saved and guarded', async ( { site, as } ) => {
	const page = await as( 'rep_ana' );
	await open( page, { page: 'steward-notifications', tab: 'preferences' } );
	const choice = page.getByRole( 'combobox', { name: 'Assigned to you' } );
	await choice.selectOption( 'off' );
	await page
		.getByRole( 'navigation', { name: 'Notifications and preferences' } )
		.getByRole( 'link', { name: 'Notifications' } )
		.click();
	await expect(
		page.getByRole( 'dialog', { name: 'Leave without saving?' } )
	).toBeVisible();
	await page.getByRole( 'button', { name: 'Keep editing' } ).click();
	await page.getByRole( 'button', { name: 'Save Changes' } ).click();
	await expect( snackbar( page, 'Preferences saved.' ) ).toBeVisible();
	await page.reload();
	await expect( choice ).toHaveValue( 'off' );

	await site.contact( person( 'Ida Lund', { owner: 'rep_ana' } ) );
	await page.reload();
	await expect( bell( page ) ).toHaveAccessibleName( /none unread/ );
} );

test( 'a follower mutes a contact and keeps it', async ( { site, as } ) => {
	const id = await site.contact(
		person( 'Ida Lund', { owner: 'rep_ben', followers: [ 'rep_ana' ] } )
	);
	const page = await as( 'rep_ana' );
	await openContact( page, id, 'Ida Lund' );
	await page.getByRole( 'checkbox', { name: 'Mute' } ).click();
	await expect( snackbar( page, 'no longer told' ) ).toBeVisible();
	await site.rest( 'manager', 'PATCH', `/contacts/${ id }`, {
		phone: '+1 555 0100',
	} );
	await page.reload();
	await expect(
		page.getByRole( 'checkbox', { name: 'Mute' } )
	).toBeChecked();
	await expect( bell( page ) ).toHaveAccessibleName( /1 unread/ );
} );

test( 'the list, the bell and the preferences are accessible', async ( {
	site,
	as,
} ) => {
	await site.contacts(
		person( 'Ida Lund', { owner: 'rep_ana' } ),
		person( 'Bo Berg', { owner: 'rep_ana' } )
	);
	const page = await as( 'rep_ana' );
	await open( page, { page: 'steward-notifications' } );
	await expect(
		page.getByRole( 'list', { name: 'Notifications' } )
	).toBeVisible();
	await judgeAtBothWidths( page, ( width ) =>
		picture( page, `notifications-list-${ width }` )
	);
	await bell( page ).click();
	await expect(
		panel( page ).getByRole( 'link', { name: /Ida Lund/ } )
	).toBeVisible();
	await judgeAtBothWidths( page, ( width ) =>
		picture( page, `notifications-bell-${ width }` )
	);
	await page.keyboard.press( 'Escape' );
	await page.getByRole( 'link', { name: 'Preferences' } ).first().click();
	await expect(
		page.getByRole( 'combobox', { name: 'Changes' } )
	).toBeVisible();
	await judgeAtBothWidths( page, ( width ) =>
		picture( page, `notifications-prefs-${ width }` )
	);
} );
