/**
 * Dragging the items of a list to another place, by mouse, touch and keyboard, in words for screen readers.
 */
import { useRef } from 'react';
import {
	KeyboardSensor,
	PointerSensor,
	useSensor,
	useSensors,
	type DndContextProps,
	type KeyboardCoordinateGetter,
} from '@dnd-kit/core';
import { __, sprintf } from '@wordpress/i18n';

export interface SortableItem {
	id: number;
	name: string;
}

const STEPS: Record< string, number > = { ArrowDown: 1, ArrowUp: -1 };

/** Pixels to move before a press becomes a drag. */
const DISTANCE = 4;

/**
 * Props for a vertical list's `DndContext`.
 *
 * @param items  In their order.
 * @param onMove Called when one is dropped at another place.
 */
export function useSortable(
	items: SortableItem[],
	onMove: ( id: number, to: number ) => void
): Pick< DndContextProps, 'sensors' | 'accessibility' | 'onDragEnd' > {
	const latest = useRef( items );
	latest.current = items;
	const place = ( id: unknown ): number =>
		latest.current.findIndex( ( item ) => item.id === id );
	const name = ( id: unknown ): string =>
		latest.current[ place( id ) ]?.name ?? '';

	/** An arrow key moves to the next item's place. */
	const step: KeyboardCoordinateGetter = (
		event,
		{ active, context: { droppableRects, over, collisionRect } }
	) => {
		const by = STEPS[ event.code ];
		if ( ! by || ! collisionRect ) {
			return undefined;
		}
		event.preventDefault();
		const next = latest.current[ place( over?.id ?? active ) + by ];
		const rect = next && droppableRects.get( next.id );
		return rect && { x: collisionRect.left, y: rect.top };
	};

	const at = ( id: unknown, over: unknown ): string =>
		sprintf(
			/* translators: 1: a stage's name, 2: its place, 3: how many there are. */
			__( '%1$s: place %2$d of %3$d.', 'steward' ),
			name( id ),
			place( over ) + 1,
			latest.current.length
		);
	return {
		sensors: useSensors(
			useSensor( PointerSensor, {
				activationConstraint: { distance: DISTANCE },
			} ),
			useSensor( KeyboardSensor, { coordinateGetter: step } )
		),
		accessibility: {
			screenReaderInstructions: {
				draggable: __(
					'Press Space to pick it up, the arrow keys to move it, Space again to put it down, Escape to leave it where it was.',
					'steward'
				),
			},
			announcements: {
				onDragStart: ( { active } ) =>
					sprintf(
						/* translators: %s: a stage's name and place. */
						__( 'Picked up %s', 'steward' ),
						at( active.id, active.id )
					),
				onDragOver: ( { active, over } ) =>
					over ? at( active.id, over.id ) : undefined,
				onDragEnd: ( { active, over } ) =>
					sprintf(
						/* translators: %s: a stage's name and place. */
						__( 'Put down %s', 'steward' ),
						at( active.id, over?.id ?? active.id )
					),
				onDragCancel: ( { active } ) =>
					sprintf(
						/* translators: %s: a stage's name. */
						__( '%s stays where it was.', 'steward' ),
						name( active.id )
					),
			},
		},
		onDragEnd: ( { active, over } ) => {
			if ( over && over.id !== active.id ) {
				onMove( Number( active.id ), place( over.id ) );
			}
		},
	};
}
