import { memo, useState, type ReactElement } from 'react';
import {
	Button,
	DropdownMenu,
	Icon,
	MenuGroup,
	MenuItem,
	Popover,
} from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import {
	calendar,
	caution,
	check,
	dragHandle,
	lock,
	moveTo,
} from '@wordpress/icons';
import { useDraggable } from '@dnd-kit/core';

import { useAccess } from '../../access/useAccess';
import { OwnerCell } from '../../components/OwnerCell';
import { RefusalNote } from '../../components/RefusalNote';
import { Skeleton } from '../../components/Skeleton';
import { OPPORTUNITY, type Opportunity, type Stage } from '../../entities';
import { dateShort } from '../../lib/dates';
import { money } from '../../lib/money';
import { revisionOf } from '../../lib/records';
import { Link } from '../../lib/router';
import { isOverdue } from './pipelines';

export interface DealCardProps {
	deal: Opportunity;
	stages: Stage[];
	/** YYYY-MM-DD. */
	today: string;
	isPending: boolean;
	/** The address that its details are opened from. */
	base: Record< string, string >;
	onMove: ( deal: Opportunity, stage: Stage ) => void;
}

/**
 * Why the card can't be moved, in the server's words.
 * @param root0
 * @param root0.deal
 */
function Why( { deal }: { deal: Opportunity } ): ReactElement {
	const { answer } = useAccess(
		deal.id,
		revisionOf( deal ),
		undefined,
		OPPORTUNITY
	);
	const update = answer?.actions.update;
	return update ? (
		<RefusalNote
			reason={ update.reason }
			message={ update.message }
			remedy={ update.remedy }
		/>
	) : (
		<Skeleton count={ 2 } />
	);
}

function WhyButton( { deal }: { deal: Opportunity } ): ReactElement {
	const [ isOpen, setOpen ] = useState( false );
	return (
		<>
			<Button
				icon={ lock }
				size="small"
				aria-expanded={ isOpen }
				label={ sprintf(
					/* translators: %s: an opportunity's title. */
					__( 'Why can’t I move %s?', 'steward' ),
					deal.title
				) }
				onClick={ () => setOpen( ! isOpen ) }
			/>
			{ isOpen && (
				<Popover
					className="steward-deal-why"
					placement="bottom-end"
					onClose={ () => setOpen( false ) }
				>
					<Why deal={ deal } />
				</Popover>
			) }
		</>
	);
}

/**
 * When it is expected to close; overdue by icon and word.
 * @param root0
 * @param root0.deal
 * @param root0.today
 */
export function CloseDate( {
	deal,
	today,
}: {
	deal: Opportunity;
	today: string;
} ): ReactElement | null {
	if ( ! deal.expected_close ) {
		return null;
	}
	const late = isOverdue( deal, today );
	const day = dateShort( `${ deal.expected_close }T12:00:00Z` );
	return (
		<span className={ `steward-close${ late ? ' is-overdue' : '' }` }>
			<Icon icon={ late ? caution : calendar } size={ 16 } />
			<time dateTime={ deal.expected_close }>
				{ late
					? /* translators: %s: a date. */
						sprintf( __( 'Overdue: %s', 'steward' ), day )
					: day }
			</time>
		</span>
	);
}

/**
 * What a card shows, without what it does: also what follows the pointer.
 *
 * @param props       The opportunity.
 * @param props.deal  The opportunity.
 * @param props.today YYYY-MM-DD.
 * @param props.to    The address of its details; none while it is dragged.
 */
export function CardFace( {
	deal,
	today,
	to,
}: {
	deal: Opportunity;
	today: string;
	to?: Record< string, string >;
} ): ReactElement {
	return (
		<>
			<h3 className="steward-deal-card__title">
				{ to ? (
					<Link to={ to } quiet draggable={ false }>
						{ deal.title }
					</Link>
				) : (
					deal.title
				) }
			</h3>
			<p className="steward-deal-card__contact">{ deal.contact_name }</p>
			<p className="steward-deal-card__value">
				{ money( deal.value, deal.currency ) }
			</p>
			<div className="steward-deal-card__foot">
				<OwnerCell record={ deal } size={ 20 } withoutClaim={ ! to } />
				<CloseDate deal={ deal } today={ today } />
			</div>
		</>
	);
}

/**
 * One opportunity on the board. The whole card follows the pointer; its handle is for the keyboard, its menu for everybody.
 */
export const DealCard = memo( function DealCardFace( {
	deal,
	stages,
	today,
	isPending,
	base,
	onMove,
}: DealCardProps ): ReactElement {
	const isMovable = deal.can.update && ! isPending;
	const {
		setNodeRef,
		setActivatorNodeRef,
		listeners,
		attributes,
		isDragging,
	} = useDraggable( {
		id: deal.id,
		data: { deal },
		disabled: ! isMovable,
	} );
	return (
		<li
			ref={ setNodeRef }
			className={ [
				'steward-deal-card',
				isDragging && 'is-dragging',
				isMovable && 'is-movable',
				isPending && 'is-pending',
			]
				.filter( Boolean )
				.join( ' ' ) }
			data-deal={ deal.id }
			aria-busy={ isPending || undefined }
			{ ...( isMovable ? listeners : {} ) }
		>
			<CardFace
				deal={ deal }
				today={ today }
				to={ { ...base, opportunity: String( deal.id ) } }
			/>
			<div className="steward-deal-card__tools">
				{ deal.can.update ? (
					<>
						<DropdownMenu
							icon={ moveTo }
							label={ sprintf(
								/* translators: %s: an opportunity's title. */
								__( 'Move %s to…', 'steward' ),
								deal.title
							) }
							toggleProps={ {
								size: 'small',
								disabled: isPending,
								accessibleWhenDisabled: true,
							} }
						>
							{ ( { onClose } ) => (
								<MenuGroup label={ __( 'Move to', 'steward' ) }>
									{ stages.map( ( stage ) => (
										<MenuItem
											key={ stage.id }
											role="menuitemradio"
											isSelected={
												stage.id === deal.stage
											}
											icon={
												stage.id === deal.stage
													? check
													: undefined
											}
											onClick={ () => {
												onClose();
												onMove( deal, stage );
											} }
										>
											{ stage.name }
										</MenuItem>
									) ) }
								</MenuGroup>
							) }
						</DropdownMenu>
						<button
							type="button"
							ref={ setActivatorNodeRef }
							className="steward-deal-card__handle"
							{ ...attributes }
							disabled={ isPending }
							aria-label={ sprintf(
								/* translators: %s: an opportunity's title. */
								__( 'Drag %s', 'steward' ),
								deal.title
							) }
						>
							<Icon icon={ dragHandle } size={ 20 } />
						</button>
					</>
				) : (
					<WhyButton deal={ deal } />
				) }
			</div>
		</li>
	);
} );
