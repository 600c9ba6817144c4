/**
 * What the Forms screen calls things.
 */
import { __, sprintf } from '@wordpress/i18n';

import type { FormOwner, Submission } from '../../entities';
import { fieldLabel } from '../contact/labels';
import type { Problem } from './mapping';

/**
 * A contact field on this screen.
 *
 * @param key Its REST name; `custom.…` for a further one.
 */
export function contactFieldLabel( key: string ): string {
	return key === 'name' ? __( 'Full name', 'steward' ) : fieldLabel( key );
}

/**
 * A field as somebody sent it. A custom one has only its name: its words are shown as words.
 *
 * @param key Its REST name; `custom.…` for a further one.
 */
export function sentLabel( key: string ): string {
	const label = contactFieldLabel( key );
	const isName = label === key || key.startsWith( 'custom.' );
	const text = isName ? label.replace( /[_-]+/g, ' ' ).trim() : label;
	return text.charAt( 0 ).toUpperCase() + text.slice( 1 );
}

/**
 * Who owns what a form makes, in a word or two.
 *
 * @param mode The form's setting.
 */
export function ownerLabel( mode: FormOwner[ 'mode' ] ): string {
	switch ( mode ) {
		case 'user':
			return __( 'A chosen member', 'steward' );
		case 'submitter':
			return __( 'The signed-in submitter', 'steward' );
		case 'rules':
			return __( 'By assignment rules', 'steward' );
		default:
			return __( 'Unassigned', 'steward' );
	}
}

/**
 * What is missing at a field.
 *
 * @param problem Its kind.
 */
export function problemText( problem: Problem ): string {
	switch ( problem ) {
		case 'member':
			return __( 'Choose who owns the new contacts.', 'steward' );
		case 'name':
			return __( 'Give the custom field a name.', 'steward' );
		case 'name_form':
			return __(
				'Use letters, digits, _, . and - only, at most 60 of them.',
				'steward'
			);
		case 'name_twice':
			return __( 'Another custom field has this name.', 'steward' );
		case 'field':
			return __( 'Choose a field of the form.', 'steward' );
	}
}

/**
 * What became of a submission.
 *
 * @param result The server's word for it.
 */
export function resultLabel( result: Submission[ 'result' ] ): string {
	switch ( result ) {
		case 'created':
			return __( 'New contact', 'steward' );
		case 'enriched':
			return __( 'Added to contact', 'steward' );
		case 'repeated':
			return __( 'Repeated', 'steward' );
		case 'spam':
			return __( 'Spam', 'steward' );
		case 'failed':
			return __( 'Failed', 'steward' );
		default:
			return result;
	}
}

/**
 * A form's field in a list of choices.
 *
 * @param field       The form's field.
 * @param field.name  Its name there.
 * @param field.label Its label there; may be the name again.
 */
export function formFieldLabel( field: {
	name: string;
	label: string;
} ): string {
	return field.label && field.label !== field.name
		? sprintf(
				/* translators: 1: a form field's label, 2: its name. */
				__( '%1$s (%2$s)', 'steward' ),
				field.label,
				field.name
			)
		: field.name;
}
