import type { Option } from '@wordpress/dataviews';

let names: Intl.DisplayNames | null = null;

function displayNames(): Intl.DisplayNames | null {
	try {
		names ??= new Intl.DisplayNames(
			[ document.documentElement.lang || 'en' ],
			{ type: 'region' }
		);
	} catch {
		// A language tag that the browser doesn't know.
		return null;
	}
	return names;
}

/**
 * A country's name in the person's language.
 *
 * @param code ISO 3166-1 alpha-2.
 */
export function countryName( code: string ): string {
	try {
		return displayNames()?.of( code ) ?? code;
	} catch {
		return code;
	}
}

/**
 * Countries to choose from, by name.
 *
 * @param codes ISO 3166-1 alpha-2.
 */
export function countryOptions( codes: string[] ): Option[] {
	return codes
		.map( ( code ) => ( { value: code, label: countryName( code ) } ) )
		.sort( ( a, b ) => a.label.localeCompare( b.label ) );
}
