/**
 * Changes of pipelines and stages.
 */
import { addQueryArgs } from '@wordpress/url';

import { paths, type Job, type Pipeline, type Stage } from '../../../entities';
import { request } from '../../../lib/api';

export type PipelineFields = Pick< Pipeline, 'name' | 'currency' >;
export type StageFields = Pick<
	Stage,
	'name' | 'color' | 'probability' | 'outcome'
>;

/** What became of a stage or pipeline that was to be deleted: gone, or the background job that first moves its opportunities. */
export type Removal = { deleted: true } | Job;

/** How many opportunities are in a pipeline and in each of its stages, those in the trash counted. */
export interface PipelineUse {
	opportunities: number;
	stages: { id: number; opportunities: number }[];
}

/**
 * Asks how much is in a pipeline.
 *
 * @param id Which.
 */
export function pipelineUse( id: number ): Promise< PipelineUse > {
	return request< PipelineUse >( { path: paths.pipelineUse( id ) } );
}

/**
 * Adds a pipeline; the server gives it its first stages.
 *
 * @param fields Its name and currency.
 */
export function createPipeline( fields: PipelineFields ): Promise< Pipeline > {
	return request< Pipeline >( {
		path: paths.pipelines(),
		method: 'POST',
		data: fields,
	} );
}

/**
 * Changes a pipeline.
 *
 * @param id      Which.
 * @param changes What differs.
 */
export function updatePipeline(
	id: number,
	changes: Partial< PipelineFields & { position: number } >
): Promise< Pipeline > {
	return request< Pipeline >( {
		path: paths.pipeline( id ),
		method: 'PATCH',
		data: changes,
	} );
}

/**
 * Deletes a pipeline.
 *
 * @param id     Which.
 * @param moveTo The stage its opportunities go to; needed where it has any (409 `steward_stage_in_use`).
 */
export function deletePipeline(
	id: number,
	moveTo?: number
): Promise< Removal > {
	return request< Removal >( {
		path: addQueryArgs(
			paths.pipeline( id ),
			moveTo ? { move_to: moveTo } : {}
		),
		method: 'DELETE',
	} );
}

/**
 * Adds a stage at the pipeline's end.
 *
 * @param pipeline Whose.
 * @param fields   The stage.
 */
export function createStage(
	pipeline: number,
	fields: StageFields
): Promise< Stage > {
	return request< Stage >( {
		path: paths.stages( pipeline ),
		method: 'POST',
		data: fields,
	} );
}

/**
 * Changes a stage.
 *
 * @param pipeline Whose.
 * @param id       Which.
 * @param changes  What differs.
 */
export function updateStage(
	pipeline: number,
	id: number,
	changes: Partial< StageFields & { position: number } >
): Promise< Stage > {
	return request< Stage >( {
		path: paths.stage( pipeline, id ),
		method: 'PATCH',
		data: changes,
	} );
}

/**
 * Deletes a stage.
 *
 * @param pipeline Whose.
 * @param id       Which.
 * @param moveTo   The stage its opportunities go to; needed where it has any (409 `steward_stage_in_use`).
 */
export function deleteStage(
	pipeline: number,
	id: number,
	moveTo?: number
): Promise< Removal > {
	return request< Removal >( {
		path: addQueryArgs(
			paths.stage( pipeline, id ),
			moveTo ? { move_to: moveTo } : {}
		),
		method: 'DELETE',
	} );
}
