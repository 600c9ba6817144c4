import { useState } from 'react';
import { __, sprintf } from '@wordpress/i18n';

import { boot } from '../boot';
import type { Task } from '../entities';
import { asRestError, errorText } from '../lib/errors';
import { notices } from '../lib/notices';
import { tasks } from '../lib/tasks';
import type { About } from './about';
import {
	blankDraft,
	changesOf,
	draftOf,
	findingsOf,
	lacking,
	newTask,
	rebased,
	type DraftErrors,
	type TaskDraft,
} from './draft';

export interface TaskForm {
	draft: TaskDraft;
	errors: DraftErrors;
	/** What belongs to no field. */
	refusal: string;
	isDirty: boolean;
	isSaving: boolean;
	change: ( patch: Partial< TaskDraft > ) => void;
	/** Resolves to what was saved; null where it wasn't. */
	save: () => Promise< Task | null >;
}

/** Errors without those of the fields that a change touches. */
function untouched(
	errors: DraftErrors,
	patch: Partial< TaskDraft >
): DraftErrors {
	const { due_gmt: due, ...rest } = errors;
	return {
		...Object.fromEntries(
			Object.entries( rest ).filter( ( [ key ] ) => ! ( key in patch ) )
		),
		...( due && ! ( 'day' in patch || 'time' in patch )
			? { due_gmt: due }
			: {} ),
	};
}

/**
 * Filling in a follow-up, and saving it without losing what somebody else changed meanwhile.
 *
 * @param task  The one that is changed; null for a new one.
 * @param about What a new one is about.
 */
export function useTaskDraft( task: Task | null, about: About ): TaskForm {
	const [ base, setBase ] = useState( () => ( {
		draft: task ? draftOf( task ) : blankDraft( boot.user.id ),
		version: task?.version ?? 0,
	} ) );
	const [ draft, setDraft ] = useState( base.draft );
	const [ errors, setErrors ] = useState< DraftErrors >( {} );
	const [ refusal, setRefusal ] = useState( '' );
	const [ isSaving, setSaving ] = useState( false );

	async function send(): Promise< Task > {
		if ( ! task ) {
			const added = await tasks.create(
				newTask( draft, {
					// Its opportunity says whose it is.
					...( about.opportunity
						? { opportunity: about.opportunity.id }
						: {} ),
					...( about.contact && ! about.opportunity
						? { contact: about.contact.id }
						: {} ),
				} )
			);
			notices.success(
				sprintf(
					/* translators: %s: a follow-up's title. */
					__( '“%s” was added.', 'steward' ),
					added.title
				)
			);
			return added;
		}
		const saved = await tasks.update( task.id, {
			...changesOf( base.draft, draft ),
			version: base.version,
		} );
		notices.success(
			sprintf(
				/* translators: %s: a follow-up's title. */
				__( '“%s” saved.', 'steward' ),
				saved.title
			)
		);
		return saved;
	}

	/** Somebody else was faster: their version, with what was changed here. */
	function takeOver( newer: Task ): void {
		const theirs = draftOf( newer );
		setDraft( rebased( base.draft, draft, theirs ) );
		setBase( { draft: theirs, version: newer.version } );
		tasks.receive( [ newer ] );
		setRefusal(
			__(
				'Somebody changed this follow-up meanwhile. What you changed is kept, the rest is as it is now: look at it and save again.',
				'steward'
			)
		);
	}

	function fail( thrown: unknown ): void {
		const error = asRestError( thrown );
		const { fields, rest } = findingsOf( error.params );
		setErrors( fields );
		if ( error.data.current ) {
			takeOver( error.data.current as Task );
		} else if ( Object.keys( fields ).length === 0 || rest.length > 0 ) {
			setRefusal( rest.join( ' ' ) || errorText( error ) );
		}
	}

	return {
		draft,
		errors,
		refusal,
		isDirty: JSON.stringify( draft ) !== JSON.stringify( base.draft ),
		isSaving,
		change( patch ) {
			setDraft( ( before ) => ( { ...before, ...patch } ) );
			setErrors( ( before ) => untouched( before, patch ) );
		},
		async save() {
			const found = lacking( draft );
			setErrors( found );
			setRefusal( '' );
			if ( Object.keys( found ).length > 0 || isSaving ) {
				return null;
			}
			setSaving( true );
			try {
				return await send();
			} catch ( thrown ) {
				fail( thrown );
				return null;
			} finally {
				setSaving( false );
			}
		},
	};
}
