/**
 * Addresses of the admin screens: the query string of wp-admin's admin.php, read and written. Pure.
 */

export type Screen =
	| 'contacts'
	| 'contact'
	| 'forecast'
	| 'activity'
	| 'notifications'
	| 'access'
	| 'forms'
	| 'members'
	| 'opportunities'
	| 'roles'
	| 'settings'
	| 'tasks';

export type Params = Record< string, string >;

/** What a link or a call to `navigate` may give: empty values are left out of the address. */
export type ParamsInput = Record<
	string,
	string | number | boolean | null | undefined
>;

export interface Route {
	screen: Screen;
	/** The contact shown, `new` while adding one, null elsewhere. */
	contact: number | 'new' | null;
	/** The query string without `page`. */
	params: Params;
}

/** The menu page of each screen. */
export const PAGES: Record< Screen, string > = {
	contacts: 'steward',
	contact: 'steward',
	forecast: 'steward-forecast',
	activity: 'steward-activity',
	notifications: 'steward-notifications',
	access: 'steward-access',
	forms: 'steward-forms',
	members: 'steward-members',
	opportunities: 'steward-opportunities',
	roles: 'steward-roles',
	settings: 'steward-settings',
	tasks: 'steward-tasks',
};

/** Screens that are all of their menu page. */
const OWN_PAGES = [
	'forecast',
	'activity',
	'notifications',
	'access',
	'forms',
	'members',
	'opportunities',
	'roles',
	'settings',
	'tasks',
] as const;

/**
 * Which screen an address shows.
 *
 * @param search A query string, with or without its `?`.
 */
export function parseLocation( search: string ): Route {
	const { page = PAGES.contacts, ...params } = Object.fromEntries(
		new URLSearchParams( search )
	);
	for ( const screen of OWN_PAGES ) {
		if ( page === PAGES[ screen ] ) {
			return { screen, contact: null, params };
		}
	}
	if ( params.contact === 'new' ) {
		return { screen: 'contact', contact: 'new', params };
	}
	if ( params.contact && /^[1-9]\d{0,15}$/.test( params.contact ) ) {
		return { screen: 'contact', contact: Number( params.contact ), params };
	}
	return { screen: 'contacts', contact: null, params };
}

/**
 * The query string for these parameters, starting with `?page=`.
 *
 * @param params  All parameters of the new address; `page` may be among them.
 * @param current The page to stay on where none is given.
 */
export function toSearch( params: ParamsInput, current: string ): string {
	const { page, ...rest } = params;
	const query = new URLSearchParams();
	query.set( 'page', String( page ?? current ) );
	for ( const [ key, value ] of Object.entries( rest ) ) {
		if ( value !== null && value !== undefined && value !== '' ) {
			query.set( key, String( value ) );
		}
	}
	return `?${ query.toString() }`;
}

/**
 * The menu page in a query string.
 *
 * @param search A query string.
 */
export function pageOf( search: string ): string {
	return new URLSearchParams( search ).get( 'page' ) ?? PAGES.contacts;
}
