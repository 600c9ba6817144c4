/**
 * What every browser test has: an emptied site, browsers signed in as anybody, and no error in any console.
 */
import fs from 'node:fs';
import path from 'node:path';
import {
	expect,
	test as base,
	type BrowserContext,
	type ConsoleMessage,
	type Page,
} from '@playwright/test';
import { Site } from './site';
import { DESKTOP, PHONE } from './viewports';

export { expect } from '@playwright/test';
export { DESKTOP, PHONE } from './viewports';

export interface SignInOptions {
	/** 1440 × 900 unless given. */
	viewport?: { width: number; height: number };
	/** A page from right to left. */
	rtl?: boolean;
}

const states = path.join( __dirname, '../../../artifacts/storage-states' );

/** Refusals that a test provokes are logged by the browser itself; anything else is an error of ours. */
function isOurs( message: ConsoleMessage, expected: RegExp[] ): boolean {
	return (
		message.type() === 'error' &&
		! expected.some( ( pattern ) => pattern.test( message.text() ) )
	);
}

interface Fixtures {
	/** The site's data; emptied before each test. */
	site: Site;
	/** A page of a browser of its own, in which somebody is signed in: a login of the team, or null for a visitor. */
	as: ( login: string | null, options?: SignInOptions ) => Promise< Page >;
	/** Console errors that this test provokes, such as a refused request. */
	expectConsole: ( pattern: RegExp ) => void;
}

/** Contexts that no test has now, by their viewport: WordPress' scripts stay read and compiled from test to test. */
type SpareContexts = Map< object, BrowserContext[] >;

export const test = base.extend<
	Fixtures & { expected: RegExp[] },
	{ spare: SpareContexts }
>( {
	spare: [ async ( {}, use ) => use( new Map() ), { scope: 'worker' } ],

	site: [
		async ( { playwright, baseURL }, use ) => {
			const request = await playwright.request.newContext( {
				baseURL,
				storageState: { cookies: [], origins: [] },
			} );
			const site = new Site( request );
			await site.reset();
			await use( site );
			await request.dispose();
		},
		{ auto: true },
	],

	expected: async ( {}, use ) => use( [] ),

	expectConsole: async ( { expected }, use ) =>
		use( ( pattern ) => void expected.push( pattern ) ),

	as: async ( { browser, expected, baseURL, spare }, use ) => {
		const taken: [ viewport: object, context: BrowserContext ][] = [];
		const errors: string[] = [];
		await use( async ( login, options = {} ) => {
			const file = path.join( states, `${ login }.json` );
			const known = login !== null && fs.existsSync( file );
			const viewport = options.viewport ?? DESKTOP;
			const context =
				spare.get( viewport )?.pop() ??
				( await browser.newContext( {
					viewport,
					// Fingers don't hover: what shows only then would be missing.
					...( viewport === PHONE
						? { isMobile: true, hasTouch: true }
						: {} ),
					reducedMotion: 'reduce',
				} ) );
			taken.push( [ viewport, context ] );
			// Whatever a test before has stored goes.
			await context.setStorageState(
				known ? file : { cookies: [], origins: [] }
			);
			if ( login !== null && ! known ) {
				// Somebody whom the test made.
				await context.request.post( '/wp-json/steward-e2e/v1/sign-in', {
					data: { login },
				} );
			}
			if ( options.rtl ) {
				await context.addCookies( [
					{ name: 'steward_e2e_rtl', value: '1', url: baseURL! },
				] );
			}
			const page = await context.newPage();
			page.on( 'console', ( message ) => {
				if ( isOurs( message, expected ) ) {
					errors.push( `${ message.text() } (${ page.url() })` );
				}
			} );
			page.on( 'pageerror', ( error ) => errors.push( String( error ) ) );
			return page;
		} );
		for ( const [ viewport, context ] of taken ) {
			await Promise.all(
				context.pages().map( ( page ) => page.close() )
			);
			spare.set( viewport, [
				...( spare.get( viewport ) ?? [] ),
				context,
			] );
		}
		expect( errors, 'errors in the browser’s console' ).toEqual( [] );
	},
} );
