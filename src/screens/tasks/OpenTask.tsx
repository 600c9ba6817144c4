import type { ReactElement } from 'react';
import { Modal } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

import { Unavailable } from '../../components/Unavailable';
import { TASK, type Task } from '../../entities';
import type { RestError } from '../../lib/errors';
import { useRecord } from '../../lib/useRecord';
import { TaskDialog } from '../../tasks/TaskDialog';

function Problem( {
	error,
	onRetry,
}: {
	error: RestError;
	onRetry: () => void;
} ): ReactElement {
	return (
		<Unavailable
			error={ error }
			refused={ __( 'You can’t see this follow-up', 'steward' ) }
			failed={ __( 'This follow-up couldn’t be loaded', 'steward' ) }
			missing={ {
				title: __( 'There is no such follow-up', 'steward' ),
				text: __(
					'It may have been deleted, or the link is wrong.',
					'steward'
				),
			} }
			isAlone
			onRetry={ onRetry }
		/>
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
