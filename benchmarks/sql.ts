import { run, which } from '../tools/services/process';
import type { Mariadb } from '../tools/services/mariadb';

/** One database of the benchmark's server, by the server's own client. */
export class Sql {
	constructor(
		private readonly server: Mariadb,
		readonly database: string
	) {}

	/**
	 * Runs statements.
	 * @param statements Separated by semicolons.
	 * @return Rows of texts; NULL is "NULL".
	 */
	async rows( statements: string ): Promise< string[][] > {
		const { stdout } = await run(
			which( 'mariadb' ) ?? 'mariadb',
			[
				'--no-defaults',
				'--local-infile=1',
				'--default-character-set=utf8mb4',
				'--batch',
				'--skip-column-names',
				`--host=${ this.server.host }`,
				`--port=${ this.server.port }`,
				`--user=${ this.server.user }`,
				`--password=${ this.server.password }`,
				this.database,
			],
			{ input: statements }
		);
		return stdout
			.split( '\n' )
			.filter( ( line ) => line !== '' )
			.map( ( line ) => line.split( '\t' ) );
	}

	/**
	 * The first column of the first row.
	 * @param statement
	 */
	async value( statement: string ): Promise< string > {
		return ( await this.rows( statement ) )[ 0 ]?.[ 0 ] ?? '';
	}

	/**
	 * The first column as numbers.
	 * @param statement
	 */
	async numbers( statement: string ): Promise< number[] > {
		return ( await this.rows( statement ) ).map( ( row ) =>
			Number( row[ 0 ] )
		);
	}
}
