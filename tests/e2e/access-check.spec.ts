/**
 * Access check: why somebody can't, rule by rule, and the remedy applied in place.
 */
import { judgeAtBothWidths } from './support/axe';
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
import { person, type Site } from './support/site';
import { expect, test } from './support/test';

const PAGE = { page: 'steward-access' };

async function separateOwners( site: Site, isOn: boolean ): Promise< void > {
	await site.rest( 'admin', 'PATCH', '/settings', { separate_owners: isOn } );
}

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
		const done = 'Done. “See it” is now allowed to Ana Ruiz.';
		await expect( snackbar( page, done ) ).toBeVisible();
		await expect( spoken( page ).filter( { hasText: done } ) ).toHaveCount(
			1
		);
		await expect( see ).toContainText( 'Yes' );
		await expect( see.getByRole( 'heading', { level: 2 } ) ).toBeFocused();
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
		await expect(
			region( page, /Claim it/ ).getByRole( 'heading', { level: 2 } )
		).toBeFocused();
		await expect(
			snackbar( page, 'Done. Ana Ruiz owns it now.' )
		).toBeVisible();
	} );

	test( 'is asked about an opportunity, too, and helps there', async ( {
		site,
		as,
	} ) => {
		await separateOwners( site, true );
		const contact = await site.contact(
			person( 'Ida Lund', { owner: 'rep_ben' } )
		);
		const deal = await site.opportunity( {
			contact,
			title: 'Pilot project',
			value: '1200.50',
			currency: 'EUR',
		} );
		const page = await as( 'manager' );
		await open( page, { ...PAGE, user: site.users.rep_ana! } );
		// By keyboard, and kept in the address.
		await page.getByRole( 'radio', { name: 'Contact' } ).focus();
		await page.keyboard.press( 'ArrowRight' );
		await expect(
			page.getByRole( 'radio', { name: 'Opportunity' } )
		).toBeFocused();
		await expect( page ).toHaveURL( /kind=opportunity/ );
		await pick( page, 'Opportunity', 'Ida' );
		await expect( page ).toHaveURL( new RegExp( `opportunity=${ deal }` ) );
		await page.reload();
		await expect(
			page.getByRole( 'combobox', { name: 'Opportunity' } )
		).toHaveValue( 'Pilot project · Ida Lund' );
		await expect(
			page.getByText( 'This opportunity is somebody else’s' )
		).toBeVisible();

		const see = region( page, /See it/ );
		await see
			.getByRole( 'button', { name: 'Add Ana Ruiz as a follower' } )
			.click();
		await expect( see ).toContainText( 'Yes' );
		await expect( see.getByRole( 'heading', { level: 2 } ) ).toBeFocused();
		await region( page, /Claim it/ )
			.getByRole( 'button', { name: 'Reassign it to Ana Ruiz' } )
			.click();
		await dialog( page )
			.getByRole( 'button', { name: 'Reassign' } )
			.click();
		await expect(
			page.getByText( 'Ana Ruiz owns this opportunity.' )
		).toBeVisible();
		const { body } = await site.rest(
			'admin',
			'GET',
			`/opportunities/${ deal }`
		);
		expect( body.owner ).toBe( site.users.rep_ana );
		await page.getByRole( 'link', { name: 'Open Pilot project' } ).click();
		await expect( dialog( page ) ).toContainText( 'Pilot project' );
	} );

	test( 'is linked from the opportunity, whose owner is its contact’s', async ( {
		site,
		as,
	} ) => {
		await separateOwners( site, false );
		const contact = await site.contact(
			person( 'Ida Lund', { owner: 'rep_ben' } )
		);
		const deal = await site.opportunity( {
			contact,
			title: 'Pilot project',
		} );
		const page = await as( 'admin' );
		await open( page, {
			page: 'steward-opportunities',
			opportunity: deal,
		} );
		const panel = region( page, 'What you can do here' );
		await panel
			.getByRole( 'button', { name: 'Why can’t somebody else…?' } )
			.click();
		await pick( panel, 'Person', 'Ana' );
		await panel.getByRole( 'link', { name: /Step by step/ } ).click();
		await expect( heading( page, 'Access check' ) ).toBeVisible();
		const claim = region( page, /Claim it/ );
		await expect( claim ).toContainText(
			"Its owner is its contact's and changes only with that."
		);
		await expect( claim ).toContainText(
			'Reassign its contact to Ana Ruiz'
		);
		await expect(
			claim.getByRole( 'link', { name: 'Go to the contact' } )
		).toHaveAttribute( 'href', new RegExp( `contact=${ contact }$` ) );
		await expect(
			region( page, /See it/ ).getByRole( 'link', {
				name: 'Edit the role Sales Rep',
			} )
		).toBeVisible();
	} );

	test( 'says when there is nothing to choose, and when it couldn’t be asked', async ( {
		as,
		expectConsole,
	} ) => {
		expectConsole( /status of 500/ );
		const page = await as( 'manager' );
		await open( page, { ...PAGE, kind: 'opportunity' } );
		await expect(
			page.getByText( 'You see no opportunities yet.' )
		).toBeVisible();
		await judgeAtBothWidths( page );
		let isBroken = true;
		await page.route( /steward\/v1\/opportunities/, ( route ) =>
			isBroken
				? route.fulfill( {
						status: 500,
						json: { code: 'broken', message: 'It is broken.' },
					} )
				: route.continue()
		);
		await page.reload();
		const again = page.getByRole( 'button', { name: 'Try again' } );
		await expect( again ).toBeVisible();
		await judgeAtBothWidths( page );
		isBroken = false;
		await again.click();
		await expect(
			page.getByText( 'You see no opportunities yet.' )
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
			page.getByRole( 'heading', {
				name: 'Choose a person, and a contact or an opportunity',
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
		const deal = await site.opportunity( {
			contact: id,
			title: 'Pilot project',
		} );
		for ( const rtl of [ false, true ] ) {
			const other = await as( 'manager', { rtl } );
			await open( other, {
				...PAGE,
				opportunity: deal,
				user: site.users.rep_ana!,
			} );
			await expect( region( other, /See it/ ) ).toBeVisible();
			await judgeAtBothWidths( other );
		}
	} );
} );
