/**
 * Words for what the log can be filtered by.
 */
import { __ } from '@wordpress/i18n';

import { causeText } from '../../activity/activityText';

interface Option {
	value: string;
	label: string;
}

/** What can have happened, as the server names it. */
export function actionOptions(): Option[] {
	return [
		{ value: 'created', label: __( 'Added', 'steward' ) },
		{ value: 'updated', label: __( 'Changed', 'steward' ) },
		{ value: 'claimed', label: __( 'Claimed', 'steward' ) },
		{ value: 'claim_undone', label: __( 'Claim taken back', 'steward' ) },
		{ value: 'reassigned', label: __( 'Reassigned', 'steward' ) },
		{ value: 'released', label: __( 'Released', 'steward' ) },
		{ value: 'follower_added', label: __( 'Follower added', 'steward' ) },
		{
			value: 'follower_removed',
			label: __( 'Follower removed', 'steward' ),
		},
		{
			value: 'sync_skipped',
			label: __( 'Follower not added', 'steward' ),
		},
		{ value: 'seen_as', label: __( 'Seen as', 'steward' ) },
		{ value: 'stage_changed', label: __( 'Stage changed', 'steward' ) },
		{ value: 'task_added', label: __( 'Follow-up added', 'steward' ) },
		{ value: 'task_changed', label: __( 'Follow-up changed', 'steward' ) },
		{ value: 'task_done', label: __( 'Follow-up done', 'steward' ) },
		{
			value: 'task_reopened',
			label: __( 'Follow-up reopened', 'steward' ),
		},
		{ value: 'task_deleted', label: __( 'Follow-up deleted', 'steward' ) },
		{
			value: 'tasks_moved',
			label: __( 'Follow-ups moved along', 'steward' ),
		},
		{ value: 'removed', label: __( 'Removed', 'steward' ) },
		{ value: 'submission', label: __( 'Form received', 'steward' ) },
		{ value: 'trashed', label: __( 'Moved to the trash', 'steward' ) },
		{ value: 'restored', label: __( 'Restored', 'steward' ) },
		{ value: 'erased', label: __( 'Erased for good', 'steward' ) },
	];
}

/** Through what it can have come about. */
export function causeOptions(): Option[] {
	return [
		'hand',
		'rest',
		'form',
		'rule',
		'workflow',
		'sync',
		'import',
		'cli',
		'code',
		'user_deleted',
		'access_lost',
		'privacy',
	].map( ( value ) => ( {
		value,
		label: causeText( { kind: value, detail: null } ),
	} ) );
}

/**
 * What a row is about, where that is no record with a name.
 *
 * @param kind  The object's kind.
 * @param label What it is called.
 * @param id    Its number.
 */
export function objectText(
	kind: string,
	label: string | null,
	id: number
): string {
	switch ( kind ) {
		case 'settings':
			return __( 'Settings', 'steward' );
		case 'role':
			return label ?? __( 'A role', 'steward' );
		default:
			return label ?? `#${ id }`;
	}
}
