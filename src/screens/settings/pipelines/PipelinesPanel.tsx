import { useRef, useState, type ReactElement } from 'react';
import { Button, Notice } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import { JobProgress } from '../../../components/JobProgress';
import { Panel } from '../../../components/Panel';
import { Skeleton } from '../../../components/Skeleton';
import type { Pipeline, Stage } from '../../../entities';
import { errorText } from '../../../lib/errors';
import { useNotices } from '../../../lib/notices';
import {
	createPipeline,
	createStage,
	deletePipeline,
	deleteStage,
	pipelineUse,
	updatePipeline,
	updateStage,
	type Removal,
} from './api';
import { DeleteDialog } from './DeleteDialog';
import { PipelineCard } from './PipelineCard';
import { PipelineDialog } from './PipelineDialog';
import { StageDialog } from './StageDialog';
import { usePipelines } from './usePipelines';

/** What one is asked about. */
type Asking =
	| { what: 'add' }
	| { what: 'edit' | 'delete' | 'add-stage'; pipeline: Pipeline }
	| { what: 'edit-stage' | 'delete-stage'; pipeline: Pipeline; stage: Stage };

interface DialogProps {
	asking: Asking;
	pipelines: Pipeline[];
	onSaved: ( text: string ) => void;
	onRemoved: ( name: string, removal: Removal ) => void;
	onClose: () => void;
}

function PipelineDialogs( props: DialogProps ): ReactElement | null {
	const { asking, pipelines, onSaved, onRemoved, onClose } = props;
	if ( asking.what === 'add' ) {
		return (
			<PipelineDialog
				currency={ pipelines[ 0 ]?.currency ?? 'USD' }
				onSave={ async ( fields ) => {
					await createPipeline( fields );
					onSaved( __( 'Pipeline added.', 'steward' ) );
				} }
				onClose={ onClose }
			/>
		);
	}
	const { pipeline } = asking;
	if ( asking.what === 'edit' ) {
		return (
			<PipelineDialog
				pipeline={ pipeline }
				currency={ pipeline.currency }
				onSave={ async ( fields ) => {
					await updatePipeline( pipeline.id, fields );
					onSaved( __( 'Pipeline saved.', 'steward' ) );
				} }
				onClose={ onClose }
			/>
		);
	}
	if ( asking.what === 'delete' ) {
		return (
			<DeleteDialog
				title={ sprintf(
					/* translators: %s: a pipeline's name. */
					__( 'Delete pipeline “%s”?', 'steward' ),
					pipeline.name
				) }
				confirmLabel={ __( 'Delete pipeline', 'steward' ) }
				pipelines={ pipelines }
				isDoomed={ ( { id } ) => id === pipeline.id }
				countInUse={ async () =>
					( await pipelineUse( pipeline.id ) ).opportunities
				}
				onDelete={ async ( moveTo ) =>
					onRemoved(
						pipeline.name,
						await deletePipeline( pipeline.id, moveTo )
					)
				}
				onClose={ onClose }
			>
				{ __(
					'No opportunities are in it. Its stages go with it.',
					'steward'
				) }
			</DeleteDialog>
		);
	}
	return null;
}

/**
 * How many opportunities are in a stage, the trash counted.
 *
 * @param pipeline Its pipeline.
 * @param stage    The stage.
 */
async function countInStage(
	pipeline: Pipeline,
	stage: Stage
): Promise< number > {
	const { stages } = await pipelineUse( pipeline.id );
	return stages.find( ( { id } ) => id === stage.id )?.opportunities ?? 0;
}

function StageDialogs( props: DialogProps ): ReactElement | null {
	const { asking, pipelines, onSaved, onRemoved, onClose } = props;
	if ( asking.what === 'add-stage' ) {
		return (
			<StageDialog
				onSave={ async ( fields ) => {
					await createStage( asking.pipeline.id, fields );
					onSaved( __( 'Stage added.', 'steward' ) );
				} }
				onClose={ onClose }
			/>
		);
	}
	if ( asking.what === 'edit-stage' ) {
		return (
			<StageDialog
				stage={ asking.stage }
				countInUse={ () =>
					countInStage( asking.pipeline, asking.stage )
				}
				onSave={ async ( fields ) => {
					await updateStage(
						asking.pipeline.id,
						asking.stage.id,
						fields
					);
					onSaved( __( 'Stage saved.', 'steward' ) );
				} }
				onClose={ onClose }
			/>
		);
	}
	if ( asking.what === 'delete-stage' ) {
		return (
			<DeleteDialog
				title={ sprintf(
					/* translators: %s: a stage's name. */
					__( 'Delete stage “%s”?', 'steward' ),
					asking.stage.name
				) }
				confirmLabel={ __( 'Delete stage', 'steward' ) }
				pipelines={ pipelines }
				isDoomed={ ( _, id ) => id === asking.stage.id }
				countInUse={ () =>
					countInStage( asking.pipeline, asking.stage )
				}
				onDelete={ async ( moveTo ) =>
					onRemoved(
						asking.stage.name,
						await deleteStage(
							asking.pipeline.id,
							asking.stage.id,
							moveTo
						)
					)
				}
				onClose={ onClose }
			>
				{ __( 'No opportunities are in it.', 'steward' ) }
			</DeleteDialog>
		);
	}
	return null;
}

/** The pipelines and their stages. Each change is saved at once. */
export function PipelinesPanel(): ReactElement {
	const notices = useNotices();
	const { data, error, reload, movePipeline, moveStage } = usePipelines();
	const [ asking, setAsking ] = useState< Asking | null >( null );
	const [ moving, setMoving ] = useState< {
		job: number;
		name: string;
	} | null >( null );
	const add = useRef< HTMLButtonElement >( null );

	function removed( name: string, removal: Removal ): void {
		reload();
		if ( 'state' in removal ) {
			setMoving( { job: removal.id, name } );
		} else {
			notices.success(
				sprintf(
					/* translators: %s: a stage's or a pipeline's name. */
					__( '“%s” deleted.', 'steward' ),
					name
				)
			);
		}
		// The button that asked for it goes with its row.
		requestAnimationFrame( () => add.current?.focus() );
	}

	const dialog = asking && {
		asking,
		pipelines: data ?? [],
		onSaved: ( text: string ) => {
			notices.success( text );
			reload();
		},
		onRemoved: removed,
		onClose: () => setAsking( null ),
	};
	return (
		<Panel
			title={ __( 'Pipelines and stages', 'steward' ) }
			text={ __(
				'The way an opportunity goes from its first stage to won or lost. Changes here are saved at once.',
				'steward'
			) }
			actions={
				<Button
					ref={ add }
					__next40pxDefaultSize
					variant="secondary"
					onClick={ () => setAsking( { what: 'add' } ) }
				>
					{ __( 'Add pipeline', 'steward' ) }
				</Button>
			}
		>
			{ moving && (
				<JobProgress
					job={ moving.job }
					label={ sprintf(
						/* translators: %s: a stage's or a pipeline's name. */
						__( 'Moving the opportunities of “%s”', 'steward' ),
						moving.name
					) }
					onOver={ reload }
				/>
			) }
			{ error && (
				<Notice status="error" isDismissible={ false }>
					<p>{ errorText( error ) }</p>
					<Button variant="secondary" onClick={ reload }>
						{ __( 'Retry', 'steward' ) }
					</Button>
				</Notice>
			) }
			{ ! data && ! error && (
				<Skeleton
					variant="rows"
					count={ 4 }
					label={ __( 'Loading pipelines…', 'steward' ) }
				/>
			) }
			{ data?.map( ( pipeline, place ) => (
				<PipelineCard
					key={ pipeline.id }
					pipeline={ pipeline }
					place={ place }
					of={ data.length }
					onMove={ ( to ) => void movePipeline( pipeline.id, to ) }
					onEdit={ () => setAsking( { what: 'edit', pipeline } ) }
					onDelete={ () => setAsking( { what: 'delete', pipeline } ) }
					onMoveStage={ ( stage, to ) =>
						void moveStage( pipeline.id, stage, to )
					}
					onAddStage={ () =>
						setAsking( { what: 'add-stage', pipeline } )
					}
					onEditStage={ ( stage ) =>
						setAsking( { what: 'edit-stage', pipeline, stage } )
					}
					onDeleteStage={ ( stage ) =>
						setAsking( { what: 'delete-stage', pipeline, stage } )
					}
				/>
			) ) }
			{ dialog && <PipelineDialogs { ...dialog } /> }
			{ dialog && <StageDialogs { ...dialog } /> }
		</Panel>
	);
}
