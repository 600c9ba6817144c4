import { en, Faker } from '@faker-js/faker';
import type { StoryEvent } from './story';

/** The follow-ups of the demo's team, told after contacts and deals: those stories stay the same with and without them. */

export type TaskEvent = {
	/** A number of the story's own. */
	task: number;
} & (
	| {
			do: 'task';
			/** The deal it is of; null where it is of the contact. */
			deal: number | null;
			assignee: string;
			fields: {
				title: string;
				due_gmt: string | null;
				priority: 'low' | 'normal' | 'high';
			};
	  }
	| { do: 'task_done' }
);

const day = 24 * 3600;
const many = 60;

const ofContacts = [
	'Call back about the brochure',
	'Ask who decides about the budget',
	'Send the price list',
	'Introduce the new contact person',
	'Check whether the samples arrived',
	'Invite to the webinar',
	'Get feedback after the first weeks',
	'Ask for a reference',
	'Update the delivery address',
	'Arrange a visit',
];

const ofDeals = [
	'Send the offer',
	'Follow up on the offer',
	'Clarify the terms of payment',
	'Prepare the demo',
	'Get the contract signed',
	'Ask about the starting date',
	'Call purchasing',
	'Send the revised quote',
];

/**
 * Tells what the team means to do, and what of it is done.
 * @param past         Events of contacts and deals, in the order of time.
 * @param options
 * @param options.now  Unix time in seconds: nothing happens later, but much is due.
 * @param options.seed
 */
export function tellTasks(
	past: StoryEvent[],
	{ now, seed }: { now: number; seed: number }
): StoryEvent[] {
	const chance = new Faker( { locale: en } );
	chance.seed( seed + 2 );
	const events: StoryEvent[] = [];
	const places = chance.helpers.shuffle( [ ...owned( past ).values() ] );
	for ( const place of places.slice( 0, many ) ) {
		const task = events.filter(
			( { do: what } ) => what === 'task'
		).length;
		const at = Math.max(
			place.since + 600,
			Math.floor( now - day * ( 1 + 9 * chance.number.float() ) )
		);
		if ( at >= now - 900 ) {
			continue;
		}
		const deal = chance.number.float() < 0.6 ? place.deal : null;
		const byManager = chance.number.float() < 0.15;
		events.push( {
			do: 'task',
			at,
			contact: place.contact,
			actor: byManager ? 'manager' : place.owner,
			task,
			deal,
			assignee: place.owner,
			fields: {
				title: chance.helpers.arrayElement(
					deal ? ofDeals : ofContacts
				),
				due_gmt: dueAt( chance, now ),
				priority: chance.helpers.weightedArrayElement( [
					{ value: 'normal' as const, weight: 6 },
					{ value: 'high' as const, weight: 3 },
					{ value: 'low' as const, weight: 2 },
				] ),
			},
		} );
		if ( chance.number.float() < 0.25 ) {
			events.push( {
				do: 'task_done',
				at:
					at +
					Math.floor( ( now - 60 - at ) * chance.number.float() ),
				contact: place.contact,
				actor: place.owner,
				task,
			} );
		}
	}
	return events;
}

/** Some are overdue, some due today, most in the next two weeks, a few have no date; at full or half hours. */
function dueAt( chance: Faker, now: number ): string | null {
	const days = chance.helpers.weightedArrayElement( [
		{ value: -1 - chance.number.int( { max: 5 } ), weight: 5 },
		{ value: 0, weight: 4 },
		{ value: 1 + chance.number.int( { max: 13 } ), weight: 9 },
		{ value: null, weight: 2 },
	] );
	if ( days === null ) {
		return null;
	}
	const due = new Date( ( now + days * day ) * 1000 );
	due.setUTCHours(
		8 + chance.number.int( { max: 9 } ),
		chance.helpers.arrayElement( [ 0, 30 ] ),
		0,
		0
	);
	return due.toISOString().replace( '.000', '' );
}

interface Place {
	contact: number;
	owner: string;
	/** Since when it is theirs. */
	since: number;
	/** A deal that is still open. */
	deal: number | null;
}

/** The contacts that somebody owns in the end, by their numbers. */
function owned( past: StoryEvent[] ): Map< number, Place > {
	const found = new Map< number, Place >();
	for ( const event of past ) {
		const place = found.get( event.contact );
		switch ( event.do ) {
			case 'create':
			case 'claim':
			case 'reassign': {
				const owner = event.do === 'claim' ? event.actor : event.owner;
				if ( owner ) {
					found.set( event.contact, {
						contact: event.contact,
						owner,
						since: event.at,
						deal: place?.deal ?? null,
					} );
				} else {
					found.delete( event.contact );
				}
				break;
			}
			case 'trash':
				found.delete( event.contact );
				break;
			case 'deal':
				if ( place ) {
					place.deal = event.deal;
					place.since = Math.max( place.since, event.at );
				}
				break;
			case 'stage':
				if (
					place?.deal === event.deal &&
					( event.stage === 'Won' || event.stage === 'Lost' )
				) {
					place.deal = null;
				}
				break;
		}
	}
	return found;
}
