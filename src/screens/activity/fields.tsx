import type { ReactElement } from 'react';
import type { Field } from '@wordpress/dataviews';
import { createInterpolateElement } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';

import { ActivityChanges } from '../../activity/ActivityChanges';
import {
	activityNote,
	activitySentence,
	causeText,
	changeLines,
} from '../../activity/activityText';
import { isOfSite } from '../../activity/siteText';
import { boot } from '../../boot';
import {
	CONTACT,
	OPPORTUNITY,
	type Member,
	type TeamActivityItem,
} from '../../entities';
import { dateTime, timeAgo } from '../../lib/dates';
import { formatNumber } from '../../lib/numbers';
import { isMe } from '../../lib/people';
import { recordParams } from '../../lib/records';
import { Link } from '../../lib/router';
import { actionOptions, causeOptions, objectText } from './labels';

function Sentence( { item }: { item: TeamActivityItem } ): ReactElement {
	const actor = item.actor
		? ( isMe( item.actor.id ) && __( 'You', 'steward' ) ) || item.actor.name
		: __( 'Steward', 'steward' );
	const lines = changeLines( item, boot.user.id );
	const note = activityNote( item );
	return (
		<div className="steward-log__what">
			<span>
				{ createInterpolateElement(
					activitySentence( item, boot.user.id ),
					{ actor: <strong>{ actor }</strong> }
				) }
			</span>
			{ note && <q className="steward-log__note">{ note }</q> }
			{ lines.length > 0 && (
				<details className="steward-log__changes">
					<summary>
						{ sprintf(
							/* translators: %s: how many fields changed. */
							_n(
								'%s change',
								'%s changes',
								lines.length,
								'steward'
							),
							formatNumber( lines.length )
						) }
					</summary>
					<ActivityChanges lines={ lines } />
				</details>
			) }
		</div>
	);
}

function RecordLink( { item }: { item: TeamActivityItem } ): ReactElement {
	const text = objectText( item.object_type, item.label, item.object_id );
	const { object_type: kind } = item;
	if ( ( kind === CONTACT || kind === OPPORTUNITY ) && item.label !== null ) {
		return (
			<Link to={ recordParams( kind, item.object_id ) }>{ text }</Link>
		);
	}
	return <span className="steward-muted">{ text }</span>;
}

function When( { item }: { item: TeamActivityItem } ): ReactElement {
	return (
		<time
			className="steward-log__when"
			dateTime={ item.created_gmt }
			title={ dateTime( item.created_gmt ) }
		>
			{ timeAgo( item.created_gmt ) }
		</time>
	);
}

/** What is about no record is named in the detail, which is no cause's then. */
function through( item: TeamActivityItem ): string {
	return causeText(
		isOfSite( item ) ? { ...item.cause, detail: null } : item.cause
	);
}

/**
 * The log's columns and filters.
 *
 * @param people Who can have done something.
 * @param kinds  Kinds of things, where there is more than one.
 */
export function activityFields(
	people: Member[],
	kinds: { value: string; label: string }[]
): Field< TeamActivityItem >[] {
	const plain = {
		enableSorting: false,
		enableHiding: false,
		filterBy: false as const,
	};
	return [
		{
			...plain,
			id: 'what',
			label: __( 'What', 'steward' ),
			elements: actionOptions(),
			filterBy: { operators: [ 'isAny' ] },
			getValue: ( { item } ) => item.action,
			render: Sentence,
		},
		{
			...plain,
			id: 'record',
			label: __( 'Record', 'steward' ),
			render: RecordLink,
		},
		{
			...plain,
			id: 'created',
			label: __( 'When', 'steward' ),
			type: 'date',
			filterBy: {
				operators: [ 'inThePast', 'between', 'afterInc', 'beforeInc' ],
			},
			getValue: ( { item } ) => item.created_gmt,
			render: When,
		},
		{
			...plain,
			id: 'through',
			label: __( 'Through', 'steward' ),
			elements: causeOptions(),
			filterBy: { operators: [ 'is' ] },
			getValue: ( { item } ) => item.cause.kind,
			render: ( { item } ) => (
				<span className="steward-log__through">
					{ through( item ) }
				</span>
			),
		},
		{
			...plain,
			id: 'who',
			label: __( 'Who', 'steward' ),
			elements: [
				{ value: 'me', label: __( 'Me', 'steward' ) },
				{ value: 'system', label: __( 'Steward itself', 'steward' ) },
				...people
					.filter( ( { id } ) => ! isMe( id ) )
					.map( ( { id, name } ) => ( {
						value: String( id ),
						label: name,
					} ) ),
			],
			filterBy: { operators: [ 'is' ] },
			render: ( { item } ) => <>{ item.actor?.name }</>,
		},
		{
			...plain,
			id: 'kind',
			label: __( 'Kind', 'steward' ),
			elements: kinds,
			filterBy: kinds.length > 1 && { operators: [ 'is' ] },
			render: ( { item } ) => <>{ item.object_type }</>,
		},
		{
			...plain,
			id: 'summary',
			label: __( 'Summary', 'steward' ),
			render: ( { item } ) => (
				<span className="steward-log__summary">
					<RecordLink item={ item } />
					<span aria-hidden>·</span>
					<When item={ item } />
					<span aria-hidden>·</span>
					<span>{ through( item ) }</span>
				</span>
			),
		},
	];
}
