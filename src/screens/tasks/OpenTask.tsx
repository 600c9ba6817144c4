import type { ReactElement } from 'react';
import { Button, Modal } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { caution, lock, search } from '@wordpress/icons';

import { EmptyState } from '../../components/EmptyState';
import { RefusalNote } from '../../components/RefusalNote';
import { TASK, type Task } from '../../entities';
import { errorText, type RestError } from '../../lib/errors';
import { useRecord } from '../../lib/useRecord';
import { TaskDialog } from '../../tasks/TaskDialog';

function Problem( {
	error,
	onRetry,
}: {
	error: RestError;
	onRetry: () => void;
} ): ReactElement {
	if ( error.status === 404 ) {
		return (
			<EmptyState
				icon={ search }
				title={ __( 'There is no such follow-up', 'steward' ) }
			>
				{ __(
					'It may have been deleted, or the link is wrong.',
					'steward'
				) }
			</EmptyState>
		);
	}
	if ( error.status === 403 ) {
		return (
			<EmptyState
				icon={ lock }
				title={ __( 'You can’t see this follow-up', 'steward' ) }
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
			title={ __( 'This follow-up couldn’t be loaded', 'steward' ) }
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
 * The follow-up of the address, in its dialog.
 *
 * @param props         Which.
 * @param props.id      The task.
 * @param props.onClose When it is over.
 */
export function OpenTask( {
	id,
	onClose,
}: {
	id: number;
	onClose: () => void;
} ): ReactElement | null {
	const { record, error, reload } = useRecord< Task >( TASK, id );
	if ( record ) {
		return <TaskDialog task={ record } onClose={ onClose } />;
	}
	return error ? (
		<Modal
			title={ __( 'Follow-up', 'steward' ) }
			className="steward-dialog"
			onRequestClose={ onClose }
		>
			<Problem error={ error } onRetry={ reload } />
		</Modal>
	) : null;
}
