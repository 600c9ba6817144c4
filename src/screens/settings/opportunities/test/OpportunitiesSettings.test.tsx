import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import apiFetch from '@wordpress/api-fetch';

import type { Differing, Job, Settings } from '../../../../entities';
import { OpportunitiesSettings } from '..';

jest.mock( '@wordpress/api-fetch' );
const fetch = apiFetch as unknown as jest.Mock;

const MAIN = 'Allow different owners for contacts and its opportunities';
const CONTACT = 'Sync contact follower with opportunity owner';
const OPPORTUNITY = 'Sync opportunity follower with contact owner';
const ROOT = '/steward/v1/settings';

const job: Job = {
	id: 5,
	kind: 'realign_owners',
	state: 'running',
	created_gmt: '2026-01-07T09:30:00Z',
	total: 12,
	done: 4,
	failed: 0,
	errors: [],
};
let settings: Settings;
let preview: Differing;
let sent: { method: string; path: string; data: unknown }[];

beforeEach( () => {
	settings = {
		erase_on_uninstall: false,
		owned_scope_sees_unassigned: true,
		separate_owners: false,
		sync_contact_follower: false,
		sync_opportunity_follower: false,
	} as Settings;
	preview = { differing: 0, owners: [], receivers: [], job: null };
	sent = [];
	fetch.mockReset();
	fetch.mockImplementation( ( { path, method = 'GET', data } ) => {
		if ( method !== 'GET' ) {
			sent.push( { method, path, data } );
		}
		if ( path === ROOT ) {
			settings = { ...settings, ...data };
			return Promise.resolve(
				method === 'PATCH'
					? { ...settings, job: preview.job }
					: settings
			);
		}
		if ( path.startsWith( `${ ROOT }/separate-owners` ) ) {
			return Promise.resolve( preview );
		}
		return Promise.resolve( path.includes( '/jobs/' ) ? job : [] );
	} );
} );

const save = () =>
	userEvent.click( screen.getByRole( 'button', { name: 'Save Changes' } ) );

describe( 'different owners', () => {
	it( 'have syncs that are explained and can’t be chosen while they are off', async () => {
		render( <OpportunitiesSettings /> );
		const main = await screen.findByLabelText( MAIN );
		const sync = screen.getByLabelText( CONTACT );
		expect( sync ).toBeDisabled();
		expect( sync ).toHaveAccessibleDescription(
			'Counts only while different owners are allowed.'
		);
		expect( screen.getByRole( 'figure' ) ).toHaveTextContent(
			/Ana owns the contact, and with it every opportunity/
		);

		await userEvent.click( main );
		await userEvent.click( sync );
		await userEvent.click( screen.getByLabelText( OPPORTUNITY ) );
		expect( screen.getByRole( 'figure' ) ).toHaveTextContent(
			/Ana owns the contact and follows the opportunity\. Ben owns the opportunity and follows the contact\./
		);
		expect( sent ).toEqual( [] );
		await save();
		await waitFor( () =>
			expect( sent ).toEqual( [
				{
					method: 'PATCH',
					path: ROOT,
					data: {
						separate_owners: true,
						sync_contact_follower: true,
						sync_opportunity_follower: true,
					},
				},
			] )
		);
	} );

	it( 'are switched off only after it was said how many opportunities differ and whose they are and will be', async () => {
		settings.separate_owners = true;
		preview = {
			differing: 12,
			owners: [
				{ user: 7, name: 'Ben Carter', count: 10 },
				{ user: null, name: 'Unassigned', count: 2 },
			],
			receivers: [
				{ user: 8, name: 'Ana Ruiz', count: 9 },
				{ user: null, name: 'Unassigned', count: 3 },
			],
			job: null,
		};
		render( <OpportunitiesSettings /> );
		await userEvent.click( await screen.findByLabelText( MAIN ) );
		await save();
		const dialog = screen.getByRole( 'dialog' );
		expect(
			await within( dialog ).findByText(
				/12 opportunities have another owner than their contact/
			)
		).toBeVisible();
		const list = ( name: string ) =>
			within( within( dialog ).getByRole( 'list', { name } ) )
				.getAllByRole( 'listitem' )
				.map( ( { textContent } ) => textContent );
		expect( list( 'They are owned now by:' ) ).toEqual( [
			expect.stringMatching( /Ben Carter10 opportunities$/ ),
			'Unassigned2 opportunities',
		] );
		expect( list( 'They go to:' ) ).toEqual( [
			expect.stringMatching( /Ana Ruiz9 opportunities$/ ),
			'Unassigned3 opportunities',
		] );
		expect( sent ).toEqual( [] );

		preview = { ...preview, job };
		await userEvent.click(
			within( dialog ).getByRole( 'button', {
				name: 'Switch off and reassign',
			} )
		);
		// The realignment is seen, and can be stopped.
		expect(
			await screen.findByRole( 'progressbar', {
				name: 'Giving opportunities their contacts’ owners',
			} )
		).toHaveAttribute( 'aria-valuenow', '33' );
		expect( screen.getByRole( 'button', { name: 'Stop' } ) ).toBeVisible();
		expect( sent[ 0 ]?.data ).toEqual( { separate_owners: false } );
	} );

	it( 'stay on when the question is declined', async () => {
		settings.separate_owners = true;
		render( <OpportunitiesSettings /> );
		await userEvent.click( await screen.findByLabelText( MAIN ) );
		await save();
		expect(
			await screen.findByText( /nothing is reassigned/ )
		).toBeVisible();
		await userEvent.click(
			screen.getByRole( 'button', { name: 'Cancel' } )
		);
		await userEvent.click(
			screen.getByRole( 'button', { name: 'Discard' } )
		);
		expect( screen.getByLabelText( MAIN ) ).toBeChecked();
		expect( sent ).toEqual( [] );
	} );

	it( 'that were left by a stopped realignment are named, and it can go on', async () => {
		preview = { differing: 3, owners: [], receivers: [], job: null };
		render( <OpportunitiesSettings /> );
		expect(
			await screen.findByText(
				/3 opportunities still have another owner/,
				{ selector: 'p' }
			)
		).toBeVisible();
		await userEvent.click(
			screen.getByRole( 'button', {
				name: 'Give them their contacts’ owners',
			} )
		);
		await waitFor( () =>
			expect( sent[ 0 ]?.path ).toBe(
				`${ ROOT }/separate-owners/realign`
			)
		);
	} );
} );
