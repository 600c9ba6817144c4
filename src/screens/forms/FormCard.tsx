import { useState, type ReactElement } from 'react';
import { Icon, ToggleControl, VisuallyHidden } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import { caution } from '@wordpress/icons';

import type { FormConfig } from '../../entities';
import { dateTime, timeAgo } from '../../lib/dates';
import { asRestError, errorText } from '../../lib/errors';
import { useNotices } from '../../lib/notices';
import { Link, navigate } from '../../lib/router';
import { saveForm } from './api';
import { contactFieldLabel, ownerLabel } from './labels';

/** "Full name, E-mail and 2 more". */
function mappingText( form: FormConfig ): string {
	const keys = Object.keys( form.mapping ?? {} ).filter(
		( key ) => form.mapping[ key ]
	);
	if ( keys.length === 0 ) {
		return __( 'No fields matched yet', 'steward' );
	}
	const names = keys.slice( 0, 3 ).map( contactFieldLabel ).join( ', ' );
	return keys.length > 3
		? sprintf(
				/* translators: 1: names of fields, 2: how many more. */
				__( '%1$s and %2$d more', 'steward' ),
				names,
				keys.length - 3
			)
		: names;
}

/** How many of the matched fields the form has no more. */
function goneFields( form: FormConfig ): number {
	const there = new Set( form.fields.map( ( { name } ) => name ) );
	return Object.values( form.mapping ?? {} ).filter(
		( name ) => name && ! there.has( name )
	).length;
}

/** That the form was changed since its fields were matched. */
function Gone( { form }: { form: FormConfig } ): ReactElement | null {
	const gone = goneFields( form );
	return gone > 0 ? (
		<p className="steward-form__gone">
			<Icon icon={ caution } size={ 16 } />
			<span>
				{ sprintf(
					/* translators: %d: number of fields. */
					_n(
						'%d matched field is no longer in the form.',
						'%d matched fields are no longer in the form.',
						gone,
						'steward'
					),
					gone
				) }{ ' ' }
				<Link to={ { provider: form.provider, form: form.form } }>
					{ __( 'Match again', 'steward' ) }
				</Link>
			</span>
		</p>
	) : null;
}

function LastSubmission( { gmt }: { gmt: string | null } ): ReactElement {
	return gmt ? (
		<time dateTime={ gmt } title={ dateTime( gmt ) }>
			{ sprintf(
				/* translators: %s: such as "3 hours ago". */
				__( 'Last submission %s', 'steward' ),
				timeAgo( gmt )
			) }
		</time>
	) : (
		<span>{ __( 'No submissions yet', 'steward' ) }</span>
	);
}

/** "“Contact” now creates contacts." */
function doneText( title: string, enabled: boolean ): string {
	if ( enabled ) {
		/* translators: %s: a form's title. */
		return sprintf( __( '“%s” now creates contacts.', 'steward' ), title );
	}
	return sprintf(
		/* translators: %s: a form's title. */
		__( '“%s” no longer creates contacts.', 'steward' ),
		title
	);
}

export interface FormCardProps {
	form: FormConfig;
	onChange: ( form: FormConfig ) => void;
}

/**
 * One form: what it's called, where its contacts go, and its switch.
 *
 * @param props          The form and who hears of changes.
 * @param props.form     The form.
 * @param props.onChange Told the form as the server has it after a change.
 */
export function FormCard( { form, onChange }: FormCardProps ): ReactElement {
	const notices = useNotices();
	const [ isSaving, setSaving ] = useState( false );
	const link = { provider: form.provider, form: form.form };
	const title = form.title || form.form;
	const id = `form-${ form.provider }-${ form.form }`;

	async function toggle( enabled: boolean ): Promise< void > {
		setSaving( true );
		onChange( { ...form, enabled } );
		try {
			onChange( await saveForm( form, { enabled } ) );
			notices.success( doneText( title, enabled ), { id } );
		} catch ( thrown ) {
			onChange( form );
			const { params } = asRestError( thrown );
			// What is missing is said on the form's own page, where it can be put right.
			notices.error(
				Object.values( params ).join( ' ' ) || errorText( thrown ),
				{
					id,
					actions: [
						{
							label: __( 'Open form', 'steward' ),
							onClick: () => navigate( link ),
						},
					],
				}
			);
		} finally {
			setSaving( false );
		}
	}

	return (
		<li className={ `steward-form${ form.enabled ? ' is-on' : '' }` }>
			<div className="steward-form__main">
				<h2 className="steward-form__title">
					<Link to={ link }>{ title }</Link>
				</h2>
				<p className="steward-form__meta">
					<span>{ form.provider_name }</span>
					<LastSubmission gmt={ form.last_submission_gmt } />
				</p>
			</div>
			<dl className="steward-form__facts">
				<div>
					<dt>{ __( 'Keeps', 'steward' ) }</dt>
					<dd>
						{ mappingText( form ) }
						<Gone form={ form } />
					</dd>
				</div>
				<div>
					<dt>{ __( 'Owner', 'steward' ) }</dt>
					<dd>{ ownerLabel( form.owner.mode ) }</dd>
				</div>
			</dl>
			<ToggleControl
				__nextHasNoMarginBottom
				className="steward-form__switch"
				checked={ form.enabled }
				disabled={ isSaving }
				label={
					<>
						<span aria-hidden>
							{ form.enabled
								? __( 'On', 'steward' )
								: __( 'Off', 'steward' ) }
						</span>
						<VisuallyHidden>
							{ sprintf(
								/* translators: %s: a form's title. */
								__( 'Create contacts from %s', 'steward' ),
								title
							) }
						</VisuallyHidden>
					</>
				}
				onChange={ ( enabled ) => void toggle( enabled ) }
			/>
		</li>
	);
}
