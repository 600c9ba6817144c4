/**
 * What a remedy's button does: a request, or the screen where it is done. Pure but for the requests.
 */
import { __, sprintf } from '@wordpress/i18n';

import { boot } from '../../boot';
import type { AccessRemedy, RecordName } from '../../entities';
import { apiOf } from '../../lib/api';

/** A link to where a remedy is applied. */
export interface RemedyLink {
	label: string;
	href: string;
}

const page = ( query: string ): string =>
	`${ boot.adminUrl }admin.php?page=${ query }`;

/**
 * The screens where a remedy is applied; none where a request applies it.
 *
 * @param remedy The remedy.
 * @param user   Whom it helps.
 */
export function linksOf( remedy: AccessRemedy, user: number ): RemedyLink[] {
	switch ( remedy.kind ) {
		case 'widen_role':
		case 'grant_permission':
			return ( remedy.roles ?? [] ).map( ( { role, name } ) => ( {
				label: sprintf(
					/* translators: %s: a role's name. */
					__( 'Edit the role %s', 'steward' ),
					name
				),
				href: page(
					`steward-roles&role=${ encodeURIComponent( role ) }`
				),
			} ) );
		case 'give_role':
			return [
				{
					label: __( 'Edit this user', 'steward' ),
					href: `${ boot.adminUrl }user-edit.php?user_id=${ user }`,
				},
			];
		case 'lift_only_assigned':
			return [
				{
					label: __( 'Go to members', 'steward' ),
					href: page( 'steward-members' ),
				},
			];
		case 'show_unassigned':
			return [
				{
					label: __( 'Go to settings', 'steward' ),
					href: page( 'steward-settings' ),
				},
			];
		case 'reassign_contact':
			return [
				{
					label: __( 'Go to the contact', 'steward' ),
					href: page( `steward&contact=${ remedy.contact }` ),
				},
			];
		case 'separate_owners':
			return [
				{
					label: __( 'Go to settings', 'steward' ),
					href: page( 'steward-settings&tab=opportunities' ),
				},
			];
		default:
			return [];
	}
}

/**
 * Applies a remedy.
 *
 * @param remedy One without a link.
 * @param kind   The record's kind.
 * @param id     The record.
 * @param user   Whom it helps.
 */
export async function apply(
	remedy: AccessRemedy,
	kind: RecordName,
	id: number,
	user: number
): Promise< void > {
	const api = apiOf( kind );
	switch ( remedy.kind ) {
		case 'restore':
			await api.restore( id );
			break;
		case 'claim':
			await api.claim( id );
			break;
		case 'reassign':
			await api.reassign( id, user );
			break;
		case 'add_follower':
			await api.addFollower( id, user );
			break;
	}
}
