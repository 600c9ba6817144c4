import { useState, type ReactElement } from 'react';
import { Button, ExternalLink } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { caution, inbox } from '@wordpress/icons';

import { EmptyState } from '../../components/EmptyState';
import { PageHeader } from '../../components/PageHeader';
import { Skeleton } from '../../components/Skeleton';
import type { FormConfig } from '../../entities';
import { dateTime, timeAgo } from '../../lib/dates';
import { errorText, type RestError } from '../../lib/errors';
import { Link } from '../../lib/router';
import { useLoaded } from '../../lib/useLoaded';
import { getForm } from './api';
import { FormSettings } from './FormSettings';

const BACK = () => ( { label: __( 'Forms', 'steward' ), to: {} } );

function Failure( {
	error,
	onRetry,
}: {
	error: RestError;
	onRetry: () => void;
} ): ReactElement {
	return error.status === 404 ? (
		<EmptyState
			icon={ inbox }
			title={ __( 'This form is not there', 'steward' ) }
		>
			{ __(
				'It may have been deleted, or its plugin switched off. Its submissions so far are kept.',
				'steward'
			) }
		</EmptyState>
	) : (
		<EmptyState
			tone="error"
			icon={ caution }
			title={ __( 'The form could not be loaded', 'steward' ) }
			actions={
				<Button
					__next40pxDefaultSize
					variant="secondary"
					onClick={ onRetry }
				>
					{ __( 'Retry', 'steward' ) }
				</Button>
			}
		>
			{ errorText( error ) }
		</EmptyState>
	);
}

function Subtitle( { form }: { form: FormConfig } ): ReactElement {
	const last = form.last_submission_gmt;
	return (
		<span className="steward-form__meta">
			<span>{ form.provider_name }</span>
			{ last ? (
				<Link
					to={ {
						tab: 'submissions',
						from: `${ form.provider }/${ form.form }`,
					} }
					title={ dateTime( last ) }
				>
					{ sprintf(
						/* translators: %s: such as "3 hours ago". */
						__( 'Last submission %s', 'steward' ),
						timeAgo( last )
					) }
				</Link>
			) : (
				<span>{ __( 'No submissions yet', 'steward' ) }</span>
			) }
			{ form.edit_url && (
				<ExternalLink href={ form.edit_url }>
					{ __( 'Edit the form', 'steward' ) }
				</ExternalLink>
			) }
		</span>
	);
}

export interface FormEditorProps {
	provider: string;
	form: string;
}

/** How one form makes contacts. */
export function FormEditor( {
	provider,
	form,
}: FormEditorProps ): ReactElement {
	const loaded = useLoaded( () => getForm( provider, form ) );
	// A discard or a save starts the fields afresh.
	const [ round, setRound ] = useState( 0 );
	const { data, error } = loaded;
	return (
		<>
			<PageHeader
				title={ data?.title || __( 'Form', 'steward' ) }
				subtitle={ data && <Subtitle form={ data } /> }
				back={ BACK() }
			/>
			<div className="steward-forms">
				{ data && (
					<FormSettings
						key={ round }
						form={ data }
						onSaved={ ( saved ) => {
							loaded.setData( saved );
							setRound( round + 1 );
						} }
					/>
				) }
				{ ! data && error && (
					<Failure error={ error } onRetry={ loaded.reload } />
				) }
				{ ! data && ! error && (
					<Skeleton
						variant="rows"
						count={ 6 }
						label={ __( 'Loading the form…', 'steward' ) }
					/>
				) }
			</div>
		</>
	);
}
