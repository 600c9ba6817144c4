import { allFakers } from '@faker-js/faker';

/** Lists to make contacts from, the most popular ones first. */
export interface Vocabulary {
	first_names: string[];
	last_names: string[];
	company_words: string[];
	mail_hosts: string[];
	titles: string[];
	sources: string[];
	places: { city: string; region: string; country: string; dial: number }[];
}

const languages = [
	{ locale: 'en', country: 'US', dial: 1 },
	{ locale: 'es', country: 'ES', dial: 34 },
	{ locale: 'de', country: 'DE', dial: 49 },
	{ locale: 'fr', country: 'FR', dial: 33 },
	{ locale: 'pl', country: 'PL', dial: 48 },
	{ locale: 'pt_BR', country: 'BR', dial: 55 },
	{ locale: 'it', country: 'IT', dial: 39 },
	{ locale: 'sv', country: 'SE', dial: 46 },
] as const;

/** Faker's lists are one list or one for each sex. */
const flat = ( list: unknown ): string[] =>
	[ ...new Set( Object.values( list ?? {} ).flat() as string[] ) ].filter(
		( text ) => ! text.includes( '\t' )
	);

/** Takes turns, so that no language has all the popular names. */
function interleave( lists: string[][] ): string[] {
	const mixed: string[] = [];
	for (
		let index = 0;
		lists.some( ( list ) => index < list.length );
		index++
	) {
		mixed.push( ...lists.flatMap( ( list ) => list[ index ] ?? [] ) );
	}
	return [ ...new Set( mixed ) ];
}

/** The names, places and words of eight countries. */
export function vocabulary(): Vocabulary {
	const definitions = languages.map( ( language ) => ( {
		...language,
		...allFakers[ language.locale ].definitions,
	} ) );
	return {
		first_names: [
			'Maria',
			...interleave(
				definitions.map( ( { person } ) => flat( person.first_name ) )
			),
		],
		last_names: [
			'Garcia',
			...interleave(
				definitions.map( ( { person } ) => flat( person.last_name ) )
			),
		],
		company_words: [
			'Group',
			'Partners',
			'Solutions',
			'Consulting',
			'Media',
			'Logistics',
			'Studio',
			'Labs',
			'Foods',
			'Energy',
			'Legal',
			'Travel',
			'Design',
			'Health',
			'Bakery',
			'Robotics',
		],
		mail_hosts: [
			'gmail.com',
			'outlook.com',
			'yahoo.com',
			'icloud.com',
			'gmx.de',
			'orange.fr',
			'wp.pl',
			'libero.it',
			'telia.se',
			'proton.me',
		],
		titles: [
			'Owner',
			'Sales manager',
			'Buyer',
			'Engineer',
			'Office manager',
			'Director',
			'Teacher',
			'Architect',
		],
		sources: [
			'contact-form-7',
			'import',
			'manual',
			'api',
			'woocommerce',
			'wpforms',
			'event',
			'referral',
		],
		places: definitions.flatMap( ( { location, country, dial } ) =>
			flat( location.city_name )
				.concat( country === 'SE' ? [ 'Malmö', 'Uppsala' ] : [] )
				.slice( 0, 40 )
				.map( ( city, index ) => ( {
					city,
					region: flat( location.state )[ index % 12 ] ?? '',
					country,
					dial,
				} ) )
		),
	};
}
