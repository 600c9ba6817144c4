import { useEntityRecords } from '@wordpress/core-data';

import {
	KIND,
	PIPELINE,
	type Opportunity,
	type Pipeline,
	type Stage,
} from '../../entities';

const ALL = { per_page: 100 };

/** The pipelines in their order; null until known. */
export function usePipelines(): Pipeline[] | null {
	return useEntityRecords< Pipeline >( KIND, PIPELINE, ALL ).records;
}

/**
 * A stage by its id.
 *
 * @param pipelines The pipelines.
 * @param id        The stage.
 */
export function stageOf(
	pipelines: Pipeline[] | null,
	id: number
): Stage | undefined {
	return pipelines
		?.flatMap( ( { stages } ) => stages )
		.find( ( stage ) => stage.id === id );
}

/**
 * Whether a day is over and the deal still open.
 *
 * @param deal  The opportunity.
 * @param today YYYY-MM-DD.
 */
export function isOverdue(
	deal: Pick< Opportunity, 'expected_close' | 'status' >,
	today: string
): boolean {
	return (
		deal.status === 'open' &&
		deal.expected_close !== null &&
		deal.expected_close < today
	);
}
