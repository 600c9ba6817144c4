import type { Ask } from './client';
import { bare, Client } from './client';
import type { Sql } from './sql';

export interface ClaimRate {
	/** Claims a second. */
	claims: number;
	/** Bare requests a second, at the same number of clients. */
	bare: number;
	/** Claims that answered anything but 200. */
	failed: number;
}

const clients = 8;
const seconds = 4;
const turns = 3;

/**
 * How many claims a second eight parallel clients get done, in turns with the bare request.
 * @param url
 * @param sql
 */
export async function claimRate( url: string, sql: Sql ): Promise< ClaimRate > {
	const people = await Promise.all(
		Array.from( { length: clients }, async ( _, index ) => {
			const client = new Client( url );
			await client.signIn( `rep_${ index + 1 }` );
			return client;
		} )
	);
	const ids = await sql.numbers(
		'SELECT id FROM wp_steward_contacts WHERE trashed = 0 AND contact_owner IS NULL ORDER BY id LIMIT 20000'
	);
	let failed = 0;
	const run = async ( ask: () => Ask ): Promise< number > => {
		const end = performance.now() + 1000 * seconds;
		let done = 0;
		await Promise.all(
			people.map( async ( client ) => {
				while ( performance.now() < end ) {
					const { status } = await client.request( ask() );
					failed += status === 200 ? 0 : 1;
					done++;
				}
			} )
		);
		return done;
	};
	const claim = (): Ask => ( {
		method: 'POST',
		path: `wp-json/steward/v1/contacts/${ ids.shift() }/claim`,
	} );
	let claims = 0;
	let bares = 0;
	for ( let turn = 0; turn < turns; turn++ ) {
		bares += await run( () => bare );
		claims += await run( claim );
	}
	people.forEach( ( client ) => client.close() );
	return {
		claims: claims / turns / seconds,
		bare: bares / turns / seconds,
		failed,
	};
}
