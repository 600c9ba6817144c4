import type { Task } from '../../entities';
import {
	blankDraft,
	changesOf,
	draftOf,
	findingsOf,
	lacking,
	newTask,
	rebased,
} from '../draft';

const task = ( part: Partial< Task > = {} ): Task => ( {
	id: 3,
	title: 'Call Ida',
	due_gmt: null,
	assignee: 5,
	contact: 7,
	opportunity: null,
	priority: 'normal',
	status: 'open',
	version: 2,
	done_gmt: null,
	created_gmt: '2026-03-01T10:00:00Z',
	modified_gmt: '2026-03-01T10:00:00Z',
	created_by: 5,
	overdue: false,
	contact_name: 'Ida Lund',
	opportunity_title: null,
	people: [],
	can: { update: true, delete: true },
	refusal: null,
	...part,
} );

it( 'sends what was changed, and nothing else', () => {
	const base = draftOf( task() );
	expect( changesOf( base, { ...base } ) ).toEqual( {} );
	expect(
		changesOf( base, {
			...base,
			title: ' Call Ida today ',
			assignee: 'unassigned',
		} )
	).toEqual( { title: 'Call Ida today', assignee: null } );
} );

it( 'makes a new one of the record it is about, else of the contact that was chosen', () => {
	const draft = { ...blankDraft( 5 ), title: 'Call', contact: 9 };
	expect( newTask( draft, { opportunity: 4 } ) ).not.toHaveProperty(
		'contact'
	);
	expect( newTask( draft, { contact: 7 } ) ).toMatchObject( { contact: 7 } );
	expect( newTask( draft, {} ) ).toMatchObject( {
		contact: 9,
		assignee: 5,
		due_gmt: null,
	} );
	expect( newTask( { ...draft, contact: null }, {} ) ).not.toHaveProperty(
		'contact'
	);
} );

it( 'keeps one’s own changes on top of somebody else’s', () => {
	const base = draftOf( task() );
	const newer = draftOf( task( { title: 'Call Omar', priority: 'high' } ) );
	const mine = { ...base, title: 'Call Ida soon' };
	expect( rebased( base, mine, newer ) ).toMatchObject( {
		title: 'Call Ida soon',
		priority: 'high',
	} );
} );

it( 'wants a title, and a day for a time', () => {
	expect(
		Object.keys( lacking( { ...blankDraft( 5 ), title: ' ' } ) )
	).toEqual( [ 'title' ] );
	expect(
		Object.keys(
			lacking( { ...blankDraft( 5 ), title: 'x', time: '10:00' } )
		)
	).toEqual( [ 'due_gmt' ] );
} );

it( 'puts the server’s findings at their fields', () => {
	expect(
		findingsOf( { assignee: 'They may not view it.', version: 'Odd.' } )
	).toEqual( {
		fields: { assignee: 'They may not view it.' },
		rest: [ 'Odd.' ],
	} );
} );
