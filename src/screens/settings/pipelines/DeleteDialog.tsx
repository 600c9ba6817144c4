import { useState, type ReactElement, type ReactNode } from 'react';
import { Button, Notice, SelectControl } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';

import { ConfirmDialog } from '../../../components/ConfirmDialog';
import { FieldNote } from '../../../components/FieldNote';
import { Skeleton } from '../../../components/Skeleton';
import type { Pipeline } from '../../../entities';
import { asRestError, errorText } from '../../../lib/errors';
import { formatNumber } from '../../../lib/numbers';
import { useLoaded } from '../../../lib/useLoaded';

export interface DeleteDialogProps {
	title: string;
	/** A verb: what the button does. */
	confirmLabel: string;
	/** What follows from it where nothing is in it. */
	children: ReactNode;
	/** How many opportunities are in it. */
	countInUse: () => Promise< number >;
	/** All pipelines; the stages among them that aren't to be deleted are where opportunities can go. */
	pipelines: Pipeline[];
	/** Whether a stage goes away with what is deleted. */
	isDoomed: ( pipeline: Pipeline, stage: number ) => boolean;
	/** Deletes; throws `steward_stage_in_use` where opportunities need another stage first. */
	onDelete: ( moveTo?: number ) => Promise< void >;
	onClose: () => void;
}

/**
 * Asks before a stage or a pipeline is deleted, and where its opportunities go if it has any.
 *
 * @param props What is to be deleted.
 */
export function DeleteDialog( props: DeleteDialogProps ): ReactElement {
	const { pipelines, isDoomed, onDelete, onClose } = props;
	const {
		data: inUse,
		error: uncounted,
		setData: setInUse,
		reload,
	} = useLoaded( props.countInUse );
	const [ moveTo, setMoveTo ] = useState( '' );
	const [ missing, setMissing ] = useState( false );
	const [ problem, setProblem ] = useState( '' );
	const [ isBusy, setBusy ] = useState( false );

	async function confirm(): Promise< void > {
		if ( inUse && ! moveTo ) {
			setMissing( true );
			return;
		}
		setBusy( true );
		setProblem( '' );
		try {
			await onDelete( moveTo ? Number( moveTo ) : undefined );
			onClose();
		} catch ( thrown ) {
			const error = asRestError( thrown );
			if ( error.code === 'steward_stage_in_use' && ! inUse ) {
				setInUse( Number( error.data.opportunities ?? 0 ) );
			} else {
				setProblem( errorText( error ) );
			}
			setBusy( false );
		}
	}

	return (
		<ConfirmDialog
			title={ props.title }
			confirmLabel={
				inUse ? __( 'Move and delete', 'steward' ) : props.confirmLabel
			}
			isDestructive
			isBusy={ isBusy }
			isDisabled={ inUse === undefined }
			onConfirm={ () => void confirm() }
			onCancel={ onClose }
		>
			{ ( problem || uncounted ) && (
				<Notice status="error" isDismissible={ false }>
					{ problem || errorText( uncounted! ) }
					{ ! problem && (
						<>
							{ ' ' }
							<Button variant="link" onClick={ reload }>
								{ __( 'Try again', 'steward' ) }
							</Button>
						</>
					) }
				</Notice>
			) }
			{ inUse === undefined && ! uncounted && <Skeleton count={ 1 } /> }
			{ inUse === 0 && (
				<p className="steward-dialog__text">{ props.children }</p>
			) }
			{ !! inUse && (
				<>
					<p className="steward-dialog__text" role="status">
						{ sprintf(
							/* translators: %s: how many opportunities. */
							_n(
								'%s opportunity is in it, those in the trash counted. Choose where it goes first; its activity says so.',
								'%s opportunities are in it, those in the trash counted. Choose where they go first; each one’s activity says so.',
								inUse,
								'steward'
							),
							formatNumber( inUse )
						) }
					</p>
					<div className={ missing ? 'has-error' : undefined }>
						<SelectControl
							__next40pxDefaultSize
							__nextHasNoMarginBottom
							label={ __( 'Move to', 'steward' ) }
							value={ moveTo }
							onChange={ ( next ) => {
								setMoveTo( next );
								setMissing( false );
							} }
						>
							<option value="">
								{ __( 'Choose a stage…', 'steward' ) }
							</option>
							{ pipelines.map( ( pipeline ) => {
								const stages = pipeline.stages.filter(
									( { id } ) => ! isDoomed( pipeline, id )
								);
								return (
									stages.length > 0 && (
										<optgroup
											key={ pipeline.id }
											label={ pipeline.name }
										>
											{ stages.map( ( { id, name } ) => (
												<option key={ id } value={ id }>
													{ name }
												</option>
											) ) }
										</optgroup>
									)
								);
							} ) }
						</SelectControl>
						<FieldNote
							message={
								missing
									? __( 'Choose a stage.', 'steward' )
									: undefined
							}
						/>
					</div>
				</>
			) }
		</ConfirmDialog>
	);
}
