/**
 * How a person likes a table, in whatever was stored: an older version's or a stranger's values fall back to the usual. Pure.
 */

/** What a person chose for good: remembered per person, not in the address. */
export interface ListPreferences {
	fields: string[];
	perPage: number;
	density: 'compact' | 'balanced' | 'comfortable';
}

/** How many rows a page may have. */
export const PER_PAGE = [ 20, 50, 100 ];

const DENSITIES = [ 'compact', 'balanced', 'comfortable' ] as const;

/**
 * Reads what was stored.
 *
 * @param stored  The stored value.
 * @param columns Columns that can be shown.
 * @param usual   What is chosen where nothing was.
 */
export function readListPreferences(
	stored: unknown,
	columns: string[],
	usual: ListPreferences
): ListPreferences {
	if ( typeof stored !== 'object' || stored === null ) {
		return usual;
	}
	const { fields, perPage, density } = stored as Partial< ListPreferences >;
	return {
		fields: Array.isArray( fields )
			? [ ...new Set( fields ) ].filter( ( one ) =>
					columns.includes( one )
				)
			: usual.fields,
		perPage: PER_PAGE.includes( Number( perPage ) )
			? Number( perPage )
			: usual.perPage,
		density: DENSITIES.find( ( one ) => one === density ) ?? usual.density,
	};
}

/**
 * What of a table's view is to be remembered.
 *
 * @param view         The view.
 * @param view.fields  Its columns.
 * @param view.perPage Its rows.
 * @param view.layout  Its density.
 */
export function preferencesIn( view: {
	fields?: string[];
	perPage?: number;
	layout?: object;
} ): Partial< ListPreferences > {
	return {
		fields: view.fields,
		perPage: view.perPage,
		density: ( view.layout as Partial< ListPreferences > | undefined )
			?.density,
	};
}
