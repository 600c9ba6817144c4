import type { Mariadb } from '../services/mariadb';
import { startMariadb } from '../services/mariadb';
import { root } from '../services/paths';
import { run } from '../services/process';
import type { Progress } from '../services/progress';
import type { Database } from '../services/wordpress';

export interface EnvironmentOptions {
	/** "latest", a branch or a version. */
	wordpress: string;
	database: 'mariadb' | 'sqlite';
	multisite: boolean;
	/** A MariaDB or MySQL server that is there already, mysql://user:password@host:port; else a private one is started. */
	server?: URL | undefined;
	/** Run only the tests that match. */
	filter?: string | undefined;
	progress: Progress;
}

/** What the suites of one run share: the wishes of who started it and a database server, made when first asked for. */
export class Environment {
	private server: Promise< Mariadb > | null = null;
	private lastAlone: Promise< unknown > = Promise.resolve();

	/** Whether several suites run now: each shows its output when it has ended. */
	isShared = false;

	constructor( readonly options: EnvironmentOptions ) {}

	/** What a database of this run is called. */
	nameOf( { kind }: Database ): string {
		return kind === 'sqlite'
			? 'SQLite'
			: ( this.options.server?.host ?? 'MariaDB' );
	}

	get progress(): Progress {
		return this.options.progress;
	}

	/**
	 * A database of the wanted kind.
	 * @param name Of the database; it is made by who installs WordPress into it.
	 * @param kind
	 */
	async database(
		name: string,
		kind = this.options.database
	): Promise< Database > {
		if ( kind === 'sqlite' ) {
			return { kind: 'sqlite' };
		}
		const { server } = this.options;
		if ( server ) {
			return {
				kind: 'mariadb',
				address: server.host,
				user: decodeURIComponent( server.username ),
				password: decodeURIComponent( server.password ),
				name,
			};
		}
		this.server ??= startMariadb( { progress: this.progress } );
		const { address, user, password } = await this.server;
		return { kind: 'mariadb', address, user, password, name };
	}

	/**
	 * Runs a suite's command and shows its output: as it comes, or under a heading when it has ended where others run too.
	 * @param heading
	 * @param command
	 * @param args
	 * @param env     Added to the present environment.
	 * @return The exit code.
	 */
	async show(
		heading: string,
		command: string,
		args: readonly string[],
		env: Record< string, string > = {}
	): Promise< number > {
		const { isShared } = this;
		const { code, stdout, stderr } = await run( command, args, {
			cwd: root,
			show: ! isShared,
			allowFailure: true,
			env,
		} );
		if ( isShared ) {
			process.stdout.write( `\n━━ ${ heading }\n${ stdout }${ stderr }` );
		}
		return code;
	}

	/** Does what must not happen twice at once, such as installing packages: after what came before, even if that failed. */
	alone< T >( work: () => Promise< T > ): Promise< T > {
		const done = this.lastAlone.then( work );
		this.lastAlone = done.catch( () => {} );
		return done;
	}

	async close(): Promise< void > {
		await ( await this.server?.catch( () => null ) )?.stop();
	}
}
