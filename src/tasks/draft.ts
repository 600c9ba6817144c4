/**
 * What somebody fills in of a follow-up. Pure.
 */
import { __ } from '@wordpress/i18n';

import type { MemberChoice } from '../components/MemberPicker';
import type { Task, TaskPriority } from '../entities';
import { dueFields, dueMoment } from './due';

export interface TaskDraft {
	title: string;
	/** Of the site's clock. */
	day: string;
	time: string;
	assignee: MemberChoice;
	priority: TaskPriority;
	/** Of a new one only. */
	contact: number | null;
}

export type DraftErrors = Partial< Record< TaskField, string > >;

/** The fields as the server names them. */
const FIELDS = [
	'title',
	'due_gmt',
	'assignee',
	'priority',
	'contact',
] as const;

export type TaskField = ( typeof FIELDS )[ number ];

/**
 * A new one: for whoever writes it, without a date.
 *
 * @param me Who writes it.
 */
export function blankDraft( me: number ): TaskDraft {
	return {
		title: '',
		day: '',
		time: '',
		assignee: me,
		priority: 'normal',
		contact: null,
	};
}

/**
 * A stored one.
 *
 * @param task The task.
 */
export function draftOf( task: Task ): TaskDraft {
	return {
		title: task.title,
		...dueFields( task.due_gmt ),
		assignee: task.assignee ?? 'unassigned',
		priority: task.priority,
		contact: task.contact,
	};
}

/** A draft's fields as the server takes them. */
function fieldsOf( draft: TaskDraft ): Partial< Task > {
	return {
		title: draft.title.trim(),
		due_gmt: dueMoment( draft ),
		assignee: typeof draft.assignee === 'number' ? draft.assignee : null,
		priority: draft.priority,
	};
}

/**
 * What a new one is made of.
 *
 * @param draft          What was filled in.
 * @param of             Its record, where that can't be chosen.
 * @param of.contact     A contact.
 * @param of.opportunity An opportunity.
 */
export function newTask(
	draft: TaskDraft,
	of: { contact?: number; opportunity?: number }
): Partial< Task > {
	const fields = { ...fieldsOf( draft ), ...of };
	return draft.contact && ! of.contact && ! of.opportunity
		? { ...fields, contact: draft.contact }
		: fields;
}

/**
 * What differs of two drafts, as the server takes it.
 *
 * @param base  As it was.
 * @param draft As it is to be.
 */
export function changesOf(
	base: TaskDraft,
	draft: TaskDraft
): Partial< Task > {
	const before = fieldsOf( base );
	return Object.fromEntries(
		Object.entries( fieldsOf( draft ) ).filter(
			( [ key, value ] ) => before[ key as keyof Task ] !== value
		)
	);
}

/**
 * A draft's own changes on top of a newer version.
 *
 * @param base  What the draft began with.
 * @param draft The draft.
 * @param newer The newer version.
 */
export function rebased(
	base: TaskDraft,
	draft: TaskDraft,
	newer: TaskDraft
): TaskDraft {
	const own = Object.entries( draft ).filter(
		( [ key, value ] ) => base[ key as keyof TaskDraft ] !== value
	);
	return { ...newer, ...Object.fromEntries( own ) };
}

/**
 * What a draft lacks.
 *
 * @param draft The draft.
 */
export function lacking( draft: TaskDraft ): DraftErrors {
	return {
		...( draft.title.trim() === ''
			? { title: __( 'Say what is to be done.', 'steward' ) }
			: {} ),
		...( draft.time && ! draft.day
			? { due_gmt: __( 'Choose the day, too.', 'steward' ) }
			: {} ),
	};
}

/**
 * The server's findings by field, and those of no field.
 *
 * @param params From a refusal.
 */
export function findingsOf( params: Record< string, string > ): {
	fields: DraftErrors;
	rest: string[];
} {
	const isField = ( key: string ) =>
		( FIELDS as readonly string[] ).includes( key );
	const all = Object.entries( params );
	return {
		fields: Object.fromEntries(
			all.filter( ( [ key ] ) => isField( key ) )
		),
		rest: all
			.filter( ( [ key ] ) => ! isField( key ) )
			.map( ( [ , message ] ) => message ),
	};
}
