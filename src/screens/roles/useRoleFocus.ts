import { useEffect, useState } from 'react';

import type { RoleRow } from '../../entities';

/**
 * Leads the focus to a role's menu once its row is there and no dialog is open: what had the focus may be gone.
 *
 * @param rows    The roles that are shown.
 * @param initial The role to begin with, if one is.
 * @return Sets where it goes.
 */
export function useRoleFocus(
	rows: RoleRow[],
	initial = ''
): ( role: string ) => void {
	const [ role, setRole ] = useState( initial );
	useEffect( () => {
		if ( ! role ) {
			return undefined;
		}
		// After the dialog gave the focus back.
		const frame = window.requestAnimationFrame( () => {
			const menu = document.querySelector< HTMLElement >(
				`[data-role="${ CSS.escape( role ) }"]`
			);
			menu?.focus();
			menu?.scrollIntoView( { block: 'nearest' } );
			setRole( '' );
		} );
		return () => window.cancelAnimationFrame( frame );
	}, [ role, rows ] );
	return setRole;
}

/**
 * Who is next to a role that goes: the one after it, else the one before.
 *
 * @param rows The roles.
 * @param role The one that goes.
 */
export function neighbour( rows: RoleRow[], role: string ): string {
	const at = rows.findIndex( ( row ) => row.role === role );
	return ( rows[ at + 1 ] ?? rows[ at - 1 ] )?.role ?? '';
}
