/**
 * Currencies to choose from.
 */
import { currencyName } from './money';

/**
 * The currencies that the browser knows, by code and name. The server says which are in use.
 *
 * @param current One that is among them in any case.
 */
export function currencyChoices(
	current: string
): { value: string; label: string }[] {
	const known =
		'supportedValuesOf' in Intl ? Intl.supportedValuesOf( 'currency' ) : [];
	return [ ...new Set( [ current, ...known ] ) ].sort().map( ( code ) => ( {
		value: code,
		label: `${ code } · ${ currencyName( code ) }`,
	} ) );
}
