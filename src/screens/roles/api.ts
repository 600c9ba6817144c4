/**
 * Roles, over REST.
 */
import {
	paths,
	type RolePreset,
	type RolePreview,
	type RoleRow,
} from '../../entities';
import { request } from '../../lib/api';
import { storedCells, toCells, type Draft } from './matrix';

/** Every role. */
export function listRoles(): Promise< RoleRow[] > {
	return request< RoleRow[] >( { path: paths.roles() } );
}

/** What new roles may begin with. */
export function listPresets(): Promise< RolePreset[] > {
	return request< RolePreset[] >( { path: paths.rolePresets() } );
}

/**
 * Saves changes of several roles, all or none, and answers every role.
 *
 * @param draft The changes.
 * @param seen  The roles as they were shown: what somebody else changed in these cells isn't overwritten unseen.
 */
export function saveRoles(
	draft: Draft,
	seen: RoleRow[]
): Promise< RoleRow[] > {
	return request< RoleRow[] >( {
		path: paths.roles(),
		method: 'PATCH',
		data: {
			roles: toCells( draft ),
			was: toCells( storedCells( draft, seen ) ),
		},
	} );
}

/**
 * What saving would mean.
 *
 * @param draft The changes.
 */
export function previewRoles( draft: Draft ): Promise< RolePreview[] > {
	return request< RolePreview[] >( {
		path: paths.rolesPreview(),
		method: 'POST',
		data: { roles: toCells( draft ) },
	} );
}

/**
 * Makes a role.
 *
 * @param name  Its name.
 * @param start A preset or a role to begin with.
 */
export function addRole(
	name: string,
	start: { preset: string } | { clone: string }
): Promise< RoleRow > {
	return request< RoleRow >( {
		path: paths.roles(),
		method: 'POST',
		data: { name, ...start },
	} );
}

export function renameRole( role: string, name: string ): Promise< RoleRow > {
	return request< RoleRow >( {
		path: paths.role( role ),
		method: 'PATCH',
		data: { name },
	} );
}

export async function removeRole( role: string ): Promise< void > {
	await request( { path: paths.role( role ), method: 'DELETE' } );
}
