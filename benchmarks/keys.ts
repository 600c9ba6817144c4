import type { Sql } from './sql';

/** Name of a secondary key => its definition, as SHOW CREATE TABLE words it. */
async function keysOf(
	sql: Sql,
	table: string
): Promise< Map< string, string > > {
	const definition =
		( await sql.rows( `SHOW CREATE TABLE ${ table }` ) )[ 0 ]?.[ 1 ] ?? '';
	const keys = definition
		.replaceAll( '\\n', '\n' )
		.matchAll( /^\s*((?:UNIQUE )?KEY `(\w+)` .*?),?$/gm );
	return new Map(
		[ ...keys ].map( ( [ , words = '', name = '' ] ) => [ name, words ] )
	);
}

/**
 * Gives a table exactly the secondary keys of another one: all in one statement, which sorts instead of inserting.
 * @param sql
 * @param table
 * @param model The table that has the wanted keys; null for no keys.
 * @return Whether anything had to be done.
 */
export async function alignKeys(
	sql: Sql,
	table: string,
	model: string | null
): Promise< boolean > {
	const present = await keysOf( sql, table );
	const wanted = model
		? await keysOf( sql, model )
		: new Map< string, string >();
	const changes = [
		...[ ...present ]
			.filter( ( [ name, words ] ) => wanted.get( name ) !== words )
			.map( ( [ name ] ) => `DROP KEY ${ name }` ),
		...[ ...wanted ]
			.filter( ( [ name, words ] ) => present.get( name ) !== words )
			.map( ( [ , words ] ) => `ADD ${ words }` ),
	];
	if ( changes.length ) {
		await sql.rows( `ALTER TABLE ${ table } ${ changes.join( ', ' ) }` );
	}
	return changes.length > 0;
}
