/**
 * Opportunities: the board, the list, their details, owners of their own, and the forecast.
 */
import type { Locator, Page } from '@playwright/test';
import { expectAccessible, judgeAtBothWidths } from './support/axe';
import { person, type Site } from './support/site';
import { expect, PHONE, test } from './support/test';
import {
	dialog,
	heading,
	open,
	openContact,
	pick,
	region,
	snackbar,
} from './support/screens';

const board = ( page: Page ): Locator => region( page, 'Board of Sales' );
/**
 * Makes a contact with opportunities.
 * @param site
 * @param owner
 * @param titles
 */
async function seedDeals(
	site: Site,
	owner: string,
	...titles: string[]
): Promise< { contact: number; deals: number[] } > {
	const contact = await site.contact( person( 'Ida Lund', { owner } ) );
	const deals: number[] = [];
	for ( const title of titles ) {
		deals.push(
			await site.opportunity( {
				contact,
				title,
				value: '1200.50',
				currency: 'EUR',
				expected_close: '2098-03-01',
			} )
		);
	}
	return { contact, deals };
}

async function openBoard( page: Page ): Promise< void > {
	await open( page, { page: 'steward-opportunities' } );
	await expect( heading( page, 'Opportunities' ) ).toBeVisible();
	await expect( board( page ) ).toBeVisible();
}

async function stageOf( site: Site, id: number ): Promise< string > {
	const { body } = await site.rest(
		'admin',
		'GET',
		`/opportunities/${ id }`
	);
	const pipelines = await site.rest( 'admin', 'GET', '/pipelines' );
	return pipelines.body[ 0 ].stages.find(
		( stage: { id: number } ) => stage.id === body.stage
	).name;
}

test( 'a card moves by its menu, with counts and values, and back by Undo', async ( {
	site,
	as,
} ) => {
	const { deals } = await seedDeals( site, 'rep_ana', 'Pilot project' );
	const page = await as( 'rep_ana' );
	await openBoard( page );
	await expect( board( page ) ).toContainText( '€1,200.50' );
	await page
		.getByRole( 'button', { name: 'Move Pilot project to…' } )
		.click();
	await page.getByRole( 'menuitemradio', { name: 'Qualified' } ).click();
	await expect( snackbar( page, /Qualified/ ) ).toBeVisible();
	expect( await stageOf( site, deals[ 0 ]! ) ).toBe( 'Qualified' );
	await snackbar( page, /Qualified/ )
		.getByRole( 'button', { name: 'Undo' } )
		.click();
	await expect.poll( () => stageOf( site, deals[ 0 ]! ) ).toBe( 'New' );
	await expect(
		board( page ).getByRole( 'link', { name: 'Pilot project' } )
	).toBeFocused();
} );

test( 'a card moves with the keyboard alone, and is announced', async ( {
	site,
	as,
} ) => {
	const { deals } = await seedDeals( site, 'rep_ana', 'Annual plan' );
	const page = await as( 'rep_ana' );
	await openBoard( page );
	await page.getByRole( 'button', { name: 'Drag Annual plan' } ).focus();
	await page.keyboard.press( 'Space' );
	await page.waitForTimeout( 300 );
	await page.keyboard.press( 'ArrowRight' );
	await page.waitForTimeout( 300 );
	await page.keyboard.press( 'ArrowRight' );
	await expect( page.locator( '[id^="DndLiveRegion"]' ) ).toContainText(
		'Proposal'
	);
	await page.keyboard.press( 'Space' );
	await expect.poll( () => stageOf( site, deals[ 0 ]! ) ).toBe( 'Proposal' );
} );

test( 'a card is dragged with the mouse', async ( { site, as } ) => {
	const { deals } = await seedDeals( site, 'rep_ana', 'Renewal' );
	const page = await as( 'rep_ana' );
	await openBoard( page );
	const card = board( page ).getByRole( 'listitem' ).filter( {
		hasText: 'Renewal',
	} );
	const from = ( await card.boundingBox() )!;
	const to = ( await board( page )
		.getByRole( 'heading', { name: 'Proposal' } )
		.boundingBox() )!;
	await page.mouse.move( from.x + 40, from.y + 70 );
	await page.mouse.down();
	await page.mouse.move( from.x + 80, from.y + 90, { steps: 4 } );
	await page.mouse.move( to.x + 40, to.y + 120, { steps: 10 } );
	await page.mouse.up();
	await expect.poll( () => stageOf( site, deals[ 0 ]! ) ).toBe( 'Proposal' );
} );

test( 'a finger finds the handle of a card', async ( { site, as } ) => {
	await seedDeals( site, 'rep_ana', 'Renewal' );
	const page = await as( 'rep_ana', { viewport: PHONE } );
	await openBoard( page );
	const handle = page.getByRole( 'button', { name: 'Drag Renewal' } );
	await handle.scrollIntoViewIfNeeded();
	// As large as it looks, with what is around it.
	const reach = await handle.evaluate( ( button ) => {
		const { left, right, top, bottom } = button.getBoundingClientRect();
		const isHit = ( x: number, y: number ) =>
			document.elementFromPoint( x, y ) === button;
		const along = ( at: ( by: number ) => boolean ) => {
			let by = 0;
			while ( at( by + 1 ) ) {
				by++;
			}
			return by;
		};
		const x = ( left + right ) / 2;
		const y = ( top + bottom ) / 2;
		return {
			looks: right - left,
			width:
				along( ( by ) => isHit( x - by, y ) ) +
				along( ( by ) => isHit( x + by, y ) ),
			height:
				along( ( by ) => isHit( x, y - by ) ) +
				along( ( by ) => isHit( x, y + by ) ),
		};
	} );
	expect( reach.looks ).toBe( 24 );
	// Whole pixels between its edges.
	expect( reach.width ).toBeGreaterThanOrEqual( 42 );
	expect( reach.height ).toBeGreaterThanOrEqual( 42 );
	await page
		.getByRole( 'button', { name: 'Move Renewal to…' } )
		.tap( { trial: true } );
} );

test( 'one is added and edited in Opportunity Details', async ( {
	site,
	as,
} ) => {
	await seedDeals( site, 'rep_ana', 'Small order' );
	const page = await as( 'rep_ana' );
	await openBoard( page );
	await page
		.getByRole( 'button', { name: 'Add opportunity' } )
		.first()
		.click();
	const add = dialog( page, 'Opportunity Details: Add opportunity' );
	await expect(
		add.getByRole( 'heading', { name: 'Opportunity Details' } )
	).toBeVisible();
	await expect( add.getByRole( 'textbox', { name: 'Title' } ) ).toBeFocused();
	await add.getByRole( 'textbox', { name: 'Title' } ).fill( 'Big order' );
	await add.getByRole( 'combobox', { name: /Contact/ } ).fill( 'Ida' );
	await add.getByRole( 'option', { name: /Ida Lund/ } ).click();
	await expect( add ).toContainText( 'You, the contact’s owner' );
	await add.getByRole( 'textbox', { name: 'Value' } ).fill( '99999.99' );
	await pick( add, 'Add follower', 'Dev' );
	await pick( add, 'Add follower', 'Chlo' );
	await expect( add ).toContainText( 'Followers: 2 of 10' );
	await add.getByRole( 'button', { name: 'Remove Dev Sharma' } ).click();
	await expectAccessible( page );
	await add.getByRole( 'button', { name: 'Add opportunity' } ).click();
	await expect( add ).toHaveCount( 0 );
	await expect( board( page ) ).toContainText( 'Big order' );

	await board( page ).getByRole( 'link', { name: 'Big order' } ).click();
	const edit = dialog( page, 'Opportunity Details: Big order' );
	await expect(
		edit.getByRole( 'heading', { name: 'Big order' } )
	).toBeVisible();
	await expect(
		edit.getByRole( 'button', { name: 'Save Changes' } )
	).toBeInViewport( { ratio: 1 } );
	await expect( edit ).toContainText( 'Ida Lund' );
	await expect( edit ).toContainText( 'Followers' );
	await expectAccessible( page );
	const { body } = await site.rest(
		'rep_ana',
		'GET',
		'/opportunities',
		{},
		{ search: 'Big order' }
	);
	expect( body[ 0 ] ).toMatchObject( {
		title: 'Big order',
		value: '99999.99',
		owner: site.users.rep_ana,
		followers: [ site.users.rep_chloe ],
	} );
	await page.keyboard.press( 'Escape' );
	await expect( edit ).toHaveCount( 0 );
} );

test( 'a contact shows its opportunities, and takes them along', async ( {
	site,
	as,
} ) => {
	const { contact, deals } = await seedDeals(
		site,
		'rep_ana',
		'Pilot project'
	);
	const page = await as( 'manager' );
	await openContact( page, contact, 'Ida Lund', { tab: 'opportunities' } );
	await expect(
		page.getByRole( 'tab', { name: 'Opportunities (1)' } )
	).toBeVisible();
	await expect( page.locator( '#steward-root' ) ).toContainText(
		'€1,200.50 · New'
	);
	await expectAccessible( page );
	await page.getByRole( 'button', { name: 'Add opportunity' } ).click();
	const add = dialog( page, 'Add opportunity' );
	await add.getByRole( 'textbox', { name: 'Title' } ).fill( 'Second one' );
	await add.getByRole( 'button', { name: 'Add opportunity' } ).click();
	await expect(
		page.getByRole( 'tab', { name: 'Opportunities (2)' } )
	).toBeVisible();
	const link = page.getByRole( 'link', { name: 'Pilot project' } );
	await expect( link ).toHaveAttribute(
		'href',
		new RegExp( `opportunity=${ deals[ 0 ] }` )
	);
	await link.click();
	await expect( dialog( page, 'Pilot project' ) ).toContainText( 'Ida Lund' );
	await expect( page ).toHaveURL( /contact=/ );
	await page.keyboard.press( 'Escape' );

	await region( page, 'Owner' )
		.getByRole( 'button', { name: /^Reassign/ } )
		.click();
	const give = dialog( page, 'Reassign Ida Lund' );
	await expect( give ).toContainText( 'Its 2 opportunities go along.' );
	await pick( give, 'New owner', 'Ben' );
	await give.getByRole( 'button', { name: /^Reassign/ } ).click();
	await expect( give ).toHaveCount( 0 );
	await expect(
		snackbar(
			page,
			'Ida Lund and 2 opportunities now belong to Ben Carter.'
		)
	).toBeVisible();
	const { body } = await site.rest(
		'admin',
		'GET',
		`/opportunities/${ deals[ 0 ] }`
	);
	expect( body.owner ).toBe( site.users.rep_ben );

	await page.getByRole( 'link', { name: 'Pilot project' } ).click();
	const details = dialog( page, 'Pilot project' );
	await details.getByRole( 'tab', { name: 'Activity' } ).click();
	await expect( details ).toContainText(
		'reassigned this opportunity from Ana Ruiz to Ben Carter with its contact'
	);
} );

test( 'others see neither the cards nor their sums', async ( { site, as } ) => {
	await seedDeals( site, 'rep_ana', 'Secret deal' );
	const page = await as( 'rep_ben' );
	await open( page, { page: 'steward-opportunities' } );
	await expect( heading( page, 'Opportunities' ) ).toBeVisible();
	await expect( page.locator( '#steward-root' ) ).not.toContainText(
		'Secret deal'
	);
	await expect( page.locator( '#steward-root' ) ).not.toContainText(
		'€1,200.50'
	);
	await open( page, { page: 'steward-forecast' } );
	await expect( heading( page, 'Forecast' ) ).toBeVisible();
	await expect( page.locator( '#steward-root' ) ).not.toContainText( '€' );
} );

test( 'separate owners are allowed, and realigned when that ends', async ( {
	site,
	as,
} ) => {
	const { deals } = await seedDeals( site, 'rep_ana', 'Shared deal' );
	const page = await as( 'admin' );
	await open( page, { page: 'steward-settings', tab: 'opportunities' } );
	const main = page.getByRole( 'checkbox', {
		name: 'Allow different owners for contacts and its opportunities',
	} );
	const sync = page.getByRole( 'checkbox', {
		name: 'Sync contact follower with opportunity owner',
	} );
	await expect( sync ).toBeDisabled();
	await main.check();
	await sync.check();
	await expectAccessible( page );
	await page.getByRole( 'button', { name: 'Save Changes' } ).click();
	await expect( snackbar( page, 'Settings saved.' ) ).toBeVisible();
	const moved = await site.rest(
		'admin',
		'POST',
		`/opportunities/${ deals[ 0 ] }/reassign`,
		{ owner: site.users.rep_ben }
	);
	expect( moved.body.owner ).toBe( site.users.rep_ben );

	await main.uncheck();
	await page.getByRole( 'button', { name: 'Save Changes' } ).click();
	const ask = dialog( page );
	await expect(
		ask.getByRole( 'list', { name: 'They are owned now by:' } )
	).toContainText( 'Ben Carter' );
	await expect(
		ask.getByRole( 'list', { name: 'They go to:' } )
	).toContainText( 'Ana Ruiz' );
	await judgeAtBothWidths( page );
	await ask.getByRole( 'button' ).last().click();
	await expect(
		snackbar( page, '1 opportunity is being reassigned.' )
	).toBeVisible();
	await expect
		.poll(
			async () =>
				(
					await site.rest(
						'admin',
						'GET',
						`/opportunities/${ deals[ 0 ] }`
					)
				).body.owner,
			{ timeout: 30_000 }
		)
		.toBe( site.users.rep_ana );

	await open( page, {
		page: 'steward-opportunities',
		opportunity: deals[ 0 ]!,
	} );
	await dialog( page, 'Shared deal' )
		.getByRole( 'tab', { name: 'Activity' } )
		.click();
	await expect( dialog( page, 'Shared deal' ) ).toContainText(
		'Kept in sync: One owner for a contact and its opportunities'
	);
} );

test( 'who a full list left out is added once there is room', async ( {
	site,
	as,
} ) => {
	const { contact, deals } = await seedDeals(
		site,
		'rep_ana',
		'Pilot project'
	);
	const fans: number[] = [];
	for ( let at = 0; at < 10; at++ ) {
		fans.push(
			await site.user( `fan${ at }`, `Fan ${ at }`, 'steward_sales_rep' )
		);
	}
	await site.rest( 'admin', 'PATCH', '/settings', {
		separate_owners: true,
		sync_contact_follower: true,
	} );
	await site.rest( 'admin', 'PUT', `/contacts/${ contact }/followers`, {
		followers: fans,
	} );
	await site.rest(
		'admin',
		'POST',
		`/opportunities/${ deals[ 0 ] }/reassign`,
		{ owner: site.users.rep_ben }
	);
	const page = await as( 'manager' );
	await openContact( page, contact, 'Ida Lund' );
	const followers = region( page, /^Followers/ );
	await expect( followers ).toContainText(
		'Ben Carter wasn’t added as a follower: the list is full.'
	);
	await followers
		.getByRole( 'button', { name: 'Remove Fan 3 as a follower' } )
		.click();
	await expect( followers ).toContainText( 'There is room now.' );
	await judgeAtBothWidths( page );
	await followers.getByRole( 'button', { name: 'Add Ben Carter' } ).click();
	await expect(
		snackbar( page, 'Ben Carter now follows Ida Lund.' )
	).toBeVisible();
	await expect(
		followers.getByRole( 'heading', { name: /^Followers/ } )
	).toBeFocused();
	await expect( followers ).not.toContainText( 'wasn’t added' );
	await expect( followers ).toContainText( '10 of 10' );
} );

test( 'the names of stages stay in sight while a board scrolls, and the list fits a telephone', async ( {
	site,
	as,
} ) => {
	await seedDeals(
		site,
		'rep_ana',
		...Array.from( { length: 10 }, ( _, at ) => `Order ${ at + 1 }` )
	);
	await site.rest( 'admin', 'POST', '/pipelines', { name: 'Partners' } );
	const page = await as( 'rep_ana' );
	await openBoard( page );
	const stage = board( page ).getByRole( 'heading', { name: 'New' } );
	await board( page )
		.getByRole( 'link', { name: 'Order 1', exact: true } )
		.scrollIntoViewIfNeeded();
	await expect( stage ).toBeInViewport( { ratio: 1 } );

	await page.setViewportSize( { width: 400, height: 800 } );
	await open( page, { page: 'steward-opportunities', view: 'list' } );
	const search = page.getByRole( 'searchbox', {
		name: 'Search opportunities',
	} );
	await expect( search ).toBeVisible();
	expect( ( await search.boundingBox() )!.width ).toBeGreaterThan( 200 );
	const list = ( await page
		.getByRole( 'radio', { name: 'List' } )
		.boundingBox() )!;
	expect( list.x + list.width ).toBeLessThan( 392 );
} );
