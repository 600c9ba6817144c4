/**
 * What a role may do in one group, in a line, where the group is folded. Pure.
 */
import { __ } from '@wordpress/i18n';

import type { RoleRow } from '../../entities';
import { columnLabel, fullLabel, listed, valueLabel } from './labels';
import { SITE, valueOf, type Draft, type Group } from './matrix';

/**
 * "View scope: All · Update scope: Owned · Reassign", "See reports, Manage Steward" or "Nothing".
 *
 * @param group The group.
 * @param row   The role.
 * @param draft What was changed.
 */
export function summary( group: Group, row: RoleRow, draft: Draft ): string {
	const scopes = group.columns
		.filter( ( { kind } ) => kind === 'scope' )
		.map(
			( column ) =>
				`${ columnLabel( column ) }: ${ valueLabel(
					valueOf( row, draft, column.path )
				) }`
		);
	const given = group.columns
		.filter(
			( { kind, path } ) =>
				kind === 'flag' && valueOf( row, draft, path ) === true
		)
		.map( ( column ) =>
			group.key === SITE
				? fullLabel( group.key, column )
				: columnLabel( column )
		);
	const parts = given.length ? [ ...scopes, listed( given ) ] : scopes;
	return parts.length ? parts.join( ' · ' ) : __( 'Nothing', 'steward' );
}
