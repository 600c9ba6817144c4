import {
	useCallback,
	useEffect,
	useMemo,
	useRef,
	useState,
	type ReactElement,
} from 'react';
import { VisuallyHidden } from '@wordpress/components';
import { __, isRTL, sprintf } from '@wordpress/i18n';
import {
	DndContext,
	DragOverlay,
	KeyboardSensor,
	MouseSensor,
	TouchSensor,
	useSensor,
	useSensors,
	type Announcements,
	type CollisionDetection,
	type KeyboardCoordinateGetter,
} from '@dnd-kit/core';

import type { Opportunity, Pipeline, Stage } from '../../entities';
import { dayKey } from '../../lib/dates';
import type { Columns } from './board';
import { BoardColumn } from './BoardColumn';
import { CardFace } from './DealCard';

export interface BoardProps {
	pipeline: Pipeline;
	columns: Columns;
	pending: ReadonlySet< number >;
	loading: ReadonlySet< number >;
	/** The address that details are opened from; the same object while it is the same. */
	base: Record< string, string >;
	onMove: ( deal: Opportunity, to: Stage, from: Stage | undefined ) => void;
	onMore: ( stage: number ) => void;
	onAdd: ( ( stage: number ) => void ) | undefined;
}

const dealOf = ( data: { current?: unknown } ): Opportunity | undefined =>
	( data.current as { deal?: Opportunity } | undefined )?.deal;
const stageIn = ( data: { current?: unknown } ): Stage | undefined =>
	( data.current as { stage?: Stage } | undefined )?.stage;

/** What a screen reader says while a card is held. */
const announcements: Announcements = {
	onDragStart: ( { active } ) =>
		sprintf(
			/* translators: %s: an opportunity's title. */
			__( 'Picked up %s.', 'steward' ),
			dealOf( active.data )?.title ?? ''
		),
	onDragOver: ( { active, over } ) =>
		over
			? sprintf(
					/* translators: 1: an opportunity's title, 2: a stage. */
					__( '%1$s is over %2$s.', 'steward' ),
					dealOf( active.data )?.title ?? '',
					stageIn( over.data )?.name ?? ''
				)
			: sprintf(
					/* translators: %s: an opportunity's title. */
					__( '%s is over no stage.', 'steward' ),
					dealOf( active.data )?.title ?? ''
				),
	onDragEnd: ( { active, over } ) =>
		over
			? sprintf(
					/* translators: 1: an opportunity's title, 2: a stage. */
					__( '%1$s was dropped in %2$s.', 'steward' ),
					dealOf( active.data )?.title ?? '',
					stageIn( over.data )?.name ?? ''
				)
			: sprintf(
					/* translators: %s: an opportunity's title. */
					__( '%s was put back.', 'steward' ),
					dealOf( active.data )?.title ?? ''
				),
	onDragCancel: ( { active } ) =>
		sprintf(
			/* translators: %s: an opportunity's title. */
			__( 'Moving was cancelled: %s is where it was.', 'steward' ),
			dealOf( active.data )?.title ?? ''
		),
};

/** Slow enough at the edge for each stage to be seen passing. */
const AUTO_SCROLL = { acceleration: 1.5 };

/** Which column a card is held over, and how the arrow keys lead from one to the next. */
function useColumnMoves( stages: Stage[] ) {
	const target = useRef< number | null >( null );
	const detect: CollisionDetection = useCallback(
		( { droppableContainers, droppableRects, pointerCoordinates } ) => {
			if ( ! pointerCoordinates ) {
				const id = `stage-${ target.current }`;
				return droppableContainers.some( ( one ) => one.id === id )
					? [ { id } ]
					: [];
			}
			// A column is as high as the board: only across matters.
			const { x } = pointerCoordinates;
			return droppableContainers
				.map( ( { id } ) => {
					const rect = droppableRects.get( id );
					const away = rect
						? Math.max( rect.left - x, x - rect.right, 0 )
						: Infinity;
					return { id, away };
				} )
				.filter( ( { away } ) => away < 40 )
				.sort( ( a, b ) => a.away - b.away )
				.slice( 0, 1 );
		},
		[]
	);
	const step: KeyboardCoordinateGetter = useCallback(
		( event, { currentCoordinates } ) => {
			const forward = isRTL() ? 'ArrowLeft' : 'ArrowRight';
			const back = isRTL() ? 'ArrowRight' : 'ArrowLeft';
			const by = (
				{ [ forward ]: 1, [ back ]: -1 } as Record< string, number >
			 )[ event.code ];
			event.preventDefault();
			const at = stages.findIndex( ( { id } ) => id === target.current );
			const next = stages[ at + ( by ?? 0 ) ];
			if ( ! by || ! next ) {
				return undefined;
			}
			target.current = next.id;
			document
				.querySelector( `[data-stage="${ next.id }"]` )
				?.scrollIntoView( { block: 'nearest', inline: 'nearest' } );
			// Any change has the column looked up again; the card itself stays where it is.
			return { x: currentCoordinates.x, y: currentCoordinates.y + 1 };
		},
		[ stages ]
	);
	return { target, detect, step };
}

/**
 * The pipeline's stages as columns; cards move by mouse, touch and keyboard.
 *
 * @param props The columns and what can be done.
 */
export function Board( props: BoardProps ): ReactElement {
	const { pipeline, columns, onMove } = props;
	const { stages } = pipeline;
	const today = dayKey( new Date().toISOString() );
	const [ held, setHeld ] = useState< Opportunity | null >( null );
	const [ byPointer, setByPointer ] = useState( false );
	const { target, detect, step } = useColumnMoves( stages );
	const sensors = useSensors(
		useSensor( MouseSensor, { activationConstraint: { distance: 6 } } ),
		// A short touch scrolls; a longer one lifts the card.
		useSensor( TouchSensor, {
			activationConstraint: { delay: 250, tolerance: 8 },
		} ),
		useSensor( KeyboardSensor, { coordinateGetter: step } )
	);
	const region = useRef< HTMLDivElement >( null );
	const wanted = useRef< { id: number; part: string } | null >( null );

	const move = useCallback(
		( deal: Opportunity, to: Stage, part: string ) => {
			wanted.current = part ? { id: deal.id, part } : null;
			onMove(
				deal,
				to,
				stages.find( ( { id } ) => id === deal.stage )
			);
		},
		[ onMove, stages ]
	);
	const moveByMenu = useCallback(
		( deal: Opportunity, to: Stage ) =>
			move( deal, to, 'button[aria-haspopup]' ),
		[ move ]
	);

	// The card is another element in its new column: the focus goes along.
	useEffect( () => {
		const wish = wanted.current;
		if ( ! wish || props.pending.has( wish.id ) ) {
			return;
		}
		wanted.current = null;
		const { activeElement, body } = region.current?.ownerDocument ?? {};
		if ( activeElement === body ) {
			region.current
				?.querySelector< HTMLElement >(
					`[data-deal="${ wish.id }"] ${ wish.part }`
				)
				?.focus();
		}
	}, [ columns, props.pending ] );

	const shown = useMemo(
		() =>
			stages.flatMap( ( stage ) => {
				const column = columns.find(
					( one ) => one.stage === stage.id
				);
				return column ? [ { stage, column } ] : [];
			} ),
		[ stages, columns ]
	);
	return (
		<DndContext
			sensors={ sensors }
			collisionDetection={ detect }
			autoScroll={ AUTO_SCROLL }
			accessibility={ {
				announcements,
				screenReaderInstructions: {
					draggable: __(
						'Press Space to pick up the opportunity, the left and right arrow keys to go from stage to stage, Space again to drop it, Escape to cancel.',
						'steward'
					),
				},
			} }
			onDragStart={ ( { active, activatorEvent } ) => {
				const deal = dealOf( active.data ) ?? null;
				target.current = deal?.stage ?? null;
				setHeld( deal );
				setByPointer( ! ( activatorEvent instanceof KeyboardEvent ) );
			} }
			onDragCancel={ () => setHeld( null ) }
			onDragEnd={ ( { active, over, activatorEvent } ) => {
				setHeld( null );
				const deal = dealOf( active.data );
				const to = over && stageIn( over.data );
				if ( deal && to && to.id !== deal.stage ) {
					move(
						deal,
						to,
						activatorEvent instanceof KeyboardEvent
							? '.steward-deal-card__handle'
							: ''
					);
				}
			} }
		>
			<VisuallyHidden>
				<p>
					{ __(
						'Each card has a menu to move it to another stage, and a handle to move it with the arrow keys.',
						'steward'
					) }
				</p>
			</VisuallyHidden>
			<div
				ref={ region }
				className="steward-board"
				role="region"
				aria-label={ sprintf(
					/* translators: %s: a pipeline. */
					__( 'Board of %s', 'steward' ),
					pipeline.name
				) }

				tabIndex={ 0 }
			>
				{ shown.map( ( { stage, column } ) => (
					<BoardColumn
						key={ stage.id }
						column={ column }
						stage={ stage }
						stages={ stages }
						today={ today }
						pending={ props.pending }
						isLoading={ props.loading.has( stage.id ) }
						dropping={ held }
						base={ props.base }
						onMove={ moveByMenu }
						onMore={ props.onMore }
						onAdd={ props.onAdd }
					/>
				) ) }
			</div>
			<DragOverlay dropAnimation={ null }>
				{ held && byPointer && (
					<div className="steward-deal-card is-held">
						<CardFace deal={ held } today={ today } />
					</div>
				) }
			</DragOverlay>
		</DndContext>
	);
}

/** The shape of a board while it loads. */
export function BoardSkeleton(): ReactElement {
	return (
		<div className="steward-board is-loading" role="status">
			<VisuallyHidden>
				{ __( 'Loading the board…', 'steward' ) }
			</VisuallyHidden>
			{ [ 3, 2, 4, 2, 1 ].map( ( cards, at ) => (
				<div key={ at } className="steward-column" aria-hidden>
					<span className="steward-skeleton__bar" />
					{ Array.from( { length: cards }, ( _, one ) => (
						<div key={ one } className="steward-deal-card">
							<span className="steward-skeleton__bar" />
							<span className="steward-skeleton__bar is-short" />
							<span className="steward-skeleton__bar is-short" />
						</div>
					) ) }
				</div>
			) ) }
		</div>
	);
}
