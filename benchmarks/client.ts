import http from 'node:http';

/** What one request got, and in how many milliseconds. */
export interface Answer {
	status: number;
	body: string;
	headers: http.IncomingHttpHeaders;
	ms: number;
}

export interface Ask {
	method?: 'GET' | 'POST' | 'PATCH';
	/** Behind the site's address, without a slash at its beginning. */
	path: string;
	json?: unknown;
	headers?: Record< string, string >;
}

/** A signed-in user of the site, with cookies and a nonce as a browser has. */
export class Client {
	private readonly agent: http.Agent;
	private headers: Record< string, string > = {};

	constructor(
		private readonly url: string,
		connections = 1
	) {
		this.agent = new http.Agent( {
			keepAlive: true,
			maxSockets: connections,
		} );
	}

	/**
	 * Signs in through wp-login.php.
	 * @param login
	 * @param password
	 */
	async signIn( login: string, password = 'password' ): Promise< void > {
		const form = new URLSearchParams( {
			log: login,
			pwd: password,
			testcookie: '1',
		} ).toString();
		const answer = await this.send( {
			method: 'POST',
			path: 'wp-login.php',
			raw: form,
			headers: {
				'Content-Type': 'application/x-www-form-urlencoded',
				Cookie: 'wordpress_test_cookie=WP%20Cookie%20check',
			},
		} );
		const cookies = ( answer.headers[ 'set-cookie' ] ?? [] ).map(
			( cookie ) => cookie.split( ';' )[ 0 ] ?? ''
		);
		if (
			! cookies.some( ( cookie ) =>
				cookie.startsWith( 'wordpress_logged_in' )
			)
		) {
			throw new Error(
				`${ login } could not sign in (${ answer.status }).`
			);
		}
		this.headers = { Cookie: cookies.join( '; ' ) };
		const nonce = await this.send( {
			path: 'wp-admin/admin-ajax.php?action=rest-nonce',
		} );
		this.headers[ 'X-WP-Nonce' ] = nonce.body.trim();
	}

	/**
	 * Asks, and reads the whole answer.
	 * @param ask
	 */
	request( ask: Ask ): Promise< Answer > {
		return this.send( ask );
	}

	close(): void {
		this.agent.destroy();
	}

	private send( ask: Ask & { raw?: string } ): Promise< Answer > {
		const body =
			ask.raw ??
			( ask.json === undefined ? undefined : JSON.stringify( ask.json ) );
		return new Promise( ( resolve, reject ) => {
			const began = performance.now();
			const request = http.request(
				this.url + ask.path,
				{
					agent: this.agent,
					method: ask.method ?? 'GET',
					headers: {
						...this.headers,
						...( ask.json === undefined
							? {}
							: { 'Content-Type': 'application/json' } ),
						...( body === undefined
							? {}
							: { 'Content-Length': Buffer.byteLength( body ) } ),
						...ask.headers,
					},
				},
				( response ) => {
					let text = '';
					response.setEncoding( 'utf8' );
					response.on( 'data', ( part: string ) => ( text += part ) );
					response.on( 'end', () =>
						resolve( {
							status: response.statusCode ?? 0,
							body: text,
							headers: response.headers,
							ms: performance.now() - began,
						} )
					);
					response.on( 'error', reject );
				}
			);
			request.on( 'error', reject );
			request.end( body );
		} );
	}
}

/** The bare authenticated request that all others are compared with. */
export const bare: Ask = { path: 'wp-json/benchmark/v1/bare' };
