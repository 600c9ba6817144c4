/**
 * @jest-environment node
 */
import { readJunit } from '../suites/phpunit';

it( 'counts errors as failures, and skipped tests apart', () => {
	const xml = `<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="phpunit.xml" tests="7" assertions="9" errors="1" failures="2" skipped="1" time="1.0">
    <testsuite name="Inner" tests="7" assertions="9" errors="1" failures="2" skipped="1" time="1.0"/>
  </testsuite>
</testsuites>`;
	expect( readJunit( xml ) ).toEqual( { passed: 3, failed: 3, skipped: 1 } );
} );

it( 'knows an empty report', () => {
	expect( readJunit( '<testsuites/>' ) ).toEqual( {
		passed: 0,
		failed: 0,
		skipped: 0,
	} );
} );
