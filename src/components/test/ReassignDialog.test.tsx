import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import apiFetch from '@wordpress/api-fetch';

import { boot } from '../../boot';
import { registerEntities, type Contact } from '../../entities';
import { notices } from '../../lib/notices';
import { ReassignDialog } from '../ReassignDialog';

// Many roles are computed here, which takes its time on a busy machine.
jest.setTimeout( 30_000 );

jest.mock( '@wordpress/api-fetch' );
const fetch = apiFetch as unknown as jest.Mock;

registerEntities();

const contact = {
	id: 7,
	type: 'contact',
	name: 'Big Client',
	contact_owner: 3,
	followers: [],
	people: [],
	version: 1,
} as unknown as Contact;

let total: number;
let reassigned: () => void;

beforeEach( () => {
	boot.opportunities.separateOwners = false;
	boot.opportunities.can = {
		...boot.opportunities.can,
		view: 'all',
		reassign: true,
	};
	total = 10000;
	jest.spyOn( notices, 'success' ).mockImplementation( () => {} );
	fetch.mockReset();
	fetch.mockImplementation( ( { path, method = 'GET' } ) => {
		if ( method !== 'GET' ) {
			return new Promise( ( resolve ) => {
				reassigned = () => resolve( contact );
			} );
		}
		const of = path.startsWith( '/steward/v1/opportunities' ) ? total : 0;
		const people = [ { id: 5, name: 'Ana Ruiz', email: 'a@example.org' } ];
		return Promise.resolve( {
			json: async () => ( path.includes( '/members' ) ? people : [] ),
			headers: new Headers( { 'X-WP-Total': String( of ) } ),
		} );
	} );
} );

async function giveToNobody(): Promise< void > {
	await userEvent.click(
		screen.getByRole( 'combobox', { name: 'New owner' } )
	);
	await userEvent.click(
		await screen.findByRole( 'option', { name: /Unassigned/ } )
	);
	await userEvent.click( screen.getByRole( 'button', { name: 'Release' } ) );
}

it( 'says how many opportunities go along, that many take a while, and that they went', async () => {
	render( <ReassignDialog records={ [ contact ] } onClose={ () => {} } /> );
	expect(
		await screen.findByText( 'Its 10,000 opportunities go along.' )
	).toBeVisible();
	expect( screen.queryByText( /may take some seconds/ ) ).toBeNull();
	await giveToNobody();
	expect(
		await screen.findByText(
			'Reassigning 10,000 opportunities may take some seconds.'
		)
	).toBeVisible();
	reassigned();
	await waitFor( () =>
		expect( notices.success ).toHaveBeenCalledWith(
			'Big Client and 10,000 opportunities are now unassigned.'
		)
	);
} );

it( 'says of them only where they were taken along, where owners may differ', async () => {
	boot.opportunities.separateOwners = true;
	total = 12;
	const { unmount } = render(
		<ReassignDialog records={ [ contact ] } onClose={ () => {} } />
	);
	await screen.findByLabelText(
		'Also reassign the 12 opportunities of the former owner'
	);
	await giveToNobody();
	expect( screen.queryByText( /may take some seconds/ ) ).toBeNull();
	reassigned();
	await waitFor( () =>
		expect( notices.success ).toHaveBeenLastCalledWith(
			'Big Client is now unassigned.'
		)
	);
	unmount();

	render( <ReassignDialog records={ [ contact ] } onClose={ () => {} } /> );
	await userEvent.click(
		await screen.findByLabelText(
			'Also reassign the 12 opportunities of the former owner'
		)
	);
	await giveToNobody();
	reassigned();
	await waitFor( () =>
		expect( notices.success ).toHaveBeenLastCalledWith(
			'Big Client and 12 opportunities are now unassigned.'
		)
	);
} );
