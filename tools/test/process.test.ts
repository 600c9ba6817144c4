/**
 * @jest-environment node
 */
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import {
	CommandError,
	freePort,
	isListening,
	run,
	startService,
	waitUntil,
} from '../services/process';

const folder = fs.mkdtempSync( path.join( os.tmpdir(), 'steward-test-' ) );
afterAll( () => fs.rmSync( folder, { recursive: true } ) );

function exists( pid: number ): boolean {
	try {
		process.kill( pid, 0 );
		return true;
	} catch {
		return false;
	}
}

describe( 'run', () => {
	it( 'answers with what the command printed', async () => {
		const script =
			'process.stdin.pipe( process.stdout ); console.error( process.env.WORD )';
		const result = await run( process.execPath, [ '-e', script ], {
			input: 'in',
			env: { WORD: 'word' },
		} );
		expect( result ).toEqual( { code: 0, stdout: 'in', stderr: 'word\n' } );
	} );

	it( 'rejects with the end of what it complained about', async () => {
		const script = 'console.error( "no disk" ); process.exit( 3 )';
		const failing = run( process.execPath, [ '-e', script ] );
		await expect( failing ).rejects.toThrow( CommandError );
		await expect( failing ).rejects.toThrow(
			/ended with 3:\n[\s\S]*no disk/
		);
	} );
} );

describe( 'startService', () => {
	it( 'ends the children, too', async () => {
		const file = path.join( folder, 'child' );
		const script = `
			const child = require( 'child_process' ).spawn( process.execPath, [ '-e', 'setInterval( () => {}, 1000 )' ] );
			require( 'fs' ).writeFileSync( ${ JSON.stringify( file ) }, String( child.pid ) );
			setInterval( () => {}, 1000 )`;
		const service = startService( process.execPath, [ '-e', script ], {
			logFile: path.join( folder, 'log' ),
		} );
		await waitUntil(
			async () => fs.readFileSync( file, 'utf8' ).length > 0,
			{ timeout: 10_000, service, what: 'The child' }
		);
		const child = Number( fs.readFileSync( file, 'utf8' ) );
		expect( exists( child ) ).toBe( true );

		await service.stop();

		expect( service.isRunning() ).toBe( false );
		await waitUntil( async () => ! exists( child ), {
			timeout: 5000,
			what: 'The end',
		} );
	} );

	it( 'says at once, and why, that a service has died', async () => {
		const service = startService(
			process.execPath,
			[ '-e', 'console.error( "port taken" ); process.exit( 1 )' ],
			{ logFile: path.join( folder, 'died' ) }
		);
		await expect(
			waitUntil( async () => false, {
				timeout: 20_000,
				service,
				what: 'The server',
			} )
		).rejects.toThrow( /The server did not start:\n[\s\S]*port taken/ );
	} );
} );

it( 'finds the next port where the wanted one is taken', async () => {
	const server = net.createServer();
	const wanted = await freePort();
	await new Promise< void >( ( resolve ) =>
		server.listen( wanted, '127.0.0.1', resolve )
	);
	expect( await isListening( wanted ) ).toBe( true );
	expect( await freePort( wanted ) ).toBeGreaterThan( wanted );
	await new Promise( ( resolve ) => server.close( resolve ) );
	expect( await freePort( wanted ) ).toBe( wanted );
} );
