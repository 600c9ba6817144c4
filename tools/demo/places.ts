import type { Faker } from '@faker-js/faker';
import { allFakers } from '@faker-js/faker';

/** Where the demo's contacts live. */
export interface Place {
	/** ISO 3166-1 alpha-2. */
	country: string;
	faker: Faker;
	/** How many of a hundred. */
	share: number;
	/** Cities with their regions. */
	cities: readonly ( readonly [ city: string, region: string ] )[];
	/** A phone number with # for digits, in a range that is reserved for fiction where the country has one. */
	phone: string;
}

export const places: readonly Place[] = [
	{
		country: 'US',
		faker: allFakers.en_US,
		share: 24,
		cities: [
			[ 'Austin', 'TX' ],
			[ 'Chicago', 'IL' ],
			[ 'Denver', 'CO' ],
			[ 'Portland', 'OR' ],
			[ 'Boston', 'MA' ],
			[ 'San Diego', 'CA' ],
			[ 'Atlanta', 'GA' ],
			[ 'Minneapolis', 'MN' ],
		],
		phone: '+1 512 555 01##',
	},
	{
		country: 'GB',
		faker: allFakers.en_GB,
		share: 12,
		cities: [
			[ 'London', 'England' ],
			[ 'Manchester', 'England' ],
			[ 'Leeds', 'England' ],
			[ 'Bristol', 'England' ],
			[ 'Edinburgh', 'Scotland' ],
			[ 'Cardiff', 'Wales' ],
		],
		phone: '+44 7700 900###',
	},
	{
		country: 'DE',
		faker: allFakers.de,
		share: 12,
		cities: [
			[ 'Berlin', 'Berlin' ],
			[ 'Hamburg', 'Hamburg' ],
			[ 'München', 'Bayern' ],
			[ 'Köln', 'Nordrhein-Westfalen' ],
			[ 'Leipzig', 'Sachsen' ],
			[ 'Stuttgart', 'Baden-Württemberg' ],
		],
		phone: '+49 30 23125 ###',
	},
	{
		country: 'FR',
		faker: allFakers.fr,
		share: 9,
		cities: [
			[ 'Paris', 'Île-de-France' ],
			[ 'Lyon', 'Auvergne-Rhône-Alpes' ],
			[ 'Marseille', "Provence-Alpes-Côte d'Azur" ],
			[ 'Nantes', 'Pays de la Loire' ],
			[ 'Lille', 'Hauts-de-France' ],
		],
		phone: '+33 1 99 00 ## ##',
	},
	{
		country: 'ES',
		faker: allFakers.es,
		share: 9,
		cities: [
			[ 'Madrid', 'Madrid' ],
			[ 'Barcelona', 'Cataluña' ],
			[ 'Valencia', 'Comunidad Valenciana' ],
			[ 'Sevilla', 'Andalucía' ],
			[ 'Bilbao', 'País Vasco' ],
		],
		phone: '+34 900 000 ###',
	},
	{
		country: 'MX',
		faker: allFakers.es_MX,
		share: 5,
		cities: [
			[ 'Guadalajara', 'Jalisco' ],
			[ 'Monterrey', 'Nuevo León' ],
			[ 'Puebla', 'Puebla' ],
			[ 'Mérida', 'Yucatán' ],
		],
		phone: '+52 55 5555 0###',
	},
	{
		country: 'BR',
		faker: allFakers.pt_BR,
		share: 6,
		cities: [
			[ 'São Paulo', 'SP' ],
			[ 'Rio de Janeiro', 'RJ' ],
			[ 'Curitiba', 'PR' ],
			[ 'Recife', 'PE' ],
		],
		phone: '+55 11 5555 0###',
	},
	{
		country: 'IT',
		faker: allFakers.it,
		share: 5,
		cities: [
			[ 'Milano', 'Lombardia' ],
			[ 'Torino', 'Piemonte' ],
			[ 'Bologna', 'Emilia-Romagna' ],
			[ 'Roma', 'Lazio' ],
		],
		phone: '+39 06 5555 0###',
	},
	{
		country: 'NL',
		faker: allFakers.nl,
		share: 4,
		cities: [
			[ 'Amsterdam', 'Noord-Holland' ],
			[ 'Rotterdam', 'Zuid-Holland' ],
			[ 'Utrecht', 'Utrecht' ],
		],
		phone: '+31 20 555 0###',
	},
	{
		country: 'SE',
		faker: allFakers.sv,
		share: 3,
		cities: [
			[ 'Stockholm', 'Stockholms län' ],
			[ 'Göteborg', 'Västra Götalands län' ],
			[ 'Malmö', 'Skåne län' ],
		],
		phone: '+46 8 465 004 ##',
	},
	{
		country: 'PL',
		faker: allFakers.pl,
		share: 3,
		cities: [
			[ 'Warszawa', 'Mazowieckie' ],
			[ 'Kraków', 'Małopolskie' ],
			[ 'Gdańsk', 'Pomorskie' ],
		],
		phone: '+48 22 555 0###',
	},
	{
		country: 'IN',
		faker: allFakers.en_IN,
		share: 4,
		cities: [
			[ 'Bengaluru', 'Karnataka' ],
			[ 'Pune', 'Maharashtra' ],
			[ 'Hyderabad', 'Telangana' ],
		],
		phone: '+91 80 5555 0###',
	},
	{
		country: 'CA',
		faker: allFakers.en_CA,
		share: 2,
		cities: [
			[ 'Toronto', 'ON' ],
			[ 'Vancouver', 'BC' ],
		],
		phone: '+1 416 555 01##',
	},
	{
		country: 'AU',
		faker: allFakers.en_AU,
		share: 2,
		cities: [
			[ 'Melbourne', 'VIC' ],
			[ 'Brisbane', 'QLD' ],
		],
		phone: '+61 491 570 ###',
	},
];
