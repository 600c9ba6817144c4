import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import apiFetch from '@wordpress/api-fetch';

import { registerEntities, type Task } from '../../entities';
import { TaskList } from '../TaskList';
import { useOpenTasks } from '../useTasksOf';

jest.mock( '@wordpress/api-fetch' );
const fetch = apiFetch as unknown as jest.Mock;

const base: Task = {
	id: 1,
	title: 'Call Ida',
	due_gmt: '2020-01-01T10:00:00Z',
	assignee: null,
	contact: 7,
	opportunity: null,
	priority: 'high',
	status: 'open',
	version: 1,
	done_gmt: null,
	created_gmt: '2019-12-01T10:00:00Z',
	modified_gmt: '2019-12-01T10:00:00Z',
	created_by: 5,
	overdue: true,
	contact_name: 'Ida Lund',
	opportunity_title: null,
	people: [],
	can: { update: true, delete: true },
	refusal: null,
};
const about = { contact: { id: 7, name: 'Ida Lund' } };
let stored: Task[];

registerEntities();

const answer = ( found: Task[] ) => ( {
	json: async () => found,
	headers: new Headers( {
		'X-WP-Total': String( found.length ),
		'X-WP-TotalPages': '1',
	} ),
} );

beforeEach( () => {
	stored = [
		base,
		{
			...base,
			id: 2,
			title: 'Not mine to change',
			overdue: false,
			due_gmt: null,
			opportunity: 4,
			opportunity_title: 'Pilot project',
			can: { update: false, delete: false },
		},
	];
	fetch.mockImplementation( async ( { path, method, data } ) => {
		const url = new URL( path, 'http://x.example' );
		if ( method === 'PATCH' ) {
			const id = Number( url.pathname.split( '/' ).pop() );
			stored = stored.map( ( task ) =>
				task.id === id
					? { ...task, ...data, version: task.version + 1 }
					: task
			);
			return stored.find( ( task ) => task.id === id );
		}
		const status = url.searchParams.get( 'status' );
		return answer( stored.filter( ( task ) => task.status === status ) );
	} );
} );

function List() {
	return <TaskList about={ about } open={ useOpenTasks( about ) } mayAdd />;
}

it( 'says what is overdue, what is locked, and of which deal', async () => {
	render( <List /> );
	const row = ( await screen.findByText( 'Call Ida' ) ).closest( 'li' )!;
	expect( row ).toHaveTextContent( 'Overdue' );
	expect( row ).toHaveTextContent( 'High priority' );
	expect( row ).toHaveTextContent( 'Nobody yet' );
	const locked = screen.getByText( 'Not mine to change' ).closest( 'li' )!;
	expect(
		within( locked ).getByRole( 'img', {
			name: 'You can’t change this one',
		} )
	).toBeInTheDocument();
	expect( within( locked ).queryByRole( 'checkbox' ) ).toBeNull();
	expect(
		within( locked ).getByRole( 'link', { name: 'Pilot project' } )
	).toHaveAttribute( 'href', expect.stringContaining( 'opportunity=4' ) );
} );

it( 'marks one as done with its version', async () => {
	render( <List /> );
	await userEvent.click(
		await screen.findByRole( 'checkbox', {
			name: 'Mark “Call Ida” as done',
		} )
	);
	await waitFor( () =>
		expect( fetch ).toHaveBeenCalledWith(
			expect.objectContaining( {
				path: '/steward/v1/tasks/1',
				method: 'PATCH',
				data: { status: 'done', version: 1 },
			} )
		)
	);
	await waitFor( () =>
		expect( screen.queryByText( 'Call Ida' ) ).toBeNull()
	);
} );
