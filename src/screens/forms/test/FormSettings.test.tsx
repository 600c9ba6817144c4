import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import apiFetch from '@wordpress/api-fetch';

import { registerEntities, type FormConfig } from '../../../entities';
import { FormSettings } from '../FormSettings';

jest.mock( '@wordpress/api-fetch' );
const fetch = apiFetch as unknown as jest.Mock;

const form: FormConfig = {
	provider: 'contact-form-7',
	provider_name: 'Contact Form 7',
	form: '12',
	title: 'Contact',
	enabled: false,
	mapping: { name: 'your-name', email: 'your-email' },
	fields: [
		{ name: 'your-name', label: 'Your name', type: 'text' },
		{ name: 'your-email', label: 'Your email', type: 'email' },
		{ name: 'your-message', label: 'Message', type: 'textarea' },
	],
	tags: [],
	source: 'contact-form-7',
	owner: { mode: 'unassigned' },
	edit_url: null,
	last_submission_gmt: null,
};

/** What was sent to change the form. */
const patches = (): unknown[] =>
	fetch.mock.calls
		.map( ( [ options ] ) => options )
		.filter( ( { method } ) => method === 'PATCH' )
		.map( ( { data } ) => data );

let answer: () => Promise< unknown >;

beforeAll( registerEntities );

beforeEach( () => {
	answer = () => Promise.resolve( form );
	fetch.mockReset();
	fetch.mockImplementation( ( { method }: { method?: string } ) =>
		method === 'PATCH' ? answer() : Promise.resolve( [] )
	);
} );

function show(): {
	onSaved: jest.Mock;
	user: ReturnType< typeof userEvent.setup >;
} {
	const onSaved = jest.fn();
	render( <FormSettings form={ form } onSaved={ onSaved } /> );
	return { onSaved, user: userEvent.setup() };
}

const saveButton = (): HTMLElement =>
	screen.getByRole( 'button', { name: 'Save Changes' } );

describe( 'the settings of a form', () => {
	it( 'show the suggested fields, and save only what was changed', async () => {
		const { onSaved, user } = show();
		expect( screen.getByLabelText( 'E-mail' ) ).toHaveValue( 'your-email' );
		expect( saveButton() ).toHaveAttribute( 'aria-disabled', 'true' );

		await user.click(
			screen.getByLabelText( 'Create contacts from this form' )
		);
		await user.selectOptions( screen.getByLabelText( 'Company' ), [
			'your-name',
		] );
		await user.click( saveButton() );
		await waitFor( () => expect( onSaved ).toHaveBeenCalledWith( form ) );
		expect( patches() ).toEqual( [
			{
				enabled: true,
				mapping: {
					name: 'your-name',
					email: 'your-email',
					company: 'your-name',
				},
			},
		] );
	} );

	it( 'keep a field of the form as a custom field', async () => {
		const { user } = show();
		await user.click(
			screen.getByRole( 'button', {
				name: 'Keep Message (your-message) as a custom field',
			} )
		);
		const row = screen.getByRole( 'group', {
			name: 'Custom field message',
		} );
		expect(
			within( row ).getByLabelText( 'Custom field’s name' )
		).toHaveFocus();
		await user.click( saveButton() );
		await waitFor( () =>
			expect( patches() ).toEqual( [
				{
					mapping: expect.objectContaining( {
						'custom.message': 'your-message',
					} ),
				},
			] )
		);
	} );

	it( 'ask for an owner before they are sent', async () => {
		const { user } = show();
		await user.click( screen.getByLabelText( 'A member of the team' ) );
		await user.click( saveButton() );
		expect(
			screen.getByText( 'Choose who owns the new contacts.' )
		).toBeVisible();
		expect( patches() ).toEqual( [] );
	} );

	it( 'show the server’s refusal at its field and keep the edits', async () => {
		const { onSaved, user } = show();
		answer = () =>
			Promise.reject( {
				code: 'rest_invalid_param',
				message: 'Invalid.',
				data: {
					status: 400,
					params: { source: 'This is too long.' },
				},
			} );
		const source = screen.getByLabelText( 'Source' );
		await user.clear( source );
		await user.type( source, 'landing' );
		await user.click( saveButton() );
		expect( await screen.findByText( 'This is too long.' ) ).toBeVisible();
		expect( source ).toHaveValue( 'landing' );
		expect( onSaved ).not.toHaveBeenCalled();
		await waitFor( () => expect( source ).toHaveFocus() );
	} );

	it( 'go back to what is saved on Discard', async () => {
		const { user } = show();
		const source = screen.getByLabelText( 'Source' );
		await user.type( source, '-2' );
		await user.click( screen.getByRole( 'button', { name: 'Discard' } ) );
		expect( source ).toHaveValue( 'contact-form-7' );
		expect( saveButton() ).toHaveAttribute( 'aria-disabled', 'true' );
	} );

	it( 'are saved with Ctrl+S', async () => {
		const { onSaved, user } = show();
		await user.type( screen.getByLabelText( 'Source' ), '-2' );
		await user.keyboard( '{Control>}s{/Control}' );
		await waitFor( () => expect( onSaved ).toHaveBeenCalled() );
	} );
} );
