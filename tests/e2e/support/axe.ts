/**
 * Accessibility and layout that a machine can judge.
 */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { DESKTOP, PHONE } from './viewports';

const TAGS = [ 'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa' ];

/**
 * WordPress' own comboboxes say "owns" where ARIA 1.2 wants "controls": nothing that a plugin could change.
 * https://github.com/WordPress/gutenberg, packages/components/src/form-token-field/token-input.tsx
 */
const NOT_OURS = {
	rule: 'aria-required-attr',
	html: /components-combobox-control__input|components-combobox-\.\.\.|components-form-toke/,
};

/** Fails on any violation of WCAG 2.0 to 2.2, A and AA, in Steward's screen and its dialogs and menus. */
export async function expectAccessible( page: Page ): Promise< void > {
	const builder = new AxeBuilder( { page } ).withTags( TAGS );
	for ( const part of [
		'#steward-root',
		'.components-modal__screen-overlay',
		'.components-popover',
		'#wp-admin-bar-steward-bell',
	] ) {
		if ( ( await page.locator( part ).count() ) > 0 ) {
			builder.include( part );
		}
	}
	const { violations } = await builder.analyze();
	const ours = violations.filter(
		( { id, nodes } ) =>
			id !== NOT_OURS.rule ||
			! nodes.every( ( { html } ) => NOT_OURS.html.test( html ) )
	);
	expect(
		ours.map( ( { id, help, nodes } ) => ( {
			id,
			help,
			nodes: nodes.map( ( { html, failureSummary } ) => [
				html.slice( 0, 300 ),
				failureSummary,
			] ),
		} ) )
	).toEqual( [] );
}

/** Fails when the page scrolls sideways. */
export async function expectNoSidewaysScroll( page: Page ): Promise< void > {
	const overflow = await page.evaluate( () => {
		const { scrollWidth, clientWidth } = document.documentElement;
		return scrollWidth - clientWidth;
	} );
	expect( overflow, 'pixels of sideways scroll' ).toBeLessThanOrEqual( 0 );
}

/** Whether a page can be used as it is now: accessible, and without sideways scroll. */
export async function judge( page: Page ): Promise< void > {
	await expectNoSidewaysScroll( page );
	await expectAccessible( page );
}

/**
 * Judges a page on a desktop, then as narrow as a phone, without loading it again.
 * @param page
 * @param at   What else is done at each width, such as a picture.
 */
export async function judgeAtBothWidths(
	page: Page,
	at: ( width: number ) => Promise< void > = async () => {}
): Promise< void > {
	for ( const viewport of [ PHONE, DESKTOP ] ) {
		await page.setViewportSize( viewport );
		await judge( page );
		await at( viewport.width );
	}
}
