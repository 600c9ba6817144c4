import { joined } from '../joined';

it( 'lists words as people do', () => {
	expect( joined( [ 'Ana' ] ) ).toBe( 'Ana' );
	expect( joined( [ 'Ana', 'Ben', 'Chloé' ] ) ).toBe( 'Ana, Ben, and Chloé' );
} );
