import type { Faker } from '@faker-js/faker';
import { allFakers } from '@faker-js/faker';
import { tellDeals, type DealEvent } from './deals';
import type { Place } from './places';
import { places } from './places';
import { tellTasks, type TaskEvent } from './tasks';
import { team } from './team';

/**
 * The demo's story: what a sales team did with some five hundred contacts in eighteen months. The same seed tells
 * the same story, up to the day it is told.
 */

/** What a contact is made with; the names are REST's. */
export interface ContactFields {
	first_name: string;
	last_name: string;
	email: string;
	phone: string;
	company: string;
	title: string;
	website: string;
	address: {
		line1: string;
		city: string;
		region: string;
		postcode: string;
		country: string;
	};
	tags: string[];
	source: string;
}

/** Something that happened. `contact` is a number of the story's own; `actor` a login, null where no one acted. */
export type StoryEvent = {
	/** Unix time in seconds. */
	at: number;
	contact: number;
	actor: string | null;
} & (
	| {
			do: 'create';
			fields: ContactFields;
			owner: string | null;
			cause: 'form' | 'import' | 'hand';
			detail: string;
	  }
	| { do: 'claim' }
	| { do: 'reassign'; owner: string | null; note: string }
	| { do: 'follow'; user: string }
	| {
			do: 'update';
			fields: Partial<
				Pick< ContactFields, 'phone' | 'title' | 'tags' | 'website' >
			>;
	  }
	| { do: 'trash' }
	| DealEvent
	| TaskEvent
);

const day = 24 * 3600;
const reps = team
	.filter( ( { role } ) => role === 'steward_sales_rep' )
	.map( ( { login } ) => login );
const manager = 'manager';

/** Ways to come in: the source's key, how it's entered, its name in the activity, its share of a hundred. */
const origins = [
	[ 'form', 'form', 'Contact page', 26 ],
	[ 'form', 'form', 'Request a demo', 16 ],
	[ 'webinar', 'import', 'webinar-attendees.csv', 12 ],
	[ 'trade-show', 'import', 'trade-show-badges.csv', 10 ],
	[ 'newsletter', 'form', 'Newsletter', 8 ],
	[ 'referral', 'hand', '', 12 ],
	[ 'phone', 'hand', '', 9 ],
	[ 'partner', 'hand', '', 7 ],
] as const;

const tags = [
	'customer',
	'trial',
	'renewal',
	'enterprise',
	'small business',
	'partner',
	'priority',
	'wholesale',
	'press',
	'follow up',
];

const titles = [
	'Head of Operations',
	'Office Manager',
	'Marketing Director',
	'Founder',
	'Purchasing Manager',
	'Chief Financial Officer',
	'IT Lead',
	'Sales Director',
	'Project Manager',
	'Store Manager',
	'Managing Partner',
	'Human Resources Manager',
	'Head of Procurement',
	'Product Manager',
];

const notes = [
	'They asked for somebody who speaks their language.',
	'Moving this to your region.',
	'You met them at the trade show, please take over.',
	'Back from leave next week; could you keep this warm until then?',
	'Existing customer of yours, same group.',
	'Splitting up the accounts in the north.',
];

/**
 * Tells the story.
 * @param options
 * @param options.contacts How many.
 * @param options.now      Unix time in seconds: nothing happens later.
 * @param options.seed
 * @return Its events in the order of time.
 */
export function tellStory( options: {
	contacts: number;
	now: number;
	seed: number;
} ): StoryEvent[] {
	const chance = allFakers.en_US;
	for ( const { faker } of places ) {
		faker.seed( options.seed );
	}
	chance.seed( options.seed );
	const emails = new Set< string >();
	const events: StoryEvent[] = [];
	for ( let contact = 1; contact <= options.contacts; contact++ ) {
		events.push( ...tellContact( contact, chance, options.now, emails ) );
	}
	events.sort( ( a, b ) => a.at - b.at || a.contact - b.contact );
	const inOrder = ( a: StoryEvent, b: StoryEvent ): number =>
		a.at - b.at || a.contact - b.contact;
	const past = [ ...events, ...tellDeals( events, options ) ].sort( inOrder );
	return [ ...past, ...tellTasks( past, options ) ].sort( inOrder );
}

function tellContact(
	contact: number,
	chance: Faker,
	now: number,
	emails: Set< string >
): StoryEvent[] {
	const events: StoryEvent[] = [];
	// More of late than long ago.
	const age = 540 * day * chance.number.float() ** 1.6;
	const begin = officeHours( Math.floor( now - 1800 - age ), chance, now );
	const [ source, cause, detail ] = weighted(
		chance,
		origins,
		( origin ) => origin[ 3 ]
	);
	const fields = makeFields( chance, source, emails );

	let at = begin;
	/** The time of the next event, or null when that would be in the future. */
	const later = ( hours: number ): number | null => {
		const next = officeHours(
			at +
				Math.ceil(
					hours * 3600 * ( 0.2 + 1.6 * chance.number.float() )
				),
			chance,
			now
		);
		return next > at && next < now ? ( at = next ) : null;
	};

	// A rep's own contacts are theirs; others wait for somebody, but for some that an import distributes.
	const byHand =
		cause === 'hand'
			? chance.helpers.arrayElement( [ ...reps, ...reps, manager ] )
			: null;
	let owner: string | null = byHand;
	if ( cause === 'import' && maybe( chance, 0.35 ) ) {
		owner = chance.helpers.arrayElement( reps );
	}
	events.push( {
		do: 'create',
		at,
		contact,
		actor: byHand,
		fields,
		owner,
		cause,
		detail,
	} );

	if ( owner === null && maybe( chance, age < 10 * day ? 0.25 : 0.5 ) ) {
		const claimed = later( age < 10 * day ? 10 : 60 );
		if ( claimed ) {
			owner = chance.helpers.arrayElement( reps );
			events.push( { do: 'claim', at: claimed, contact, actor: owner } );
		}
	}
	if ( owner && maybe( chance, 0.45 ) ) {
		const updated = later( 24 );
		if ( updated ) {
			events.push( {
				do: 'update',
				at: updated,
				contact,
				actor: owner,
				fields: makeChange( chance, fields ),
			} );
		}
	}
	if ( owner && maybe( chance, 0.22 ) ) {
		const present = owner;
		for ( const user of chance.helpers.arrayElements(
			[ ...reps, manager ].filter( ( login ) => login !== present ),
			{ min: 1, max: 3 }
		) ) {
			const followed = later( 12 );
			if ( followed ) {
				events.push( {
					do: 'follow',
					at: followed,
					contact,
					actor: present,
					user,
				} );
			}
		}
	}
	if ( maybe( chance, 0.14 ) ) {
		const moved = later( 24 * 20 );
		if ( moved ) {
			const former = owner;
			owner =
				maybe( chance, 0.15 ) && former
					? null
					: chance.helpers.arrayElement(
							reps.filter( ( login ) => login !== former )
						);
			events.push( {
				do: 'reassign',
				at: moved,
				contact,
				actor: manager,
				owner,
				note: owner
					? chance.helpers.arrayElement( notes )
					: 'Free for whoever has time.',
			} );
		}
	}
	if ( owner && maybe( chance, 0.3 ) ) {
		const updated = later( 24 * 15 );
		if ( updated ) {
			events.push( {
				do: 'update',
				at: updated,
				contact,
				actor: owner,
				fields: makeChange( chance, fields ),
			} );
		}
	}
	if ( age > 60 * day && maybe( chance, 0.025 ) ) {
		const trashed = later( 24 * 10 );
		if ( trashed ) {
			events.push( {
				do: 'trash',
				at: trashed,
				contact,
				actor: manager,
			} );
		}
	}
	return events;
}

function makeFields(
	chance: Faker,
	source: string,
	emails: Set< string >
): ContactFields {
	const place: Place = weighted( chance, places, ( { share } ) => share );
	const { faker } = place;
	const first = faker.person.firstName();
	const last = faker.person.lastName();
	const [ city, region ] = chance.helpers.arrayElement( place.cities );
	const isPrivate = maybe( chance, 0.2 );
	const company = isPrivate
		? ''
		: faker.company.name().replace( /\s+/g, ' ' );
	const host = isPrivate
		? chance.helpers.arrayElement( [
				'example.com',
				'example.org',
				'example.net',
			] )
		: `${ slug( company ).slice( 0, 40 ).replace( /-+$/, '' ) || 'company' }.example`;
	let email = `${ slug( first, '' ) }.${ slug( last, '' ) }@${ host }`;
	for ( let number = 2; emails.has( email ); number++ ) {
		email = `${ slug( first, '' ) }.${ slug( last, '' ) }${ number }@${ host }`;
	}
	emails.add( email );
	return {
		first_name: first,
		last_name: last,
		email,
		phone: maybe( chance, 0.75 )
			? chance.helpers.replaceSymbols( place.phone )
			: '',
		company,
		title:
			isPrivate || maybe( chance, 0.25 )
				? ''
				: chance.helpers.arrayElement( titles ),
		website:
			isPrivate || maybe( chance, 0.4 ) ? '' : `https://www.${ host }`,
		address: {
			line1: maybe( chance, 0.6 ) ? faker.location.streetAddress() : '',
			city,
			region,
			postcode: maybe( chance, 0.6 ) ? faker.location.zipCode() : '',
			country: place.country,
		},
		tags: maybe( chance, 0.65 )
			? chance.helpers.arrayElements( tags, { min: 1, max: 3 } )
			: [],
		source,
	};
}

function makeChange( chance: Faker, fields: ContactFields ) {
	const missing = [
		...new Set( [ ...fields.tags, chance.helpers.arrayElement( tags ) ] ),
	];
	return chance.helpers.arrayElement( [
		{ tags: missing },
		{ title: chance.helpers.arrayElement( titles ) },
		{ title: chance.helpers.arrayElement( titles ), tags: missing },
	] );
}

/** The next moment when somebody is at work, UTC; never later than now. */
function officeHours( at: number, chance: Faker, now: number ): number {
	const date = new Date( at * 1000 );
	const hour = date.getUTCHours();
	if ( hour < 7 || hour > 17 ) {
		date.setUTCHours(
			hour > 17 ? 31 : 7,
			chance.number.int( { max: 59 } ),
			chance.number.int( { max: 59 } )
		);
	}
	return Math.min( Math.floor( date.getTime() / 1000 ), now - 60 );
}

function maybe( chance: Faker, probability: number ): boolean {
	return chance.number.float() < probability;
}

function weighted< Item >(
	chance: Faker,
	items: readonly Item[],
	weight: ( item: Item ) => number
): Item {
	return chance.helpers.weightedArrayElement(
		items.map( ( value ) => ( { value, weight: weight( value ) } ) )
	);
}

/** Letters and digits of a name, as in an address. */
function slug( text: string, separator = '-' ): string {
	return text
		.replaceAll( 'ß', 'ss' )
		.replaceAll( 'ł', 'l' )
		.replaceAll( 'Ł', 'l' )
		.replaceAll( 'ø', 'o' )
		.normalize( 'NFKD' )
		.replace( /[\u0300-\u036f]/g, '' )
		.toLowerCase()
		.replace( /[^a-z0-9]+/g, separator )
		.replace( /^-+|-+$/g, '' );
}
