import {
	useEffect,
	useRef,
	useState,
	type ComponentProps,
	type FormEvent,
	type ReactElement,
	type ReactNode,
} from 'react';
import { Modal, Notice } from '@wordpress/components';

import { asRestError, detailText } from '../lib/errors';
import { closesByEscape } from '../lib/escape';
import { DialogActions } from './DialogActions';

/** Field → what is wrong with it. */
export type FieldErrors = Record< string, string >;

export interface FormDialogProps {
	title: string;
	/** A verb: what the button does. */
	saveLabel: string;
	size?: ComponentProps< typeof Modal >[ 'size' ];
	className?: string;
	/** The fields as the server calls them; what it says of anything else stands above them. */
	names: string[];
	/** The fields, with what is wrong with them; one that is wrong is in an element with the class `has-error`. */
	children: ( errors: FieldErrors ) => ReactNode;
	/** What is wrong before the server is asked. */
	check?: () => FieldErrors;
	/** Saves and, if the dialog is over then, closes it; what it throws is shown, beside the fields it is about. */
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
	const form = useRef< HTMLFormElement >( null );
	const [ errors, setErrors ] = useState< FieldErrors >( {} );
	const [ problem, setProblem ] = useState( '' );
	const [ isBusy, setBusy ] = useState( false );

	useEffect( () => {
		form.current
			?.querySelector< HTMLElement >( '.has-error input' )
			?.focus();
	}, [ errors ] );

	/** What was wrong may be right now. */
	function clear(): void {
		if ( Object.keys( errors ).length > 0 ) {
			setErrors( {} );
		}
	}

	async function submit( event: FormEvent ): Promise< void > {
		event.preventDefault();
		const wrong = check?.() ?? {};
		setErrors( wrong );
		setProblem( '' );
		if ( Object.keys( wrong ).length > 0 ) {
			return;
		}
		setBusy( true );
		try {
			await onSave();
		} catch ( thrown ) {
			const { params } = asRestError( thrown );
			const isOfField = props.names.some( ( name ) => params[ name ] );
			setErrors( params );
			setProblem( isOfField ? '' : detailText( thrown ) );
			setBusy( false );
		}
	}

	return (
		<Modal
			title={ props.title }
			size={ props.size ?? 'small' }
			className={ `steward-dialog ${ props.className ?? '' }` }
			focusOnMount="firstInputElement"
			onRequestClose={ () => ! isBusy && onClose() }
		>
			<form
				ref={ form }
				onInput={ clear }
				onKeyDownCapture={ closesByEscape(
					() => ! isBusy && onClose()
				) }
				onSubmit={ ( event ) => void submit( event ) }
				noValidate
			>
				<div className="steward-dialog__body">
					{ problem && (
						<Notice status="error" isDismissible={ false }>
							{ problem }
						</Notice>
					) }
					{ props.children( errors ) }
				</div>
				<DialogActions
					label={ props.saveLabel }
					isBusy={ isBusy }
					onCancel={ onClose }
				/>
			</form>
		</Modal>
	);
}
