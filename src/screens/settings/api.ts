/**
 * Settings and submission keys.
 */
import { addQueryArgs } from '@wordpress/url';

import {
	paths,
	type SavedSettings,
	type Settings,
	type SubmissionKey,
} from '../../entities';
import { request } from '../../lib/api';

/** The site's settings. */
export function getSettings(): Promise< Settings > {
	return request< Settings >( { path: paths.settings() } );
}

/**
 * Changes settings.
 *
 * @param changes What differs.
 */
export function saveSettings(
	changes: Partial< Settings >
): Promise< SavedSettings > {
	return request< SavedSettings >( {
		path: paths.settings(),
		method: 'PATCH',
		data: changes,
	} );
}

/** Every submission key, without the keys themselves. */
export function listKeys(): Promise< SubmissionKey[] > {
	return request< SubmissionKey[] >( {
		path: addQueryArgs( paths.submissionKeys(), { per_page: 100 } ),
	} );
}

/**
 * Makes a key; its `key` is in this answer and never again.
 *
 * @param name What it is for.
 */
export function createKey( name: string ): Promise< SubmissionKey > {
	return request< SubmissionKey >( {
		path: paths.submissionKeys(),
		method: 'POST',
		data: { name },
	} );
}

/**
 * Deletes a key: whoever uses it is refused from then on.
 *
 * @param id The key.
 */
export async function deleteKey( id: number ): Promise< void > {
	await request( { path: paths.submissionKey( id ), method: 'DELETE' } );
}
