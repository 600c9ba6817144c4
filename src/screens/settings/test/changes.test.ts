import type { Settings } from '../../../entities';
import { changesOf } from '../changes';

const stored = {
	erase_on_uninstall: false,
	owned_scope_sees_unassigned: true,
} as Settings;

describe( 'changes of settings', () => {
	it( 'are those that differ from what is stored', () => {
		expect( changesOf( stored, {} ) ).toEqual( {} );
		expect(
			changesOf( stored, {
				erase_on_uninstall: true,
				owned_scope_sees_unassigned: true,
			} )
		).toEqual( { erase_on_uninstall: true } );
	} );

	it( 'go when they are taken back', () => {
		expect( changesOf( stored, { erase_on_uninstall: false } ) ).toEqual(
			{}
		);
	} );
} );
