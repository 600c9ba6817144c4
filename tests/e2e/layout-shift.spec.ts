/**
 * Nothing jumps while a screen arrives, piece by piece, as it does over a slow line.
 */
import type { Page } from '@playwright/test';
import { seedDemo, seedPipeline } from './support/demo';
import { open, region } from './support/screens';
import { DESKTOP, expect, PHONE, test } from './support/test';

/** What still counts as standing still; Google calls 0.1 good. */
const STILL = 0.05;

interface Shifted {
	/** As in Cumulative Layout Shift, over all of the page's life. */
	sum: number;
	what: string[];
}

declare global {
	interface Window {
		stewardShifted: Shifted;
	}
}

/** From the next page on writes down what jumps, and has each answer of the server come at a time of its own. */
async function watch( page: Page ): Promise< void > {
	await page.addInitScript( () => {
		window.stewardShifted = { sum: 0, what: [] };
		interface Shift extends PerformanceEntry {
			value: number;
			hadRecentInput: boolean;
			sources: {
				node: Node | null;
				previousRect: DOMRectReadOnly;
				currentRect: DOMRectReadOnly;
			}[];
		}
		new PerformanceObserver( ( list ) => {
			for ( const shift of list.getEntries() as Shift[] ) {
				if ( shift.hadRecentInput ) {
					continue;
				}
				window.stewardShifted.sum += shift.value;
				for ( const {
					node,
					previousRect,
					currentRect,
				} of shift.sources ) {
					const name =
						node instanceof Element
							? `${ node.tagName }.${ node.className }`
							: String( node?.nodeName );
					window.stewardShifted.what.push(
						`${ shift.value.toFixed( 3 ) } ${ name }: ${ previousRect.y } → ${ currentRect.y }`
					);
				}
			}
		} ).observe( { type: 'layout-shift', buffered: true } );
	} );
	let asked = 0;
	await page.route( /wp-json|rest_route/, async ( route ) => {
		const wait = 200 + 150 * ( asked++ % 4 );
		await new Promise( ( resolve ) => setTimeout( resolve, wait ) );
		await route.continue();
	} );
}

/** What has jumped, once all has arrived. */
async function shifted( page: Page ): Promise< Shifted > {
	await page.waitForLoadState( 'networkidle' );
	return page.evaluate( () => window.stewardShifted );
}

for ( const [ width, viewport ] of Object.entries( {
	1440: DESKTOP,
	400: PHONE,
} ) ) {
	test( `Opportunities & Pipelines stands still while it loads, at ${ width } pixels`, async ( {
		as,
	} ) => {
		const page = await as( 'admin', { viewport } );
		await watch( page );
		await open( page, { page: 'steward-settings', tab: 'opportunities' } );
		await expect( region( page, 'Sales' ) ).toBeVisible();
		await expect( region( page, 'Owners' ) ).toBeVisible();
		const { sum, what } = await shifted( page );
		expect( sum, what.join( '\n' ) ).toBeLessThan( STILL );
	} );

	test( `the forecast stands still while it loads, at ${ width } pixels`, async ( {
		site,
		as,
	} ) => {
		await seedDemo( site );
		await seedPipeline( site );
		const page = await as( 'admin', { viewport } );
		await watch( page );
		await open( page, { page: 'steward-forecast' } );
		await expect( page.getByRole( 'table' ).first() ).toBeVisible();
		await expect(
			page.locator( '.steward-forecast__chart svg' ).first()
		).toBeVisible();
		const { sum, what } = await shifted( page );
		expect( sum, what.join( '\n' ) ).toBeLessThan( STILL );
	} );
}
