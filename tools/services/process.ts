import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';

export interface RunOptions {
	cwd?: string;
	/** Added to the present environment; undefined removes a variable. */
	env?: Record< string, string | undefined >;
	/** Written to the command's standard input, which is else empty. */
	input?: string;
	/** Show the output as it comes instead of collecting it. */
	show?: boolean;
	/** Resolve whatever the exit code. */
	allowFailure?: boolean;
	/** Milliseconds, after which the command is ended. */
	timeout?: number;
}

export interface RunResult {
	code: number;
	stdout: string;
	stderr: string;
}

/** A command that ended with another exit code than 0. */
export class CommandError extends Error {
	constructor(
		readonly command: string,
		readonly result: RunResult
	) {
		const output = ( result.stderr.trim() || result.stdout.trim() ).slice(
			-4000
		);
		super(
			`${ command } ended with ${ result.code }${ output ? `:\n${ output }` : '' }`
		);
	}
}

/**
 * Runs a command to its end.
 * @throws CommandError for an exit code other than 0, unless `allowFailure`.
 */
export function run(
	command: string,
	args: readonly string[],
	options: RunOptions = {}
): Promise< RunResult > {
	return new Promise( ( resolve, reject ) => {
		const child = spawn( command, args, {
			cwd: options.cwd,
			env: { ...process.env, ...options.env },
			stdio: [
				options.input === undefined ? 'ignore' : 'pipe',
				options.show ? 'inherit' : 'pipe',
				options.show ? 'inherit' : 'pipe',
			],
			timeout: options.timeout,
		} );
		const result: RunResult = { code: 0, stdout: '', stderr: '' };
		child.stdout
			?.setEncoding( 'utf8' )
			.on( 'data', ( text: string ) => ( result.stdout += text ) );
		child.stderr
			?.setEncoding( 'utf8' )
			.on( 'data', ( text: string ) => ( result.stderr += text ) );
		child.on( 'error', reject );
		child.on( 'close', ( code, signal ) => {
			result.code = code ?? 1;
			if ( signal ) {
				result.stderr += `\nended by ${ signal }`;
			}
			if ( result.code !== 0 && ! options.allowFailure ) {
				reject(
					new CommandError(
						[ command, ...args ].join( ' ' ).slice( 0, 300 ),
						result
					)
				);
			} else {
				resolve( result );
			}
		} );
		if ( options.input !== undefined ) {
			child.stdin?.on( 'error', () => {} );
			child.stdin?.end( options.input );
		}
	} );
}

/** A program that runs until it is stopped. */
export interface Service {
	readonly pid: number;
	readonly logFile: string;
	/** Resolves when it has ended, by itself or not. */
	readonly exited: Promise< number | null >;
	isRunning: () => boolean;
	/** Ends it and its children, and waits for that. */
	stop: () => Promise< void >;
}

export interface ServiceOptions {
	cwd?: string;
	env?: Record< string, string | undefined >;
	/** Its output goes there. */
	logFile: string;
	/** How to ask it to end; SIGTERM unless told. */
	stopSignal?: NodeJS.Signals;
	/** Milliseconds until it is killed after that; 10,000 unless told. */
	patience?: number;
}

const running = new Set< { pid: number; stop: () => Promise< void > } >();
let watching = false;
let stopping = false;

/** Whether somebody asked this process to end: services that end now are meant to. */
export function isStopping(): boolean {
	return stopping;
}

/** Nothing that was started here may outlive this process. */
function watchForTheEnd(): void {
	if ( watching ) {
		return;
	}
	watching = true;
	process.on( 'exit', () =>
		running.forEach( ( { pid } ) => signalGroup( pid, 'SIGKILL' ) )
	);
	for ( const [ signal, code ] of [
		[ 'SIGINT', 130 ],
		[ 'SIGTERM', 143 ],
		[ 'SIGHUP', 129 ],
	] as const ) {
		process.on( signal, () => {
			if ( stopping ) {
				return;
			}
			stopping = true;
			void stopAll().finally( () => process.exit( code ) );
		} );
	}
}

/** Stops every service that is still running. */
export async function stopAll(): Promise< void > {
	await Promise.all( [ ...running ].map( ( service ) => service.stop() ) );
}

function signalGroup( pid: number, signal: NodeJS.Signals ): void {
	try {
		process.kill( -pid, signal );
	} catch {
		// It has ended already.
	}
}

/**
 * Starts a program in a process group of its own, so that its workers can be ended with it.
 * It is stopped, too, when this process ends.
 */
export function startService(
	command: string,
	args: readonly string[],
	options: ServiceOptions
): Service {
	watchForTheEnd();
	fs.mkdirSync( path.dirname( options.logFile ), { recursive: true } );
	const log = fs.openSync( options.logFile, 'a' );
	const child = spawn( command, args, {
		cwd: options.cwd,
		env: { ...process.env, ...options.env },
		stdio: [ 'ignore', log, log ],
		detached: true,
	} );
	fs.closeSync( log );
	let ended = false;
	const exited = new Promise< number | null >( ( resolve ) => {
		child.on( 'error', ( error ) => {
			fs.appendFileSync( options.logFile, `${ error.message }\n` );
			ended = true;
			resolve( null );
		} );
		child.on( 'exit', ( code ) => {
			ended = true;
			resolve( code );
		} );
	} );
	const pid = child.pid ?? 0;
	const entry = {
		pid,
		async stop() {
			if ( pid && running.has( entry ) ) {
				signalGroup( pid, options.stopSignal ?? 'SIGTERM' );
				const patience = timer( options.patience ?? 10_000 );
				await Promise.race( [ exited, patience.promise ] );
				clearTimeout( patience.timer );
				// Also workers whose parent has gone.
				signalGroup( pid, 'SIGKILL' );
				await exited;
				running.delete( entry );
			}
		},
	};
	if ( pid ) {
		running.add( entry );
	}
	return {
		pid,
		logFile: options.logFile,
		exited,
		isRunning: () => ! ended,
		stop: entry.stop,
	};
}

/** A promise that is kept after so many milliseconds, with the timer to clear when nobody waits any more. */
function timer( milliseconds: number ): {
	promise: Promise< void >;
	timer: NodeJS.Timeout;
} {
	let id: NodeJS.Timeout | undefined;
	const promise = new Promise< void >( ( resolve ) => {
		id = setTimeout( resolve, milliseconds );
	} );
	return { promise, timer: id as unknown as NodeJS.Timeout };
}

/** Resolves after so many milliseconds. */
export function delay( milliseconds: number ): Promise< void > {
	return timer( milliseconds ).promise;
}

/**
 * Asks until the answer is yes.
 * @param ready           Rejections count as no.
 * @param options
 * @param options.timeout Milliseconds until it gives up.
 * @param options.service Give up at once when this one has ended.
 * @param options.what    Its name in the error.
 * @throws Error with the end of the service's log.
 */
export async function waitUntil(
	ready: () => Promise< boolean >,
	options: { timeout: number; service?: Service; what: string }
): Promise< void > {
	const end = Date.now() + options.timeout;
	while ( Date.now() < end && options.service?.isRunning() !== false ) {
		if ( await ready().catch( () => false ) ) {
			return;
		}
		await new Promise( ( resolve ) => setTimeout( resolve, 100 ) );
	}
	const log = options.service ? readEnd( options.service.logFile ) : '';
	throw new Error(
		`${ options.what } did not start${ log ? `:\n${ log }` : '.' }`
	);
}

/** The last 3,000 characters of a file, or nothing. */
export function readEnd( file: string ): string {
	try {
		return fs.readFileSync( file, 'utf8' ).slice( -3000 );
	} catch {
		return '';
	}
}

/** Whether something accepts connections on this port of 127.0.0.1. */
export function isListening( port: number ): Promise< boolean > {
	return new Promise( ( resolve ) => {
		const socket = net.connect( { port, host: '127.0.0.1' } );
		socket.setTimeout( 1000 );
		socket.on( 'connect', () => {
			socket.destroy();
			resolve( true );
		} );
		for ( const event of [ 'error', 'timeout' ] ) {
			socket.on( event, () => {
				socket.destroy();
				resolve( false );
			} );
		}
	} );
}

function canListen( port: number ): Promise< boolean > {
	return new Promise( ( resolve ) => {
		const server = net.createServer();
		server.once( 'error', () => resolve( false ) );
		server.listen( { port, host: '127.0.0.1' }, () =>
			server.close( () => resolve( true ) )
		);
	} );
}

/**
 * A free port of 127.0.0.1: the wanted one or the next that is free, or any when none is wanted.
 * @param wanted
 */
export async function freePort( wanted?: number ): Promise< number > {
	if ( wanted ) {
		for ( let port = wanted; port < wanted + 100 && port < 65536; port++ ) {
			if (
				( await canListen( port ) ) &&
				! ( await isListening( port ) )
			) {
				return port;
			}
		}
	}
	return new Promise( ( resolve, reject ) => {
		const server = net.createServer();
		server.once( 'error', reject );
		server.listen( { port: 0, host: '127.0.0.1' }, () => {
			const { port } = server.address() as net.AddressInfo;
			server.close( () => resolve( port ) );
		} );
	} );
}

/**
 * The full path of a command, or null.
 * @param command
 */
export function which( command: string ): string | null {
	const folders = [
		...( process.env.PATH ?? '' ).split( path.delimiter ),
		'/usr/local/sbin',
		'/usr/sbin',
		'/sbin',
		'/opt/homebrew/bin',
		'/opt/homebrew/sbin',
	];
	for ( const folder of folders ) {
		const file = path.join( folder, command );
		try {
			fs.accessSync( file, fs.constants.X_OK );
			if ( fs.statSync( file ).isFile() ) {
				return file;
			}
		} catch {
			// Not in this one.
		}
	}
	return null;
}

/**
 * Notes which service this process runs, for stopLeftOver() of a later one.
 * @param file
 * @param pid  The service's.
 */
export function noteService( file: string, pid: number ): void {
	fs.writeFileSync( file, `${ process.pid } ${ pid }` );
}

/**
 * Stops a service whose owner was killed and so left it.
 * @param file Where noteService() put it.
 * @param sign What its command line must contain: process ids are used again.
 */
export async function stopLeftOver(
	file: string,
	sign: string
): Promise< void > {
	if ( ! fs.existsSync( file ) ) {
		return;
	}
	const [ owner, pid ] = fs
		.readFileSync( file, 'utf8' )
		.split( ' ' )
		.map( Number );
	const { stdout } = await run( 'ps', [ '-A', '-o', 'pid=,pgid=,args=' ], {
		allowFailure: true,
	} );
	const processes = stdout
		.split( '\n' )
		.map( ( line ) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec( line ) ?? [] );
	const hasOwner = processes.some(
		( [ , id, , command ] ) =>
			Number( id ) === owner && command?.includes( 'start.ts' )
	);
	const isLeft = processes.some(
		( [ , , group, command ] ) =>
			Number( group ) === pid && command?.includes( sign )
	);
	if ( pid && isLeft && ! hasOwner ) {
		signalGroup( pid, 'SIGTERM' );
		await delay( 300 );
		signalGroup( pid, 'SIGKILL' );
	}
}
