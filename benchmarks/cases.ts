import type { Ask } from './client';
import { tagName } from './dataset';
import type { Sql } from './sql';
import { vocabulary } from './vocabulary';

/** Something that people do, and what it may cost. */
export interface Case {
	name: string;
	/** Made anew for each request: no two contacts can be created or claimed the same. */
	ask: () => Ask;
	/** Goal: at most so many times the bare request; null where the cost is only reported. */
	ratio: number | null;
	/** Goal: milliseconds of SQL; null where the cost is only reported. */
	sql: number | null;
	/** Whether it changes something; then no goal is set for its SQL. */
	writes?: boolean;
}

const pageSize = 20;

/**
 * All cases for one user.
 * @param sql
 * @param login The user, whose own contacts are changed.
 * @param size  Number of contacts.
 * @param sees  How many of them the user may view.
 */
export async function casesFor(
	sql: Sql,
	login: string,
	size: number,
	sees: number
): Promise< Case[] > {
	const user = await sql.value(
		`SELECT ID FROM wp_users WHERE user_login = '${ login }'`
	);
	const rep = await sql.value(
		"SELECT ID FROM wp_users WHERE user_login = 'rep_7'"
	);
	const words = vocabulary();
	const [ , rareName = '', email = '', phone = '' ] =
		(
			await sql.rows(
				`SELECT c.id, c.name, c.email, REPLACE( REPLACE( c.phone, ' ', '' ), '+', '' ) FROM wp_steward_contacts c WHERE c.id > ${ Math.floor( size / 2 ) } AND c.trashed = 0 AND c.contact_owner IS NULL AND c.phone <> '' AND c.email LIKE '%.%@%' AND ( SELECT COUNT(*) FROM wp_steward_contacts d WHERE d.trashed = 0 AND d.name = c.name ) < 3 ORDER BY c.id LIMIT 1`
			)
		)[ 0 ] ?? [];
	const unassigned = await sql.numbers(
		'SELECT id FROM wp_steward_contacts WHERE trashed = 0 AND contact_owner IS NULL ORDER BY id DESC LIMIT 500 OFFSET 100'
	);
	const own = await sql.numbers(
		`SELECT id FROM wp_steward_contacts WHERE trashed = 0 AND contact_owner = ${ user === '2' ? rep : user } LIMIT 200 OFFSET 20`
	);
	const next = ( ids: number[] ) => ids.shift() ?? 0;
	const lastPage = Math.max( 1, Math.floor( sees / pageSize ) );
	const fresh = `${ login }.${ Date.now() }`;
	let created = 0;

	const list = (
		name: string,
		query: string,
		ratio: number | null = 1.5,
		most: number | null = 10
	): Case => ( {
		name,
		ask: () => ( {
			path: `wp-json/steward/v1/contacts${ query ? `?${ query }` : '' }`,
		} ),
		ratio,
		sql: most,
	} );
	const search = ( name: string, text: string ) =>
		list( `search: ${ name }`, `search=${ encodeURIComponent( text ) }` );
	const orders = [
		'created',
		'modified',
		'name',
		'email',
		'id',
		'contact_owner',
	].flatMap( ( order ) =>
		[ 'asc', 'desc' ].map( ( direction ) =>
			list(
				`order: ${ order } ${ direction }`,
				`orderby=${ order }&order=${ direction }`
			)
		)
	);
	const cases = [
		list( 'first page', '' ),
		...( lastPage >= 2000
			? [ list( 'page 2,000', 'page=2000', 3, null ) ]
			: [] ),
		...( lastPage >= 2000
			? [
					list(
						'page 2,000 by name',
						'page=2000&orderby=name&order=asc',
						3,
						null
					),
				]
			: [] ),
		...( lastPage >= 40_000
			? [ list( 'page 40,000', 'page=40000', null, null ) ]
			: [] ),
		...( lastPage > 1
			? [
					list(
						`last full page (${ lastPage.toLocaleString( 'en' ) })`,
						`page=${ lastPage }`,
						null,
						null
					),
				]
			: [] ),
		...orders,
		search( 'common first name', words.first_names[ 0 ] ?? '' ),
		search(
			'common first and last name',
			`${ words.first_names[ 0 ] } ${ words.last_names[ 0 ] }`
		),
		search( 'rare full name', rareName ),
		search( 'e-mail local part', email.split( '@' )[ 0 ] ?? '' ),
		search( 'whole e-mail address', email ),
		search( 'e-mail domain', words.mail_hosts[ 0 ] ?? '' ),
		search( 'company word', words.company_words[ 3 ] ?? '' ),
		search( 'phone run in the middle', phone.slice( 3, 9 ) ),
		search( '2 letters', 'ma' ),
		search( '2 digits', '55' ),
		list(
			'search by name order: 2 letters',
			'search=ma&orderby=name&order=asc'
		),
		list( 'owner: one', `contact_owner=${ user === '2' ? rep : user }` ),
		list( 'owner: me or none', 'contact_owner=me,none' ),
		list( 'owner: none', 'contact_owner=none' ),
		list( 'follower: me', 'follower=me' ),
		list( 'tag: common', `tags=${ encodeURIComponent( tagName( 1 ) ) }` ),
		list( 'tag: medium', `tags=${ encodeURIComponent( tagName( 60 ) ) }` ),
		list( 'tag: rare', `tags=${ encodeURIComponent( tagName( 199 ) ) }` ),
		list(
			'tags: any of two',
			`tags=${ encodeURIComponent( `${ tagName( 1 ) },${ tagName( 60 ) }` ) }`
		),
		list(
			'tags: all of two',
			`tags_all=${ encodeURIComponent( `${ tagName( 1 ) },${ tagName( 2 ) }` ) }`
		),
		list( 'country: common', 'country=US' ),
		list( 'country: rare', 'country=SE' ),
		list( 'country, by name', 'country=US&orderby=name&order=asc' ),
		list(
			'country, tag and owner',
			`country=DE&tags=${ encodeURIComponent( tagName( 2 ) ) }&contact_owner=none`
		),
		{
			name: 'tags to choose from',
			ask: () => ( { path: 'wp-json/steward/v1/tags' } ),
			ratio: 1.5,
			sql: 10,
		},
		{
			name: 'one contact',
			ask: () => ( {
				path: `wp-json/steward/v1/contacts/${ next( own ) || 1 }`,
			} ),
			ratio: 1.5,
			sql: 10,
		} as Case,
	];
	const writes: Case[] = [
		{
			name: 'create',
			ask: () => ( {
				method: 'POST',
				path: 'wp-json/steward/v1/contacts',
				json: {
					first_name: 'Nora',
					last_name: 'Quist',
					email: `nora.${ fresh }.${ created++ }@example.org`,
					phone: '+34 600 700 800',
					company: 'Quist Studio',
					tags: [ tagName( 1 ), tagName( 50 ) ],
				},
			} ),
			ratio: null,
			sql: null,
			writes: true,
		},
		{
			name: 'update',
			ask: () => ( {
				method: 'PATCH',
				path: `wp-json/steward/v1/contacts/${ next( own ) }`,
				json: { title: `Buyer ${ created++ }` },
			} ),
			ratio: null,
			sql: null,
			writes: true,
		},
		{
			name: 'claim',
			ask: () => ( {
				method: 'POST',
				path: `wp-json/steward/v1/contacts/${ next( unassigned ) }/claim`,
			} ),
			ratio: null,
			sql: null,
			writes: true,
		},
	];
	return [ ...cases, ...writes ];
}

/**
 * Undoes what the cases and the claims have changed, so that the next run finds the same data.
 * @param sql
 * @param size   Number of contacts.
 * @param before When the run began, `Y-m-d H:i:s` UTC.
 */
export async function undoWrites(
	sql: Sql,
	size: number,
	before: string
): Promise< void > {
	await sql.rows( `
		DELETE FROM wp_steward_contacts WHERE id > ${ size };
		DELETE FROM wp_steward_contact_terms WHERE contact_id > ${ size };
		DELETE FROM wp_steward_contact_tags WHERE contact_id > ${ size };
		UPDATE wp_steward_contacts SET contact_owner = NULL, owner_cause = 'form' WHERE trashed = 0 AND modified_gmt >= '${ before }' AND owner_cause = 'claim';
		TRUNCATE wp_steward_activity;
		DELETE FROM wp_options WHERE option_name LIKE '%steward_total%' OR option_name LIKE '%steward_list%';
	` );
}
