import {
	useState,
	type FormEvent,
	type ReactElement,
	type ReactNode,
} from 'react';
import { Button, Modal, TextControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

import { FieldNote } from '../../components/FieldNote';
import { asRestError, detailText } from '../../lib/errors';

const MAX_NAME = 60;

export interface NameDialogProps {
	title: string;
	/** A verb: what the button does. */
	confirmLabel: string;
	initial: string;
	/** Beneath the name. */
	children?: ReactNode;
	/** Throws what the server refuses. */
	onConfirm: ( name: string ) => Promise< void >;
	onClose: () => void;
}

/**
 * Asks for a role's name, and says what is wrong with it next to it.
 *
 * @param props The question.
 */
export function NameDialog( props: NameDialogProps ): ReactElement {
	const [ name, setName ] = useState( props.initial );
	const [ error, setError ] = useState( '' );
	const [ isBusy, setBusy ] = useState( false );

	async function submit( event: FormEvent ): Promise< void > {
		event.preventDefault();
		if ( ! name.trim() ) {
			setError( __( 'Give the role a name.', 'steward' ) );
			return;
		}
		setBusy( true );
		setError( '' );
		try {
			await props.onConfirm( name.trim() );
		} catch ( thrown ) {
			setError(
				asRestError( thrown ).params.name ?? detailText( thrown )
			);
			setBusy( false );
		}
	}

	return (
		<Modal
			title={ props.title }
			size="medium"
			className="steward-dialog steward-roles-dialog"
			focusOnMount="firstInputElement"
			onRequestClose={ () => ! isBusy && props.onClose() }
		>
			<form onSubmit={ ( event ) => void submit( event ) } noValidate>
				<div
					className={ `steward-dialog__body${
						error ? ' has-error' : ''
					}` }
				>
					<div>
						<TextControl
							__next40pxDefaultSize
							__nextHasNoMarginBottom
							label={ __( 'Name', 'steward' ) }
							value={ name }
							maxLength={ MAX_NAME }
							autoComplete="off"
							onChange={ ( next ) => {
								setName( next );
								setError( '' );
							} }
						/>
						<FieldNote message={ error || undefined } />
					</div>
					{ props.children }
				</div>
				<div className="steward-dialog__actions">
					<Button
						__next40pxDefaultSize
						variant="tertiary"
						disabled={ isBusy }
						onClick={ props.onClose }
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
						{ props.confirmLabel }
					</Button>
				</div>
			</form>
		</Modal>
	);
}
