import { useState, type ReactElement, type ReactNode } from 'react';
import { TextControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

import { FieldNote } from '../../components/FieldNote';
import { FormDialog, type FieldErrors } from '../../components/FormDialog';

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

	function check(): FieldErrors {
		const errors: FieldErrors = {};
		if ( ! name.trim() ) {
			errors.name = __( 'Give the role a name.', 'steward' );
		}
		return errors;
	}

	return (
		<FormDialog
			title={ props.title }
			saveLabel={ props.confirmLabel }
			size="medium"
			className="steward-roles-dialog"
			names={ [ 'name' ] }
			check={ check }
			onSave={ () => props.onConfirm( name.trim() ) }
			onClose={ props.onClose }
		>
			{ ( errors ) => (
				<>
					<div className={ errors.name ? 'has-error' : undefined }>
						<TextControl
							__next40pxDefaultSize
							__nextHasNoMarginBottom
							label={ __( 'Name', 'steward' ) }
							value={ name }
							maxLength={ MAX_NAME }
							autoComplete="off"
							onChange={ setName }
						/>
						<FieldNote message={ errors.name } />
					</div>
					{ props.children }
				</>
			) }
		</FormDialog>
	);
}
