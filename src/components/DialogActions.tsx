import type { ReactElement } from 'react';
import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

export interface DialogActionsProps {
	/** A verb: what the button does. */
	label: string;
	cancelLabel?: string;
	isDestructive?: boolean;
	/** While it is being done. */
	isBusy?: boolean;
	isDisabled?: boolean;
	onCancel: () => void;
	/** Left out, the button submits the form that it is in. */
	onConfirm?: () => void;
}

/**
 * The two buttons that end a dialog.
 *
 * @param props What they do.
 */
export function DialogActions( props: DialogActionsProps ): ReactElement {
	const { label, cancelLabel, isDestructive, isBusy, onConfirm } = props;
	return (
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
				type={ onConfirm ? 'button' : 'submit' }
				variant="primary"
				isDestructive={ isDestructive }
				isBusy={ isBusy }
				disabled={ isBusy || props.isDisabled }
				accessibleWhenDisabled
				onClick={ onConfirm }
			>
				{ label }
			</Button>
		</div>
	);
}
