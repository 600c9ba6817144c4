/**
 * Pipelines, as every screen of opportunities reads them.
 */
import { paths, type Pipeline } from '../entities';
import { request } from './api';

/** The pipelines with their stages, in their order. */
export function listPipelines(): Promise< Pipeline[] > {
	return request< Pipeline[] >( { path: paths.pipelines() } );
}
