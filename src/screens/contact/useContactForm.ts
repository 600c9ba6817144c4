/**
 * Unsaved work on a contact.
 */
import type { Contact } from '../../entities';
import { receiveContacts, updateContact } from '../../lib/api';
import {
	useRecordForm,
	type FormRules,
	type RecordForm,
} from '../../lib/useRecordForm';
import {
	applyEdits,
	compare,
	fieldErrors,
	mergePatch,
	rebase,
	toPayload,
	type Edits,
	type FieldErrors,
	type FieldKey,
	type Patch,
} from './changes';

export type ContactForm = RecordForm< Contact, FieldKey, Edits >;

/** Errors without those of the fields that a patch touches. */
export function withoutTouched(
	errors: FieldErrors,
	patch: Patch
): FieldErrors {
	const kept = Object.entries( errors ).filter( ( [ key ] ) => {
		const [ group = '', part ] = key.split( '.' );
		const touched = patch[ group ];
		return (
			! ( group in patch ) ||
			( group === 'address' && ! ( part! in ( touched as object ) ) )
		);
	} );
	return kept.length === Object.keys( errors ).length
		? errors
		: ( Object.fromEntries( kept ) as FieldErrors );
}

const RULES: FormRules< Contact, FieldKey, Edits > = {
	compare,
	rebase,
	apply: applyEdits,
	merge: mergePatch,
	payload: toPayload,
	findings: fieldErrors,
	withoutTouched,
	update: updateContact,
	receive: receiveContacts,
	alsoRefused: [ 'steward_duplicate_email' ],
};

/**
 * Keeps the unsaved changes of one contact.
 *
 * @param contact The contact as core-data has it.
 */
export function useContactForm( contact: Contact ): ContactForm {
	return useRecordForm( contact, RULES );
}
