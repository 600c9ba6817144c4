import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import apiFetch from '@wordpress/api-fetch';

import type { Job } from '../../entities';
import { JobProgress, jobText } from '../JobProgress';

jest.mock( '@wordpress/api-fetch' );
const fetch = apiFetch as unknown as jest.Mock;

const job = ( more: Partial< Job > = {} ): Job => ( {
	id: 7,
	kind: 'hand_over',
	state: 'running',
	created_gmt: '2026-01-07T09:30:00Z',
	total: 10,
	done: 4,
	failed: 0,
	errors: [],
	...more,
} );

beforeEach( () => fetch.mockReset() );

describe( 'a job in words', () => {
	it( 'says how far it is and what was left out', () => {
		expect( jobText( job() ) ).toBe( '4 of 10 done.' );
		expect( jobText( job( { state: 'queued' } ) ) ).toBe(
			'Waiting to begin…'
		);
		expect( jobText( job( { state: 'done', done: 8, failed: 2 } ) ) ).toBe(
			'Finished. 8 of 10 done. 2 were left as they were.'
		);
		expect( jobText( job( { state: 'cancelled', failed: 1 } ) ) ).toBe(
			'Cancelled. 4 of 10 done. 1 was left as it was.'
		);
		expect( jobText( job( { state: 'failed' } ) ) ).toBe(
			'Stopped by an error. 4 of 10 done.'
		);
	} );
} );

describe( 'its progress', () => {
	it( 'asks until it is over, and says so once', async () => {
		fetch
			.mockResolvedValueOnce( job() )
			.mockResolvedValue( job( { state: 'done', done: 10 } ) );
		const onOver = jest.fn();
		render(
			<JobProgress job={ 7 } label="Handing over" onOver={ onOver } />
		);
		expect( await screen.findByText( '4 of 10 done.' ) ).toBeVisible();
		expect( screen.getByRole( 'progressbar' ) ).toHaveAttribute(
			'aria-valuenow',
			'40'
		);
		await waitFor( () => expect( onOver ).toHaveBeenCalledTimes( 1 ), {
			timeout: 4000,
		} );
		expect( screen.getByRole( 'status' ) ).toHaveTextContent(
			'Finished. 10 of 10 done.'
		);
		expect( fetch ).toHaveBeenCalledTimes( 2 );
	} );

	it( 'can be stopped, and names what was left out', async () => {
		fetch.mockImplementation( ( { method = 'GET' } ) =>
			Promise.resolve(
				method === 'DELETE'
					? job( {
							state: 'cancelled',
							failed: 1,
							errors: [
								{ id: 5, code: 'no', message: 'Not yours.' },
							],
						} )
					: job()
			)
		);
		render(
			<JobProgress
				job={ 7 }
				label="Handing over"
				names={ new Map( [ [ 5, 'Ana Ruiz' ] ] ) }
			/>
		);
		await userEvent.click(
			await screen.findByRole( 'button', { name: 'Stop' } )
		);
		expect( await screen.findByText( 'Ana Ruiz' ) ).toBeVisible();
		expect( screen.getByText( 'Not yours.' ) ).toBeVisible();
		expect( screen.queryByRole( 'button', { name: 'Stop' } ) ).toBeNull();
	} );

	it( 'offers to ask again after an error', async () => {
		fetch
			.mockRejectedValueOnce( { code: 'gone', message: 'Gone.' } )
			.mockResolvedValue( job( { state: 'done', done: 10 } ) );
		render( <JobProgress job={ 7 } label="Handing over" /> );
		await userEvent.click(
			await screen.findByRole( 'button', { name: 'Try again' } )
		);
		expect( await screen.findByRole( 'status' ) ).toHaveTextContent(
			'Finished. 10 of 10 done.'
		);
	} );
} );
