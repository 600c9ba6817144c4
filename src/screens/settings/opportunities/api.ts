/**
 * What switching separate owners off means.
 */
import { paths, type Differing, type Job } from '../../../entities';
import { request } from '../../../lib/api';

/** Which opportunities have another owner than their contact. */
export function previewSwitchingOff(): Promise< Differing > {
	return request< Differing >( { path: paths.separateOwners() } );
}

/** Goes on with giving opportunities their contacts' owners, where separate owners are off. */
export function realign(): Promise< { job: Job | null } > {
	return request< { job: Job | null } >( {
		path: paths.realign(),
		method: 'POST',
	} );
}
