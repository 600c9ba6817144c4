import type { ReactElement } from 'react';
import { Button, Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

export interface LoadErrorProps {
	message: string;
	onRetry: () => void;
}

/**
 * A part of the page that couldn't be read, with another try.
 *
 * @param props         What happened.
 * @param props.message In words.
 * @param props.onRetry Tries again.
 */
export function LoadError( {
	message,
	onRetry,
}: LoadErrorProps ): ReactElement {
	return (
		<Notice status="error" isDismissible={ false }>
			<div className="steward-load-error">
				<span>{ message }</span>
				<Button variant="link" onClick={ onRetry }>
					{ __( 'Try again', 'steward' ) }
				</Button>
			</div>
		</Notice>
	);
}
