import { asRestError, errorText, RestError } from '../errors';

describe( 'asRestError', () => {
	it( 'takes over what the server said', () => {
		const error = asRestError( {
			code: 'steward_forbidden',
			message: 'No.',
			data: {
				status: 403,
				reason: 'not_owner',
				remedy: 'Ask.',
				params: { email: 'Wrong.' },
			},
		} );
		expect( error ).toBeInstanceOf( RestError );
		expect( error ).toMatchObject( {
			code: 'steward_forbidden',
			message: 'No.',
			status: 403,
			reason: 'not_owner',
			remedy: 'Ask.',
			params: { email: 'Wrong.' },
			offline: false,
		} );
	} );

	it( 'leaves an error as it is', () => {
		const error = new RestError( 'x', 'y' );
		expect( asRestError( error ) ).toBe( error );
	} );

	it( 'knows an unreached server', () => {
		expect(
			asRestError( { code: 'fetch_error', message: 'x' } )
		).toMatchObject( { offline: true, status: 0 } );
	} );

	it.each( [ undefined, null, 'x', 3, {}, [] ] )(
		'makes something of %p',
		( thrown ) => {
			expect( asRestError( thrown ).message ).not.toBe( '' );
			expect( asRestError( thrown ).code ).toBe( 'unknown_error' );
		}
	);
} );

describe( 'errorText', () => {
	it( 'adds the remedy once', () => {
		expect(
			errorText( new RestError( 'a', 'No.', { remedy: 'Ask.' } ) )
		).toBe( 'No. Ask.' );
		expect(
			errorText( new RestError( 'a', 'No. Ask.', { remedy: 'Ask.' } ) )
		).toBe( 'No. Ask.' );
	} );
} );
