import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import apiFetch from '@wordpress/api-fetch';

import { registerEntities } from '../../entities';
import { TaskDialog } from '../TaskDialog';

jest.mock( '@wordpress/api-fetch' );
const fetch = apiFetch as unknown as jest.Mock;

registerEntities();

const REMEDY =
	'They may not view this contact. Add them as a follower first, or choose somebody else.';

beforeEach( () =>
	fetch.mockImplementation( async ( { method } ) => {
		if ( method === 'POST' ) {
			throw {
				code: 'rest_invalid_param',
				message: 'Invalid parameter(s): assignee',
				data: { status: 400, params: { assignee: REMEDY } },
			};
		}
		return {
			json: async () => [],
			headers: new Headers( { 'X-WP-Total': '0' } ),
		};
	} )
);

it( 'says at the field why somebody can’t be given it, and keeps what was written', async () => {
	const onClose = jest.fn();
	render(
		<TaskDialog
			task={ null }
			about={ { contact: { id: 7, name: 'Ida Lund' } } }
			onClose={ onClose }
		/>
	);
	const title = screen.getByRole( 'textbox', { name: 'What is to be done' } );
	await userEvent.type( title, 'Call Ida' );
	await userEvent.click(
		screen.getByRole( 'button', { name: 'Add follow-up' } )
	);
	await waitFor( () =>
		expect( screen.getByRole( 'alert' ) ).toHaveTextContent( REMEDY )
	);
	expect( fetch ).toHaveBeenCalledWith(
		expect.objectContaining( {
			path: '/steward/v1/tasks',
			data: expect.objectContaining( { title: 'Call Ida', contact: 7 } ),
		} )
	);
	expect( title ).toHaveValue( 'Call Ida' );
	expect( onClose ).not.toHaveBeenCalled();
} );

it( 'asks before what was written is lost', async () => {
	const onClose = jest.fn();
	render( <TaskDialog task={ null } onClose={ onClose } /> );
	await userEvent.type(
		screen.getByRole( 'textbox', { name: 'What is to be done' } ),
		'Call'
	);
	await userEvent.click( screen.getByRole( 'button', { name: 'Cancel' } ) );
	expect( onClose ).not.toHaveBeenCalled();
	await userEvent.click(
		screen.getByRole( 'button', { name: 'Discard changes' } )
	);
	expect( onClose ).toHaveBeenCalled();
} );
