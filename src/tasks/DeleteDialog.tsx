import { useState, type ReactElement } from 'react';
import { __, _n, sprintf } from '@wordpress/i18n';

import { ConfirmDialog } from '../components/ConfirmDialog';
import type { Task } from '../entities';

/**
 * Asks before follow-ups are erased: there is no trash for them.
 *
 * @param props          Which.
 * @param props.tasks    The tasks.
 * @param props.onDelete Erases them.
 * @param props.onCancel Leaves them.
 */
export function DeleteDialog( {
	tasks,
	onDelete,
	onCancel,
}: {
	tasks: Task[];
	onDelete: () => Promise< unknown >;
	onCancel: () => void;
} ): ReactElement {
	const [ isBusy, setBusy ] = useState( false );
	const [ first ] = tasks;
	return (
		<ConfirmDialog
			title={
				tasks.length === 1 && first
					? sprintf(
							/* translators: %s: a follow-up's title. */
							__( 'Delete “%s”?', 'steward' ),
							first.title
						)
					: sprintf(
							/* translators: %d: how many follow-ups. */
							_n(
								'Delete %d follow-up?',
								'Delete %d follow-ups?',
								tasks.length,
								'steward'
							),
							tasks.length
						)
			}
			confirmLabel={ __( 'Delete', 'steward' ) }
			isDestructive
			isBusy={ isBusy }
			onConfirm={ () => {
				setBusy( true );
				void onDelete().finally( () => setBusy( false ) );
			} }
			onCancel={ onCancel }
		>
			{ __(
				'This can’t be undone. What is done rather than unwanted can be marked as done instead.',
				'steward'
			) }
		</ConfirmDialog>
	);
}
