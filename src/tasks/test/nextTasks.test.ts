import type { Task } from '../../entities';
import { MOST, nextTasks } from '../nextTasks';

const of = ( contact: number, id: number ) => ( { id, contact } ) as Task;

it( 'takes the first of each contact', async () => {
	const ask = jest
		.fn()
		.mockResolvedValue( [ of( 1, 10 ), of( 2, 11 ), of( 1, 12 ) ] );
	const next = await nextTasks( [ 1, 2, 3 ], ask );
	expect( next.get( 1 )?.id ).toBe( 10 );
	expect( next.get( 2 )?.id ).toBe( 11 );
	expect( next.has( 3 ) ).toBe( false );
	expect( ask ).toHaveBeenCalledTimes( 1 );
} );

it( 'asks again for those whom a full answer left out', async () => {
	const many = Array.from( { length: MOST }, ( _, at ) => of( 1, at ) );
	const ask = jest
		.fn()
		.mockResolvedValueOnce( many )
		.mockResolvedValueOnce( [ of( 2, 500 ) ] );
	const next = await nextTasks( [ 1, 2, 3 ], ask );
	expect( ask ).toHaveBeenLastCalledWith( [ 2, 3 ] );
	expect( next.get( 2 )?.id ).toBe( 500 );
} );

it( 'gives up on an answer that is full of others', async () => {
	const ask = jest
		.fn()
		.mockResolvedValue( Array.from( { length: MOST }, () => of( 9, 1 ) ) );
	await nextTasks( [ 1 ], ask );
	expect( ask ).toHaveBeenCalledTimes( 1 );
} );

it( 'asks nothing for nobody', async () => {
	const ask = jest.fn();
	await nextTasks( [], ask );
	expect( ask ).not.toHaveBeenCalled();
} );
