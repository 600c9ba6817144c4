import type { ReactElement, ReactNode } from 'react';
import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { caution, lock, search } from '@wordpress/icons';

import { errorText, type RestError } from '../lib/errors';
import { EmptyState } from './EmptyState';
import { RefusalNote } from './RefusalNote';

export interface UnavailableProps {
	error: RestError;
	/** "You can’t see these contacts". */
	refused: string;
	/** "The contacts couldn’t be loaded". */
	failed: string;
	/** "There is no such opportunity", and why that may be; of one alone. */
	missing?: { title: string; text: string };
	/** What one can do where it is refused. */
	actions?: ReactNode;
	/** Whether trying again is the only thing to do. */
	isAlone?: boolean;
	onRetry: () => void;
}

/**
 * In place of what isn't there, may not be seen, or couldn't be read.
 *
 * @param props What happened, and how it is called.
 */
export function Unavailable( props: UnavailableProps ): ReactElement {
	const { error, missing } = props;
	if ( missing && error.status === 404 ) {
		return (
			<EmptyState icon={ search } title={ missing.title }>
				{ missing.text }
			</EmptyState>
		);
	}
	if ( error.status === 401 || error.status === 403 ) {
		return (
			<EmptyState
				icon={ lock }
				title={ props.refused }
				actions={ props.actions }
			>
				<RefusalNote
					reason={ error.reason }
					message={ error.message }
					remedy={ error.remedy }
				/>
			</EmptyState>
		);
	}
	return (
		<EmptyState
			tone="error"
			icon={ caution }
			title={ props.failed }
			actions={
				<Button
					__next40pxDefaultSize
					variant={ props.isAlone ? 'primary' : 'secondary' }
					onClick={ props.onRetry }
				>
					{ __( 'Try again', 'steward' ) }
				</Button>
			}
		>
			{ errorText( error ) }
		</EmptyState>
	);
}
