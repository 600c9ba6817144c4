/**
 * Saving beside others: what nobody else touched is saved, the rest is left as it is.
 */
import type { RoleRow } from '../../entities';
import { asRestError } from '../../lib/errors';
import { clashesOf } from './clashes';
import { rebase, storedCells, type Draft } from './matrix';

export interface Outcome {
	/** The roles as they are known after it. */
	rows: RoleRow[];
	/** Whether anything was saved, or all of it is there already. */
	saved: boolean;
	/** What kept the rest from being saved, if not somebody else's change. */
	error?: unknown;
}

/** The role as somebody else left it, when that is why it was refused. */
function newer( thrown: unknown ): RoleRow | undefined {
	const { code, data } = asRestError( thrown );
	return code === 'steward_version_conflict'
		? ( data.current as RoleRow | undefined )
		: undefined;
}

/**
 * Saves a draft. A role in which somebody else set a cell to something else meanwhile is left out; the others are saved together.
 *
 * @param draft The changes.
 * @param seen  The roles as they were shown.
 * @param send  Saves all of a draft, or nothing of it.
 */
export async function saveBesideOthers(
	draft: Draft,
	seen: RoleRow[],
	send: ( draft: Draft, seen: RoleRow[] ) => Promise< RoleRow[] >
): Promise< Outcome > {
	let rows = seen;
	let left = draft;
	let isThere = true;
	while ( Object.keys( left ).length ) {
		try {
			return { rows: await send( left, rows ), saved: true };
		} catch ( error ) {
			const row = newer( error );
			const before = storedCells( left, rows );
			const known = rows.map( ( one ) =>
				one.role === row?.role ? row : one
			);
			// What tells of nothing new would be refused for ever.
			if (
				JSON.stringify( storedCells( left, known ) ) ===
				JSON.stringify( before )
			) {
				return { rows, saved: false, error };
			}
			const clashes = clashesOf( left, rows, known );
			isThere = isThere && ! Object.keys( clashes ).length;
			rows = known;
			left = rebase(
				Object.fromEntries(
					Object.entries( left ).filter(
						( [ role ] ) => ! clashes[ role ]
					)
				),
				rows
			);
		}
	}
	return { rows, saved: isThere };
}
