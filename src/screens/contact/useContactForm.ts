/**
 * Unsaved work on a contact: what was changed, what is wrong with it, and saving it without losing anybody's changes.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { __ } from '@wordpress/i18n';

import type { Contact } from '../../entities';
import { receiveContacts, updateContact } from '../../lib/api';
import { asRestError, type RestError } from '../../lib/errors';
import { useNotices } from '../../lib/notices';
import {
	applyEdits,
	compare,
	editedKeys,
	fieldErrors,
	isDirty,
	mergePatch,
	rebase,
	toPayload,
	type Editable,
	type Edits,
	type FieldErrors,
	type FieldKey,
	type Patch,
} from './changes';

interface Draft< T extends Editable > {
	base: T;
	edits: Edits;
}

export interface ContactForm {
	/** The contact with the unsaved changes. */
	item: Contact;
	base: Contact;
	edits: Edits;
	dirty: boolean;
	isSaving: boolean;
	/** What the server found wrong, by field; an entry goes when its field is changed. */
	errors: FieldErrors;
	/** A refusal that belongs to no field. */
	refusal: RestError | null;
	/** The newer version that a save met. */
	newer: Contact | null;
	change: ( patch: Patch ) => void;
	discard: () => void;
	/** Resolves to whether it is saved. */
	save: () => Promise< boolean >;
	/** Goes on after a conflict: my changes on top of the newer version, but for the fields to take from there. */
	resolve: ( takeTheirs: FieldKey[] ) => Promise< boolean >;
	/** Goes back to editing; the next save meets the same conflict. */
	postpone: () => void;
}

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

/** What remains unsaved after a save: only what was typed while it was under way. */
function typedMeanwhile( now: Edits, sent: Edits ): Edits {
	return Object.fromEntries(
		Object.entries( now ).filter(
			( [ key, value ] ) => sent[ key as FieldKey ] !== value
		)
	) as Edits;
}

/**
 * Keeps the unsaved changes of one contact.
 *
 * @param contact The contact as core-data has it; changes from elsewhere that don't touch the edited fields move in by themselves.
 */
export function useContactForm( contact: Contact ): ContactForm {
	const [ draft, setDraft ] = useState< Draft< Contact > >( {
		base: contact,
		edits: {},
	} );
	const [ isSaving, setSaving ] = useState( false );
	const [ errors, setErrors ] = useState< FieldErrors >( {} );
	const [ refusal, setRefusal ] = useState< RestError | null >( null );
	const [ newer, setNewer ] = useState< Contact | null >( null );
	const latest = useRef( draft );
	latest.current = draft;
	const notices = useNotices();

	useEffect( () => {
		setDraft( ( { base, edits } ) =>
			contact.version < base.version ||
			compare( base, edits, contact ).both.length > 0
				? { base, edits }
				: { base: contact, edits: rebase( edits, contact ) }
		);
	}, [ contact ] );

	const change = useCallback( ( patch: Patch ) => {
		setDraft( ( { base, edits } ) => ( {
			base,
			edits: mergePatch( base, edits, patch ),
		} ) );
		setErrors( ( before ) => withoutTouched( before, patch ) );
	}, [] );

	const discard = useCallback( () => {
		setDraft( { base: contact, edits: {} } );
		setErrors( {} );
		setRefusal( null );
	}, [ contact ] );

	const send = useCallback(
		async ( { base, edits }: Draft< Contact > ): Promise< boolean > => {
			setSaving( true );
			setErrors( {} );
			setRefusal( null );
			try {
				const saved = await updateContact( base.id, {
					...toPayload( edits ),
					version: base.version,
				} );
				setDraft( ( now ) => ( {
					base: saved,
					edits: typedMeanwhile( now.edits, edits ),
				} ) );
				notices.success( __( 'Changes saved.', 'steward' ), {
					id: 'steward-contact-saved',
				} );
				return true;
			} catch ( thrown ) {
				const error = asRestError( thrown );
				const current = error.data.current as Contact | undefined;
				if ( error.code === 'steward_version_conflict' && current ) {
					setNewer( current );
					receiveContacts( [ current ] );
				} else {
					const { fields, rest } = fieldErrors( error.params );
					setErrors( fields );
					if (
						Object.keys( fields ).length === 0 ||
						rest.length > 0
					) {
						setRefusal( error );
					}
					if ( error.code === 'steward_duplicate_email' ) {
						setRefusal( error );
					}
				}
				return false;
			} finally {
				setSaving( false );
			}
		},
		[ notices ]
	);

	const save = useCallback( async () => {
		if ( isSaving || ! isDirty( latest.current.edits ) ) {
			return false;
		}
		return send( latest.current );
	}, [ isSaving, send ] );

	const resolve = useCallback(
		async ( takeTheirs: FieldKey[] ) => {
			if ( ! newer ) {
				return false;
			}
			const next = {
				base: newer,
				edits: rebase( latest.current.edits, newer, takeTheirs ),
			};
			setDraft( next );
			setNewer( null );
			return isDirty( next.edits ) ? send( next ) : true;
		},
		[ newer, send ]
	);

	return useMemo(
		() => ( {
			...draft,
			item: applyEdits( draft.base, draft.edits ),
			dirty: editedKeys( draft.edits ).length > 0,
			isSaving,
			errors,
			refusal,
			newer,
			change,
			discard,
			save,
			resolve,
			postpone: () => setNewer( null ),
		} ),
		[
			draft,
			isSaving,
			errors,
			refusal,
			newer,
			change,
			discard,
			save,
			resolve,
		]
	);
}
