/**
 * The next follow-up of each of many contacts.
 */
import type { ContactId, Task } from '../entities';

/** As many as the server answers at once. */
export const MOST = 100;

/** Asks for the open follow-ups of contacts, the next one first, at most `MOST`. */
export type Ask = ( contacts: ContactId[] ) => Promise< Task[] >;

/**
 * Finds them. Where some have so many that others' don't come into one answer, those are asked for again.
 *
 * @param contacts The contacts.
 * @param ask      Asks the server.
 */
export async function nextTasks(
	contacts: ContactId[],
	ask: Ask
): Promise< Map< ContactId, Task > > {
	const next = new Map< ContactId, Task >();
	let missing = contacts;
	while ( missing.length > 0 ) {
		const found = await ask( missing );
		for ( const task of found ) {
			if ( task.contact !== null && ! next.has( task.contact ) ) {
				next.set( task.contact, task );
			}
		}
		const left = missing.filter( ( id ) => ! next.has( id ) );
		// A full answer that names none of them can't go on for ever.
		missing =
			found.length < MOST || left.length === missing.length ? [] : left;
	}
	return next;
}
