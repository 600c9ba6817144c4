import type { Task } from '../../../entities';
import { notices } from '../../../lib/notices';
import { tasks } from '../../../lib/tasks';
import { assignAll, finishAll } from '../bulk';

jest.mock( '../../../lib/notices', () => ( {
	notices: { success: jest.fn(), error: jest.fn() },
} ) );
jest.mock( '../../../lib/tasks', () => ( {
	tasks: { updateMany: jest.fn() },
} ) );

const updateMany = jest.mocked( tasks.updateMany );
const success = jest.mocked( notices.success );
const error = jest.mocked( notices.error );

const task = ( id: number, assignee: number | null ) =>
	( { id, assignee, status: 'open' } ) as Task;
const items = [ task( 1, 4 ), task( 2, null ), task( 3, 4 ) ];
const refusal = {
	ok: false,
	code: 'steward_forbidden',
	message: 'You can’t.',
	remedy: 'Ask Ana.',
};

beforeEach( () => {
	jest.clearAllMocks();
	updateMany.mockImplementation( ( ids ) =>
		Promise.resolve( ids.map( ( id ) => ( { id, ok: true } ) ) )
	);
} );

const undo = () => success.mock.calls[ 0 ]?.[ 1 ]?.undo?.run();

it( 'changes all in one request', async () => {
	expect( await finishAll( items ) ).toBeNull();
	expect( updateMany.mock.calls ).toEqual( [
		[ [ 1, 2, 3 ], { status: 'done' } ],
	] );
	expect( success ).toHaveBeenCalledWith(
		'3 follow-ups are done.',
		expect.anything()
	);
} );

it( 'takes back with one request for each former value', async () => {
	await assignAll( items, 7, 'Ben' );
	updateMany.mockClear();
	await undo();
	expect( updateMany.mock.calls ).toEqual( [
		[ [ 1, 3 ], { assignee: 4 } ],
		[ [ 2 ], { assignee: null } ],
	] );
	expect( success ).toHaveBeenLastCalledWith( 'Taken back.' );
} );

it( 'keeps Undo of what was done beside the report of what wasn’t', async () => {
	updateMany.mockResolvedValueOnce( [
		{ id: 1, ok: true },
		{ id: 2, ...refusal },
		{ id: 3, ok: true },
	] );
	expect( await finishAll( items ) ).toEqual( {
		title: '2 follow-ups are done.',
		failures: [ { id: 2, ...refusal } ],
	} );
	updateMany.mockClear();
	await undo();
	expect( updateMany.mock.calls ).toEqual( [
		[ [ 1, 3 ], { status: 'open' } ],
	] );
} );

it( 'says why one stayed as it was', async () => {
	updateMany.mockResolvedValueOnce( [ { id: 1, ...refusal } ] );
	expect( await assignAll( [ task( 1, 4 ) ], 7, 'Ben' ) ).toBeNull();
	expect( error ).toHaveBeenCalledWith( 'You can’t. Ask Ana.' );
	expect( success ).not.toHaveBeenCalled();
} );
