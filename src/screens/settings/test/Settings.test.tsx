import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import apiFetch from '@wordpress/api-fetch';

import { boot } from '../../../boot';
import { navigate } from '../../../lib/router';
import SettingsScreen from '..';

jest.mock( '@wordpress/api-fetch' );
const fetch = apiFetch as unknown as jest.Mock;

const SECRET = 'stw_0123456789abcdef';
const key = {
	id: 1,
	name: 'Landing page',
	hint: 'stw_…cdef',
	created_gmt: '2026-01-07T09:30:00Z',
	last_used_gmt: null,
};

let keys: unknown[];
let sent: { method: string; path: string; data: unknown }[];

// Before anything reads the address.
window.history.replaceState( {}, '', '?page=steward-settings' );

const open = ( tab?: string ) =>
	navigate( { tab }, { replace: true, quiet: true } );

beforeEach( () => {
	open();
	boot.can.manage = true;
	keys = [];
	sent = [];
	fetch.mockReset();
	fetch.mockImplementation( ( { path, method = 'GET', data } ) => {
		if ( method !== 'GET' ) {
			sent.push( { method, path, data } );
		}
		if ( path.startsWith( '/steward/v1/submission-keys' ) ) {
			return Promise.resolve(
				method === 'POST' ? { ...key, key: SECRET } : keys
			);
		}
		if ( path.startsWith( '/steward/v1/notifications/mail' ) ) {
			return Promise.resolve( {
				queued: 0,
				retrying: 0,
				failed: 0,
				failures: [],
			} );
		}
		if ( path.startsWith( '/steward/v1/notifications' ) ) {
			return Promise.resolve( [] );
		}
		return Promise.resolve( {
			erase_on_uninstall: method === 'PATCH',
			notification_defaults: {},
		} );
	} );
} );

describe( 'submission keys', () => {
	beforeEach( () => open( 'keys' ) );

	it( 'are shown once after they were made', async () => {
		const user = userEvent.setup();
		render( <SettingsScreen /> );
		expect( await screen.findByText( /^No keys yet/ ) ).toBeVisible();

		await user.click(
			screen.getByRole( 'button', { name: 'Create key' } )
		);
		const dialog = screen.getByRole( 'dialog' );
		await user.click(
			within( dialog ).getByRole( 'button', { name: 'Create key' } )
		);
		expect(
			within( dialog ).getByText(
				'Give the key a name, to know it again.'
			)
		).toBeVisible();

		await user.type(
			within( dialog ).getByLabelText( 'Name' ),
			'Landing page{Enter}'
		);
		expect( await screen.findByLabelText( 'Key' ) ).toHaveValue( SECRET );
		expect( sent ).toEqual( [
			{
				method: 'POST',
				path: '/steward/v1/submission-keys',
				data: { name: 'Landing page' },
			},
		] );

		await user.click( screen.getByRole( 'button', { name: 'Done' } ) );
		expect( screen.queryByDisplayValue( SECRET ) ).toBeNull();
		expect(
			screen.getByRole( 'row', { name: /Landing page.*cdef.*Never/ } )
		).toBeVisible();
	} );

	it( 'are deleted only after a question', async () => {
		keys = [ key ];
		const user = userEvent.setup();
		render( <SettingsScreen /> );
		await user.click(
			await screen.findByRole( 'button', {
				name: 'Delete key “Landing page”',
			} )
		);
		expect( sent ).toEqual( [] );
		await user.click(
			screen.getByRole( 'button', { name: 'Delete key' } )
		);
		expect( await screen.findByText( /^No keys yet/ ) ).toBeVisible();
		expect( sent[ 0 ] ).toMatchObject( {
			method: 'DELETE',
			path: '/steward/v1/submission-keys/1',
		} );
	} );
} );

describe( 'settings', () => {
	it( 'warn before everything is to be erased, and are saved on Save Changes', async () => {
		const user = userEvent.setup();
		render( <SettingsScreen /> );
		const toggle = await screen.findByLabelText(
			'Erase everything on uninstall'
		);
		await user.click( toggle );
		expect(
			screen.getByText( /Nothing can bring them back/, {
				selector: '.components-notice__content',
			} )
		).toBeVisible();
		expect( sent ).toEqual( [] );
		await user.click(
			screen.getByRole( 'button', { name: 'Save Changes' } )
		);
		await waitFor( () =>
			expect( sent ).toEqual( [
				{
					method: 'PATCH',
					path: '/steward/v1/settings',
					data: { erase_on_uninstall: true },
				},
			] )
		);
	} );

	it( 'say who can change them to those who can’t', () => {
		boot.can.manage = false;
		render( <SettingsScreen /> );
		expect( screen.getByText( 'You can’t change settings' ) ).toBeVisible();
		expect( fetch ).not.toHaveBeenCalled();
	} );
} );
