/**
 * Activity that is about no record, in words: roles, settings, members, pipelines. Pure.
 */
import { __, sprintf } from '@wordpress/i18n';

import type { ActivityItem, Outcome, StageColor } from '../entities';
import { colorLabel, outcomeLabel } from '../lib/stages';
import { deliveries } from '../screens/notifications/choices';
import { fullLabel, valueLabel } from '../screens/roles/labels';
import { SITE } from '../screens/roles/matrix';

const KINDS = [ 'member', 'pipeline', 'role', 'settings', 'stage' ];

/** How people are told of a kind of notification. */
const DELIVERY = 'notification_defaults.';

/**
 * Whether an item is about no record.
 *
 * @param item The item.
 */
export function isOfSite( item: ActivityItem ): boolean {
	return KINDS.includes( item.object_type );
}

/**
 * The sentence of an item that is about no record. `<actor/>` stands where the actor's name goes.
 *
 * @param item The item.
 */
export function siteSentence( item: ActivityItem ): string {
	switch ( `${ item.object_type } ${ item.action }` ) {
		case 'role created':
			return __( '<actor/> made a role', 'steward' );
		case 'role removed':
			return __( '<actor/> removed a role', 'steward' );
		case 'role updated':
			return __( '<actor/> changed a role', 'steward' );
		case 'member seen_as':
			return __(
				'<actor/> looked at the contacts as this person sees them',
				'steward'
			);
		case 'member updated':
			return __( '<actor/> changed a member', 'steward' );
		case 'pipeline created':
			return __( '<actor/> added a pipeline', 'steward' );
		case 'pipeline removed':
			return __( '<actor/> removed a pipeline', 'steward' );
		case 'pipeline updated':
			return __( '<actor/> changed a pipeline', 'steward' );
		case 'stage created':
			return __( '<actor/> added a stage', 'steward' );
		case 'stage removed':
			return __( '<actor/> removed a stage', 'steward' );
		case 'stage updated':
			return __( '<actor/> changed a stage', 'steward' );
		default:
			return __( '<actor/> changed the settings', 'steward' );
	}
}

/** A cell of the Role Manager: "contacts.view", "reports". */
function cellLabel( path: string ): string {
	const [ group, cell ] = path.includes( '.' )
		? ( path.split( '.' ) as [ string, string ] )
		: [ SITE, path ];
	const isScope =
		[ 'contacts', 'opportunities' ].includes( group ) &&
		[ 'view', 'update' ].includes( cell );
	return fullLabel( group, {
		path,
		cell,
		kind: isScope ? 'scope' : 'flag',
	} );
}

function labels(): Record< string, string > {
	return {
		name: __( 'Name', 'steward' ),
		currency: __( 'Currency', 'steward' ),
		position: __( 'Place', 'steward' ),
		color: __( 'Colour', 'steward' ),
		probability: __( 'Probability', 'steward' ),
		outcome: __( 'Outcome', 'steward' ),
		capacity: __( 'Capacity', 'steward' ),
		only_assigned_data: __( 'Only Assigned Data', 'steward' ),
		out_of_office: __( 'Out of office', 'steward' ),
		erase_on_uninstall: __( 'Erase everything on uninstall', 'steward' ),
		owned_scope_sees_unassigned: __(
			'Members with owned scope see unassigned contacts',
			'steward'
		),
		separate_owners: __(
			'Allow different owners for contacts and its opportunities',
			'steward'
		),
		sync_contact_follower: __(
			'Sync contact follower with opportunity owner',
			'steward'
		),
		sync_opportunity_follower: __(
			'Sync opportunity follower with contact owner',
			'steward'
		),
	};
}

/** The kinds of notifications, as the server calls them. */
function notificationKinds(): Record< string, string > {
	return {
		assigned: __( 'Assigned to you', 'steward' ),
		lost: __( 'Taken from you', 'steward' ),
		follower_added: __( 'Added as a follower', 'steward' ),
		follower_removed: __( 'Removed as a follower', 'steward' ),
		owner_changed: __( 'New owner of what you follow', 'steward' ),
		changed: __( 'Changes', 'steward' ),
	};
}

/**
 * What a field of an item that is about no record is called.
 *
 * @param item  The item.
 * @param field Its name in the activity.
 */
export function siteLabel( item: ActivityItem, field: string ): string {
	if ( field.startsWith( DELIVERY ) ) {
		const kind = field.slice( DELIVERY.length );
		return sprintf(
			/* translators: %s: a kind of notification, such as "Assigned to you". */
			__( 'Notifications: %s', 'steward' ),
			notificationKinds()[ kind ] ?? kind
		);
	}
	const known = labels()[ field ];
	return (
		known ?? ( item.object_type === 'role' ? cellLabel( field ) : field )
	);
}

/**
 * A value of such a field as text; empty when there is none.
 *
 * @param item  The item.
 * @param field The field.
 * @param value Its value.
 */
export function siteValue(
	item: ActivityItem,
	field: string,
	value: unknown
): string {
	if ( value === null || value === undefined || value === '' ) {
		return '';
	}
	if ( typeof value === 'boolean' ) {
		return valueLabel( value );
	}
	switch ( field ) {
		case 'color':
			return colorLabel( value as StageColor );
		case 'outcome':
			return outcomeLabel( value as Outcome );
		case 'probability':
			return `${ String( value ) }%`;
		case 'position':
			return String( Number( value ) + 1 );
	}
	if ( item.object_type === 'role' && field !== 'name' ) {
		return valueLabel( value as 'all' );
	}
	const delivery = field.startsWith( DELIVERY )
		? deliveries().find( ( one ) => one.value === value )
		: undefined;
	return delivery?.label ?? String( value );
}
