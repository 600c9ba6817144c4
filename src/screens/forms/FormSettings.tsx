import { useRef, useState, type ReactElement } from 'react';
import { Notice, TextControl, ToggleControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import { Panel } from '../../components/Panel';
import { SaveBar } from '../../components/SaveBar';
import type { FormConfig } from '../../entities';
import { asRestError, errorText } from '../../lib/errors';
import { useNotices } from '../../lib/notices';
import { saveForm } from './api';
import { FieldNote } from '../../components/FieldNote';
import { problemText } from './labels';
import {
	changesOf,
	draftOf,
	isDirty,
	placeErrors,
	problemsOf,
	suggestedDraft,
	type Draft,
} from './mapping';
import { MappingFields } from './MappingFields';
import { OwnerFields } from './OwnerFields';
import { TagsField } from './TagsField';

const MAX_SOURCE = 50;

/** What hinders saving, in words. */
function wordsOf( draft: Draft ): Record< string, string > {
	return Object.fromEntries(
		Object.entries( problemsOf( draft ) ).map( ( [ key, problem ] ) => [
			key,
			problemText( problem ),
		] )
	);
}

export interface FormSettingsProps {
	form: FormConfig;
	/** Told the form as the server has it after saving. */
	onSaved: ( form: FormConfig ) => void;
}

/** The settings of one form, edited and saved together. */
export function FormSettings( {
	form,
	onSaved,
}: FormSettingsProps ): ReactElement {
	const notices = useNotices();
	const [ draft, setDraft ] = useState( () => draftOf( form ) );
	const [ errors, setErrors ] = useState< Record< string, string > >( {} );
	const [ isSaving, setSaving ] = useState( false );
	const root = useRef< HTMLDivElement >( null );

	/** Takes an edit; what was wrong there may be right now. */
	function edit( changes: Partial< Draft >, ...cleared: string[] ): void {
		setDraft( ( last ) => ( { ...last, ...changes } ) );
		setErrors( ( last ) =>
			Object.fromEntries(
				Object.entries( last ).filter(
					( [ key ] ) => key !== '' && ! cleared.includes( key )
				)
			)
		);
	}

	function fail( found: Record< string, string > ): void {
		setErrors( found );
		// After the messages are there: to the first field that has one.
		requestAnimationFrame( () => {
			const field = root.current?.querySelector< HTMLElement >(
				'.has-error :is(input, select, textarea, button), .has-error[tabindex]'
			);
			field?.focus();
			// With its message, which the save bar may hide.
			field
				?.closest( '.has-error' )
				?.scrollIntoView( { block: 'center' } );
		} );
	}

	async function save(): Promise< void > {
		const problems = wordsOf( draft );
		if ( Object.keys( problems ).length > 0 ) {
			fail( problems );
			return;
		}
		setSaving( true );
		setErrors( {} );
		try {
			const saved = await saveForm( form, changesOf( form, draft ) );
			notices.success(
				sprintf(
					/* translators: %s: a form's title. */
					__( 'Changes to “%s” saved.', 'steward' ),
					saved.title || saved.form
				)
			);
			onSaved( saved );
		} catch ( thrown ) {
			setSaving( false );
			const error = asRestError( thrown );
			const placed = placeErrors( error.params, draft );
			fail(
				Object.keys( placed ).length > 0
					? placed
					: { '': errorText( error ) }
			);
		}
	}

	return (
		<div className="steward-form-settings" ref={ root }>
			{ errors[ '' ] && (
				<div className="has-error" tabIndex={ -1 }>
					<Notice status="error" isDismissible={ false }>
						{ errors[ '' ] }
					</Notice>
				</div>
			) }
			<Panel>
				<ToggleControl
					__nextHasNoMarginBottom
					label={ __( 'Create contacts from this form', 'steward' ) }
					help={ __(
						'Somebody who writes again, with an e-mail that is known, is added to that contact, whose owner stays.',
						'steward'
					) }
					checked={ draft.enabled }
					onChange={ ( enabled ) => edit( { enabled }, 'enabled' ) }
				/>
				<FieldNote message={ errors.enabled } />
			</Panel>
			<MappingFields
				fields={ form.fields ?? [] }
				suggested={ suggestedDraft( form, draft ) }
				draft={ draft }
				errors={ errors }
				onChange={ edit }
			/>
			<OwnerFields draft={ draft } errors={ errors } onChange={ edit } />
			<Panel
				title={ __( 'Tags and source', 'steward' ) }
				text={ __(
					'Tags are put on each contact that it makes or adds to, so that your team sees where it came from.',
					'steward'
				) }
			>
				<div className={ errors.tags ? 'has-error' : undefined }>
					<TagsField
						value={ draft.tags }
						onChange={ ( tags ) => edit( { tags }, 'tags' ) }
					/>
					<FieldNote message={ errors.tags } />
				</div>
				<div className={ errors.source ? 'has-error' : undefined }>
					<TextControl
						__next40pxDefaultSize
						__nextHasNoMarginBottom
						label={ __( 'Source', 'steward' ) }
						value={ draft.source }
						maxLength={ MAX_SOURCE }
						onChange={ ( source ) => edit( { source }, 'source' ) }
					/>
					<FieldNote message={ errors.source } />
				</div>
			</Panel>
			<SaveBar
				isDirty={ isDirty( form, draft ) }
				isSaving={ isSaving }
				onSave={ () => void save() }
				onDiscard={ () => {
					setDraft( draftOf( form ) );
					setErrors( {} );
				} }
			/>
		</div>
	);
}
