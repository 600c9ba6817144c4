import type { ReactElement } from 'react';
import { Button, Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

import { Skeleton } from '../../components/Skeleton';
import type { Submission } from '../../entities';
import { dateTime } from '../../lib/dates';
import { errorText } from '../../lib/errors';
import { useLoaded } from '../../lib/useLoaded';
import { getSubmission } from './api';
import { resultLabel } from './labels';

/** A sent value as text: lists with commas, the rest as it came. */
function valueText( value: unknown ): string {
	if ( Array.isArray( value ) ) {
		return value.map( valueText ).join( ', ' );
	}
	if ( typeof value === 'object' && value !== null ) {
		return JSON.stringify( value );
	}
	return value === null || value === undefined ? '' : String( value );
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
	const sent = Object.entries( data.fields );
	return sent.length === 0 ? (
		<p>{ __( 'Nothing that is kept was sent.', 'steward' ) }</p>
	) : (
		<dl className="steward-sent">
			{ sent.map( ( [ name, value ] ) => (
				<div key={ name }>
					<dt>{ name }</dt>
					<dd>{ valueText( value ) || '—' }</dd>
				</div>
			) ) }
		</dl>
	);
}

/** What a submission brought and what became of it; inside of a dialog. */
export function SubmissionDetails( {
	item,
}: {
	item: Submission;
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
			{ item.message && <p>{ item.message }</p> }
			<h2>{ __( 'What was sent', 'steward' ) }</h2>
			<Fields id={ item.id } />
		</div>
	);
}
