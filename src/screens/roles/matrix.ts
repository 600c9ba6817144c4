/**
 * The matrix as data: which groups and cells a row has, and what was changed in it but not saved. Pure.
 */
import type { RoleCells, RoleRow } from '../../entities';
import type { Scope } from '../../boot';

/** A cell's value: how far it reaches, or yes or no. */
export type Value = Scope | boolean;

/** A cell's place in a row, such as `contacts.view` or `reports`. */
export type Path = string;

export interface Column {
	path: Path;
	/** The key within its group. */
	cell: string;
	kind: 'scope' | 'flag';
}

export interface Group {
	/** Such as `contacts`; `site` for what stands alone. */
	key: string;
	columns: Column[];
}

/** Role → cell → value, where it isn't as it is stored. */
export type Draft = Record< string, Record< Path, Value > >;

export const SITE = 'site';
const ALONE = [ 'reports', 'manage' ];

const isCells = ( value: unknown ): value is Record< string, Value > =>
	typeof value === 'object' &&
	value !== null &&
	! Array.isArray( value ) &&
	Object.values( value ).every(
		( cell ) => typeof cell === 'string' || typeof cell === 'boolean'
	);

/**
 * The groups of columns, in the order the server gives them: kinds of record that come later appear by themselves.
 *
 * @param row Any row; all have the same cells.
 */
export function groupsOf( row: RoleRow | undefined ): Group[] {
	const groups: Group[] = [];
	const alone: Column[] = [];
	for ( const [ key, value ] of Object.entries( row ?? {} ) ) {
		if ( isCells( value ) ) {
			groups.push( {
				key,
				columns: Object.entries( value ).map(
					( [ cell, content ] ): Column => ( {
						path: `${ key }.${ cell }`,
						cell,
						kind: typeof content === 'string' ? 'scope' : 'flag',
					} )
				),
			} );
		} else if ( ALONE.includes( key ) ) {
			alone.push( { path: key, cell: key, kind: 'flag' } );
		}
	}
	return alone.length ? [ ...groups, { key: SITE, columns: alone } ] : groups;
}

/** What is stored in a cell. */
export function storedValue( row: RoleRow | RoleCells, path: Path ): Value {
	const [ group = '', cell ] = path.split( '.' );
	const value = ( row as unknown as Record< string, unknown > )[ group ];
	return (
		cell === undefined
			? value
			: ( value as Record< string, unknown > )[ cell ]
	) as Value;
}

/** What a cell shows: the draft's value, else the stored one. */
export function valueOf( row: RoleRow, draft: Draft, path: Path ): Value {
	return draft[ row.role ]?.[ path ] ?? storedValue( row, path );
}

/** Whether a cell isn't as it is stored. */
export const isChanged = ( row: RoleRow, draft: Draft, path: Path ): boolean =>
	draft[ row.role ]?.[ path ] !== undefined;

/** The draft with a cell set; one that is as it is stored is no change. */
export function withCell(
	draft: Draft,
	row: RoleRow,
	path: Path,
	value: Value
): Draft {
	const { [ path ]: _, ...cells } = draft[ row.role ] ?? {};
	if ( value !== storedValue( row, path ) ) {
		cells[ path ] = value;
	}
	const { [ row.role ]: __, ...others } = draft;
	return Object.keys( cells ).length
		? { ...others, [ row.role ]: cells }
		: others;
}

/** The draft with all of a row's cells set as a preset has them. */
export function withPreset(
	draft: Draft,
	row: RoleRow,
	preset: RoleCells
): Draft {
	return groupsOf( row )
		.flatMap( ( { columns } ) => columns )
		.reduce(
			( all, { path } ) =>
				withCell( all, row, path, storedValue( preset, path ) ),
			draft
		);
}

/** The value that Space brings: the next scope, or the opposite. */
export function nextValue( value: Value ): Value {
	if ( typeof value === 'boolean' ) {
		return ! value;
	}
	const order: Scope[] = [ 'none', 'owned', 'all' ];
	return order[ ( order.indexOf( value ) + 1 ) % order.length ] ?? 'none';
}

/** The draft as the server takes it: role → group → cell. */
export function toCells( draft: Draft ): Record< string, object > {
	const roles: Record< string, Record< string, unknown > > = {};
	for ( const [ role, cells ] of Object.entries( draft ) ) {
		const row: Record< string, unknown > = ( roles[ role ] = {} );
		for ( const [ path, value ] of Object.entries( cells ) ) {
			const [ group = '', cell ] = path.split( '.' );
			row[ group ] =
				cell === undefined
					? value
					: { ...( row[ group ] as object ), [ cell ]: value };
		}
	}
	return roles;
}

/** What is stored in the cells of a draft. */
export function storedCells( draft: Draft, rows: RoleRow[] ): Draft {
	const stored: Draft = {};
	for ( const row of rows ) {
		const paths = Object.keys( draft[ row.role ] ?? {} );
		if ( paths.length ) {
			stored[ row.role ] = Object.fromEntries(
				paths.map( ( path ) => [ path, storedValue( row, path ) ] )
			);
		}
	}
	return stored;
}

/** What remains of a draft for these rows: roles that are gone, or changed to the same elsewhere, fall out. */
export function rebase( draft: Draft, rows: RoleRow[] ): Draft {
	return rows.reduce< Draft >(
		( all, row ) =>
			Object.entries( draft[ row.role ] ?? {} ).reduce(
				( next, [ path, value ] ) => withCell( next, row, path, value ),
				all
			),
		{}
	);
}
