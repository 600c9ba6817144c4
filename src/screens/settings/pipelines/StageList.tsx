import { useLayoutEffect, useRef, useState, type ReactElement } from 'react';
import { closestCenter, DndContext } from '@dnd-kit/core';
import { VisuallyHidden } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import type { Stage } from '../../../entities';
import { StageRow } from './StageRow';
import { useSortable } from './useSortable';

export interface StageListProps {
	stages: Stage[];
	/** The list's name. */
	label: string;
	onMove: ( id: number, to: number ) => void;
	onEdit: ( stage: Stage ) => void;
	onDelete: ( stage: Stage ) => void;
}

/**
 * A pipeline's stages in their order.
 *
 * @param props The stages and what can be done to them.
 */
export function StageList( props: StageListProps ): ReactElement {
	const { stages, label, onMove } = props;
	const root = useRef< HTMLOListElement >( null );
	// A row that moves in the document loses the focus: its button gets it back.
	const wanted = useRef< HTMLElement | null >( null );
	useLayoutEffect( () => {
		wanted.current?.focus();
		wanted.current = null;
	}, [ stages ] );
	const sortable = useSortable( stages, onMove );
	const [ said, setSaid ] = useState( '' );

	function move( stage: Stage, to: number ): void {
		wanted.current = root.current?.ownerDocument
			.activeElement as HTMLElement | null;
		setSaid(
			sprintf(
				/* translators: 1: a stage's name, 2: its place, 3: how many there are. */
				__( '%1$s: place %2$d of %3$d.', 'steward' ),
				stage.name,
				to + 1,
				stages.length
			)
		);
		onMove( stage.id, to );
	}

	return (
		<DndContext { ...sortable } collisionDetection={ closestCenter }>
			<ol ref={ root } className="steward-stages" aria-label={ label }>
				{ stages.map( ( stage, place ) => (
					<StageRow
						key={ stage.id }
						stage={ stage }
						place={ place }
						of={ stages.length }
						onMove={ ( to ) => move( stage, to ) }
						onEdit={ () => props.onEdit( stage ) }
						onDelete={ () => props.onDelete( stage ) }
					/>
				) ) }
			</ol>
			<VisuallyHidden role="status">{ said }</VisuallyHidden>
		</DndContext>
	);
}
