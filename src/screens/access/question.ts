/**
 * What is asked, in the address: who, which kind of record, which one. Pure.
 */
import { CONTACT, OPPORTUNITY, type RecordName } from '../../entities';
import type { Params } from '../../lib/location';

export interface Question {
	user: number | null;
	kind: RecordName;
	/** The record's id. */
	record: number | null;
}

function idOf( text: string | undefined ): number | null {
	const id = Number( text );
	return Number.isSafeInteger( id ) && id > 0 ? id : null;
}

/** The kind that was chosen, else that of the one record that is named. */
function kindOf( { kind, contact, opportunity }: Params ): RecordName {
	const isOpportunity = kind
		? kind === OPPORTUNITY
		: ! contact && opportunity;
	return isOpportunity ? OPPORTUNITY : CONTACT;
}

/**
 * Reads the question. Both kinds' choices stay in the address, so that going back to a kind shows what was chosen of it.
 *
 * @param params The address's parameters.
 */
export function questionOf( params: Params ): Question {
	const kind = kindOf( params );
	return {
		user: idOf( params.user ),
		kind,
		record: idOf( params[ kind ] ),
	};
}
