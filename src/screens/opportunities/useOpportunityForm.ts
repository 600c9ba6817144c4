/**
 * Unsaved work on an opportunity.
 */
import type { Opportunity } from '../../entities';
import { opportunities } from '../../lib/api';
import {
	useRecordForm,
	type FormRules,
	type RecordForm,
} from '../../lib/useRecordForm';
import {
	applyEdits,
	compare,
	findingsOf,
	mergePatch,
	rebase,
	toPayload,
	withoutTouched,
	type Edits,
	type FieldKey,
} from './changes';

export type OpportunityForm = RecordForm< Opportunity, FieldKey, Edits >;

const RULES: FormRules< Opportunity, FieldKey, Edits > = {
	compare,
	rebase,
	apply: applyEdits,
	merge: mergePatch,
	payload: toPayload,
	findings: findingsOf,
	withoutTouched,
	update: opportunities.update,
	receive: opportunities.receive,
};

/**
 * Keeps the unsaved changes of one opportunity.
 *
 * @param opportunity The opportunity as core-data has it.
 */
export function useOpportunityForm(
	opportunity: Opportunity
): OpportunityForm {
	return useRecordForm( opportunity, RULES );
}
