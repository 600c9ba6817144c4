/**
 * From a visitor's form to a rep's claim.
 */
import { expect, test } from './support/test';
import { open, openList, row, snackbar, tab } from './support/screens';

const PLUGIN = 'contact-form-7/wp-contact-form-7.php';

test.describe( 'a form', () => {
	test.beforeEach( ( { site } ) => site.plugin( PLUGIN ) );

	test( 'switched on by an administrator makes an unassigned contact, which a rep claims', async ( {
		site,
		as,
	} ) => {
		const form = await site.form( 'Contact us' );
		const admin = await as( 'admin' );
		await open( admin, {
			page: 'steward-forms',
			provider: 'contact-form-7',
			form,
		} );
		await admin.getByLabel( 'Create contacts from this form' ).check();
		await admin.getByRole( 'button', { name: 'Save Changes' } ).click();
		await expect( admin.getByTestId( 'snackbar' ).first() ).toBeVisible();

		const { url } = await site.page(
			'Contact us',
			`[contact-form-7 id="${ form }"]`
		);
		const visitor = await as( null );
		await visitor.goto( url );
		await visitor.locator( '[name="your-name"]' ).fill( 'Nora Quist' );
		await visitor
			.locator( '[name="your-email"]' )
			.fill( 'nora.quist@example.org' );
		const subject = visitor.locator( '[name="your-subject"]' );
		if ( await subject.count() ) {
			await subject.fill( 'Hello' );
		}
		await visitor.locator( '[type="submit"]' ).click();
		await visitor.waitForLoadState( 'networkidle' );

		const rep = await as( 'rep_ana' );
		await openList( rep, { tab: 'unassigned' } );
		await expect( tab( rep, 'Unassigned' ) ).toContainText( '1' );
		await expect( row( rep, 'Nora Quist' ) ).toContainText( 'Unassigned' );
		await rep.getByRole( 'button', { name: 'Claim Nora Quist' } ).click();
		await expect(
			snackbar( rep, 'You now own Nora Quist.' )
		).toBeVisible();

		await openList( rep, { tab: 'mine' } );
		await rep.getByRole( 'link', { name: 'Nora Quist' } ).click();
		await expect(
			rep.getByRole( 'heading', { name: 'Nora Quist' } )
		).toBeVisible();
		await expect( rep.getByText( 'claimed' ).first() ).toBeVisible();
		await expect( rep.getByText( 'Contact us' ).first() ).toBeVisible();
	} );
} );
