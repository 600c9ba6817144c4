/**
 * Requests to Steward's REST interface.
 */
import apiFetch from '@wordpress/api-fetch';

import { asRestError } from './errors';

interface Options {
	path: string;
	method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	data?: unknown;
	signal?: AbortSignal;
	/** Goes on while the page is left. */
	keepalive?: boolean;
}

/**
 * A REST request.
 *
 * @param options Path, method, data.
 * @throws A `RestError` when the answer isn't a success.
 */
export async function request< T >( options: Options ): Promise< T > {
	try {
		return await apiFetch< T >( options );
	} catch ( thrown ) {
		throw asRestError( thrown );
	}
}

/**
 * A page of a collection with its totals.
 *
 * @param path The collection's path with its query.
 * @throws A `RestError` when the answer isn't a success.
 */
export async function requestPage< T >(
	path: string
): Promise< { items: T[]; total: number; totalPages: number } > {
	try {
		const response = await apiFetch< Response, false >( {
			path,
			parse: false,
		} );
		return {
			items: ( await response.json() ) as T[],
			total: Number( response.headers.get( 'X-WP-Total' ) ?? 0 ),
			totalPages: Number(
				response.headers.get( 'X-WP-TotalPages' ) ?? 0
			),
		};
	} catch ( thrown ) {
		// With `parse: false` a refusal arrives as the unread response itself.
		throw asRestError(
			thrown instanceof Response
				? await thrown.json().catch( () => null )
				: thrown
		);
	}
}
