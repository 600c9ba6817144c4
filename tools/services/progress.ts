/** Says what is going on, in plain lines that read well in a terminal and in a log. */
export interface Progress {
	/** A step begins. */
	step: ( message: string ) => void;
	/** A remark on the present step. */
	note: ( message: string ) => void;
}

const started = Date.now();

/**
 * Seconds since the program began.
 * @return For example "12.3 s".
 */
export function elapsed( since = started ): string {
	return `${ ( ( Date.now() - since ) / 1000 ).toFixed( 1 ) } s`;
}

/** Prints to stdout. */
export const consoleProgress: Progress = {
	step( message ) {
		process.stdout.write( `→ ${ message }\n` );
	},
	note( message ) {
		process.stdout.write( `  ${ message }\n` );
	},
};

/** Prints nothing. */
export const silentProgress: Progress = { step() {}, note() {} };

/** A failure that its reader can do something about: shown without a stack trace. */
export class Advice extends Error {}

/**
 * Runs a program's main function; prints what went wrong and sets the exit code.
 * @param main Resolves to the exit code, or to nothing for 0.
 */
export function runMain( main: () => Promise< number | void > ): void {
	main().then(
		( code ) => process.exit( code ?? 0 ),
		( error: unknown ) => {
			if ( error instanceof Advice ) {
				process.stderr.write( `\n${ error.message }\n` );
			} else {
				process.stderr.write(
					`\n${ error instanceof Error ? ( error.stack ?? error.message ) : String( error ) }\n`
				);
			}
			process.exit( 1 );
		}
	);
}
