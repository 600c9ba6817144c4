/**
 * Access check: why somebody can't, rule by rule, and the remedy applied in place.
 */
import { judgeAtBothWidths } from './support/axe';
import {
	heading,
	open,
	openContact,
	pick,
	region,
	snackbar,
} from './support/screens';
import { person } from './support/site';
import { expect, test } from './support/test';

const PAGE = { page: 'steward-access' };

test.describe( 'access check', () => {
	test( 'explains and helps: adding a follower opens the door', async ( {
		site,
		as,
	} ) => {
		await site.contacts( person( 'Ida Lund', { owner: 'rep_ben' } ) );
		const page = await as( 'manager' );
		await open( page, PAGE );
		await expect( heading( page, 'Access check' ) ).toBeVisible();
		await pick( page, 'Person', 'Ana' );
		await pick( page, 'Contact', 'Ida' );
		const see = region( page, /See it/ );
		await expect( see ).toContainText( 'No' );
		await expect( see ).toContainText(
			"The view scope is Owned, and it is somebody else's."
		);
		await expect( see ).toContainText(
			'Ask a manager to reassign it, to widen your scope, or to add you as a follower.'
		);
		await expect( see ).toContainText( 'somebody else has to do this' );

		await see
			.getByRole( 'button', { name: 'Add Ana Ruiz as a follower' } )
			.click();
		await expect( snackbar( page, 'Done. Checked again.' ) ).toBeVisible();
		await expect( see ).toContainText( 'Yes' );
		await expect( region( page, /Edit it/ ) ).toContainText( 'Yes' );

		// A reassignment is asked about first.
		await region( page, /Claim it/ )
			.getByRole( 'button', { name: 'Reassign it to Ana Ruiz' } )
			.click();
		await page
			.getByRole( 'dialog' )
			.getByRole( 'button', { name: 'Reassign' } )
			.click();
		await expect(
			page.getByText( 'Ana Ruiz owns this contact.' )
		).toBeVisible();
	} );

	test( 'finds people who are no members, and says what they need', async ( {
		site,
		as,
	} ) => {
		const id = await site.contact( person( 'Ida Lund' ) );
		await site.user( 'outsider', 'Otto Outsider', 'subscriber' );
		const page = await as( 'admin' );
		await open( page, { ...PAGE, contact: id } );
		await pick( page, 'Person', 'Otto' );
		await expect( region( page, /See it/ ) ).toContainText(
			'No view scope: not a CRM member.'
		);
		await expect(
			region( page, /See it/ ).getByRole( 'link', {
				name: 'Edit this user',
			} )
		).toBeVisible();
	} );

	test( 'is linked from the contact, and not there for reps', async ( {
		site,
		as,
		expectConsole,
	} ) => {
		expectConsole( /status of 403/ );
		const id = await site.contact(
			person( 'Ida Lund', { owner: 'rep_ana' } )
		);
		const page = await as( 'manager' );
		await openContact( page, id, 'Ida Lund' );
		const panel = region( page, 'What you can do here' );
		await panel
			.getByRole( 'button', { name: 'Why can’t somebody else…?' } )
			.click();
		await pick( panel, 'Person', 'Ben' );
		await panel.getByRole( 'link', { name: /Step by step/ } ).click();
		await expect( heading( page, 'Access check' ) ).toBeVisible();
		await expect( region( page, /See it/ ) ).toBeVisible();

		const rep = await as( 'rep_ana' );
		await rep.goto( '/wp-admin/admin.php?page=steward-access' );
		await expect( rep.locator( 'body' ) ).toContainText(
			'lacks the permission to see team reports'
		);
	} );

	test( 'is accessible', async ( { site, as } ) => {
		const id = await site.contact(
			person( 'Ida Lund', { owner: 'rep_ben' } )
		);
		const page = await as( 'manager' );
		await open( page, PAGE );
		await expect(
			page.getByText( 'Choose a person and a contact', {
				exact: true,
			} )
		).toBeVisible();
		await judgeAtBothWidths( page );
		await open( page, {
			...PAGE,
			contact: id,
			user: site.users.rep_ana!,
		} );
		await expect( region( page, /See it/ ) ).toBeVisible();
		await judgeAtBothWidths( page );
	} );
} );
