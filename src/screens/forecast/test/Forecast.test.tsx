import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import apiFetch from '@wordpress/api-fetch';

import type { Forecast } from '../../../entities';
import { navigate } from '../../../lib/router';
import { thisMonth } from '../groups';
import ForecastScreen from '..';

jest.mock( '@wordpress/api-fetch' );
const fetch = apiFetch as unknown as jest.Mock;

const pipelines = [
	{
		id: 1,
		name: 'Sales',
		position: 0,
		currency: 'EUR',
		stages: [
			{
				id: 4,
				name: 'New',
				position: 0,
				color: 'blue',
				probability: 10,
				outcome: 'open',
			},
		],
	},
];
const base = { stage: 4, currency: 'EUR', count: 1 };
let answer: Forecast | Error;

// Before anything reads the address.
window.history.replaceState( {}, '', '?page=steward-forecast' );

beforeEach( () => {
	navigate( {}, { replace: true, quiet: true } );
	answer = {
		rows: [
			{
				...base,
				month: '2020-01',
				owner: 7,
				value: '0.10',
				weighted: '0.01',
			},
			{
				...base,
				month: thisMonth(),
				owner: null,
				value: '0.20',
				weighted: '0.02',
			},
			{
				...base,
				month: null,
				owner: 7,
				currency: 'JPY',
				value: '7',
				weighted: '1',
			},
		],
		people: [ { id: 7, name: 'Ana Ruiz', avatar_url: '' } ],
	};
	fetch.mockReset();
	fetch.mockImplementation( ( { path }: { path: string } ) => {
		if ( path.startsWith( '/steward/v1/pipelines' ) ) {
			return Promise.resolve( pipelines );
		}
		return answer instanceof Error
			? Promise.reject( answer )
			: Promise.resolve( answer );
	} );
} );

describe( 'the forecast', () => {
	it( 'shows each currency apart, exact sums, the overdue and what has no date', async () => {
		render( <ForecastScreen /> );
		const euro = await screen.findByRole( 'region', { name: /EUR/ } );
		const yen = screen.getByRole( 'region', { name: /JPY/ } );
		expect(
			within( euro ).getByRole( 'row', {
				name: /^Total 2 €0\.30 €0\.03$/,
			} )
		).toBeVisible();
		expect(
			within( euro ).getByRole( 'row', { name: /Jan 2020 Overdue 1/ } )
		).toBeVisible();
		expect(
			within( euro ).getByText(
				/1 is overdue: expected before this month/
			)
		).toBeVisible();
		expect(
			within( yen ).getByRole( 'row', { name: /^No date 1 ¥7 ¥1$/ } )
		).toBeVisible();
		expect( fetch ).toHaveBeenCalledWith( {
			path: '/steward/v1/reports/forecast?pipeline=1',
		} );
	} );

	it( 'is narrowed to an owner and broken down', async () => {
		const user = userEvent.setup();
		render( <ForecastScreen /> );
		await user.selectOptions(
			await screen.findByLabelText( 'Owner' ),
			'Unassigned'
		);
		expect( screen.queryByRole( 'region', { name: /JPY/ } ) ).toBeNull();
		expect(
			screen.getByRole( 'row', { name: /^Total 1 €0\.20/ } )
		).toBeVisible();
		await user.selectOptions(
			screen.getByLabelText( 'Owner' ),
			'Everybody'
		);
		await user.selectOptions(
			screen.getByLabelText( 'Group by' ),
			'Stage'
		);
		await user.selectOptions(
			screen.getByLabelText( 'Break down by' ),
			'Owner'
		);
		const euro = screen.getByRole( 'region', { name: /EUR/ } );
		expect(
			within( euro )
				.getAllByRole( 'row' )
				.slice( 1 )
				.map( ( row ) => row.querySelector( 'th' )?.textContent )
		).toEqual( [ 'New', 'Ana Ruiz', 'Unassigned', 'Total' ] );
	} );

	it( 'says when there is nothing, and lets one try again', async () => {
		answer = { rows: [], people: [] };
		const { unmount } = render( <ForecastScreen /> );
		expect(
			await screen.findByText( 'Nothing to forecast yet' )
		).toBeVisible();
		unmount();

		answer = Object.assign( new Error( 'Database gone.' ), {
			code: 'x',
			data: { status: 500 },
		} );
		render( <ForecastScreen /> );
		expect(
			await screen.findByText( 'The forecast couldn’t be read' )
		).toBeVisible();
		answer = { rows: [], people: [] };
		await userEvent.click(
			screen.getByRole( 'button', { name: 'Try again' } )
		);
		expect(
			await screen.findByText( 'Nothing to forecast yet' )
		).toBeVisible();
	} );
} );
