import type { RoleRow } from '../../../entities';
import { RestError } from '../../../lib/errors';
import { clashesOf, edited, rebased } from '../clashes';
import type { Draft } from '../matrix';
import { describing, messagesOf } from '../messages';
import { saveBesideOthers } from '../saving';
import { clashSentence } from '../sentence';

const records = {
	view: 'owned',
	update: 'owned',
	create: true,
	reassign: false,
	delete: false,
	import: false,
	export: false,
} as const;

const rep: RoleRow = {
	role: 'rep',
	name: 'Sales Rep',
	users: 4,
	removable: false,
	warnings: [],
	contacts: records,
	opportunities: records,
	appointments: { view: true, manage: false },
	reports: false,
	manage: false,
};
const boss: RoleRow = { ...rep, role: 'boss', name: 'Boss' };
const wider: RoleRow = { ...rep, contacts: { ...records, view: 'all' } };
const draft: Draft = {
	rep: { 'contacts.view': 'none', reports: true },
	boss: { manage: true },
};

describe( 'a clash', () => {
	it( 'is where both changed the same cell to something else', () => {
		expect( clashesOf( draft, [ rep, boss ], [ wider, boss ] ) ).toEqual( {
			rep: [ 'contacts.view' ],
		} );
		const same = { rep: { 'contacts.view': 'all' } } as const;
		expect( clashesOf( same, [ rep ], [ wider ] ) ).toEqual( {} );
		const other = { rep: { 'contacts.update': 'all' } } as const;
		expect( clashesOf( other, [ rep ], [ wider ] ) ).toEqual( {} );
	} );

	it( 'stays until its cell is saved or taken back', () => {
		const work = rebased(
			{ draft, clashes: {} },
			[ rep, boss ],
			[ wider, boss ]
		);
		expect( work ).toEqual( {
			draft,
			clashes: { rep: [ 'contacts.view' ] },
		} );
		expect( rebased( work, [ wider, boss ], [ wider, boss ] ) ).toEqual(
			work
		);
		const saved: RoleRow = {
			...rep,
			contacts: { ...records, view: 'none' },
		};
		expect( rebased( work, [ wider, boss ], [ saved, boss ] ) ).toEqual( {
			draft: { rep: { reports: true }, boss: { manage: true } },
			clashes: {},
		} );
		expect( edited( work, { boss: { manage: true } } ).clashes ).toEqual(
			{}
		);
	} );

	it( 'is told in words, and at its cell', () => {
		const clashes = { rep: [ 'contacts.view' ] };
		expect( clashSentence( clashes, [ wider, boss ], draft ) ).toBe(
			'Sales Rep → Contacts: View scope is All now; you chose None. Save again to replace it, or Discard.'
		);
		expect( clashSentence( {}, [ wider, boss ], draft ) ).toBe( '' );
		expect(
			clashSentence(
				{
					rep: [ 'contacts.view', 'reports' ],
					boss: [ 'manage', 'reports' ],
				},
				[ wider, boss ],
				draft
			)
		).toMatch(
			/you chose Yes\. 1 more permission .* Save again to replace them/
		);
		const messages = messagesOf(
			{
				...wider,
				warnings: [ { cell: 'contacts.view', message: 'Odd.' } ],
			},
			undefined,
			draft,
			clashes
		);
		expect( messages.map( ( { kind } ) => kind ) ).toEqual( [
			'clash',
			'warning',
		] );
		expect( messages[ 0 ]?.message ).toBe(
			'Somebody else set All meanwhile; you chose None.'
		);
		expect( describing( 'rep', messages, 'contacts.view' ) ).toBe(
			'steward-roles-rep-contacts-view-clash steward-roles-rep-contacts-view-warning'
		);
		expect( describing( 'rep', messages, 'reports' ) ).toBeUndefined();
	} );
} );

describe( 'saving beside others', () => {
	const conflict = ( current: RoleRow ): RestError =>
		new RestError( 'steward_version_conflict', 'Changed.', {
			status: 409,
			current,
		} );
	/** Each answer in turn: rows, or what is thrown. */
	const server = ( ...answers: ( RoleRow[] | Error )[] ) =>
		jest.fn< Promise< RoleRow[] >, [ Draft, RoleRow[] ] >( async () => {
			const answer = answers.shift();
			if ( ! Array.isArray( answer ) ) {
				throw answer;
			}
			return answer;
		} );

	it( 'leaves out the role that clashes and saves the others', async () => {
		const saved = [ wider, { ...boss, manage: true } ];
		const send = server( conflict( wider ), saved );
		await expect(
			saveBesideOthers( draft, [ rep, boss ], send )
		).resolves.toEqual( { rows: saved, saved: true } );
		expect( send.mock.calls ).toEqual( [
			[ draft, [ rep, boss ] ],
			[ { boss: draft.boss }, [ wider, boss ] ],
		] );
	} );

	it( 'goes on where somebody else set the same', async () => {
		const reports: RoleRow = { ...rep, reports: true };
		const send = server( conflict( reports ), [ wider ] );
		await saveBesideOthers( { rep: draft.rep ?? {} }, [ rep ], send );
		expect( send ).toHaveBeenLastCalledWith(
			{ rep: { 'contacts.view': 'none' } },
			[ reports ]
		);
	} );

	it( 'saves nothing where all clash; what is there already counts as saved', async () => {
		const send = server( conflict( wider ) );
		await expect(
			saveBesideOthers( { rep: draft.rep ?? {} }, [ rep ], send )
		).resolves.toEqual( { rows: [ wider ], saved: false } );
		const same = { rep: { 'contacts.view': 'all' } } as const;
		await expect(
			saveBesideOthers( same, [ rep ], server( conflict( wider ) ) )
		).resolves.toEqual( { rows: [ wider ], saved: true } );
	} );

	it( 'gives up on any other refusal, and on one that tells nothing new', async () => {
		const refusal = new RestError( 'steward_last_manager', 'Last.' );
		await expect(
			saveBesideOthers(
				draft,
				[ rep, boss ],
				server( conflict( wider ), refusal )
			)
		).resolves.toEqual( {
			rows: [ wider, boss ],
			saved: false,
			error: refusal,
		} );
		const again = conflict( rep );
		await expect(
			saveBesideOthers( draft, [ rep, boss ], server( again ) )
		).resolves.toEqual( {
			rows: [ rep, boss ],
			saved: false,
			error: again,
		} );
	} );
} );
