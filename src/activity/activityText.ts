/**
 * Activity in words: who did what, what changed, and through what. Pure.
 */
import { __, sprintf } from '@wordpress/i18n';

import { OPPORTUNITY, type ActivityItem } from '../entities';
import type { FieldValue } from '../screens/contact/changes';
import { fieldLabel, fieldText } from '../screens/contact/labels';
import { opportunitySentence, WITH_CONTACT } from './opportunityText';
import { isOfSite, siteLabel, siteSentence, siteValue } from './siteText';
import {
	isOfTask,
	taskLabel,
	taskSentence,
	taskValue,
	TITLED,
} from './taskText';

export interface ChangeLine {
	field: string;
	label: string;
	/** Empty when there was nothing. */
	old: string;
	/** Empty when there is nothing now. */
	new: string;
}

type Names = Record< string, string >;

function personName( id: unknown, names: Names, me: number ): string {
	if ( typeof id !== 'number' || id < 1 ) {
		return '';
	}
	if ( id === me ) {
		return __( 'you', 'steward' );
	}
	return (
		names[ String( id ) ] ??
		/* translators: %d: a user's id. */
		sprintf( __( 'user %d', 'steward' ), id )
	);
}

/** Actions whose one change is said by the sentence itself. */
const SAID = [
	'claimed',
	'released',
	'claim_undone',
	'reassigned',
	'follower_added',
	'follower_removed',
	'sync_skipped',
];

/** Fields that hold an owner. */
const OWNERS = [ 'contact_owner', 'owner' ];
/** Fields that hold somebody. */
const PEOPLE = [ ...OWNERS, 'follower', 'assignee' ];

/** Whether the sentence says a change already. */
function isSaid( action: string, field: string ): boolean {
	return (
		field === 'note' ||
		field === WITH_CONTACT ||
		( SAID.includes( action ) &&
			[ ...OWNERS, 'follower' ].includes( field ) ) ||
		( TITLED.includes( action ) && field === 'title' ) ||
		( action === 'tasks_moved' &&
			[ 'tasks', 'assignee' ].includes( field ) )
	);
}

/**
 * The sentence of an item. `<actor/>` stands where the actor's name goes.
 *
 * @param item The item.
 * @param me   The reader's user id, who is "you".
 */
export function activitySentence( item: ActivityItem, me: number ): string {
	const names = item.names ?? {};
	const owner = item.changes.contact_owner;
	const follower = item.changes.follower;
	const who = ( id: unknown ) => personName( id, names, me );
	if ( isOfSite( item ) ) {
		return siteSentence( item );
	}
	const ofTask = taskSentence( item );
	if ( ofTask ) {
		return ofTask;
	}
	const own =
		item.object_type === OPPORTUNITY
			? opportunitySentence( item, who )
			: null;
	if ( own ) {
		return own;
	}
	switch ( item.action ) {
		case 'created':
			return __( '<actor/> added this contact', 'steward' );
		case 'updated':
			return __( '<actor/> changed the details', 'steward' );
		case 'claimed':
			return __( '<actor/> claimed this contact', 'steward' );
		case 'claim_undone':
			return __( '<actor/> took the claim back', 'steward' );
		case 'released':
			return owner?.old && owner.old !== item.actor?.id
				? sprintf(
						/* translators: %s: the former owner. */
						__(
							'<actor/> released this contact from %s',
							'steward'
						),
						who( owner.old )
					)
				: __( '<actor/> released this contact', 'steward' );
		case 'reassigned':
			if ( owner?.old ) {
				return sprintf(
					/* translators: 1: the former owner, 2: the new owner. */
					__(
						'<actor/> reassigned this contact from %1$s to %2$s',
						'steward'
					),
					who( owner.old ),
					who( owner.new )
				);
			}
			return sprintf(
				/* translators: %s: the new owner. */
				__( '<actor/> assigned this contact to %s', 'steward' ),
				who( owner?.new )
			);
		case 'follower_added':
			return follower?.new === item.actor?.id
				? __( '<actor/> followed this contact', 'steward' )
				: sprintf(
						/* translators: %s: a person. */
						__( '<actor/> added %s as a follower', 'steward' ),
						who( follower?.new )
					);
		case 'follower_removed':
			return follower?.old === item.actor?.id
				? __( '<actor/> stopped following this contact', 'steward' )
				: sprintf(
						/* translators: %s: a person. */
						__( '<actor/> removed %s as a follower', 'steward' ),
						who( follower?.old )
					);
		case 'sync_skipped':
			return follower?.new === me
				? __(
						'You weren’t added as a follower: the list is full',
						'steward'
					)
				: sprintf(
						/* translators: %s: a person. */
						__(
							'%s wasn’t added as a follower: the list is full',
							'steward'
						),
						who( follower?.new )
					);
		case 'trashed':
			return __( '<actor/> moved this contact to the trash', 'steward' );
		case 'restored':
			return __( '<actor/> restored this contact', 'steward' );
		case 'erased':
			return __( '<actor/> erased a contact for good', 'steward' );
		case 'submission':
			return __( '<actor/> added what a form sent', 'steward' );
		default:
			return `<actor/> ${ item.action.replace( /_/g, ' ' ) }`;
	}
}

/**
 * What changed, line by line; nothing where the sentence says it.
 *
 * @param item The item.
 * @param me   The reader's user id.
 */
export function changeLines( item: ActivityItem, me: number ): ChangeLine[] {
	return Object.entries( item.changes )
		.filter(
			( [ field, change ] ) =>
				! isSaid( item.action, field ) && change.old !== change.new
		)
		.map( ( [ field, change ] ) => {
			if ( isOfSite( item ) ) {
				return {
					field,
					label: siteLabel( item, field ),
					old: siteValue( item, field, change.old ),
					new: siteValue( item, field, change.new ),
				};
			}
			if ( isOfTask( item ) && field !== 'assignee' ) {
				return {
					field,
					label: taskLabel( field ),
					old: taskValue( field, change.old ),
					new: taskValue( field, change.new ),
				};
			}
			const text = ( value: unknown ) =>
				PEOPLE.includes( field )
					? ( value === me && __( 'You', 'steward' ) ) ||
						personName( value, item.names ?? {}, me )
					: fieldText( field, value as FieldValue );
			return {
				field,
				label:
					item.object_type === OPPORTUNITY && field === 'title'
						? __( 'Title', 'steward' )
						: fieldLabel( field ),
				old: text( change.old ),
				new: text( change.new ),
			};
		} );
}

/**
 * The note that came with a reassignment.
 *
 * @param item The item.
 */
export function activityNote( item: ActivityItem ): string {
	const note = item.changes.note?.new;
	return typeof note === 'string' ? note : '';
}

/**
 * Through what a change came about.
 *
 * @param cause        The cause.
 * @param cause.kind   Its kind.
 * @param cause.detail A form's or rule's name, or why something was kept in sync.
 */
export function causeText( {
	kind,
	detail,
}: {
	kind: string;
	detail: string | null;
} ): string {
	switch ( kind ) {
		case 'hand':
			return __( 'By hand', 'steward' );
		case 'rest':
			return __( 'Through the REST API', 'steward' );
		case 'form':
			return detail
				? /* translators: %s: a form's name. */
					sprintf( __( 'Through the form “%s”', 'steward' ), detail )
				: __( 'Through a form', 'steward' );
		case 'rule':
			return detail
				? /* translators: %s: an assignment rule's name. */
					sprintf( __( 'By the rule “%s”', 'steward' ), detail )
				: __( 'By an assignment rule', 'steward' );
		case 'workflow':
			return detail
				? /* translators: %s: a workflow's name. */
					sprintf( __( 'By the workflow “%s”', 'steward' ), detail )
				: __( 'By a workflow', 'steward' );
		case 'sync':
			return detail
				? /* translators: %s: why, such as a form's name or "One owner for a contact and its opportunities". */
					sprintf( __( 'Kept in sync: %s', 'steward' ), detail )
				: __( 'Kept in sync', 'steward' );
		case 'import':
			return __( 'By an import', 'steward' );
		case 'cli':
			return __( 'On the command line', 'steward' );
		case 'user_deleted':
			return detail
				? /* translators: %s: a person's name. */
					sprintf( __( 'As %s was deleted', 'steward' ), detail )
				: __( 'As the user was deleted', 'steward' );
		case 'access_lost':
			return __( 'As they lost CRM access', 'steward' );
		case 'privacy':
			return __( 'At a personal data request', 'steward' );
		default:
			return __( 'By code on this site', 'steward' );
	}
}

/**
 * How the present owner, or there being none, came about.
 *
 * @param cause The contact's `owner_cause`.
 */
export function ownerCauseText( cause: string ): string {
	switch ( cause ) {
		case 'claim':
		case 'claimed':
			return __( 'Claimed', 'steward' );
		case 'reassign':
		case 'reassigned':
			return __( 'Reassigned', 'steward' );
		case 'release':
		case 'released':
			return __( 'Released', 'steward' );
		case 'undo':
		case 'claim_undone':
			return __( 'Claim taken back', 'steward' );
		case 'create':
		case 'created':
		case 'hand':
			return __( 'Added by hand', 'steward' );
		case 'sync':
			return __( 'The contact’s owner, kept in sync', 'steward' );
		default:
			return causeText( { kind: cause, detail: null } );
	}
}
