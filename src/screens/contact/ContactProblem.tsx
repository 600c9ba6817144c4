import type { ReactElement } from 'react';
import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { caution, lock, search } from '@wordpress/icons';

import { EmptyState } from '../../components/EmptyState';
import { PageHeader } from '../../components/PageHeader';
import type { RestError } from '../../lib/errors';
import { errorText } from '../../lib/errors';
import { reasonText } from '../../lib/reasons';
import { Link, listParams } from '../../lib/router';

function BackToList(): ReactElement {
	return (
		<Link
			className="components-button is-secondary is-next-40px-default-size"
			to={ listParams() }
		>
			{ __( 'Back to contacts', 'steward' ) }
		</Link>
	);
}

function Problem( props: {
	error: RestError;
	onRetry: () => void;
} ): ReactElement {
	const { error, onRetry } = props;
	if ( error.status === 404 ) {
		return (
			<EmptyState
				icon={ search }
				title={ __( 'There is no such contact', 'steward' ) }
				actions={ <BackToList /> }
			>
				{ __(
					'It may have been erased, or the link is wrong.',
					'steward'
				) }
			</EmptyState>
		);
	}
	if ( error.status === 403 || error.status === 401 ) {
		return (
			<EmptyState
				icon={ lock }
				title={ __( 'You can’t see this contact', 'steward' ) }
				actions={ <BackToList /> }
			>
				<p>{ error.message || reasonText( error.reason ) }</p>
				{ error.remedy && <p>{ error.remedy }</p> }
			</EmptyState>
		);
	}
	return (
		<EmptyState
			icon={ caution }
			tone="error"
			title={ __( 'This contact couldn’t be loaded', 'steward' ) }
			actions={
				<Button
					__next40pxDefaultSize
					variant="primary"
					onClick={ onRetry }
				>
					{ __( 'Try again', 'steward' ) }
				</Button>
			}
		>
			{ errorText( error ) }
		</EmptyState>
	);
}

/**
 * The page of a contact that can't be shown: not there, not for the reader, or not reached.
 *
 * @param props         Why.
 * @param props.error   The server's answer.
 * @param props.onRetry Asks again.
 */
export function ContactProblem( props: {
	error: RestError;
	onRetry: () => void;
} ): ReactElement {
	return (
		<>
			<PageHeader
				back={ {
					label: __( 'Contacts', 'steward' ),
					to: listParams(),
				} }
				title={ __( 'Contact', 'steward' ) }
			/>
			<Problem { ...props } />
		</>
	);
}
