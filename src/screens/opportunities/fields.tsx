import type { Field } from '@wordpress/dataviews';
import { __ } from '@wordpress/i18n';

import { boot } from '../../boot';
import { contactFilter } from '../../components/ContactFilter';
import { FollowersStack } from '../../components/FollowersStack';
import { OwnerCell } from '../../components/OwnerCell';
import type { Opportunity, Pipeline } from '../../entities';
import { dateShort, dateTime, timeAgo } from '../../lib/dates';
import { memberOptions } from '../../lib/memberOptions';
import { currencyName, money } from '../../lib/money';
import { personOf } from '../../lib/people';
import { outcomeLabel } from '../../lib/stages';
import { CloseDate } from './DealCard';
import { stageOf } from './pipelines';
import { tabSetsOwner, type Tab } from './view';

const ANY = { operators: [ 'isAny' as const ], isPrimary: true };

const owners = () => memberOptions( __( 'Unassigned', 'steward' ) );
const followers = () => memberOptions();

/**
 * The list's columns, and the filters of list and board.
 *
 * @param tab       The tab.
 * @param narrow    Whether the rows are a list's.
 * @param isBoard   Whether stages are columns already.
 * @param pipelines The pipelines.
 * @param pipeline  The one that is shown; none for all.
 * @param today     YYYY-MM-DD.
 */
export function dealFields(
	tab: Tab,
	narrow: boolean,
	isBoard: boolean,
	pipelines: Pipeline[],
	pipeline: Pipeline | undefined,
	today: string
): Field< Opportunity >[] {
	const shown = pipeline ? [ pipeline ] : pipelines;
	const single = ! boot.opportunities.separateOwners;
	return [
		{
			id: 'title',
			label: __( 'Opportunity', 'steward' ),
			type: 'text',
			enableHiding: false,
			filterBy: false,
			render: ( { item } ) => (
				<span className="steward-deal-title">{ item.title }</span>
			),
		},
		{
			id: 'contact_name',
			label: __( 'Contact’s name', 'steward' ),
			type: 'text',
			enableSorting: false,
			enableHiding: false,
			filterBy: false,
		},
		{
			id: 'owner',
			label: single
				? __( 'Owner (the contact’s)', 'steward' )
				: __( 'Owner', 'steward' ),
			enableSorting: true,
			getElements: owners,
			filterBy: tabSetsOwner( tab ) ? false : ANY,
			getValue: ( { item } ) => String( item.owner ?? 'none' ),
			render: ( { item } ) => (
				<OwnerCell record={ item } withoutClaim={ narrow } />
			),
		},
		{
			id: 'stage',
			label: __( 'Stage', 'steward' ),
			enableSorting: false,
			elements: shown.flatMap( ( { stages, name } ) =>
				stages.map( ( stage ) => ( {
					value: String( stage.id ),
					label:
						shown.length > 1
							? `${ name }: ${ stage.name }`
							: stage.name,
				} ) )
			),
			filterBy: isBoard ? false : ANY,
			getValue: ( { item } ) => String( item.stage ),
			render: ( { item } ) => {
				const stage = stageOf( pipelines, item.stage );
				return stage ? (
					<span className={ `steward-stage is-${ stage.color }` }>
						{ stage.name }
					</span>
				) : null;
			},
		},
		{
			id: 'status',
			label: __( 'Status', 'steward' ),
			enableSorting: false,
			elements: ( [ 'open', 'won', 'lost' ] as const ).map(
				( value ) => ( { value, label: outcomeLabel( value ) } )
			),
			filterBy: isBoard ? false : { operators: [ 'isAny' ] },
			render: ( { item } ) => <>{ outcomeLabel( item.status ) }</>,
		},
		{
			id: 'value',
			label: __( 'Value', 'steward' ),
			type: 'number',
			enableSorting: true,
			filterBy: {
				// The first is what the filter opens with: one bound is enough for it.
				operators: [
					'greaterThanOrEqual',
					'lessThanOrEqual',
					'between',
				],
			},
			render: ( { item } ) => (
				<span className="steward-amount">
					{ money( item.value, item.currency ) }
				</span>
			),
		},
		{
			id: 'currency',
			label: __( 'Currency', 'steward' ),
			enableSorting: false,
			enableHiding: false,
			elements: [
				...new Set( pipelines.map( ( { currency } ) => currency ) ),
			].map( ( value ) => ( {
				value,
				label: `${ value } · ${ currencyName( value ) }`,
			} ) ),
			filterBy: { operators: [ 'is' ] },
		},
		{
			id: 'expected_close',
			label: __( 'Expected close', 'steward' ),
			type: 'date',
			enableSorting: true,
			filterBy: { operators: [ 'between', 'afterInc', 'beforeInc' ] },
			render: ( { item } ) => <CloseDate deal={ item } today={ today } />,
		},
		{
			id: 'follower',
			label: __( 'Follower', 'steward' ),
			enableSorting: false,
			enableHiding: false,
			getElements: followers,
			filterBy: tab === 'following' ? false : { operators: [ 'is' ] },
		},
		contactFilter< Opportunity >(),
		{
			id: 'modified',
			label: __( 'Last change', 'steward' ),
			enableSorting: true,
			filterBy: false,
			getValue: ( { item } ) => item.modified_gmt,
			render: ( { item } ) => (
				<time
					dateTime={ item.modified_gmt }
					title={ dateTime( item.modified_gmt ) }
				>
					{ timeAgo( item.modified_gmt ) }
				</time>
			),
		},
		{
			id: 'created',
			label: __( 'Created', 'steward' ),
			enableSorting: true,
			filterBy: false,
			getValue: ( { item } ) => item.created_gmt,
			render: ( { item } ) => (
				<time
					dateTime={ item.created_gmt }
					title={ dateTime( item.created_gmt ) }
				>
					{ dateShort( item.created_gmt ) }
				</time>
			),
		},
		{
			id: 'followers',
			label: __( 'Followers', 'steward' ),
			enableSorting: false,
			filterBy: false,
			render: ( { item } ) => (
				<FollowersStack
					people={ item.followers.map( ( user ) =>
						personOf( item, user )
					) }
				/>
			),
		},
	];
}
