import type { Member } from '../../entities';
import { awayText, isOver, loadText, memberDetail } from '../members';

const ben: Member = {
	id: 2,
	name: 'Ben Okafor',
	avatar_url: '',
	roles: [ 'Sales Rep' ],
	contacts: 41,
};

describe( 'a member in words', () => {
	it( 'says how much they have', () => {
		expect( loadText( 1 ) ).toBe( '1 contact' );
		expect( loadText( 41, 50 ) ).toBe( '41 of 50 contacts' );
		expect( loadText( 0, 0 ) ).toBe( '0 of 0 contacts' );
	} );

	it( 'says when they are away', () => {
		const days = { from: '2026-12-01', to: '2026-12-04' };
		expect( awayText( { away: true, out_of_office: days } ) ).toMatch(
			/^away until .*4.*2026|^away until .*2026/
		);
		expect( awayText( { away: false, out_of_office: days } ) ).toMatch(
			/^away from /
		);
		expect( awayText( { away: null, out_of_office: null } ) ).toBe( '' );
	} );

	it( 'marks who has more than they should, and says nothing of what is not told', () => {
		expect( memberDetail( ben ) ).toBe( 'Sales Rep · 41 contacts' );
		expect( memberDetail( { ...ben, capacity: 40 } ) ).toBe(
			'Sales Rep · 41 of 40 contacts · over capacity'
		);
		expect( memberDetail( { ...ben, contacts: null } ) ).toBe(
			'Sales Rep'
		);
		expect( isOver( { contacts: 40, capacity: 40 } ) ).toBe( false );
	} );
} );
