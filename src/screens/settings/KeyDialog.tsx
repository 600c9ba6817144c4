import { useState, type ReactElement } from 'react';
import { Button, Modal, Notice, TextControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import { CopyButton } from '../../components/CopyButton';
import { CurlExample } from '../../components/CurlExample';
import type { SubmissionKey } from '../../entities';
import { FieldNote } from '../../components/FieldNote';
import { FormDialog, type FieldErrors } from '../../components/FormDialog';
import { createKey } from './api';

const MAX_NAME = 100;

export interface KeyDialogProps {
	onCreated: ( key: SubmissionKey ) => void;
	onClose: () => void;
}

/** The key itself, seen this once. */
function Secret( {
	made,
	onClose,
}: {
	made: SubmissionKey;
	onClose: () => void;
} ): ReactElement {
	const secret = made.key ?? '';
	return (
		<Modal
			title={ sprintf(
				/* translators: %s: a key's name. */
				__( 'Key “%s” created', 'steward' ),
				made.name
			) }
			size="medium"
			className="steward-dialog"
			// A click beside it would lose the key for good.
			shouldCloseOnClickOutside={ false }
			onRequestClose={ onClose }
		>
			<div className="steward-dialog__body">
				<Notice status="warning" isDismissible={ false }>
					{ __(
						'Copy the key now: it is shown only this once. Whoever has it can send contacts to this site, so keep it like a password.',
						'steward'
					) }
				</Notice>
				<div className="steward-secret">
					<TextControl
						__next40pxDefaultSize
						__nextHasNoMarginBottom
						className="steward-secret__key"
						label={ __( 'Key', 'steward' ) }
						value={ secret }
						readOnly
						dir="ltr"
						spellCheck={ false }
						onFocus={ ( event ) => event.target.select() }
						onChange={ () => undefined }
					/>
					<CopyButton
						text={ secret }
						label={ __( 'Copy key', 'steward' ) }
						variant="primary"
					/>
				</div>
				<details className="steward-secret__example">
					<summary>{ __( 'Show how to use it', 'steward' ) }</summary>
					<CurlExample stewardKey={ secret } />
				</details>
			</div>
			<div className="steward-dialog__actions">
				<Button
					__next40pxDefaultSize
					variant="secondary"
					onClick={ onClose }
				>
					{ __( 'Done', 'steward' ) }
				</Button>
			</div>
		</Modal>
	);
}

/** Makes a key: its name first, then the key itself, once. */
export function KeyDialog( {
	onCreated,
	onClose,
}: KeyDialogProps ): ReactElement {
	const [ name, setName ] = useState( '' );
	const [ made, setMade ] = useState< SubmissionKey | null >( null );

	function check(): FieldErrors {
		const errors: FieldErrors = {};
		if ( ! name.trim() ) {
			errors.name = __(
				'Give the key a name, to know it again.',
				'steward'
			);
		}
		return errors;
	}

	async function save(): Promise< void > {
		const key = await createKey( name.trim() );
		onCreated( key );
		setMade( key );
	}

	if ( made ) {
		return <Secret made={ made } onClose={ onClose } />;
	}
	return (
		<FormDialog
			title={ __( 'Create a submission key', 'steward' ) }
			saveLabel={ __( 'Create key', 'steward' ) }
			names={ [ 'name' ] }
			check={ check }
			onSave={ save }
			onClose={ onClose }
		>
			{ ( errors ) => (
				<div className={ errors.name ? 'has-error' : undefined }>
					<TextControl
						__next40pxDefaultSize
						__nextHasNoMarginBottom
						label={ __( 'Name', 'steward' ) }
						help={ __(
							'The site or program that will use it, such as “Landing page”.',
							'steward'
						) }
						value={ name }
						maxLength={ MAX_NAME }
						autoComplete="off"
						onChange={ setName }
					/>
					<FieldNote message={ errors.name } />
				</div>
			) }
		</FormDialog>
	);
}
