import type { ReactElement } from 'react';
import { useDraggable, useDroppable } from '@dnd-kit/core';
import { Button, Icon } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import {
	chevronDown,
	chevronUp,
	dragHandle,
	pencil,
	trash,
} from '@wordpress/icons';

import type { Stage } from '../../../entities';
import { stageOdds } from '../../../lib/stages';

export interface StageRowProps {
	stage: Stage;
	/** From 0. */
	place: number;
	/** How many stages there are. */
	of: number;
	onMove: ( to: number ) => void;
	onEdit: () => void;
	onDelete: () => void;
}

/**
 * A stage with its place, which can be changed by dragging it or by its buttons.
 *
 * @param props The stage and what can be done to it.
 */
export function StageRow( props: StageRowProps ): ReactElement {
	const { stage, place, of, onMove } = props;
	const { id, name } = stage;
	const drag = useDraggable( { id } );
	const drop = useDroppable( { id } );
	const { transform, isDragging, active } = drag;
	const isTarget = drop.isOver && active?.id !== id;
	// The place between two rows where it would come to stand.
	const isBelow =
		isTarget &&
		( active?.rect.current.initial?.top ?? 0 ) <
			( drop.rect.current?.top ?? 0 );
	return (
		<li
			ref={ drop.setNodeRef }
			data-stage={ id }
			className={ [
				'steward-stage',
				isDragging && 'is-dragged',
				isTarget && ( isBelow ? 'is-drop-below' : 'is-drop-above' ),
			]
				.filter( Boolean )
				.join( ' ' ) }
		>
			<div
				ref={ drag.setNodeRef }
				className="steward-stage__row"
				style={
					transform
						? { transform: `translateY(${ transform.y }px)` }
						: undefined
				}
			>
				<button
					type="button"
					ref={ drag.setActivatorNodeRef }
					className="steward-stage__handle"
					{ ...drag.attributes }
					{ ...drag.listeners }
					aria-label={ sprintf(
						/* translators: %s: a stage's name. */
						__( 'Drag “%s”', 'steward' ),
						name
					) }
				>
					<Icon icon={ dragHandle } />
				</button>
				<span
					className={ `steward-stage-color is-${ stage.color }` }
					aria-hidden
				/>
				<span className="steward-stage__words">
					<span className="steward-stage__name">{ name }</span>
					<span className="steward-stage__facts">
						{ stageOdds( stage ) }
					</span>
				</span>
				<span className="steward-stage__actions">
					<Button
						size="compact"
						icon={ chevronUp }
						label={ sprintf(
							/* translators: %s: a stage's name. */
							__( 'Move “%s” up', 'steward' ),
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
							/* translators: %s: a stage's name. */
							__( 'Move “%s” down', 'steward' ),
							name
						) }
						disabled={ place === of - 1 }
						accessibleWhenDisabled
						onClick={ () => onMove( place + 1 ) }
					/>
					<Button
						size="compact"
						icon={ pencil }
						label={ sprintf(
							/* translators: %s: a stage's name. */
							__( 'Edit “%s”', 'steward' ),
							name
						) }
						onClick={ props.onEdit }
					/>
					<Button
						size="compact"
						icon={ trash }
						label={ sprintf(
							/* translators: %s: a stage's name. */
							__( 'Delete “%s”', 'steward' ),
							name
						) }
						onClick={ props.onDelete }
					/>
				</span>
			</div>
		</li>
	);
}
