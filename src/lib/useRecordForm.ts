/**
 * Unsaved work on a record: what was changed, what is wrong with it, and saving it without losing anybody's changes.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { __ } from '@wordpress/i18n';

import type { Comparison } from '../components/ConflictDialog';
import { asRestError, type RestError } from './errors';
import { useNotices } from './notices';

interface Versioned {
	id: number;
	version: number;
	can?: { update: boolean };
}

/** Edits hold only what differs from the record they began with. */
type EditsOf< K extends string > = Partial< Record< K, unknown > >;

export type Findings = Partial< Record< string, string > >;

/** How a kind of record is edited. Keep the same object. */
export interface FormRules<
	T extends Versioned,
	K extends string,
	E extends EditsOf< K >,
> {
	/** Lays edits of `base` beside a newer version of it. */
	compare: ( base: T, edits: E, newer: T ) => Comparison< K >;
	/** Moves edits on top of a newer version, with some fields left as they are there. */
	rebase: ( edits: E, newer: T, takeTheirs?: readonly K[] ) => E;
	apply: ( base: T, edits: E ) => T;
	/** Takes in what DataForm hands over. */
	merge: ( base: T, edits: E, patch: Record< string, unknown > ) => E;
	payload: ( edits: E ) => Record< string, unknown >;
	/** The server's findings, by field; `rest` belongs to none. */
	findings: ( params: Record< string, unknown > | undefined ) => {
		fields: Findings;
		rest: string[];
	};
	withoutTouched: (
		errors: Findings,
		patch: Record< string, unknown >
	) => Findings;
	update: ( id: number, changes: Partial< T > ) => Promise< T >;
	receive: ( records: T[] ) => void;
	/** Refusals to show for the whole form too, by code. */
	alsoRefused?: string[];
}

interface Draft< T, E > {
	base: T;
	edits: E;
}

export interface RecordForm< T, K extends string, E > {
	/** The record with the unsaved changes. */
	item: T;
	base: T;
	edits: E;
	dirty: boolean;
	isSaving: boolean;
	/** What the server found wrong, by field; an entry goes when its field is changed. */
	errors: Findings;
	/** A refusal that belongs to no field. */
	refusal: RestError | null;
	/** The newer version that a save met. */
	newer: T | null;
	change: ( patch: Record< string, unknown > ) => void;
	discard: () => void;
	/** Resolves to whether it is saved. */
	save: () => Promise< boolean >;
	/** Goes on after a conflict: my changes on top of the newer version, but for the fields to take from there. */
	resolve: ( takeTheirs: K[] ) => Promise< boolean >;
	/** Goes back to editing; the next save meets the same conflict. */
	postpone: () => void;
}

const isDirty = ( edits: object ): boolean => Object.keys( edits ).length > 0;

/**
 * What remains unsaved after a save: only what was typed while it was under way.
 * @param now
 * @param sent
 */
function typedMeanwhile< E extends object >( now: E, sent: E ): E {
	return Object.fromEntries(
		Object.entries( now ).filter(
			( [ key, value ] ) => sent[ key as keyof E ] !== value
		)
	) as E;
}

/**
 * Keeps the unsaved changes of one record.
 *
 * @param record The record as core-data has it; changes from elsewhere that don't touch the edited fields move in by themselves.
 * @param rules  How it is edited.
 */
export function useRecordForm<
	T extends Versioned,
	K extends string,
	E extends EditsOf< K >,
>( record: T, rules: FormRules< T, K, E > ): RecordForm< T, K, E > {
	const [ draft, setDraft ] = useState< Draft< T, E > >( {
		base: record,
		edits: {} as E,
	} );
	const [ isSaving, setSaving ] = useState( false );
	const [ errors, setErrors ] = useState< Findings >( {} );
	const [ refusal, setRefusal ] = useState< RestError | null >( null );
	const [ newer, setNewer ] = useState< T | null >( null );
	const latest = useRef( draft );
	latest.current = draft;
	/** The base stays as it was while the two versions are laid beside each other. */
	const isComparing = useRef( false );
	const notices = useNotices();

	useEffect( () => {
		setDraft( ( { base, edits } ) =>
			isComparing.current ||
			record.version < base.version ||
			rules.compare( base, edits, record ).both.length > 0
				? { base, edits }
				: { base: record, edits: rules.rebase( edits, record ) }
		);
	}, [ record, rules ] );

	// What was refused may be tried again: it was claimed, or restored.
	const mayUpdate = record.can?.update;
	useEffect( () => {
		if ( mayUpdate ) {
			setRefusal( null );
		}
	}, [ mayUpdate ] );

	const change = useCallback(
		( patch: Record< string, unknown > ) => {
			setDraft( ( { base, edits } ) => ( {
				base,
				edits: rules.merge( base, edits, patch ),
			} ) );
			setErrors( ( before ) => rules.withoutTouched( before, patch ) );
		},
		[ rules ]
	);

	const discard = useCallback( () => {
		setDraft( { base: record, edits: {} as E } );
		setErrors( {} );
		setRefusal( null );
	}, [ record ] );

	const send = useCallback(
		async ( { base, edits }: Draft< T, E > ): Promise< boolean > => {
			setSaving( true );
			setErrors( {} );
			setRefusal( null );
			try {
				const saved = await rules.update( base.id, {
					...rules.payload( edits ),
					version: base.version,
				} as unknown as Partial< T > );
				setDraft( ( now ) => ( {
					base: saved,
					edits: typedMeanwhile( now.edits, edits ),
				} ) );
				notices.success( __( 'Changes saved.', 'steward' ), {
					id: 'steward-saved',
				} );
				return true;
			} catch ( thrown ) {
				const error = asRestError( thrown );
				const current = error.data.current as T | undefined;
				if ( error.code === 'steward_version_conflict' && current ) {
					isComparing.current = true;
					setNewer( current );
					rules.receive( [ current ] );
				} else {
					const { fields, rest } = rules.findings( error.params );
					setErrors( fields );
					if (
						Object.keys( fields ).length === 0 ||
						rest.length > 0 ||
						rules.alsoRefused?.includes( error.code )
					) {
						setRefusal( error );
					}
				}
				return false;
			} finally {
				setSaving( false );
			}
		},
		[ notices, rules ]
	);

	const save = useCallback( async () => {
		if ( isSaving || ! isDirty( latest.current.edits ) ) {
			return false;
		}
		return send( latest.current );
	}, [ isSaving, send ] );

	const resolve = useCallback(
		async ( takeTheirs: K[] ) => {
			if ( ! newer ) {
				return false;
			}
			const next = {
				base: newer,
				edits: rules.rebase( latest.current.edits, newer, takeTheirs ),
			};
			setDraft( next );
			isComparing.current = false;
			setNewer( null );
			if ( isDirty( next.edits ) ) {
				return send( next );
			}
			notices.success( __( 'The newer version is kept.', 'steward' ), {
				id: 'steward-saved',
			} );
			return true;
		},
		[ newer, notices, rules, send ]
	);

	return useMemo(
		() => ( {
			...draft,
			item: rules.apply( draft.base, draft.edits ),
			dirty: isDirty( draft.edits ),
			isSaving,
			errors,
			refusal,
			newer,
			change,
			discard,
			save,
			resolve,
			postpone: () => {
				isComparing.current = false;
				setNewer( null );
			},
		} ),
		[
			draft,
			rules,
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
