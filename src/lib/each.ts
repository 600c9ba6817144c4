/**
 * One request for each of many records.
 */
import type { BulkResult } from '../entities';
import { asRestError } from './errors';

/** Requests under way at once: a bulk change mustn't keep a small server from answering others. */
const AT_ONCE = 4;

/**
 * Runs one request for each record, a few at once.
 *
 * @param ids  The records.
 * @param work The request.
 */
export async function each(
	ids: number[],
	work: ( id: number ) => Promise< unknown >
): Promise< BulkResult[] > {
	const queue = [ ...ids ];
	const results: BulkResult[] = [];
	const worker = async () => {
		for ( let id = queue.shift(); id !== undefined; id = queue.shift() ) {
			try {
				await work( id );
				results.push( { id, ok: true } );
			} catch ( thrown ) {
				const { code, message, reason, remedy } = asRestError( thrown );
				results.push( {
					id,
					ok: false,
					code,
					message,
					reason,
					remedy,
				} );
			}
		}
	};
	await Promise.all( Array.from( { length: AT_ONCE }, worker ) );
	return ids.map( ( id ) => results.find( ( result ) => result.id === id )! );
}
