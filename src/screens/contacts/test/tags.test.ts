import { overlap, retagged, tagsOf } from '../tags';

describe( 'tags', () => {
	it( 'are added once, whatever their case, and taken away', () => {
		expect( retagged( [ 'Fair', 'vip' ], [ 'VIP', 'Roof' ], [] ) ).toEqual(
			[ 'Fair', 'vip', 'Roof' ]
		);
		expect( retagged( [ 'Fair', 'vip' ], [], [ 'fair', 'x' ] ) ).toEqual( [
			'vip',
		] );
		expect( retagged( [ 'Fair' ], [ 'fair' ], [ 'FAIR' ] ) ).toEqual( [
			'fair',
		] );
	} );

	it( 'to add and to take away may meet', () => {
		expect( overlap( [ 'a', 'VIP' ], [ 'vip' ] ) ).toBe( true );
		expect( overlap( [ 'a' ], [ 'b' ] ) ).toBe( false );
	} );

	it( 'of several contacts are named once, in order', () => {
		expect(
			tagsOf( [ { tags: [ 'vip', 'Fair' ] }, { tags: [ 'fair' ] } ] )
		).toEqual( [ 'fair', 'vip' ] );
	} );
} );
