import type { ReactElement } from 'react';
import { FormToggle } from '@wordpress/components';
import type { Field } from '@wordpress/dataviews';
import { __, _n, sprintf } from '@wordpress/i18n';

import { boot } from '../../boot';
import { PersonAvatar } from '../../components/PersonAvatar';
import type { Member } from '../../entities';
import { awayText, isOver, loadText } from '../../lib/members';
import { formatNumber } from '../../lib/numbers';
import { Link } from '../../lib/router';

/** The server counts that far. */
const MANY_UNREAD = 100;

const unreadText = ( unread: number ): string =>
	unread < MANY_UNREAD
		? formatNumber( unread )
		: `${ formatNumber( MANY_UNREAD - 1 ) }+`;

/**
 * Contacts of capacity, in words and, where there is room, as a meter.
 * @param root0
 * @param root0.member
 * @param root0.hasRoom
 */
function Load( { member, hasRoom }: { member: Member; hasRoom: boolean } ) {
	const contacts = member.contacts ?? 0;
	const capacity = member.capacity ?? null;
	return (
		<span
			className={ `steward-load${ isOver( member ) ? ' is-over' : '' }` }
		>
			<span>
				{ loadText( contacts, capacity ) }
				{ isOver( member ) && (
					<strong> { __( 'over capacity', 'steward' ) }</strong>
				) }
			</span>
			{ hasRoom && capacity !== null && (
				<meter
					aria-label={ __( 'Contacts of capacity', 'steward' ) }
					min={ 0 }
					max={ Math.max( 1, capacity ) }
					// What is nearly full is no good sign, what is over is a bad one.
					optimum={ 0 }
					low={ Math.max( 1, capacity ) * 0.8 }
					high={ Math.max( 1, capacity ) * 0.99 }
					value={ contacts }
				/>
			) }
		</span>
	);
}

/**
 * How many of somebody's follow-ups are overdue, as a link to them; nothing where the reader may not be told.
 *
 * @param props         Whose.
 * @param props.member  Somebody.
 * @param props.isAlone Whether no heading says what it is.
 */
function Overdue( {
	member,
	isAlone,
}: {
	member: Member;
	isAlone: boolean;
} ): ReactElement | null {
	const count = member.overdue_tasks ?? null;
	if ( count === null || ( isAlone && count === 0 ) ) {
		return null;
	}
	const words = sprintf(
		/* translators: %s: how many follow-ups. */
		_n( '%s overdue follow-up', '%s overdue follow-ups', count, 'steward' ),
		formatNumber( count )
	);
	if ( count === 0 ) {
		return <span>{ formatNumber( 0 ) }</span>;
	}
	return (
		// A row of DataViews' list may hold cells only.
		<span role={ isAlone ? 'gridcell' : undefined }>
			<Link
				className="steward-members__overdue"
				to={ {
					page: 'steward-tasks',
					tab: 'overdue',
					assignee: member.id,
				} }
				aria-label={ sprintf(
					/* translators: 1: how many follow-ups are overdue, 2: a person. */
					__( '%1$s of %2$s', 'steward' ),
					words,
					member.name
				) }
			>
				{ isAlone ? words : formatNumber( count ) }
			</Link>
		</span>
	);
}

/**
 * Whether somebody is narrowed.
 *
 * @param member  Somebody.
 * @param isAlone Whether no heading says what it is.
 */
function narrowText( member: Member, isAlone: boolean ): string {
	if ( isAlone ) {
		return member.only_assigned_data
			? __( 'Only Assigned Data', 'steward' )
			: '';
	}
	return member.only_assigned_data
		? __( 'Yes', 'steward' )
		: __( 'No', 'steward' );
}

const YES_NO = [
	{ value: 'true', label: __( 'Yes', 'steward' ) },
	{ value: 'false', label: __( 'No', 'steward' ) },
];

/**
 * The list's columns and filters.
 *
 * @param onNarrow Asks to turn somebody's Only Assigned Data; null where a row has no room for a switch.
 */
export function memberFields(
	onNarrow: ( ( member: Member ) => void ) | null
): Field< Member >[] {
	/** A number; in words where no heading says what it is. */
	const counted = (
		count: ( member: Member ) => number,
		text: ( member: Member ) => string
	) => ( {
		getValue: ( { item }: { item: Member } ) => count( item ),
		render: ( { item }: { item: Member } ) => (
			<span>
				{ onNarrow ? formatNumber( count( item ) ) : text( item ) }
			</span>
		),
	} );
	return [
		{
			id: 'name',
			label: __( 'Name', 'steward' ),
			type: 'text',
			enableHiding: false,
			filterBy: false,
			render: ( { item } ) => (
				<span className="steward-owner">
					<PersonAvatar person={ item } />
					<span className="steward-owner__name">{ item.name }</span>
				</span>
			),
		},
		{
			id: 'roles',
			label: __( 'Role', 'steward' ),
			type: 'text',
			enableSorting: false,
			filterBy: false,
			getValue: ( { item } ) => item.roles.join( ', ' ),
		},
		{
			id: 'only_assigned_data',
			label: __( 'Only Assigned Data', 'steward' ),
			enableSorting: false,
			elements: YES_NO,
			filterBy: { operators: [ 'is' ], isPrimary: true },
			getValue: ( { item } ) => String( item.only_assigned_data ),
			render: ( { item } ) =>
				boot.can.manage && onNarrow ? (
					<FormToggle
						checked={ item.only_assigned_data === true }
						aria-label={ sprintf(
							/* translators: %s: a person. */
							__( 'Only Assigned Data for %s', 'steward' ),
							item.name
						) }
						onChange={ () => onNarrow( item ) }
					/>
				) : (
					<span>{ narrowText( item, onNarrow === null ) }</span>
				),
		},
		{
			id: 'contacts',
			label: __( 'Contacts', 'steward' ),
			type: 'integer',
			enableSorting: true,
			filterBy: false,
			render: ( { item } ) => (
				<Load member={ item } hasRoom={ onNarrow !== null } />
			),
		},
		{
			id: 'open_opportunities',
			label: __( 'Open opportunities', 'steward' ),
			type: 'integer',
			enableSorting: false,
			filterBy: false,
			...counted(
				( { open_opportunities: open } ) => open ?? 0,
				( { open_opportunities: open } ) =>
					sprintf(
						/* translators: %s: number of opportunities. */
						_n(
							'%s open opportunity',
							'%s open opportunities',
							open ?? 0,
							'steward'
						),
						formatNumber( open ?? 0 )
					)
			),
		},
		{
			id: 'overdue_tasks',
			label: __( 'Overdue', 'steward' ),
			type: 'integer',
			enableSorting: false,
			filterBy: false,
			getValue: ( { item } ) => item.overdue_tasks ?? 0,
			render: ( { item } ) => (
				<Overdue member={ item } isAlone={ onNarrow === null } />
			),
		},
		{
			id: 'unread',
			label: __( 'Unread', 'steward' ),
			type: 'integer',
			enableSorting: false,
			filterBy: false,
			...counted(
				( { unread } ) => unread ?? 0,
				( { unread } ) =>
					sprintf(
						/* translators: %s: number of notifications. */
						__( '%s unread', 'steward' ),
						unreadText( unread ?? 0 )
					)
			),
		},
		{
			id: 'away',
			label: __( 'Out of office', 'steward' ),
			enableSorting: false,
			elements: YES_NO,
			filterBy: { operators: [ 'is' ], isPrimary: true },
			getValue: ( { item } ) => String( item.away ),
			render: ( { item } ) => <span>{ awayText( item ) }</span>,
		},
	];
}
