import type { RolePreview, SightChange } from '../../../entities';
import { messagesOf } from '../messages';
import { changeSentence } from '../sentence';

const same: SightChange = {
	gained: 0,
	gained_least: 0,
	gaining: 0,
	lost: 0,
	lost_least: 0,
	losing: 0,
};

const preview = ( more: Partial< RolePreview > = {} ): RolePreview => ( {
	role: 'rep',
	name: 'Sales Rep',
	people: 12,
	affected: 0,
	contacts: same,
	warnings: [],
	refusal: null,
	...more,
} );

describe( 'the sentence', () => {
	it( 'says who loses sight of how many', () => {
		expect(
			changeSentence(
				[
					preview( {
						affected: 12,
						contacts: {
							...same,
							lost: 4310,
							lost_least: 4310,
							losing: 12,
						},
					} ),
				],
				{ rep: { 'contacts.view': 'owned' } }
			)
		).toBe( 'Sales Rep: 12 people lose sight of 4,310 contacts.' );
	} );

	it( 'says the most where each loses another number', () => {
		expect(
			changeSentence(
				[
					preview( {
						affected: 3,
						contacts: {
							...same,
							lost: 900,
							lost_least: 850,
							losing: 2,
							gained: 1,
							gained_least: 1,
							gaining: 1,
						},
					} ),
				],
				{}
			)
		).toBe(
			'Sales Rep: 2 people lose sight of up to 900 contacts each, 1 person gains sight of 1 contact.'
		);
	} );

	it( 'tells of deals too', () => {
		expect(
			changeSentence(
				[
					preview( {
						affected: 1,
						opportunities: {
							...same,
							gained: 7,
							gained_least: 7,
							gaining: 1,
						},
					} ),
				],
				{}
			)
		).toBe( 'Sales Rep: 1 person gains sight of 7 opportunities.' );
	} );

	it( 'counts permissions where nobody’s sight changes', () => {
		expect(
			changeSentence( [ preview() ], {
				rep: { 'contacts.delete': true, reports: true },
			} )
		).toBe( 'Sales Rep: 2 permissions change for 12 people.' );
		expect(
			changeSentence( [ preview( { people: 0 } ) ], {
				rep: { reports: true },
			} )
		).toBe( 'Sales Rep: 1 permission changes, for nobody yet.' );
	} );

	it( 'tells of three roles, those whose sight changes first, and counts the rest', () => {
		const roles = [ 'a', 'b', 'c', 'd', 'e' ].map( ( role ) =>
			preview( { role, name: role.toUpperCase(), people: 1 } )
		);
		roles[ 4 ] = preview( {
			role: 'e',
			name: 'E',
			affected: 1,
			contacts: { ...same, lost: 2, lost_least: 2, losing: 1 },
		} );
		const draft = Object.fromEntries(
			roles.map( ( { role } ) => [ role, { reports: true } ] )
		);
		expect( changeSentence( roles, draft ) ).toBe(
			'E: 1 person loses sight of 2 contacts; A: 1 permission changes for 1 person; B: 1 permission changes for 1 person; 2 more roles change.'
		);
	} );

	it( 'is empty where nothing changes', () =>
		expect( changeSentence( [], {} ) ).toBe( '' ) );
} );

describe( 'messages', () => {
	const row = {
		role: 'rep',
		warnings: [ { cell: 'contacts.view', message: 'As it is.' } ],
	} as never;

	it( 'are of what is stored, until it is changed', () => {
		expect( messagesOf( row, undefined ) ).toEqual( [
			{ cell: 'contacts.view', message: 'As it is.', kind: 'warning' },
		] );
		expect( messagesOf( row, preview() ) ).toEqual( [] );
	} );

	it( 'begin with a refusal and its remedy', () => {
		expect(
			messagesOf(
				row,
				preview( {
					warnings: [ { cell: 'reports', message: 'Odd.' } ],
					refusal: { cell: 'manage', message: 'No.', remedy: 'Do.' },
				} )
			)
		).toEqual( [
			{ cell: 'manage', message: 'No. Do.', kind: 'refusal' },
			{ cell: 'reports', message: 'Odd.', kind: 'warning' },
		] );
	} );
} );
