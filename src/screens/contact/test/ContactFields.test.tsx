import { act, render, screen } from '@testing-library/react';

import { registerEntities } from '../../../entities';
import { blank } from '../changes';
import { ContactFields } from '../ContactFields';

jest.mock( '@wordpress/core-data', () => ( {
	...jest.requireActual( '@wordpress/core-data' ),
	useEntityRecords: () => ( { records: [] } ),
} ) );

registerEntities();

async function form( errors = {} ) {
	const { container } = render(
		<form>
			<ContactFields
				item={ { ...blank(), first_name: 'Ana' } }
				errors={ errors }
				onChange={ () => {} }
			/>
		</form>
	);
	// DataForm's controls show what is wrong a moment after they have been told.
	await act( () => new Promise( ( resolve ) => setTimeout( resolve, 50 ) ) );
	return container.querySelector( 'form' )!;
}

it( 'takes a contact with nothing but a name, no country included', async () => {
	expect( ( await form() ).checkValidity() ).toBe( true );
} );

it( 'marks the field that the server found wrong', async () => {
	const element = await form( { phone: 'This is not a phone number.' } );
	// Asking makes the control show it.
	let isValid = true;
	act( () => {
		isValid = element.checkValidity();
	} );
	expect( isValid ).toBe( false );
	expect(
		screen.getByRole< HTMLInputElement >( 'textbox', { name: 'Phone' } )
			.validationMessage
	).toBe( 'This is not a phone number.' );
} );

it( 'shows the server’s words where there is no control of DataForm’s', async () => {
	await form( { tags: 'Too many tags.' } );
	expect( screen.getByText( 'Too many tags.' ) ).toBeVisible();
} );
