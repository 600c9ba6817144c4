import {
	useState,
	type FormEvent,
	type ReactElement,
	type ReactNode,
} from 'react';
import { Button, Modal, Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

import { asRestError, errorText } from '../../../lib/errors';

/** Field → what is wrong with it. */
export type FieldErrors = Record< string, string >;

export interface FormDialogProps {
	title: string;
	/** A verb: what the button does. */
	saveLabel: string;
	/** The fields, with what is wrong with them. */
	children: ( errors: FieldErrors ) => ReactNode;
	/** What is wrong before the server is asked. */
	check: () => FieldErrors;
	/** Saves; what it throws is shown, beside the fields it is about. */
	onSave: () => Promise< void >;
	onClose: () => void;
}

/**
 * A small form in a dialog, with errors beside its fields.
 *
 * @param props The form.
 */
export function FormDialog( props: FormDialogProps ): ReactElement {
	const { check, onSave, onClose } = props;
	const [ errors, setErrors ] = useState< FieldErrors >( {} );
	const [ problem, setProblem ] = useState( '' );
	const [ isBusy, setBusy ] = useState( false );

	async function submit( event: FormEvent ): Promise< void > {
		event.preventDefault();
		const wrong = check();
		setErrors( wrong );
		setProblem( '' );
		if ( Object.keys( wrong ).length > 0 ) {
			return;
		}
		setBusy( true );
		try {
			await onSave();
			onClose();
		} catch ( thrown ) {
			const { params } = asRestError( thrown );
			setErrors( params );
			setProblem(
				Object.keys( params ).length > 0 ? '' : errorText( thrown )
			);
			setBusy( false );
		}
	}

	return (
		<Modal
			title={ props.title }
			size="small"
			className="steward-dialog"
			focusOnMount="firstInputElement"
			onRequestClose={ () => ! isBusy && onClose() }
		>
			<form onSubmit={ ( event ) => void submit( event ) } noValidate>
				<div className="steward-dialog__body">
					{ problem && (
						<Notice status="error" isDismissible={ false }>
							{ problem }
						</Notice>
					) }
					{ props.children( errors ) }
				</div>
				<div className="steward-dialog__actions">
					<Button
						__next40pxDefaultSize
						variant="tertiary"
						disabled={ isBusy }
						onClick={ onClose }
					>
						{ __( 'Cancel', 'steward' ) }
					</Button>
					<Button
						__next40pxDefaultSize
						type="submit"
						variant="primary"
						isBusy={ isBusy }
						disabled={ isBusy }
						accessibleWhenDisabled
					>
						{ props.saveLabel }
					</Button>
				</div>
			</form>
		</Modal>
	);
}
