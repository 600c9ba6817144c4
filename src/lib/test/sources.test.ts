import { sourceOf, sourceText } from '../sources';

describe( 'sources', () => {
	it.each( [
		[ 'manual', 'Added by hand' ],
		[ 'contact-form-7', 'Contact Form 7' ],
		[ 'trade-show', 'trade-show' ],
	] )( 'shows %s as %s, and takes the words back', ( source, text ) => {
		expect( sourceText( source ) ).toBe( text );
		expect( sourceOf( text ) ).toBe( source );
	} );
} );
