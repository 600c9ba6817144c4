/**
 * The matrix in words.
 */
import { __, sprintf } from '@wordpress/i18n';

import type { Scope } from '../../boot';
import { SITE, type Column, type Group, type Path, type Value } from './matrix';

export const SCOPES: Scope[] = [ 'none', 'owned', 'all' ];

export function scopeLabel( scope: Scope ): string {
	switch ( scope ) {
		case 'all':
			return __( 'All', 'steward' );
		case 'owned':
			return __( 'Owned', 'steward' );
		default:
			return __( 'None', 'steward' );
	}
}

/** A key of the server's that has no words here yet: "some_thing" → "Some thing". */
function fallback( key: string ): string {
	const words = key.replace( /[_-]+/g, ' ' );
	return words.charAt( 0 ).toUpperCase() + words.slice( 1 );
}

export function groupLabel( key: string ): string {
	const labels: Record< string, string > = {
		contacts: __( 'Contacts', 'steward' ),
		opportunities: __( 'Opportunities', 'steward' ),
		appointments: __( 'Appointments', 'steward' ),
		[ SITE ]: __( 'Team', 'steward' ),
	};
	return labels[ key ] ?? fallback( key );
}

export function columnLabel( { cell, kind }: Column ): string {
	const labels: Record< string, string > = {
		view: __( 'View', 'steward' ),
		update: __( 'Update', 'steward' ),
		create: __( 'Create & claim', 'steward' ),
		reassign: __( 'Reassign', 'steward' ),
		delete: __( 'Delete', 'steward' ),
		import: __( 'Import', 'steward' ),
		export: __( 'Export', 'steward' ),
		manage: __( 'Manage', 'steward' ),
		reports: __( 'See reports', 'steward' ),
	};
	if ( kind === 'scope' ) {
		return cell === 'view'
			? __( 'View scope', 'steward' )
			: __( 'Update scope', 'steward' );
	}
	return labels[ cell ] ?? fallback( cell );
}

/** A column by its full name, where its group isn't seen with it. */
export function fullLabel( group: string, column: Column ): string {
	if ( column.path === 'manage' ) {
		return __( 'Manage Steward', 'steward' );
	}
	return group === SITE
		? columnLabel( column )
		: sprintf(
				/* translators: 1: such as Contacts, 2: such as View scope. */
				__( '%1$s: %2$s', 'steward' ),
				groupLabel( group ),
				columnLabel( column )
			);
}

/** A cell by its full name. */
export function pathLabel( groups: Group[], path: Path ): string {
	const group = groups.find( ( { columns } ) =>
		columns.some( ( column ) => column.path === path )
	);
	const column = group?.columns.find( ( one ) => one.path === path );
	return group && column ? fullLabel( group.key, column ) : path;
}

/** What a column's permission is, where its heading alone doesn't say. */
export function columnHelp( { path, cell }: Column ): string {
	if ( path === 'manage' ) {
		return __( 'Settings, roles, rules and pipelines.', 'steward' );
	}
	switch ( cell ) {
		case 'view':
		case 'update':
			return __(
				'Owned is one’s own and what one follows; everybody sees unassigned ones unless the settings hide them.',
				'steward'
			);
		case 'create':
			return __(
				'Add new ones, and become the owner of unassigned ones.',
				'steward'
			);
		case 'reassign':
			return __(
				'Give one’s own to somebody else; with update scope All, anybody’s.',
				'steward'
			);
		default:
			return '';
	}
}

export function valueLabel( value: Value ): string {
	if ( typeof value === 'string' ) {
		return scopeLabel( value );
	}
	return value ? __( 'Yes', 'steward' ) : __( 'No', 'steward' );
}

/** "one, two". */
export function listed( parts: string[] ): string {
	return parts.reduce( ( all, part ) =>
		/* translators: 1: what comes first in a list, 2: what comes next. */
		sprintf( __( '%1$s, %2$s', 'steward' ), all, part )
	);
}
