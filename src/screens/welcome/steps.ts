/**
 * What a new site still needs, from what is there already.
 */
import { __ } from '@wordpress/i18n';
import { addQueryArgs } from '@wordpress/url';

import { boot } from '../../boot';
import { paths, type FormConfig } from '../../entities';
import { request, requestPage } from '../../lib/api';
import type { ParamsInput } from '../../lib/router';

/** What was found. */
export interface Progress {
	/** Somebody else is a CRM member. */
	hasTeam: boolean;
	/** A form is on, or something came in otherwise. */
	hasIntake: boolean;
	hasContact: boolean;
}

export interface Step {
	id: keyof Progress;
	title: string;
	text: string;
	action: string;
	isDone: boolean;
	/** Within Steward, or an address of wp-admin. */
	to: ParamsInput | string;
}

async function total( path: string ): Promise< number > {
	return (
		await requestPage(
			addQueryArgs( path, { per_page: 1, _fields: 'id' } )
		)
	).total;
}

async function hasIntake(): Promise< boolean > {
	const [ forms, submissions ] = await Promise.all( [
		request< FormConfig[] >( {
			path: addQueryArgs( paths.forms(), {
				per_page: 100,
				_fields: 'enabled',
			} ),
		} ),
		total( paths.submissions() ),
	] );
	return submissions > 0 || forms.some( ( { enabled } ) => enabled );
}

/**
 * Looks at what is there.
 *
 * @throws When it can't be told.
 */
export async function readProgress(): Promise< Progress > {
	const [ members, intake, contacts ] = await Promise.all( [
		total( paths.members() ),
		hasIntake(),
		total( paths.contacts() ),
	] );
	return {
		hasTeam: members > 1,
		hasIntake: intake,
		hasContact: contacts > 0,
	};
}

/**
 * The steps in their order.
 *
 * @param progress What was found.
 */
export function stepsOf( progress: Progress ): Step[] {
	return [
		{
			id: 'hasTeam',
			title: __( 'Bring in your team', 'steward' ),
			text: __(
				'Give the people who sell the role Sales Rep: they see unassigned contacts and their own.',
				'steward'
			),
			action: __( 'Add a user', 'steward' ),
			isDone: progress.hasTeam,
			to: addQueryArgs( `${ boot.adminUrl }user-new.php`, {
				role: 'steward_sales_rep',
			} ),
		},
		{
			id: 'hasIntake',
			title: __( 'Connect a form', 'steward' ),
			text: __(
				'Whoever writes through your site becomes a contact that your team can claim.',
				'steward'
			),
			action: __( 'Choose a form', 'steward' ),
			isDone: progress.hasIntake,
			to: { page: 'steward-forms' },
		},
		{
			id: 'hasContact',
			title: __( 'Add your first contact', 'steward' ),
			text: __(
				'What you add yourself is yours. You can hand it to somebody else, or leave it unassigned.',
				'steward'
			),
			action: __( 'Add a contact', 'steward' ),
			isDone: progress.hasContact,
			to: { page: 'steward', contact: 'new' },
		},
	];
}
