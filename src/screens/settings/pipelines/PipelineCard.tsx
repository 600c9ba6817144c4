import type { ReactElement } from 'react';
import { Button } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import { chevronDown, chevronUp, pencil, plus, trash } from '@wordpress/icons';

import type { Pipeline, Stage } from '../../../entities';
import { StageList } from './StageList';

export interface PipelineCardProps {
	pipeline: Pipeline;
	/** From 0. */
	place: number;
	/** How many pipelines there are. */
	of: number;
	onMove: ( to: number ) => void;
	onEdit: () => void;
	onDelete: () => void;
	onMoveStage: ( stage: number, to: number ) => void;
	onAddStage: () => void;
	onEditStage: ( stage: Stage ) => void;
	onDeleteStage: ( stage: Stage ) => void;
}

/**
 * A pipeline and its stages.
 *
 * @param props The pipeline and what can be done to it.
 */
export function PipelineCard( props: PipelineCardProps ): ReactElement {
	const { pipeline, place, of, onMove } = props;
	const { id, name, currency, stages } = pipeline;
	const heading = `steward-pipeline-${ id }`;
	return (
		<section className="steward-pipeline" aria-labelledby={ heading }>
			<div className="steward-pipeline__head">
				<div className="steward-pipeline__words">
					<h3 id={ heading } className="steward-pipeline__name">
						{ name }
					</h3>
					<span className="steward-pipeline__facts">
						{ currency }
						<span aria-hidden> · </span>
						{ sprintf(
							/* translators: %d: how many stages. */
							_n(
								'%d stage',
								'%d stages',
								stages.length,
								'steward'
							),
							stages.length
						) }
					</span>
				</div>
				<div className="steward-pipeline__actions">
					{ of > 1 && (
						<>
							<Button
								size="compact"
								icon={ chevronUp }
								label={ sprintf(
									/* translators: %s: a pipeline's name. */
									__( 'Move pipeline “%s” up', 'steward' ),
									name
								) }
								disabled={ place === 0 }
								accessibleWhenDisabled
								onClick={ () => onMove( place - 1 ) }
							/>
							<Button
								size="compact"
								icon={ chevronDown }
								label={ sprintf(
									/* translators: %s: a pipeline's name. */
									__( 'Move pipeline “%s” down', 'steward' ),
									name
								) }
								disabled={ place === of - 1 }
								accessibleWhenDisabled
								onClick={ () => onMove( place + 1 ) }
							/>
						</>
					) }
					<Button
						size="compact"
						icon={ pencil }
						label={ sprintf(
							/* translators: %s: a pipeline's name. */
							__( 'Edit pipeline “%s”', 'steward' ),
							name
						) }
						onClick={ props.onEdit }
					/>
					{ of > 1 && (
						<Button
							size="compact"
							icon={ trash }
							label={ sprintf(
								/* translators: %s: a pipeline's name. */
								__( 'Delete pipeline “%s”', 'steward' ),
								name
							) }
							onClick={ props.onDelete }
						/>
					) }
				</div>
			</div>
			<StageList
				stages={ stages }
				label={ sprintf(
					/* translators: %s: a pipeline's name. */
					__( 'Stages of “%s”', 'steward' ),
					name
				) }
				onMove={ props.onMoveStage }
				onEdit={ props.onEditStage }
				onDelete={ props.onDeleteStage }
			/>
			<Button
				className="steward-pipeline__add"
				variant="tertiary"
				icon={ plus }
				aria-label={ sprintf(
					/* translators: %s: a pipeline's name. */
					__( 'Add stage to “%s”', 'steward' ),
					name
				) }
				onClick={ props.onAddStage }
			>
				{ __( 'Add stage', 'steward' ) }
			</Button>
		</section>
	);
}
