import { render, screen } from '@testing-library/react';

import type { FormConfig } from '../../../entities';
import { FormCard } from '../FormCard';

const form: FormConfig = {
	provider: 'contact-form-7',
	provider_name: 'Contact Form 7',
	form: '12',
	title: 'Contact',
	enabled: true,
	mapping: { name: 'your-name', email: 'your-email' },
	fields: [ { name: 'your-name', label: 'Your name', type: 'text' } ],
	tags: [],
	source: 'contact-form-7',
	owner: { mode: 'unassigned' },
	edit_url: null,
	last_submission_gmt: null,
};

describe( 'a form in the list', () => {
	it( 'says when it was changed since its fields were matched', () => {
		render( <FormCard form={ form } onChange={ jest.fn() } /> );
		expect(
			screen.getByText( /1 matched field is no longer in the form/ )
		).toBeInTheDocument();
		expect(
			screen.getByRole( 'link', { name: 'Match again' } )
		).toHaveAttribute( 'href', expect.stringContaining( 'form=12' ) );
	} );

	it( 'says nothing where all are there', () => {
		render(
			<FormCard
				form={ { ...form, mapping: { name: 'your-name' } } }
				onChange={ jest.fn() }
			/>
		);
		expect( screen.queryByText( /no longer/ ) ).toBeNull();
	} );
} );
