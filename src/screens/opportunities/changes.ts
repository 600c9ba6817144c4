/**
 * What somebody changed in an opportunity's details, as data: pure, no React, no requests. Edits hold only what differs.
 */
import { __ } from '@wordpress/i18n';

import type { Comparison } from '../../components/ConflictDialog';
import type { Opportunity, Pipeline } from '../../entities';
import type { Findings } from '../../lib/useRecordForm';

/** The fields that can be edited, in the order a person meets them. */
export const FIELD_KEYS = [
	'title',
	'contact',
	'pipeline',
	'stage',
	'value',
	'currency',
	'expected_close',
	'owner',
] as const;

export type FieldKey = ( typeof FIELD_KEYS )[ number ];
export type FieldValue = string | number | null;
export type Edits = Partial< Record< FieldKey, FieldValue > >;
export type Editable = Pick< Opportunity, FieldKey >;
export type Patch = Record< string, unknown >;

const AMOUNT = /^(\d*)(?:\.(\d*))?$/;

/**
 * An amount as it is compared: "0100.50" and "100.5" are the same.
 *
 * @param amount A decimal string.
 */
export function plainAmount( amount: string ): string {
	const [ , whole, fraction = '' ] = AMOUNT.exec( amount.trim() ) ?? [];
	if ( whole === undefined ) {
		return amount.trim();
	}
	const rest = fraction.replace( /0+$/, '' );
	return `${ whole.replace( /^0+(?=\d)/, '' ) || '0' }${
		rest ? `.${ rest }` : ''
	}`;
}

function isSame( key: FieldKey, a: unknown, b: unknown ): boolean {
	return key === 'value'
		? plainAmount( String( a ) ) === plainAmount( String( b ) )
		: a === b;
}

/**
 * The keys that are edited, in the order of the form.
 *
 * @param edits The edits.
 */
export function editedKeys( edits: Edits ): FieldKey[] {
	return FIELD_KEYS.filter( ( key ) => key in edits );
}

/**
 * The base with the edits on top.
 *
 * @param base  The record.
 * @param edits The edits.
 */
export function applyEdits< T extends Editable >( base: T, edits: Edits ): T {
	return { ...base, ...edits };
}

/**
 * Takes in a part of the form; what is set back to what it was is forgotten.
 *
 * @param base  The record.
 * @param edits The edits until now.
 * @param patch What changed.
 */
export function mergePatch(
	base: Editable,
	edits: Edits,
	patch: Patch
): Edits {
	const next = { ...edits };
	for ( const key of FIELD_KEYS ) {
		if ( ! ( key in patch ) ) {
			continue;
		}
		const value = patch[ key ] as FieldValue;
		if ( isSame( key, base[ key ], value ) ) {
			delete next[ key ];
		} else {
			next[ key ] = value;
		}
	}
	return next;
}

/**
 * The body of a save: only what changed. A stage brings its pipeline.
 *
 * @param edits The edits.
 */
export function toPayload( edits: Edits ): Record< string, unknown > {
	const { pipeline: _of, ...payload } = edits;
	if ( typeof payload.title === 'string' ) {
		payload.title = payload.title.trim();
	}
	if ( typeof payload.value === 'string' ) {
		payload.value = plainAmount( payload.value );
	}
	if ( payload.expected_close === '' ) {
		payload.expected_close = null;
	}
	return payload;
}

/**
 * Lays edits of `base` beside a newer version of it.
 *
 * @param base  What was edited.
 * @param edits The edits.
 * @param newer What somebody else saved.
 */
export function compare(
	base: Editable,
	edits: Edits,
	newer: Editable
): Comparison< FieldKey > {
	const result: Comparison< FieldKey > = { both: [], theirs: [], mine: [] };
	for ( const key of FIELD_KEYS ) {
		const changedThere = ! isSame( key, base[ key ], newer[ key ] );
		if ( ! ( key in edits ) ) {
			if ( changedThere ) {
				result.theirs.push( key );
			}
		} else if ( ! changedThere ) {
			result.mine.push( key );
		} else if ( ! isSame( key, edits[ key ], newer[ key ] ) ) {
			result.both.push( key );
		}
	}
	return result;
}

/**
 * Edits moved on top of a newer version.
 *
 * @param edits      The edits.
 * @param newer      The newer version.
 * @param takeTheirs Fields left as they are there.
 */
export function rebase(
	edits: Edits,
	newer: Editable,
	takeTheirs: readonly FieldKey[] = []
): Edits {
	return mergePatch(
		newer,
		{},
		Object.fromEntries(
			Object.entries( edits ).filter(
				( [ key ] ) => ! takeTheirs.includes( key as FieldKey )
			)
		)
	);
}

/**
 * The server's findings as errors of the fields; unknown ones are kept apart.
 *
 * @param params From a refusal.
 */
export function findingsOf( params: Record< string, unknown > | undefined ): {
	fields: Findings;
	rest: string[];
} {
	const fields: Findings = {};
	const rest: string[] = [];
	for ( const [ key, message ] of Object.entries( params ?? {} ) ) {
		const field = key === 'status' ? 'stage' : key;
		if ( ( FIELD_KEYS as readonly string[] ).includes( field ) ) {
			fields[ field ] = String( message );
		} else {
			rest.push( String( message ) );
		}
	}
	return { fields, rest };
}

/**
 * Errors without those of the fields that a patch touches.
 *
 * @param errors The errors.
 * @param patch  What changed.
 */
export function withoutTouched( errors: Findings, patch: Patch ): Findings {
	return Object.fromEntries(
		Object.entries( errors ).filter( ( [ key ] ) => ! ( key in patch ) )
	);
}

/**
 * A new opportunity: in the first open stage of a pipeline.
 *
 * @param pipeline The pipeline.
 * @param stage    A stage of it, where one was chosen.
 * @param contact  Its contact, where it is known.
 */
export function blank(
	pipeline: Pipeline | undefined,
	stage?: number,
	contact?: number
): Editable {
	return {
		title: '',
		contact: contact ?? 0,
		pipeline: pipeline?.id ?? 0,
		stage: stage ?? pipeline?.stages[ 0 ]?.id ?? 0,
		value: '0',
		currency: pipeline?.currency ?? 'USD',
		expected_close: null,
		owner: null,
	};
}

/**
 * What is missing before it can be sent.
 *
 * @param item The form.
 */
export function missing( item: Editable ): Findings {
	const fields: Findings = {};
	if ( item.title.trim() === '' ) {
		fields.title = __( 'Give the opportunity a title.', 'steward' );
	}
	if ( ! item.contact ) {
		fields.contact = __( 'Choose a contact.', 'steward' );
	}
	if ( ! /^\s*\d{1,15}(\.\d{0,4})?\s*$/.test( item.value ) ) {
		fields.value = __(
			'Enter an amount such as 1234.50, without a currency sign.',
			'steward'
		);
	}
	return fields;
}

/**
 * What a field is called on screen.
 *
 * @param key The field.
 */
export function fieldLabel( key: FieldKey ): string {
	switch ( key ) {
		case 'title':
			return __( 'Title', 'steward' );
		case 'contact':
			return __( 'Contact', 'steward' );
		case 'pipeline':
			return __( 'Pipeline', 'steward' );
		case 'stage':
			return __( 'Stage', 'steward' );
		case 'value':
			return __( 'Value', 'steward' );
		case 'currency':
			return __( 'Currency', 'steward' );
		case 'expected_close':
			return __( 'Expected close', 'steward' );
		case 'owner':
			return __( 'Owner', 'steward' );
	}
}
