import type { ReactElement, ReactNode } from 'react';
import { Modal } from '@wordpress/components';

import { DialogActions } from './DialogActions';

export interface ConfirmDialogProps {
	/** The question. */
	title: string;
	/** What follows from it. */
	children?: ReactNode;
	/** A verb: what the button does. */
	confirmLabel: string;
	cancelLabel?: string;
	isDestructive?: boolean;
	/** While the answer is being carried out. */
	isBusy?: boolean;
	/** While what the answer depends on isn't known. */
	isDisabled?: boolean;
	onConfirm: () => void;
	onCancel: () => void;
}

/**
 * Asks before something that is hard to take back.
 *
 * @param props The question and its two answers.
 */
export function ConfirmDialog( props: ConfirmDialogProps ): ReactElement {
	const { title, children, confirmLabel, isBusy } = props;
	return (
		<Modal
			title={ title }
			size="small"
			className="steward-dialog"
			onRequestClose={ () => ! isBusy && props.onCancel() }
		>
			<div className="steward-dialog__body">{ children }</div>
			<DialogActions
				label={ confirmLabel }
				cancelLabel={ props.cancelLabel }
				isDestructive={ props.isDestructive }
				isBusy={ isBusy }
				isDisabled={ props.isDisabled }
				onConfirm={ props.onConfirm }
				onCancel={ props.onCancel }
			/>
		</Modal>
	);
}
