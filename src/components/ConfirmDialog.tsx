import type { ReactElement, ReactNode } from 'react';
import { Button, Modal } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

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
	const { title, children, confirmLabel, cancelLabel, isBusy } = props;
	return (
		<Modal
			title={ title }
			size="small"
			className="steward-dialog"
			onRequestClose={ () => ! isBusy && props.onCancel() }
		>
			<div className="steward-dialog__body">{ children }</div>
			<div className="steward-dialog__actions">
				<Button
					__next40pxDefaultSize
					variant="tertiary"
					disabled={ isBusy }
					onClick={ props.onCancel }
				>
					{ cancelLabel ?? __( 'Cancel', 'steward' ) }
				</Button>
				<Button
					__next40pxDefaultSize
					variant="primary"
					isDestructive={ props.isDestructive }
					isBusy={ isBusy }
					disabled={ isBusy || props.isDisabled }
					accessibleWhenDisabled
					onClick={ props.onConfirm }
				>
					{ confirmLabel }
				</Button>
			</div>
		</Modal>
	);
}
