import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import apiFetch from '@wordpress/api-fetch';
import { dispatch } from '@wordpress/data';
import { store as preferencesStore } from '@wordpress/preferences';

import { boot } from '../../../boot';
import { Welcome } from '../Welcome';

jest.mock( '@wordpress/api-fetch' );
const fetch = apiFetch as unknown as jest.Mock;

/** How many of each the site has. */
let totals: Record< string, number >;
let forms: { enabled: boolean }[];

beforeEach( () => {
	boot.can.manage = true;
	boot.onboarding = true;
	totals = { members: 1, submissions: 0, contacts: 0 };
	forms = [ { enabled: false } ];
	void dispatch( preferencesStore ).set(
		'steward',
		'welcomeDismissed',
		false
	);
	fetch.mockReset();
	fetch.mockImplementation( ( { path }: { path: string } ) => {
		const name = /v1\/(\w+)/.exec( path )?.[ 1 ] ?? '';
		return Promise.resolve(
			name === 'forms'
				? forms
				: {
						json: () => Promise.resolve( [] ),
						headers: new Headers( {
							'X-WP-Total': String( totals[ name ] ),
						} ),
					}
		);
	} );
} );

describe( 'the welcome', () => {
	it( 'lists what is still to be done, with the way there', async () => {
		totals.members = 4;
		render( <Welcome /> );
		expect( await screen.findByText( '1 of 3 done' ) ).toBeVisible();
		expect(
			screen.getByRole( 'heading', {
				name: /Bring in your team \(done\)/,
			} )
		).toBeVisible();
		expect(
			screen.queryByRole( 'link', { name: 'Add a user' } )
		).toBeNull();
		expect(
			screen.getByRole( 'link', { name: 'Choose a form' } )
		).toHaveAttribute( 'href', 'admin.php?page=steward-forms' );
		expect(
			screen.getByRole( 'link', { name: 'Add a contact' } )
		).toHaveAttribute( 'href', 'admin.php?page=steward&contact=new' );
	} );

	it( 'says when everything is done', async () => {
		totals = { members: 2, submissions: 0, contacts: 9 };
		forms = [ { enabled: false }, { enabled: true } ];
		render( <Welcome /> );
		expect( await screen.findByText( 'Steward is set up' ) ).toBeVisible();
	} );

	it( 'takes submissions by key as a way in', async () => {
		totals = { members: 2, submissions: 3, contacts: 0 };
		forms = [];
		render( <Welcome /> );
		expect( await screen.findByText( '2 of 3 done' ) ).toBeVisible();
	} );

	it( 'stays away once it was dismissed', async () => {
		const { container, unmount } = render( <Welcome /> );
		await userEvent.click(
			screen.getByRole( 'button', { name: 'Dismiss welcome' } )
		);
		expect( container ).toBeEmptyDOMElement();
		unmount();
		fetch.mockClear();
		render( <Welcome /> );
		expect( fetch ).not.toHaveBeenCalled();
	} );

	it( 'is for those who manage Steward', () => {
		boot.can.manage = false;
		const { container } = render( <Welcome /> );
		expect( container ).toBeEmptyDOMElement();
	} );
} );
