import { useEffect, useRef, type ReactElement } from 'react';
import { Button } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import { plus } from '@wordpress/icons';
import { useDroppable } from '@dnd-kit/core';

import type { BoardStage, Opportunity, Stage } from '../../entities';
import { compareAmounts, money } from '../../lib/money';
import { formatNumber } from '../../lib/numbers';
import { stageOdds } from '../../lib/stages';
import { DealCard } from './DealCard';

export interface BoardColumnProps {
	column: BoardStage;
	stage: Stage;
	stages: Stage[];
	today: string;
	pending: ReadonlySet< number >;
	isLoading: boolean;
	/** The card that would be dropped here, if one is held over it. */
	dropping: Opportunity | null;

	/** The address that details are opened from; the same object while it is the same. */
	base: Record< string, string >;
	onMove: ( deal: Opportunity, stage: Stage ) => void;
	onMore: ( stage: number ) => void;
	/** Adds one here; none where the role can't. */
	onAdd: ( ( stage: number ) => void ) | undefined;
}

/** The column's sums: a line a currency. */
function Sums( { column }: { column: BoardStage } ): ReactElement | null {
	const sums = column.values.filter(
		( { value } ) => compareAmounts( value, '0' ) !== 0
	);
	if ( sums.length === 0 ) {
		return null;
	}
	return (
		<p className="steward-column__sums">
			{ sums.map( ( { currency, value } ) => (
				<span key={ currency }>{ money( value, currency ) }</span>
			) ) }
		</p>
	);
}

/** Asks for more as soon as it is seen. */
function More( {
	rest,
	name,
	isLoading,
	onMore,
}: {
	rest: number;
	name: string;
	isLoading: boolean;
	onMore: () => void;
} ): ReactElement {
	const element = useRef< HTMLDivElement >( null );
	const more = useRef( onMore );
	more.current = onMore;
	useEffect( () => {
		if ( isLoading || ! element.current || ! window.IntersectionObserver ) {
			return undefined;
		}
		const observer = new window.IntersectionObserver( ( entries ) => {
			if ( entries.some( ( { isIntersecting } ) => isIntersecting ) ) {
				more.current();
			}
		} );
		observer.observe( element.current );
		return () => observer.disconnect();
	}, [ isLoading, rest ] );
	return (
		<div ref={ element } className="steward-column__more">
			<Button
				variant="tertiary"
				size="compact"
				isBusy={ isLoading }
				disabled={ isLoading }
				accessibleWhenDisabled
				aria-label={ sprintf(
					/* translators: 1: a stage, 2: how many more. */
					__( 'Load more of %1$s, %2$s left', 'steward' ),
					name,
					formatNumber( rest )
				) }
				onClick={ onMore }
			>
				{ sprintf(
					/* translators: %s: how many more. */
					__( 'Load more (%s left)', 'steward' ),
					formatNumber( rest )
				) }
			</Button>
		</div>
	);
}

/**
 * One stage: how many, how much, and the cards.
 *
 * @param props The column and what can be done in it.
 */
export function BoardColumn( props: BoardColumnProps ): ReactElement {
	const { column, stage, stages, dropping, onAdd } = props;
	const { setNodeRef, isOver } = useDroppable( {
		id: `stage-${ stage.id }`,
		data: { stage },
	} );
	const title = `steward-stage-${ stage.id }`;
	const rest = column.count - column.opportunities.length;
	const isTarget = isOver && dropping?.stage !== stage.id;
	return (
		<section
			ref={ setNodeRef }
			className={ `steward-column${ isTarget ? ' is-target' : '' }` }
			aria-labelledby={ title }
			data-stage={ stage.id }
		>
			<header className="steward-column__head">
				<h2 id={ title } className="steward-column__title">
					<span
						className={ `steward-stage__dot is-${ stage.color }` }
						aria-hidden
					/>
					<span className="steward-column__name">{ stage.name }</span>{ ' ' }
					<span
						className="steward-column__count"
						aria-label={ sprintf(
							/* translators: %s: how many opportunities. */
							_n(
								'%s opportunity',
								'%s opportunities',
								column.count,
								'steward'
							),
							formatNumber( column.count )
						) }
						role="img"
					>
						{ formatNumber( column.count ) }
					</span>
				</h2>
				{ onAdd && (
					<Button
						icon={ plus }
						size="small"
						label={ sprintf(
							/* translators: %s: a stage. */
							__( 'Add an opportunity in %s', 'steward' ),
							stage.name
						) }
						onClick={ () => onAdd( stage.id ) }
					/>
				) }
				<p className="steward-column__odds">{ stageOdds( stage ) }</p>
				<Sums column={ column } />
			</header>
			<ul className="steward-column__cards" aria-labelledby={ title }>
				{ isTarget && dropping && (
					<li className="steward-column__drop" aria-hidden>
						{ sprintf(
							/* translators: %s: an opportunity's title. */
							__( 'Drop %s here', 'steward' ),
							dropping.title
						) }
					</li>
				) }
				{ column.opportunities.map( ( deal ) => (
					<DealCard
						key={ deal.id }
						deal={ deal }
						stages={ stages }
						today={ props.today }
						isPending={ props.pending.has( deal.id ) }
						base={ props.base }
						onMove={ props.onMove }
					/>
				) ) }
			</ul>
			{ column.count === 0 && ! isTarget && (
				<p className="steward-column__empty">
					{ __( 'None here', 'steward' ) }
				</p>
			) }
			{ rest > 0 && (
				<More
					rest={ rest }
					name={ stage.name }
					isLoading={ props.isLoading }
					onMore={ () => props.onMore( stage.id ) }
				/>
			) }
		</section>
	);
}
