import { curlCommand } from '../../../components/CurlExample';

describe( 'the example request', () => {
	it( 'goes to the site’s own REST interface', () => {
		expect( curlCommand( 'https://example.org/wp-json/', 'k' ) ).toContain(
			"curl -X POST 'https://example.org/wp-json/steward/v1/submissions'"
		);
	} );

	it( 'does so without pretty permalinks', () => {
		expect(
			curlCommand( 'https://example.org/index.php?rest_route=/', 'k' )
		).toContain(
			"'https://example.org/index.php?rest_route=/steward/v1/submissions'"
		);
	} );

	it( 'carries the key and a body that is valid JSON', () => {
		const command = curlCommand( 'https://example.org/wp-json/', 'abc' );
		expect( command ).toContain( "-H 'X-Steward-Key: abc'" );
		const body = /-d '(.*)'$/s.exec( command )?.[ 1 ] ?? '';
		expect( JSON.parse( body ) ).toMatchObject( {
			fields: { email: 'ana@example.org' },
		} );
	} );
} );
