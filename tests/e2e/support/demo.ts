/**
 * A small team's contacts, as they look after some weeks of work: for pictures, and for judging the screens' layout.
 */
import { person, type ContactSeed, type Site } from './site';

type Row = [
	name: string,
	company: string,
	place: [ city: string, country: string ],
	tags: string[],
	owner: string | undefined,
	source: string,
	hoursAgo: number,
	followers?: string[],
];

const rows: Row[] = [
	[
		'Ingrid Solberg',
		'Fjordlys AS',
		[ 'Bergen', 'NO' ],
		[ 'enterprise', 'renewal' ],
		'rep_ana',
		'referral',
		2100,
		[ 'manager', 'rep_dev' ],
	],
	[
		'Mateus Oliveira',
		'Oliveira & Filhos',
		[ 'Porto', 'PT' ],
		[ 'trial' ],
		'rep_ben',
		'form',
		1320,
	],
	[
		'Hannah Weiss',
		'Weiss Werkzeugbau GmbH',
		[ 'Stuttgart', 'DE' ],
		[ 'customer', 'enterprise' ],
		'rep_chloe',
		'trade-show',
		1190,
		[ 'rep_ana' ],
	],
	[
		'Tomasz Zieliński',
		'Zielona Energia',
		[ 'Kraków', 'PL' ],
		[ 'customer' ],
		'rep_dev',
		'webinar',
		900,
	],
	[
		'Amara Nwosu',
		'Lagos Freight',
		[ 'Lagos', 'NG' ],
		[ 'partner' ],
		'rep_ana',
		'partner',
		760,
	],
	[
		'Giulia Moretti',
		'Studio Moretti',
		[ 'Bologna', 'IT' ],
		[ 'trial', 'design' ],
		'rep_chloe',
		'form',
		640,
	],
	[
		'Rahul Mehta',
		'Mehta Textiles',
		[ 'Surat', 'IN' ],
		[ 'renewal' ],
		'rep_dev',
		'phone',
		590,
		[ 'rep_ben' ],
	],
	[
		'Sofía Herrera',
		'Viñedos del Valle',
		[ 'Mendoza', 'AR' ],
		[ 'newsletter' ],
		'rep_ben',
		'newsletter',
		411,
	],
	[
		'James Whitfield',
		'Whitfield Joinery',
		[ 'Leeds', 'GB' ],
		[ 'customer' ],
		'rep_ana',
		'referral',
		330,
	],
	[
		'Yuki Tanaka',
		'Tanaka Optics',
		[ 'Kyoto', 'JP' ],
		[ 'enterprise' ],
		'manager',
		'trade-show',
		240,
		[ 'rep_ana', 'rep_ben', 'rep_dev', 'rep_chloe' ],
	],
	[
		'Lena Johansson',
		'Nordisk Form',
		[ 'Malmö', 'SE' ],
		[ 'trial' ],
		'rep_ana',
		'form',
		170,
	],
	[
		'Omar Haddad',
		'Haddad Logistics',
		[ 'Amman', 'JO' ],
		[],
		undefined,
		'form',
		96,
	],
	[
		'Camille Laurent',
		'Atelier Laurent',
		[ 'Lyon', 'FR' ],
		[ 'design' ],
		'rep_chloe',
		'form',
		71,
	],
	[
		'Piet de Vries',
		'De Vries Tulpen',
		[ 'Utrecht', 'NL' ],
		[ 'newsletter' ],
		undefined,
		'newsletter',
		50,
	],
	[
		'Noor van den Berg',
		'Berg Architecten',
		[ 'Gent', 'BE' ],
		[ 'trial', 'design', 'enterprise' ],
		undefined,
		'webinar',
		27,
	],
	[
		'Elif Yılmaz',
		'Yılmaz Seramik',
		[ 'İzmir', 'TR' ],
		[],
		'rep_ben',
		'phone',
		22,
	],
	[
		'Grace O’Connell',
		'Connell Dairy',
		[ 'Cork', 'IE' ],
		[ 'customer' ],
		'rep_dev',
		'referral',
		9,
	],
	[
		'Aroha Ngata',
		'Ngata Tours',
		[ 'Rotorua', 'NZ' ],
		[ 'partner' ],
		undefined,
		'form',
		5,
	],
	[
		'Daniel Kim',
		'Hangang Labs',
		[ 'Seoul', 'KR' ],
		[ 'enterprise' ],
		undefined,
		'form',
		2,
	],
	[
		'Nora Quist',
		'Quist Møbler',
		[ 'Aarhus', 'DK' ],
		[ 'trial' ],
		undefined,
		'form',
		0.4,
	],
];

/** WordPress' way to write a time in UTC. */
const ago = ( hours: number ): string =>
	new Date( Date.now() - hours * 3_600_000 )
		.toISOString()
		.slice( 0, 19 )
		.replace( 'T', ' ' );

function seed( row: Row ): ContactSeed {
	const [ name, company, place, tags, owner, source, hoursAgo, followers ] =
		row;
	const made = person( name );
	return {
		...made,
		...( owner ? { owner } : {} ),
		followers: followers ?? [],
		cause: source === 'form' || source === 'newsletter' ? 'form' : 'hand',
		detail: source === 'newsletter' ? 'Newsletter' : 'Request a demo',
		created_gmt: ago( hoursAgo ),
		fields: {
			...made.fields,
			email: `${ name
				.split( ' ' )[ 0 ]!
				.toLowerCase()
				.normalize( 'NFD' )
				.replace( /[^a-z]/g, '' ) }@${ company
				.toLowerCase()
				.normalize( 'NFD' )
				.replace( /[^a-z]+/g, '' ) }.example`,
			company,
			address: { city: place[ 0 ], country: place[ 1 ] },
			tags,
			source,
		},
	};
}

/** Fills the site. */
export async function seedDemo( site: Site ): Promise< void > {
	await site.contacts( ...rows.map( seed ) );
}

/**
 * Makes one contact with a past: a form, a claim, an edit, a reassignment with a note, followers.
 * @return Its id.
 */
export async function seedStory( site: Site ): Promise< number > {
	const id = await site.contact( {
		cause: 'form',
		detail: 'Request a demo',
		created_gmt: ago( 52 ),
		fields: {
			first_name: 'Astrid',
			last_name: 'Bergström',
			email: 'astrid@bergstromkeramik.example',
			phone: '+46 8 555 01 23',
			company: 'Bergström Keramik AB',
			title: 'Head of Purchasing',
			website: 'https://bergstromkeramik.example',
			address: {
				line1: 'Hornsgatan 12',
				postcode: '118 20',
				city: 'Stockholm',
				country: 'SE',
			},
			tags: [ 'enterprise', 'trial' ],
			source: 'form',
			custom: { message: 'We run 14 shops and need a quote by March.' },
		},
	} );
	const path = `/contacts/${ id }`;
	await site.rest( 'rep_ben', 'POST', `${ path }/claim` );
	await site.rest( 'rep_ben', 'PATCH', path, {
		phone: '+46 8 555 01 99',
		tags: [ 'enterprise', 'trial', 'ceramics' ],
	} );
	await site.rest( 'manager', 'POST', `${ path }/reassign`, {
		contact_owner: site.users.rep_ana,
		note: 'You know ceramics; please call her before Friday.',
	} );
	for ( const user of [ 'rep_ben', 'manager' ] ) {
		await site.rest( 'rep_ana', 'POST', `${ path }/followers`, {
			user: site.users[ user ],
		} );
	}
	return id;
}

/** Gives some of the team's contacts opportunities, in every stage. */
export async function seedPipeline( site: Site ): Promise< void > {
	const { body } = await site.rest( 'admin', 'GET', '/pipelines' );
	const stages: { id: number }[] = body[ 0 ].stages;
	const contacts = await site.rest( 'admin', 'GET', '/contacts' );
	const deals: [ title: string, value: string, stage: number ][] = [
		[ 'Pilot project', '4800', 0 ],
		[ 'Annual plan', '12900.50', 0 ],
		[ 'Licences for the new office', '23000', 1 ],
		[ 'Support contract', '9600', 1 ],
		[ 'Migration from spreadsheets', '18450', 2 ],
		[ 'Extension to all branches', '64200', 3 ],
		[ 'Renewal', '7300', 4 ],
	];
	for ( const [ at, [ title, value, stage ] ] of deals.entries() ) {
		await site.opportunity( {
			contact: contacts.body[ at ].id,
			title,
			value,
			currency: 'EUR',
			stage: stages[ stage ]!.id,
			expected_close: `2098-0${ at + 1 }-15`,
		} );
	}
}

/** Gives the team follow-ups: most of one contact, one of an opportunity. */
export async function seedTasks(
	site: Site,
	contact: number
): Promise< void > {
	const inHours = ( hours: number ) =>
		new Date( Date.now() + hours * 3_600_000 ).toISOString();
	const { rep_ana: ana, rep_ben: ben } = site.users;
	const deals = await site.rest( 'admin', 'GET', '/opportunities' );
	const tasks: Record< string, unknown >[] = [
		{
			contact,
			title: 'Call before Friday about the 14 shops',
			due_gmt: inHours( -20 ),
			priority: 'high',
			assignee: ana,
		},
		{
			contact,
			title: 'Send the quote',
			due_gmt: inHours( 30 ),
			assignee: ana,
		},
		{
			contact,
			title: 'Ask what was promised at the trade show, and whether the sample set of the new glaze was sent',
			due_gmt: inHours( 100 ),
			priority: 'low',
			assignee: ben,
		},
		{ contact, title: 'Find out who decides', assignee: null },
		{
			contact,
			title: 'Thank her for the visit',
			status: 'done',
			assignee: ana,
		},
		{
			opportunity: deals.body[ 0 ].id,
			title: 'Send the contract',
			due_gmt: inHours( 50 ),
			assignee: ana,
		},
	];
	for ( const task of tasks ) {
		await site.rest( 'admin', 'POST', '/tasks', task );
	}
}
