import { render, screen } from '@testing-library/react';

import { registerEntities } from '../../../entities';
import { blank } from '../changes';
import { ContactFields } from '../ContactFields';

jest.mock( '@wordpress/core-data', () => ( {
	...jest.requireActual( '@wordpress/core-data' ),
	useEntityRecords: () => ( { records: [] } ),
} ) );

registerEntities();

function form( errors = {} ) {
	const { container } = render(
		<form>
			<ContactFields
				item={ { ...blank(), first_name: 'Ana' } }
				errors={ errors }
				onChange={ () => {} }
			/>
		</form>
	);
	return container.querySelector( 'form' )!;
}

it( 'takes a contact with nothing but a name, no country included', () => {
	expect( form().checkValidity() ).toBe( true );
} );

it( 'marks the field that the server found wrong', () => {
	const element = form( { phone: 'This is not a phone number.' } );
	expect( element.checkValidity() ).toBe( false );
	expect(
		screen.getByRole< HTMLInputElement >( 'textbox', { name: 'Phone' } )
			.validationMessage
	).toBe( 'This is not a phone number.' );
} );

it( 'shows the server’s words where there is no control of DataForm’s', () => {
	form( { tags: 'Too many tags.' } );
	expect( screen.getByText( 'Too many tags.' ) ).toBeVisible();
} );
