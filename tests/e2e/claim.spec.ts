/**
 * Claiming: from the list, with Undo, and when somebody else is faster.
 */
import { expect, test } from './support/test';
import { person } from './support/site';
import {
	names,
	openContact,
	openList,
	region,
	row,
	snackbar,
	tab,
} from './support/screens';

test.describe( 'claiming', () => {
	test( 'makes one the owner, and Undo takes it back', async ( {
		site,
		as,
	} ) => {
		await site.contacts( person( 'Ida Lund' ), person( 'Omar Haddad' ) );
		const page = await as( 'rep_ana' );
		await openList( page, { tab: 'unassigned' } );
		await expect( tab( page, 'Unassigned' ) ).toContainText( '2' );

		await page.getByRole( 'button', { name: 'Claim Ida Lund' } ).click();
		const said = snackbar( page, 'You now own Ida Lund.' );
		await expect( said ).toBeVisible();
		await expect( row( page, 'Ida Lund' ) ).toHaveCount( 0 );
		await expect( tab( page, 'Unassigned' ) ).toContainText( '1' );

		await said.getByRole( 'button', { name: 'Undo' } ).click();
		await expect(
			snackbar( page, 'Ida Lund is unassigned again.' )
		).toBeVisible();
		await expect( row( page, 'Ida Lund' ) ).toContainText( 'Unassigned' );
		await expect( tab( page, 'Unassigned' ) ).toContainText( '2' );
	} );

	test( 'is won by one of two who click; the other is told who', async ( {
		site,
		as,
		expectConsole,
	} ) => {
		expectConsole( /status of 409/ );
		await site.contacts( person( 'Ida Lund' ) );
		const [ ana, ben ] = [ await as( 'rep_ana' ), await as( 'rep_ben' ) ];
		await Promise.all( [ openList( ana ), openList( ben ) ] );
		await Promise.all(
			[ ana, ben ].map( ( page ) =>
				page.getByRole( 'button', { name: 'Claim Ida Lund' } ).click()
			)
		);

		const won = ( page: typeof ana ) =>
			snackbar( page, 'You now own Ida Lund.' );
		const lost = ( page: typeof ana, winner: string ) =>
			snackbar(
				page,
				`${ winner } claimed Ida Lund first and owns it now.`
			);
		await expect(
			won( ana ).or( lost( ana, 'Ben Carter' ) )
		).toBeVisible();
		const anaWon = await won( ana ).isVisible();
		const [ winner, loser, name ] = anaWon
			? [ ana, ben, 'Ana Ruiz' ]
			: [ ben, ana, 'Ben Carter' ];
		await expect( won( winner ) ).toBeVisible();
		await expect( lost( loser, name ) ).toBeVisible();
		await expect( won( loser ) ).toHaveCount( 0 );
		await expect( row( winner, 'Ida Lund' ) ).toContainText( 'You' );
		// A rep sees nobody else's contacts: the row leaves.
		await expect( row( loser, 'Ida Lund' ) ).toHaveCount( 0 );
	} );

	test( 'refreshes the row of a manager who is too late', async ( {
		site,
		as,
		expectConsole,
	} ) => {
		expectConsole( /status of 409/ );
		const id = await site.contact( person( 'Ida Lund' ) );
		const page = await as( 'manager' );
		await openList( page );
		await expect( row( page, 'Ida Lund' ) ).toContainText( 'Unassigned' );
		await site.rest( 'rep_ben', 'POST', `/contacts/${ id }/claim` );

		await page.getByRole( 'button', { name: 'Claim Ida Lund' } ).click();
		await expect(
			snackbar( page, 'Ben Carter claimed Ida Lund first' )
		).toBeVisible();
		await expect( row( page, 'Ida Lund' ) ).toContainText( 'Ben Carter' );
		await expect(
			page.getByRole( 'button', { name: 'Claim Ida Lund' } )
		).toHaveCount( 0 );
	} );

	test( 'on a contact’s page says who was faster', async ( {
		site,
		as,
		expectConsole,
	} ) => {
		expectConsole( /status of 409/ );
		const id = await site.contact( person( 'Ida Lund' ) );
		const page = await as( 'manager' );
		await openContact( page, id, 'Ida Lund' );
		await site.rest( 'rep_chloe', 'POST', `/contacts/${ id }/claim` );
		const owner = region( page, 'Owner' );
		await owner.getByRole( 'button', { name: 'Claim contact' } ).click();
		await expect(
			snackbar( page, 'Chloé Martin claimed Ida Lund first' )
		).toBeVisible();
		await expect( owner ).toContainText( 'Chloé Martin' );
		await expect(
			owner.getByRole( 'button', { name: 'Claim contact' } )
		).toHaveCount( 0 );
	} );

	test( 'of a contact brings it into Mine', async ( { site, as } ) => {
		const id = await site.contact( person( 'Ida Lund' ) );
		const page = await as( 'rep_ana' );
		await openContact( page, id, 'Ida Lund' );
		await region( page, 'Owner' )
			.getByRole( 'button', { name: 'Claim contact' } )
			.click();
		await expect( region( page, 'Owner' ) ).toContainText( 'Ana Ruiz' );
		await expect(
			page.getByText( 'You claimed this contact' )
		).toBeVisible();
		await page.getByRole( 'link', { name: 'Contacts' } ).last().click();
		await tab( page, 'Mine' ).click();
		await expect( names( page ) ).toHaveText( [ 'Ida Lund' ] );
	} );
} );
