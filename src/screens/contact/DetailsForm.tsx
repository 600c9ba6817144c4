import { useRef, type FormEvent, type ReactElement } from 'react';
import { Button, Notice } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';

import { errorText, type RestError } from '../../lib/errors';
import { Link } from '../../lib/router';
import { editedKeys } from './changes';
import { ContactFields } from './ContactFields';
import type { ContactForm } from './useContactForm';
import {
	reportValidity,
	useSaveShortcut,
	useServerErrors,
} from '../../lib/useFormEvents';

/** A refusal that belongs to the whole form; a duplicate leads to the contact that exists. */
export function FormRefusal( {
	refusal,
}: {
	refusal: RestError | null;
} ): ReactElement | null {
	if ( ! refusal ) {
		return null;
	}
	const existing = refusal.data.existing_id;
	return (
		<Notice
			status="error"
			isDismissible={ false }
			className="steward-form-refusal"
		>
			{ errorText( refusal ) }{ ' ' }
			{ typeof existing === 'number' && (
				<Link to={ { page: 'steward', contact: existing } }>
					{ __( 'Open the existing contact', 'steward' ) }
				</Link>
			) }
		</Notice>
	);
}

/** "2 unsaved changes". */
function unsavedText( count: number ): string {
	return count === 0
		? __( 'All changes are saved.', 'steward' )
		: sprintf(
				/* translators: %d: how many fields were changed. */
				_n(
					'%d unsaved change',
					'%d unsaved changes',
					count,
					'steward'
				),
				count
			);
}

/**
 * A contact's details, edited in place and saved on request.
 *
 * @param props      The unsaved work.
 * @param props.form From useContactForm.
 */
export function DetailsForm( { form }: { form: ContactForm } ): ReactElement {
	const element = useRef< HTMLFormElement >( null );
	useServerErrors( element, form.errors );
	function save(): void {
		if ( form.dirty && reportValidity( element.current ) ) {
			void form.save();
		}
	}
	useSaveShortcut( element, save );
	return (
		<form
			className="steward-details"
			ref={ element }
			noValidate
			onSubmit={ ( event: FormEvent ) => {
				event.preventDefault();
				save();
			} }
		>
			<FormRefusal refusal={ form.refusal } />
			<ContactFields
				item={ form.item }
				errors={ form.errors }
				onChange={ form.change }
			/>
			<div
				className={ `steward-savebar ${
					form.dirty ? 'is-dirty' : ''
				}` }
			>
				<span className="steward-savebar__text" role="status">
					{ unsavedText( editedKeys( form.edits ).length ) }
				</span>
				{ form.dirty && (
					<Button
						__next40pxDefaultSize
						variant="tertiary"
						disabled={ form.isSaving }
						onClick={ form.discard }
					>
						{ __( 'Discard', 'steward' ) }
					</Button>
				) }
				<Button
					__next40pxDefaultSize
					type="submit"
					variant="primary"
					isBusy={ form.isSaving }
					disabled={ ! form.dirty || form.isSaving }
					accessibleWhenDisabled
					aria-keyshortcuts="Control+S Meta+S"
				>
					{ __( 'Save', 'steward' ) }
				</Button>
			</div>
		</form>
	);
}
