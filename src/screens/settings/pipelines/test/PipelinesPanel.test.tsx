import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import apiFetch from '@wordpress/api-fetch';

import type { Pipeline, Stage } from '../../../../entities';
import { moved } from '../order';
import { PipelinesPanel } from '../PipelinesPanel';

// Many roles are computed here, which takes its time on a busy machine.
jest.setTimeout( 30_000 );

jest.mock( '@wordpress/api-fetch' );
const fetch = apiFetch as unknown as jest.Mock;

const ROOT = '/steward/v1/pipelines';
const stage = ( id: number, name: string, more: Partial< Stage > = {} ) => ( {
	id,
	name,
	position: id,
	color: 'blue' as const,
	probability: 10 * id,
	outcome: 'open' as const,
	...more,
} );

let pipelines: Pipeline[];
let sent: { method: string; path: string; data: unknown }[];
let answer: ( path: string, method: string ) => unknown;
let inUse: number;

beforeEach( () => {
	pipelines = [
		{
			id: 1,
			name: 'Sales',
			position: 0,
			currency: 'EUR',
			stages: [
				stage( 1, 'New' ),
				stage( 2, 'Proposal' ),
				stage( 3, 'Won', { outcome: 'won', probability: 100 } ),
			],
		},
	];
	sent = [];
	inUse = 0;
	answer = () => ( {} );
	fetch.mockReset();
	fetch.mockImplementation( ( { path, method = 'GET', data } ) => {
		if ( method === 'GET' ) {
			return Promise.resolve(
				path.endsWith( '/use' )
					? {
							opportunities: inUse,
							stages: [ { id: 1, opportunities: inUse } ],
						}
					: pipelines
			);
		}
		sent.push( { method, path, data } );
		return Promise.resolve().then( () => answer( path, method ) );
	} );
} );

const click = ( name: string ) =>
	userEvent.click( screen.getByRole( 'button', { name } ) );
const names = () =>
	within( screen.getByRole( 'list', { name: 'Stages of “Sales”' } ) )
		.getAllByRole( 'listitem' )
		.map(
			( item ) =>
				item.querySelector( '.steward-stage__name' )?.textContent
		);

describe( 'the pipelines', () => {
	it( 'are reordered by buttons, which keep the focus, and go back where the server refuses', async () => {
		render( <PipelinesPanel /> );
		await screen.findByText( 'Proposal' );
		answer = () => {
			pipelines = [
				{
					...pipelines[ 0 ]!,
					stages: moved( pipelines[ 0 ]!.stages, 1, 0 ),
				},
			];
			return {};
		};
		await click( 'Move “Proposal” up' );
		expect( names() ).toEqual( [ 'Proposal', 'New', 'Won' ] );
		expect( sent ).toEqual( [
			{
				method: 'PATCH',
				path: `${ ROOT }/1/stages/2`,
				data: { position: 0 },
			},
		] );
		expect(
			screen.getByRole( 'button', { name: 'Move “Proposal” up' } )
		).toHaveFocus();
		expect(
			screen.getByText( 'Proposal: place 1 of 3.' )
		).toBeInTheDocument();

		answer = () => {
			throw { code: 'x', message: 'No.', data: { status: 500 } };
		};
		await click( 'Move “New” down' );
		await waitFor( () =>
			expect( names() ).toEqual( [ 'Proposal', 'New', 'Won' ] )
		);
	} );

	it( 'save quick moves one after the other', async () => {
		render( <PipelinesPanel /> );
		await screen.findByText( 'Proposal' );
		let first: () => void = () => {};
		answer = () =>
			new Promise< void >( ( resolve ) => ( first = resolve ) );
		await click( 'Move “New” down' );
		await waitFor( () => expect( sent ).toHaveLength( 1 ) );
		await click( 'Move “New” down' );
		expect( names() ).toEqual( [ 'Proposal', 'Won', 'New' ] );
		expect( sent ).toHaveLength( 1 );
		first();
		await waitFor( () =>
			expect( sent.map( ( { data } ) => data ) ).toEqual( [
				{ position: 1 },
				{ position: 2 },
			] )
		);
	} );

	it( 'get a stage, with errors beside its fields', async () => {
		render( <PipelinesPanel /> );
		await screen.findByText( 'Proposal' );
		await click( 'Add stage to “Sales”' );
		const dialog = screen.getByRole( 'dialog' );
		const submit = () =>
			userEvent.click(
				within( dialog ).getByRole( 'button', { name: 'Add stage' } )
			);
		const probability = within( dialog ).getByLabelText(
			'Probability in percent'
		);
		await userEvent.clear( probability );
		await userEvent.type( probability, '101' );
		await submit();
		expect(
			within( dialog ).getByText( 'Give the stage a name.' )
		).toBeVisible();
		expect(
			within( dialog ).getByText( 'Give a whole number from 0 to 100.' )
		).toBeVisible();
		expect( sent ).toEqual( [] );

		await userEvent.type(
			within( dialog ).getByLabelText( 'Name' ),
			'Lost'
		);
		await userEvent.click( within( dialog ).getByLabelText( 'Purple' ) );
		await userEvent.click( within( dialog ).getByLabelText( 'Lost' ) );
		answer = () => {
			throw {
				code: 'rest_invalid_param',
				message: 'Invalid.',
				data: {
					status: 400,
					params: { name: 'There is one already.' },
				},
			};
		};
		await submit();
		expect(
			await within( dialog ).findByText( 'There is one already.' )
		).toBeVisible();
		answer = () => ( {} );
		await submit();
		await waitFor( () =>
			expect( screen.queryByRole( 'dialog' ) ).toBeNull()
		);
		expect( sent[ 1 ] ).toEqual( {
			method: 'POST',
			path: `${ ROOT }/1/stages`,
			data: {
				name: 'Lost',
				color: 'purple',
				outcome: 'lost',
				probability: 0,
			},
		} );
	} );

	it( 'say that the outcome of a stage in use can’t change', async () => {
		render( <PipelinesPanel /> );
		await screen.findByText( 'Proposal' );
		inUse = 1234;
		await click( 'Edit “New”' );
		const reason =
			'This can’t change while opportunities are in the stage: there are 1,234, the trash counted.';
		expect( await screen.findByText( reason ) ).toBeVisible();
		expect( screen.getByRole( 'radio', { name: 'Won' } ) ).toBeDisabled();
		expect( screen.getByRole( 'radio', { name: 'Open' } ) ).toBeChecked();
		await userEvent.type( screen.getByLabelText( 'Name' ), ' ones' );
		await click( 'Save stage' );
		await waitFor( () =>
			expect( sent.at( -1 )?.data ).toMatchObject( {
				name: 'New ones',
				outcome: 'open',
			} )
		);
	} );

	it( 'say beside the outcome why the server refuses it', async () => {
		render( <PipelinesPanel /> );
		await screen.findByText( 'Proposal' );
		await click( 'Edit “New”' );
		await userEvent.click( screen.getByRole( 'radio', { name: 'Won' } ) );
		answer = () => {
			throw {
				code: 'steward_stage_in_use',
				message: 'The outcome can’t change.',
				data: { status: 409, remedy: 'Move it.', opportunities: 1 },
			};
		};
		await click( 'Save stage' );
		expect( await screen.findByRole( 'alert' ) ).toHaveTextContent(
			'The outcome can’t change. Move it.'
		);
		expect( screen.getByRole( 'radio', { name: 'Open' } ) ).toHaveFocus();
	} );

	it( 'ask where the opportunities of a deleted stage go', async () => {
		render( <PipelinesPanel /> );
		await screen.findByText( 'Proposal' );
		inUse = 1234;
		await click( 'Delete “New”' );
		answer = () => ( { deleted: true } );
		expect(
			await screen.findByText( /1,234 opportunities are in it/ )
		).toBeVisible();
		await click( 'Move and delete' );
		expect( screen.getByText( 'Choose a stage.' ) ).toBeVisible();
		const choice = screen.getByLabelText( 'Move to' );
		expect(
			within( choice )
				.getAllByRole( 'option' )
				.map( ( { textContent } ) => textContent )
		).toEqual( [ 'Choose a stage…', 'Proposal', 'Won' ] );
		await userEvent.selectOptions( choice, 'Proposal' );
		await click( 'Move and delete' );
		await waitFor( () =>
			expect( sent.at( -1 ) ).toMatchObject( {
				method: 'DELETE',
				path: `${ ROOT }/1/stages/1?move_to=2`,
			} )
		);
		await waitFor( () =>
			expect( screen.queryByRole( 'dialog' ) ).toBeNull()
		);
		expect( sent ).toHaveLength( 1 );
	} );

	it( 'ask so, too, where an opportunity came in meanwhile', async () => {
		render( <PipelinesPanel /> );
		await screen.findByText( 'Proposal' );
		await click( 'Delete “New”' );
		expect(
			await screen.findByText( 'No opportunities are in it.' )
		).toBeVisible();
		answer = () => {
			throw {
				code: 'steward_stage_in_use',
				message: 'In use.',
				data: { status: 409, opportunities: 1 },
			};
		};
		await click( 'Delete stage' );
		expect(
			await screen.findByText( /1 opportunity is in it/ )
		).toBeVisible();
		expect( screen.getByLabelText( 'Move to' ) ).toBeVisible();
	} );
} );
