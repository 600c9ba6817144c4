/**
 * Making and removing what a test needs, through the support plugin of the test site (tests/e2e/mu-plugins).
 */
import type { APIRequestContext } from '@playwright/test';
import { team } from '../../../tools/demo/team';

/** A contact to make; people are named by their logins. */
export interface ContactSeed {
	/** As the REST interface names them. */
	fields: Record< string, unknown >;
	/** Unassigned unless given. */
	owner?: string;
	followers?: string[];
	/** Whose permissions count; Steward's own unless given. */
	as?: string;
	cause?: 'hand' | 'rest' | 'form' | 'import';
	/** A form's name. */
	detail?: string;
	/** UTC, `Y-m-d H:i:s`. */
	created_gmt?: string;
}

/** An answer of Steward's REST interface. */
export interface Answer {
	status: number;

	body: any;
}

/** `n` people as contacts: "Person 01 Test", … */
export function people( n: number, more: Partial< ContactSeed > = {} ) {
	return Array.from( { length: n }, ( _, at ): ContactSeed => {
		const number = String( at + 1 ).padStart( 2, '0' );
		return {
			...more,
			fields: {
				first_name: `Person ${ number }`,
				last_name: 'Test',
				email: `person${ number }@example.org`,
				...more.fields,
			},
		};
	} );
}

/** A person as a contact. */
export function person(
	name: string,
	more: Partial< ContactSeed > = {}
): ContactSeed {
	const [ first = '', ...rest ] = name.split( ' ' );
	return {
		...more,
		fields: {
			first_name: first,
			last_name: rest.join( ' ' ),
			email: `${ name.toLowerCase().replace( /[^a-z]+/g, '.' ) }@example.org`,
			...more.fields,
		},
	};
}

/** The test site, from the side of its data. */
export class Site {
	/** User ids by login. */
	users: Record< string, number > = {};

	constructor( private readonly request: APIRequestContext ) {}

	private async send< T >( route: string, data: unknown ): Promise< T > {
		const response = await this.request.post(
			`/wp-json/steward-e2e/v1/${ route }`,
			{ data: data as object }
		);
		if ( ! response.ok() ) {
			throw new Error( `${ route }: ${ await response.text() }` );
		}
		return ( await response.json() ) as T;
	}

	/** Takes away what the tests before have left; of the plugins only Steward stays on. */
	async reset(): Promise< void > {
		this.users = await this.send( 'reset', {
			keep: team.map( ( { login } ) => login ),
		} );
	}

	/**
	 * Makes contacts.
	 * @param seeds
	 * @return Their ids, in the same order.
	 */
	contacts( ...seeds: ContactSeed[] ): Promise< number[] > {
		return this.send( 'contacts', { contacts: seeds } );
	}

	/** Makes one contact and answers its id. */
	async contact( seed: ContactSeed ): Promise< number > {
		return ( await this.contacts( seed ) )[ 0 ]!;
	}

	/** Makes a user, who goes with the next reset. */
	async user( login: string, name: string, role: string ): Promise< number > {
		const { id } = await this.send< { id: number } >( 'users', {
			login,
			name,
			role,
		} );
		this.users[ login ] = id;
		return id;
	}

	/** Asks Steward's REST interface as somebody: what a colleague does meanwhile. */
	rest(
		as: string,
		method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
		path: string,
		body: Record< string, unknown > = {},
		query: Record< string, unknown > = {}
	): Promise< Answer > {
		return this.send( 'rest', { as, method, path, body, query } );
	}

	/** A contact as it is now, to somebody who sees all. */
	async stored( id: number ): Promise< Answer[ 'body' ] > {
		return ( await this.rest( 'admin', 'GET', `/contacts/${ id }` ) ).body;
	}

	/** Makes an opportunity as the administrator and answers its id. */
	async opportunity( fields: Record< string, unknown > ): Promise< number > {
		const { status, body } = await this.rest(
			'admin',
			'POST',
			'/opportunities',
			fields
		);
		if ( status !== 201 ) {
			throw new Error( `opportunity: ${ JSON.stringify( body ) }` );
		}
		return body.id;
	}

	/** Switches a plugin on, until the next reset. */
	async plugin( plugin: string ): Promise< void > {
		await this.send( 'plugin', { plugin } );
	}

	/** Makes a form of Contact Form 7's and answers its id. */
	async form( title: string ): Promise< string > {
		return ( await this.send< { form: string } >( 'form', { title } ) )
			.form;
	}

	/** Publishes a page. */
	page( title: string, content: string ): Promise< { url: string } > {
		return this.send( 'page', { title, content } );
	}
}
