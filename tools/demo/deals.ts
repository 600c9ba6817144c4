import { en, Faker } from '@faker-js/faker';
import type { StoryEvent } from './story';

/** The deals of the demo's contacts, told after the contacts: their story stays the same with and without them. */

export type DealEvent = {
	/** A number of the story's own. */
	deal: number;
} & (
	| {
			do: 'deal';
			fields: {
				title: string;
				value: string;
				currency: string;
				expected_close: string | null;
			};
	  }
	| { do: 'stage'; stage: string }
);

const day = 24 * 3600;
const open = [ 'New', 'Qualified', 'Proposal', 'Negotiation' ];

const products = [
	'Annual plan',
	'Renewal',
	'Pilot project',
	'Onboarding and training',
	'Support contract',
	'Licences for the new office',
	'Migration from spreadsheets',
	'Extension to all branches',
	'Website relaunch',
	'Workshop series',
	'Spare parts framework',
	'Consulting days',
];

const currencies: Record< string, string > = {
	US: 'USD',
	GB: 'GBP',
	JP: 'JPY',
	IN: 'INR',
	BR: 'BRL',
	CH: 'CHF',
	SE: 'SEK',
	CA: 'CAD',
};

/**
 * Tells what became of some contacts' deals.
 * @param contacts     Events of the contacts, in the order of time.
 * @param options
 * @param options.now  Unix time in seconds: nothing happens later.
 * @param options.seed
 */
export function tellDeals(
	contacts: StoryEvent[],
	options: { now: number; seed: number }
): StoryEvent[] {
	const chance = new Faker( { locale: en } );
	chance.seed( options.seed + 1 );
	const events: StoryEvent[] = [];
	const told = new Map< number, StoryEvent[] >();
	for ( const event of contacts ) {
		told.set( event.contact, [
			...( told.get( event.contact ) ?? [] ),
			event,
		] );
	}
	let deal = 0;
	for ( const [ contact, past ] of told ) {
		const trashed = past.some( ( event ) => event.do === 'trash' );
		const owned = past.find( ( event ) => ownerAfter( event, null ) );
		if ( ! owned || trashed || chance.number.float() < 0.4 ) {
			continue;
		}
		const number = chance.helpers.weightedArrayElement( [
			{ value: 1, weight: 6 },
			{ value: 2, weight: 3 },
			{ value: 3, weight: 1 },
		] );
		for ( let index = 0; index < number; index++ ) {
			events.push(
				...tellDeal( ++deal, contact, past, owned.at, chance, options )
			);
		}
	}
	return events;
}

function tellDeal(
	deal: number,
	contact: number,
	past: StoryEvent[],
	since: number,
	chance: Faker,
	{ now }: { now: number }
): StoryEvent[] {
	const events: StoryEvent[] = [];
	const born = past.find( ( event ) => event.do === 'create' );
	const country = born?.do === 'create' ? born.fields.address.country : 'US';
	let at = Math.floor( since + day * ( 0.5 + 40 * chance.number.float() ) );
	if ( at >= now - 600 ) {
		at = since + 600;
	}
	if ( at >= now ) {
		return events;
	}
	const actorAt = ( moment: number ): string => {
		let owner: string | null = null;
		for ( const event of past.filter( ( each ) => each.at < moment ) ) {
			owner = ownerAfter( event, owner );
		}
		return owner ?? 'manager';
	};
	const currency = currencies[ country ] ?? 'EUR';
	const amount =
		Math.round( 5 * 10 ** ( 1 + 3 * chance.number.float() ) ) * 10;
	const close = new Date(
		( at + day * ( 20 + 110 * chance.number.float() ) ) * 1000
	)
		.toISOString()
		.slice( 0, 10 );
	events.push( {
		do: 'deal',
		at,
		contact,
		actor: actorAt( at ),
		deal,
		fields: {
			title: chance.helpers.arrayElement( products ),
			value: String( currency === 'JPY' ? amount * 100 : amount ),
			currency,
			expected_close: chance.number.float() < 0.85 ? close : null,
		},
	} );
	for ( let stage = 1; ; stage++ ) {
		at += Math.floor( day * ( 2 + 22 * chance.number.float() ) );
		if ( at >= now - 600 ) {
			return events;
		}
		const fate = chance.number.float();
		const next = nextStage( stage, fate, chance );
		// Some deals rest where they are.
		if ( fate > 0.86 ) {
			return events;
		}
		events.push( {
			do: 'stage',
			at,
			contact,
			actor: actorAt( at ),
			deal,
			stage: next,
		} );
		if ( next === 'Won' || next === 'Lost' ) {
			return events;
		}
	}
}

/** Where a deal goes from the stage before; few are lost early. */
function nextStage( stage: number, fate: number, chance: Faker ): string {
	if ( fate < 0.08 ) {
		return 'Lost';
	}
	if ( stage < open.length ) {
		return open[ stage ] ?? 'Won';
	}
	return chance.number.float() < 0.35 ? 'Lost' : 'Won';
}

/** Whose a contact is once something has happened to it. */
function ownerAfter( event: StoryEvent, before: string | null ): string | null {
	switch ( event.do ) {
		case 'create':
		case 'reassign':
			return event.owner;
		case 'claim':
			return event.actor;
		default:
			return before;
	}
}
