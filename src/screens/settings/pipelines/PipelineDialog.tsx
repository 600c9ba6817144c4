import { useState, type ReactElement } from 'react';
import { ComboboxControl, TextControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import { FieldNote } from '../../../components/FieldNote';
import { FormDialog, type FieldErrors } from '../../../components/FormDialog';
import type { Pipeline } from '../../../entities';
import { currencyChoices } from '../../../lib/currencies';
import type { PipelineFields } from './api';

export interface PipelineDialogProps {
	/** The pipeline to edit; a new one without it. */
	pipeline?: Pipeline;
	/** What a new one is in unless chosen otherwise. */
	currency: string;
	onSave: ( fields: PipelineFields ) => Promise< void >;
	onClose: () => void;
}

const MAX_NAME = 100;

/**
 * Adds or edits a pipeline.
 *
 * @param props Which pipeline.
 */
export function PipelineDialog( props: PipelineDialogProps ): ReactElement {
	const { pipeline, onSave, onClose } = props;
	const [ name, setName ] = useState( pipeline?.name ?? '' );
	const [ currency, setCurrency ] = useState(
		pipeline?.currency ?? props.currency
	);
	const check = (): FieldErrors =>
		name.trim()
			? {}
			: { name: __( 'Give the pipeline a name.', 'steward' ) };
	return (
		<FormDialog
			title={
				pipeline
					? sprintf(
							/* translators: %s: a pipeline's name. */
							__( 'Edit pipeline “%s”', 'steward' ),
							pipeline.name
						)
					: __( 'Add a pipeline', 'steward' )
			}
			saveLabel={
				pipeline
					? __( 'Save pipeline', 'steward' )
					: __( 'Add pipeline', 'steward' )
			}
			check={ check }
			onSave={ async () => {
				await onSave( { name: name.trim(), currency } );
				onClose();
			} }
			names={ [ 'name', 'currency' ] }
			onClose={ onClose }
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
					<div
						className={ errors.currency ? 'has-error' : undefined }
					>
						<ComboboxControl
							__next40pxDefaultSize
							__nextHasNoMarginBottom
							label={ __( 'Currency', 'steward' ) }
							help={ __(
								'What new opportunities are in, unless they say otherwise. Those there are keep theirs.',
								'steward'
							) }
							allowReset={ false }
							value={ currency }
							options={ currencyChoices( currency ) }
							onChange={ ( next ) => next && setCurrency( next ) }
						/>
						<FieldNote message={ errors.currency } />
					</div>
				</>
			) }
		</FormDialog>
	);
}
