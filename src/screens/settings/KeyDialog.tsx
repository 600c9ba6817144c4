import { useState, type FormEvent, type ReactElement } from 'react';
import { Button, Modal, Notice, TextControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import { CopyButton } from '../../components/CopyButton';
import { CurlExample } from '../../components/CurlExample';
import type { SubmissionKey } from '../../entities';
import { asRestError, errorText } from '../../lib/errors';
import { FieldNote } from '../../components/FieldNote';
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
	const [ error, setError ] = useState( '' );
	const [ isBusy, setBusy ] = useState( false );
	const [ made, setMade ] = useState< SubmissionKey | null >( null );

	async function submit( event: FormEvent ): Promise< void > {
		event.preventDefault();
		if ( ! name.trim() ) {
			setError(
				__( 'Give the key a name, to know it again.', 'steward' )
			);
			return;
		}
		setBusy( true );
		setError( '' );
		try {
			const key = await createKey( name.trim() );
			onCreated( key );
			setMade( key );
		} catch ( thrown ) {
			setError(
				asRestError( thrown ).params.name ?? errorText( thrown )
			);
		} finally {
			setBusy( false );
		}
	}

	if ( made ) {
		return <Secret made={ made } onClose={ onClose } />;
	}
	return (
		<Modal
			title={ __( 'Create a submission key', 'steward' ) }
			size="small"
			className="steward-dialog"
			focusOnMount="firstInputElement"
			onRequestClose={ () => ! isBusy && onClose() }
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
							help={ __(
								'The site or program that will use it, such as “Landing page”.',
								'steward'
							) }
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
						{ __( 'Create key', 'steward' ) }
					</Button>
				</div>
			</form>
		</Modal>
	);
}
