import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import type { Contact } from '../../../entities';
import { blank } from '../changes';
import { ContactConflict } from '../ContactConflict';

const contact = ( part: Partial< Contact > ): Contact =>
	( {
		...blank(),
		id: 7,
		version: 3,
		modified_gmt: '2026-11-24T04:00:00Z',
		...part,
	} ) as Contact;

it( 'shows both versions and gives back which fields to take from the newer one', async () => {
	const onResolve = jest.fn();
	render(
		<ContactConflict
			base={ contact( { first_name: 'Ana', phone: '1', company: '' } ) }
			edits={ { first_name: 'Anna', company: 'Acme' } }
			newer={ contact( { first_name: 'Annie', phone: '2' } ) }
			onResolve={ onResolve }
			onCancel={ () => {} }
		/>
	);
	const field = screen.getByRole( 'group', { name: 'First name' } );
	expect(
		within( field ).getByRole( 'radio', { name: /Keep mine.*Anna/ } )
	).toBeChecked();
	await userEvent.click(
		within( field ).getByRole( 'radio', { name: /Take theirs.*Annie/ } )
	);
	expect( screen.getByText( 'Changed only by you: kept' ) ).toBeVisible();
	expect( screen.getByText( 'Acme' ) ).toBeVisible();
	await userEvent.click(
		screen.getByRole( 'button', { name: 'Save this' } )
	);
	expect( onResolve ).toHaveBeenCalledWith( [ 'first_name' ] );
} );

it( 'can leave everything as somebody else saved it', async () => {
	const onResolve = jest.fn();
	render(
		<ContactConflict
			base={ contact( {} ) }
			edits={ { first_name: 'Anna', company: 'Acme' } }
			newer={ contact( { first_name: 'Annie' } ) }
			onResolve={ onResolve }
			onCancel={ () => {} }
		/>
	);
	await userEvent.click(
		screen.getByRole( 'button', { name: 'Discard all of mine' } )
	);
	expect( onResolve ).toHaveBeenCalledWith( [ 'first_name', 'company' ] );
} );
