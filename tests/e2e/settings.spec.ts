/**
 * Settings and the Forms screen, for administrators.
 */
import { expect, test } from './support/test';
import { dialog, open, region, snackbar } from './support/screens';
import { person } from './support/site';

const PLUGIN = 'contact-form-7/wp-contact-form-7.php';

test.describe( 'settings', () => {
	test( 'show a submission key once', async ( { as } ) => {
		const page = await as( 'admin' );
		await open( page, { page: 'steward-settings', tab: 'keys' } );
		const keys = region( page, 'Submission keys' );
		await expect( keys.getByText( 'No keys yet.' ) ).toBeVisible();
		await keys.getByRole( 'button', { name: 'Create key' } ).click();
		const create = dialog( page, 'Create a submission key' );
		await create.getByRole( 'button', { name: 'Create key' } ).click();
		await expect( create ).toContainText( 'Give the key a name' );
		await create
			.getByRole( 'textbox', { name: 'Name' } )
			.fill( 'Landing page' );
		await create.getByRole( 'button', { name: 'Create key' } ).click();
		const made = dialog( page, /Landing page.*created/ );
		const secret = await made
			.getByRole( 'textbox', { name: 'Key' } )
			.inputValue();
		expect( secret.length ).toBeGreaterThan( 20 );

		// It is a key: a submission with it is taken.
		const taken = await page.request.post(
			'/wp-json/steward/v1/submissions',
			{
				headers: { 'X-Steward-Key': secret },
				data: {
					form: 'landing',
					fields: { email: 'nora@example.org' },
				},
			}
		);
		expect( taken.status() ).toBe( 201 );

		await made.getByRole( 'button', { name: 'Done' } ).click();
		await expect( keys.getByRole( 'row' ) ).toHaveCount( 2 );
		await expect( page.locator( 'body' ) ).not.toContainText( secret );
		await page.reload();
		await expect( keys ).toContainText( 'Landing page' );
		expect( await page.content() ).not.toContain( secret );

		await keys
			.getByRole( 'button', { name: 'Delete key “Landing page”' } )
			.click();
		await dialog( page, 'Delete key “Landing page”?' )
			.getByRole( 'button', { name: 'Delete key' } )
			.click();
		await expect( keys.getByText( 'No keys yet.' ) ).toBeVisible();
		const refused = await page.request.post(
			'/wp-json/steward/v1/submissions',
			{
				headers: { 'X-Steward-Key': secret },
				data: { form: 'landing', fields: { email: 'a@example.org' } },
			}
		);
		expect( [ 401, 403 ] ).toContain( refused.status() );
	} );

	test( 'are saved on request, and not left unsaved without a question', async ( {
		as,
	} ) => {
		const page = await as( 'admin' );
		await open( page, { page: 'steward-settings' } );
		const erase = page.getByRole( 'checkbox', {
			name: 'Erase everything on uninstall',
		} );
		const save = page.getByRole( 'button', { name: 'Save Changes' } );
		await expect( erase ).not.toBeChecked();
		await erase.check();
		await expect( page.getByText( 'Unsaved changes' ) ).toBeVisible();
		const asked = page.waitForEvent( 'dialog' );
		await page.evaluate( () => {
			setTimeout( () => window.location.reload() );
		} );
		const question = await asked;
		expect( question.type() ).toBe( 'beforeunload' );
		await question.dismiss();
		await expect( erase ).toBeChecked();

		// Under the question nothing is saved.
		await page
			.getByRole( 'link', { name: 'Submission keys' } )
			.first()
			.click();
		const ask = dialog( page, 'Leave without saving?' );
		await expect( ask ).toBeVisible();
		await page.keyboard.press( 'Control+s' );
		await expect( ask ).toBeVisible();
		await ask.getByRole( 'button', { name: 'Keep editing' } ).click();
		await expect( ask ).toBeHidden();
		await expect( page.getByText( 'Unsaved changes' ) ).toBeVisible();

		await save.click();
		await expect( snackbar( page, 'Settings saved.' ) ).toBeVisible();
		await page.reload();
		await expect( erase ).toBeChecked();
	} );

	test( 'hide the unassigned contacts from reps', async ( { site, as } ) => {
		await site.contact( person( 'Ida Lund' ) );
		const total = async () =>
			( await site.rest( 'rep_ana', 'GET', '/contacts' ) ).body.length;
		expect( await total() ).toBe( 1 );
		const page = await as( 'admin' );
		await open( page, { page: 'steward-settings' } );
		const pool = page.getByRole( 'checkbox', {
			name: 'Members with owned scope see unassigned contacts',
		} );
		await expect( pool ).toBeChecked();
		await pool.uncheck();
		await expect( region( page, 'Unassigned contacts' ) ).toContainText(
			'unassigned contacts are missing from their lists'
		);
		await page.getByRole( 'button', { name: 'Save Changes' } ).click();
		await expect( snackbar( page, 'Settings saved.' ) ).toBeVisible();
		expect( await total() ).toBe( 0 );
		const rep = await as( 'rep_ana' );
		await open( rep );
		await expect(
			rep.getByRole( 'link', { name: 'Following' } )
		).toBeVisible();
		await expect(
			rep.getByRole( 'link', { name: 'Unassigned' } )
		).toBeHidden();
	} );

	test( 'say how people are told, and whether the mail goes', async ( {
		site,
		as,
	} ) => {
		const page = await as( 'admin' );
		await open( page, { page: 'steward-settings', tab: 'notifications' } );
		const choices = region( page, 'Notifications' ).getByRole( 'combobox' );
		await choices.first().selectOption( 'Daily digest' );
		await page.getByRole( 'button', { name: 'Save Changes' } ).click();
		await expect( snackbar( page, 'Settings saved.' ) ).toBeVisible();
		const { body } = await site.rest(
			'rep_ana',
			'GET',
			'/notifications/preferences'
		);
		expect( body[ 0 ].delivery ).toBe( 'daily' );

		const mail = region( page, 'Mail' );
		await expect( mail ).toContainText( 'No mail has failed.' );
		await mail
			.getByRole( 'button', { name: 'Send me a test mail' } )
			.click();
		await expect( snackbar( page, /Test mail sent to/ ) ).toBeVisible();
	} );

	test( 'are closed to managers', async ( { as, expectConsole } ) => {
		expectConsole( /status of 403/ );
		const page = await as( 'manager' );
		for ( const screen of [ 'steward-settings', 'steward-forms' ] ) {
			await open( page, { page: screen } );
			await expect(
				page.getByText( 'lacks the permission to manage Steward' )
			).toBeVisible();
		}
	} );
} );

test.describe( 'the Forms screen', () => {
	test( 'without a form says what to do', async ( { as } ) => {
		const page = await as( 'admin' );
		await open( page, { page: 'steward-forms' } );
		await expect( page.getByText( 'No forms found' ) ).toBeVisible();
	} );

	test( 'switches a form on, maps its fields and gives its contacts an owner', async ( {
		site,
		as,
	} ) => {
		await site.plugin( PLUGIN );
		const form = await site.form( 'Request a demo' );
		const page = await as( 'admin' );
		await open( page, { page: 'steward-forms' } );
		const onOff = page.getByRole( 'checkbox', {
			name: 'Create contacts from Request a demo',
		} );
		await onOff.check();
		await expect(
			snackbar( page, '“Request a demo” now creates contacts.' )
		).toBeVisible();

		await page.getByRole( 'link', { name: 'Request a demo' } ).click();
		await expect(
			page.getByRole( 'combobox', { name: 'E-mail' } )
		).toHaveValue( 'your-email' );
		await page
			.getByRole( 'radio', { name: 'A member of the team' } )
			.check();
		await page.getByRole( 'button', { name: 'Save Changes' } ).click();
		await expect(
			page.getByText( 'Choose who owns the new contacts.' )
		).toBeVisible();
		const owner = page.getByRole( 'combobox', { name: 'Owner' } );
		await owner.fill( 'Ben' );
		await page.getByRole( 'option', { name: /Ben Carter/ } ).click();
		await page.getByRole( 'button', { name: 'Save Changes' } ).click();
		await expect(
			snackbar( page, 'Changes to “Request a demo” saved.' )
		).toBeVisible();

		const { body } = await site.rest(
			'admin',
			'GET',
			`/forms/contact-form-7/${ form }`
		);
		expect( [ body.enabled, body.owner ] ).toEqual( [
			true,
			{ mode: 'user', user: site.users.rep_ben },
		] );
	} );

	test( 'lists what came in', async ( { site, as } ) => {
		await site.rest( 'admin', 'POST', '/submissions', {
			form: 'landing',
			fields: {
				first_name: 'Nora',
				email: 'nora@example.org',
				subject: 'Hi',
				your_message: 'Call me.\nAfter five.',
			},
		} );
		const page = await as( 'admin' );
		await open( page, { page: 'steward-forms', tab: 'submissions' } );
		await expect(
			page.getByRole( 'link', { name: 'Nora' } )
		).toBeVisible();
		await expect( page.getByText( 'New contact' ).first() ).toBeVisible();
		await page.getByRole( 'button', { name: 'Details' } ).click();
		const details = page.getByRole( 'dialog', { name: 'Submission' } );
		await expect( details ).toContainText( 'E-mail' );
		await expect( details ).toContainText( 'landing' );
		await expect(
			details.getByText( 'Subject', { exact: true } )
		).toBeVisible();
		await expect( details ).not.toContainText( '{' );
		await details.getByRole( 'link', { name: 'Nora' } ).click();
		await expect(
			page.getByRole( 'heading', { level: 1, name: 'Nora' } )
		).toBeVisible();
	} );
} );
