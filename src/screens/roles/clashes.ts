/**
 * Two who change the same cell at once: what somebody else set while one was choosing something else. Pure.
 */
import type { RoleRow } from '../../entities';
import { rebase, storedValue, type Draft, type Path } from './matrix';

/** Role → cells that somebody else set meanwhile, and that hold something else unsaved. */
export type Clashes = Record< string, Path[] >;

/** What isn't saved. */
export interface Work {
	draft: Draft;
	clashes: Clashes;
}

/**
 * Where somebody else changed what a draft changes, to something else.
 *
 * @param draft The changes.
 * @param seen  The roles as they were shown.
 * @param now   The roles as they are.
 */
export function clashesOf(
	draft: Draft,
	seen: RoleRow[],
	now: RoleRow[]
): Clashes {
	const clashes: Clashes = {};
	for ( const row of now ) {
		const before = seen.find( ( { role } ) => role === row.role );
		const paths = Object.entries( draft[ row.role ] ?? {} )
			.filter( ( [ path, value ] ) => {
				const stored = storedValue( row, path );
				return (
					before &&
					stored !== storedValue( before, path ) &&
					stored !== value
				);
			} )
			.map( ( [ path ] ) => path );
		if ( paths.length ) {
			clashes[ row.role ] = paths;
		}
	}
	return clashes;
}

/** Those clashes whose cells are still unsaved. */
function standing( clashes: Clashes, draft: Draft ): Clashes {
	const left = Object.entries( clashes ).map(
		( [ role, paths ] ) =>
			[
				role,
				paths.filter(
					( path ) => draft[ role ]?.[ path ] !== undefined
				),
			] as const
	);
	return Object.fromEntries( left.filter( ( [ , paths ] ) => paths.length ) );
}

/** The work with another draft: who takes back a change has no clash there any more. */
export function edited( { clashes }: Work, draft: Draft ): Work {
	return { draft, clashes: standing( clashes, draft ) };
}

/**
 * The work on top of the roles as they are now.
 *
 * @param work What isn't saved.
 * @param seen The roles as they were shown.
 * @param now  The roles as they are.
 */
export function rebased( work: Work, seen: RoleRow[], now: RoleRow[] ): Work {
	const clashes = { ...work.clashes };
	for ( const [ role, paths ] of Object.entries(
		clashesOf( work.draft, seen, now )
	) ) {
		clashes[ role ] = [
			...new Set( [ ...( clashes[ role ] ?? [] ), ...paths ] ),
		];
	}
	return edited( { ...work, clashes }, rebase( work.draft, now ) );
}
