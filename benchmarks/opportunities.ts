import type { Progress } from '../tools/services/progress';
import { elapsed } from '../tools/services/progress';
import type { Case } from './cases';
import { alignKeys } from './keys';
import type { Sql } from './sql';

/** One opportunity a contact, but for one in a hundred, which are all the first unassigned contact's. */

export const opportunityTables = [ 'opportunities', 'opportunity_terms' ];

const things =
	"'Roof', 'Website', 'Annual', 'Pilot', 'Support', 'Licences', 'Spare', 'Workshop'";
const kinds =
	"'repair', 'relaunch', 'plan', 'project', 'contract', 'renewal', 'parts', 'series'";
/** A contact that everybody sees. */
const busiest =
	'SELECT MIN( id ) FROM wp_steward_contacts WHERE trashed = 0 AND contact_owner IS NULL';
const opportunities = 'wp_steward_opportunities';
const terms = 'wp_steward_opportunity_terms';

/**
 * Gives the contacts opportunities, unless they have them from an earlier run.
 * @param options
 * @param options.sql
 * @param options.size     Number of opportunities, the same as of contacts.
 * @param options.fresh    Make them anew in any case.
 * @param options.progress
 */
export async function fillOpportunities( options: {
	sql: Sql;
	size: number;
	fresh: boolean;
	progress: Progress;
} ): Promise< void > {
	const { sql, size, progress } = options;
	const there = await sql.value( `SELECT COUNT(*) FROM ${ opportunities }` );
	// Their words are written last: a run that was stopped between leaves none.
	const hasWords = await sql.value(
		`SELECT EXISTS( SELECT 1 FROM ${ terms } )`
	);
	if ( ! options.fresh && there === String( size ) && hasWords === '1' ) {
		return;
	}
	const began = Date.now();
	progress.step( `Making ${ size.toLocaleString( 'en' ) } opportunities` );
	for ( const table of opportunityTables ) {
		await sql.rows( `TRUNCATE wp_steward_${ table }` );
		await alignKeys( sql, `wp_steward_${ table }`, null );
	}
	const number = ( salt: string, of: number ) =>
		`( CRC32( CONCAT( c.id, '${ salt }' ) ) % ${ of } )`;
	// Of a hundred: 70 in the four open stages, 18 won, 12 lost.
	const stage = `ELT( 1 + ( ${ number( 'stage', 100 ) } >= 30 ) + ( ${ number( 'stage', 100 ) } >= 45 ) + ( ${ number( 'stage', 100 ) } >= 60 ) + ( ${ number( 'stage', 100 ) } >= 70 ) + ( ${ number( 'stage', 100 ) } >= 88 ), 1, 2, 3, 4, 5, 6 )`;
	const status = `CASE WHEN ${ number( 'stage', 100 ) } < 70 THEN 'open' WHEN ${ number( 'stage', 100 ) } < 88 THEN 'won' ELSE 'lost' END`;
	await sql.rows( `
		SET unique_checks = 0;
		DELETE FROM wp_steward_followers WHERE object_type = 'opportunity';
		INSERT INTO ${ opportunities } ( id, trashed, contact_id, pipeline_id, stage_id, title, value, currency, status, owner, owner_since_gmt, owner_cause, follower_count, expected_close, closed_gmt, created_gmt, modified_gmt )
		SELECT c.id, ${ number( 'trashed', 50 ) } = 0, CASE WHEN c.id % 100 = 0 THEN ( ${ busiest } ) ELSE c.id END, 1, ${ stage },
			CONCAT( ELT( 1 + ${ number( 'a', 8 ) }, ${ things } ), ' ', ELT( 1 + ${ number( 'b', 8 ) }, ${ kinds } ), ' ', c.id ),
			ROUND( POW( 10, 2 + ${ number( 'value', 4000 ) } / 1000 ), CASE WHEN ${ number( 'currency', 10 ) } > 8 THEN 0 ELSE 2 END ), ELT( 1 + ( ${ number( 'currency', 10 ) } > 6 ) + ( ${ number( 'currency', 10 ) } > 8 ), 'USD', 'EUR', 'JPY' ), ${ status },
			c.contact_owner, c.owner_since_gmt, 'import', c.follower_count,
			CASE WHEN ${ number( 'none', 10 ) } = 0 THEN NULL ELSE DATE( '2026-01-01' ) + INTERVAL ${ number( 'close', 700 ) } DAY END,
			CASE WHEN ${ number( 'stage', 100 ) } < 70 THEN NULL ELSE c.modified_gmt END, c.created_gmt, c.modified_gmt
		FROM wp_steward_contacts c ORDER BY c.id;
		INSERT INTO wp_steward_followers ( object_type, object_id, user_id, source, since_gmt ) SELECT 'opportunity', object_id, user_id, source, since_gmt FROM wp_steward_followers WHERE object_type = 'contact';
	` );
	progress.note( `written in ${ elapsed( began ) }` );
	await sql.rows( `
		SET unique_checks = 0;
		INSERT IGNORE INTO ${ terms } ( trashed, term, field_rank, opportunity_id ) SELECT * FROM (
			SELECT trashed, LOWER( SUBSTRING_INDEX( title, ' ', 1 ) ) AS term, 1 AS field_rank, id FROM ${ opportunities }
			UNION ALL SELECT trashed, SUBSTRING_INDEX( SUBSTRING_INDEX( title, ' ', 2 ), ' ', -1 ), 1, id FROM ${ opportunities }
			UNION ALL SELECT trashed, id, 1, id FROM ${ opportunities }
			UNION ALL SELECT o.trashed, t.term, CASE WHEN t.field_rank = 1 THEN 2 ELSE 3 END, o.id FROM ${ opportunities } o JOIN wp_steward_contact_terms t ON t.contact_id = o.contact_id AND t.field_rank IN ( 1, 3 )
		) x ORDER BY trashed, term, field_rank, id;
	` );
	for ( const table of opportunityTables ) {
		await alignKeys( sql, `wp_steward_${ table }`, `model_${ table }` );
	}
	await sql.rows(
		`ANALYZE TABLE ${ opportunities }, ${ terms }, wp_steward_followers`
	);
	progress.note( `done in ${ elapsed( began ) }` );
}

/**
 * All cases for one user.
 * @param sql
 * @param login The user.
 * @param sees  Whether the user sees all.
 */
export async function opportunityCases(
	sql: Sql,
	login: string,
	sees: 'all' | 'own'
): Promise< Case[] > {
	const user = await sql.value(
		`SELECT ID FROM wp_users WHERE user_login = '${ login }'`
	);
	const rep = await sql.value(
		"SELECT ID FROM wp_users WHERE user_login = 'rep_7'"
	);
	const owner = sees === 'all' ? rep : user;
	const own = await sql.numbers(
		`SELECT id FROM ${ opportunities } WHERE trashed = 0 AND owner = ${ owner } AND status = 'open' LIMIT 200 OFFSET 20`
	);
	const unassigned = await sql.numbers(
		`SELECT id FROM ${ opportunities } WHERE trashed = 0 AND owner IS NULL ORDER BY id DESC LIMIT 500 OFFSET 100`
	);
	const contacts = await sql.numbers(
		`SELECT id FROM wp_steward_contacts WHERE trashed = 0 AND contact_owner = ${ owner } LIMIT 200 OFFSET 40`
	);
	const busy = await sql.value( busiest );
	const next = ( ids: number[] ) => ids.shift() ?? 0;
	// Another number in each run: what is as it was changes nothing.
	let made = Math.floor( Date.now() / 1000 );
	const read = (
		name: string,
		path: string,
		ratio: number | null = 1.5,
		most: number | null = 10
	): Case => ( {
		name: `opportunities: ${ name }`,
		ask: () => ( { path: `wp-json/steward/v1/${ path }` } ),
		ratio,
		sql: most,
	} );
	const write = ( name: string, ask: Case[ 'ask' ] ): Case => ( {
		name: `opportunities: ${ name }`,
		ask,
		ratio: null,
		sql: null,
		writes: true,
	} );
	return [
		read( 'board, first paint', 'opportunities/board' ),
		read( 'board, counts and values', 'opportunities/board?per_stage=0' ),
		read( 'board of one owner', `opportunities/board?owner=${ owner }` ),
		read( 'forecast', 'reports/forecast', null, null ),
		read( 'first page', 'opportunities' ),
		...[ 'modified', 'title', 'value', 'expected_close', 'owner' ].flatMap(
			( order ) =>
				[ 'asc', 'desc' ].map( ( direction ) =>
					read(
						`order: ${ order } ${ direction }`,
						`opportunities?orderby=${ order }&order=${ direction }`
					)
				)
		),
		read(
			'more of a column',
			'opportunities?stage=2&orderby=modified&page=2'
		),
		read( 'stage, by value', 'opportunities?stage=4&orderby=value' ),
		read( 'status: won', 'opportunities?status=won' ),
		read( 'owner: one', `opportunities?owner=${ owner }` ),
		read( 'owner: none', 'opportunities?owner=none' ),
		read( 'follower: me', 'opportunities?follower=me' ),
		read(
			'of a contact with one in a hundred',
			`contacts/${ busy }/opportunities`
		),
		read( 'search: common word', 'opportunities?search=roof' ),
		read( 'search: rare', 'opportunities?search=roof+77777' ),
		read(
			'value and close',
			'opportunities?value_min=900000&close_after=2027-11-01'
		),
		{
			name: 'opportunities: one',
			ask: () => ( {
				path: `wp-json/steward/v1/opportunities/${ next( own ) }`,
			} ),
			ratio: 1.5,
			sql: 10,
		},
		write( 'create', () => ( {
			method: 'POST',
			path: 'wp-json/steward/v1/opportunities',
			json: {
				contact: next( contacts ),
				title: `Roof repair ${ made++ }`,
				value: '1234.50',
			},
		} ) ),
		write( 'update', () => ( {
			method: 'PATCH',
			path: `wp-json/steward/v1/opportunities/${ next( own ) }`,
			json: { title: `Changed ${ made++ }` },
		} ) ),
		write( 'move to the next stage', () => ( {
			method: 'PATCH',
			path: `wp-json/steward/v1/opportunities/${ next( own ) }`,
			json: { stage: 1 + ( made++ % 6 ) },
		} ) ),
		write( 'claim', () => ( {
			method: 'POST',
			path: `wp-json/steward/v1/opportunities/${ next( unassigned ) }/claim`,
		} ) ),
	];
}

/**
 * Undoes what the cases have changed; titles and stages of some hundred opportunities stay changed.
 * @param sql
 * @param size   Number of opportunities.
 * @param before When the run began, `Y-m-d H:i:s` UTC.
 */
export async function undoOpportunities(
	sql: Sql,
	size: number,
	before: string
): Promise< void > {
	await sql.rows( `
		DELETE FROM ${ opportunities } WHERE id > ${ size };
		DELETE FROM ${ terms } WHERE opportunity_id > ${ size };
		UPDATE ${ opportunities } SET owner = NULL, owner_cause = 'import' WHERE modified_gmt >= '${ before }' AND owner_cause = 'claim';
		DELETE FROM wp_options WHERE option_name LIKE '%steward_sums%';
	` );
}
