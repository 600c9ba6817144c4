import type { ReactElement, ReactNode } from 'react';
import { Button, Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

import { Skeleton } from '../../components/Skeleton';
import type { Submission } from '../../entities';
import { dateTime } from '../../lib/dates';
import { errorText } from '../../lib/errors';
import { useLoaded } from '../../lib/useLoaded';
import { getSubmission } from './api';
import type { FieldValue } from '../contact/changes';
import { fieldText } from '../contact/labels';
import { resultLabel, sentLabel } from './labels';

/** A sent value as text: lists with commas, the rest as it came. */
function valueText( key: string, value: unknown ): string {
	return Array.isArray( value )
		? value.map( ( one ) => valueText( key, one ) ).join( ', ' )
		: fieldText( key, value as FieldValue );
}

/** What was sent, a row each, with the fields of groups (the address, custom fields) as rows of their own. */
function rowsOf(
	fields: Record< string, unknown >,
	group = ''
): { key: string; text: string }[] {
	return Object.entries( fields ).flatMap( ( [ name, value ] ) => {
		const key = group + name;
		return typeof value === 'object' &&
			value !== null &&
			! Array.isArray( value )
			? rowsOf( value as Record< string, unknown >, `${ key }.` )
			: [ { key, text: valueText( key, value ) } ];
	} );
}

function Fields( { id }: { id: number } ): ReactElement {
	const { data, error, reload } = useLoaded( () => getSubmission( id ) );
	if ( error ) {
		return (
			<Notice status="error" isDismissible={ false }>
				<p>{ errorText( error ) }</p>
				<Button variant="secondary" onClick={ reload }>
					{ __( 'Retry', 'steward' ) }
				</Button>
			</Notice>
		);
	}
	if ( ! data ) {
		return <Skeleton count={ 4 } />;
	}
	if ( data.fields === null ) {
		return (
			<p>
				{ __(
					'You may not view the contact, so what was sent isn’t shown.',
					'steward'
				) }
			</p>
		);
	}
	const sent = rowsOf( data.fields );
	return sent.length === 0 ? (
		<p>{ __( 'Nothing that is kept was sent.', 'steward' ) }</p>
	) : (
		<dl className="steward-sent">
			{ sent.map( ( { key, text } ) => (
				<div key={ key }>
					<dt>{ sentLabel( key ) }</dt>
					<dd>{ text || '—' }</dd>
				</div>
			) ) }
		</dl>
	);
}

/**
 * What a submission brought and what became of it; inside of a dialog.
 *
 * @param props         The submission.
 * @param props.item    The submission.
 * @param props.form    The form's title.
 * @param props.contact The contact that came of it, to open.
 */
export function SubmissionDetails( {
	item,
	form,
	contact,
}: {
	item: Submission;
	form: string;
	contact: ReactNode;
} ): ReactElement {
	return (
		<div className="steward-submission-details">
			<p>
				<strong>{ resultLabel( item.result ) }</strong>
				{ ' · ' }
				<time dateTime={ item.created_gmt }>
					{ dateTime( item.created_gmt ) }
				</time>
			</p>
			<dl className="steward-sent">
				<div>
					<dt>{ __( 'Form', 'steward' ) }</dt>
					<dd>{ form }</dd>
				</div>
				<div>
					<dt>{ __( 'Contact', 'steward' ) }</dt>
					<dd>{ contact }</dd>
				</div>
				{ item.message && (
					<div>
						<dt>{ __( 'Notes', 'steward' ) }</dt>
						<dd>{ item.message }</dd>
					</div>
				) }
			</dl>
			<h2>{ __( 'What was sent', 'steward' ) }</h2>
			<Fields id={ item.id } />
		</div>
	);
}
