import type { RoleRow } from '../../../entities';
import { groupsOf } from '../matrix';
import { summary } from '../summary';
import { neighbour } from '../useRoleFocus';

const row = {
	role: 'rep',
	name: 'Rep',
	users: 0,
	contacts: { view: 'all', update: 'owned', create: true, delete: false },
	appointments: { view: true, manage: true },
	reports: false,
	manage: false,
} as unknown as RoleRow;
const of = ( key: string, draft = {} ) =>
	summary(
		groupsOf( row ).find( ( group ) => group.key === key )!,
		row,
		draft
	);

describe( 'a folded group', () => {
	it( 'says scopes and permissions', () => {
		expect( of( 'contacts' ) ).toBe(
			'View scope: All · Update scope: Owned · Create & claim'
		);
		expect( of( 'appointments' ) ).toBe( 'View, Manage' );
	} );

	it( 'says what was changed, and nothing', () => {
		expect( of( 'site' ) ).toBe( 'Nothing' );
		expect( of( 'site', { rep: { manage: true } } ) ).toBe(
			'Manage Steward'
		);
	} );
} );

describe( 'the neighbour of a role that goes', () => {
	const rows = [ 'a', 'b', 'c' ].map( ( role ) => ( { ...row, role } ) );
	it( 'is the next one, or the last', () => {
		expect( neighbour( rows, 'b' ) ).toBe( 'c' );
		expect( neighbour( rows, 'c' ) ).toBe( 'b' );
		expect( neighbour( [ rows[ 0 ]! ], 'a' ) ).toBe( '' );
	} );
} );
