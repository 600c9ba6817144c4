import apiFetch from '@wordpress/api-fetch';
import type { Field, Option } from '@wordpress/dataviews';
import { __, sprintf } from '@wordpress/i18n';
import { addQueryArgs } from '@wordpress/url';

import { boot } from '../../boot';
import { FollowersStack } from '../../components/FollowersStack';
import { OwnerCell } from '../../components/OwnerCell';
import { paths, type Contact, type Tag } from '../../entities';
import { dateShort, dateTime, timeAgo } from '../../lib/dates';
import { countryName, countryOptions } from '../../lib/countries';
import { memberOptions } from '../../lib/memberOptions';
import { contactName, personOf } from '../../lib/people';
import { sourceText } from '../../lib/sources';
import { NextTask } from './NextTasks';
import { tabSetsOwner, type Tab } from './view';

const TAGS_SHOWN = 2;

const ownerOptions = () => memberOptions( __( 'Unassigned', 'steward' ) );

async function tagOptions(): Promise< Option[] > {
	const tags = await apiFetch< Tag[] >( {
		path: addQueryArgs( paths.tags(), { per_page: 100 } ),
	} ).catch( (): Tag[] => [] );
	return tags.map( ( { name } ) => ( { value: name, label: name } ) );
}

function Tags( { tags }: { tags: string[] } ) {
	if ( tags.length === 0 ) {
		return null;
	}
	const rest = tags.length - TAGS_SHOWN;
	return (
		<span className="steward-tags" title={ tags.join( ', ' ) }>
			{ tags.slice( 0, TAGS_SHOWN ).map( ( tag ) => (
				<span key={ tag } className="steward-tag">
					{ tag }
				</span>
			) ) }
			{ rest > 0 && (
				<span className="steward-tags__rest">
					{ sprintf(
						/* translators: %d: how many more. */
						__( '+%d', 'steward' ),
						rest
					) }
				</span>
			) }
		</span>
	);
}

/** Text that gives way rather than overlap, after two lines. */
function Clip( { text }: { text: string } ) {
	return (
		<span className="steward-clip" title={ text }>
			{ text }
		</span>
	);
}

function Moment( { gmt, ago }: { gmt: string; ago?: boolean } ) {
	if ( ! gmt ) {
		return null;
	}
	return (
		<time
			className={ `steward-moment${ ago ? ' is-ago' : '' }` }
			dateTime={ gmt }
			title={ dateTime( gmt ) }
		>
			{ ago ? timeAgo( gmt ) : dateShort( gmt ) }
		</time>
	);
}

/**
 * "Porto, Portugal".
 * @param root0
 * @param root0.address
 */
function place( { address }: Contact ): string {
	return [
		address?.city || address?.region,
		address?.country ? countryName( address.country ) : '',
	]
		.filter( Boolean )
		.join( ', ' );
}

/**
 * What stands under the name: the first of company, e-mail and phone that isn't the name itself.
 * @param contact
 */
function secondLine( contact: Contact ): string {
	const name = contactName( contact );
	const { company, email, phone } = contact;
	return (
		[ company, email, phone ].find( ( text ) => text && text !== name ) ??
		''
	);
}

/**
 * The list's columns and filters.
 *
 * @param tab      The tab: some already say whose contacts they show.
 * @param isSeenAs Whether it is seen through somebody else's eyes, who may see other follow-ups.
 */
export function contactFields(
	tab: Tab,
	isSeenAs: boolean
): Field< Contact >[] {
	const next: Field< Contact > = {
		id: 'next_task',
		label: __( 'Next follow-up', 'steward' ),
		enableSorting: false,
		filterBy: false,
		render: ( { item } ) => <NextTask contact={ item } />,
	};
	return [
		{
			id: 'name',
			label: __( 'Name', 'steward' ),
			type: 'text',
			enableHiding: false,
			enableSorting: true,
			filterBy: false,
			getValue: ( { item } ) => contactName( item ),
			render: ( { item } ) => (
				<span className="steward-contact-name">
					{ contactName( item ) }
				</span>
			),
		},
		{
			id: 'company',
			label: __( 'Company', 'steward' ),
			type: 'text',
			enableSorting: false,
			enableHiding: false,
			filterBy: false,
			render: ( { item } ) => (
				<span className="steward-contact-company">
					{ secondLine( item ) }
				</span>
			),
		},
		{
			id: 'contact_owner',
			label: __( 'Owner', 'steward' ),
			enableSorting: true,
			getElements: ownerOptions,
			filterBy: tabSetsOwner( tab )
				? false
				: { operators: [ 'isAny' ], isPrimary: true },
			getValue: ( { item } ) => String( item.contact_owner ?? 'none' ),
			render: ( { item } ) => <OwnerCell record={ item } />,
		},
		{
			id: 'tags',
			label: __( 'Tags', 'steward' ),
			type: 'array',
			enableSorting: false,
			getElements: tagOptions,
			filterBy: { operators: [ 'isAny', 'isAll' ], isPrimary: true },
			render: ( { item } ) => <Tags tags={ item.tags ?? [] } />,
		},
		{
			id: 'place',
			label: __( 'Place', 'steward' ),
			type: 'text',
			enableSorting: false,
			filterBy: false,
			getValue: ( { item } ) => place( item ),
			render: ( { item } ) => <Clip text={ place( item ) } />,
		},
		{
			id: 'source',
			label: __( 'Source', 'steward' ),
			type: 'text',
			enableSorting: false,
			filterBy: { operators: [ 'is' ] },
			render: ( { item } ) => <Clip text={ sourceText( item.source ) } />,
		},
		...( isSeenAs ? [] : [ next ] ),
		{
			id: 'modified',
			label: __( 'Last change', 'steward' ),
			enableSorting: true,
			filterBy: false,
			getValue: ( { item } ) => item.modified_gmt,
			render: ( { item } ) => <Moment gmt={ item.modified_gmt } ago />,
		},
		{
			id: 'created',
			label: __( 'Created', 'steward' ),
			type: 'date',
			enableSorting: true,
			filterBy: {
				operators: [ 'inThePast', 'between', 'afterInc', 'beforeInc' ],
			},
			getValue: ( { item } ) => item.created_gmt,
			render: ( { item } ) => <Moment gmt={ item.created_gmt } />,
		},
		{
			id: 'email',
			label: __( 'E-mail', 'steward' ),
			type: 'text',
			enableSorting: true,
			filterBy: false,
			render: ( { item } ) =>
				item.email ? (
					<a href={ `mailto:${ item.email }` }>{ item.email }</a>
				) : null,
		},
		{
			id: 'phone',
			label: __( 'Phone', 'steward' ),
			type: 'text',
			enableSorting: false,
			filterBy: false,
			render: ( { item } ) =>
				item.phone ? (
					<a href={ `tel:${ item.phone.replace( /[^+\d]/g, '' ) }` }>
						{ item.phone }
					</a>
				) : null,
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
		// Only to filter by: the Place column shows them.
		{
			id: 'country',
			label: __( 'Country', 'steward' ),
			enableSorting: false,
			enableHiding: false,
			elements: countryOptions( boot.countries ),
			filterBy: { operators: [ 'is' ] },
			getValue: ( { item } ) => item.address?.country,
		},
		{
			id: 'region',
			label: __( 'Region', 'steward' ),
			type: 'text',
			enableSorting: false,
			enableHiding: false,
			filterBy: { operators: [ 'is' ] },
			getValue: ( { item } ) => item.address?.region,
		},
		{
			id: 'city',
			label: __( 'City', 'steward' ),
			type: 'text',
			enableSorting: false,
			enableHiding: false,
			filterBy: { operators: [ 'is' ] },
			getValue: ( { item } ) => item.address?.city,
		},
	];
}
