/**
 * What the server is asked for a view of the members. Pure.
 */
import type { View } from '@wordpress/dataviews';

/**
 * The query of a view.
 *
 * @param view The view.
 */
export function queryOf( view: View ): Record< string, string | number > {
	const query: Record< string, string | number > = {
		page: view.page ?? 1,
		per_page: view.perPage ?? 20,
	};
	for ( const { field, value } of view.filters ?? [] ) {
		if ( value === 'true' || value === 'false' ) {
			query[ field ] = value;
		}
	}
	if ( view.search?.trim() ) {
		query.search = view.search.trim();
	}
	if ( view.sort ) {
		query.orderby = view.sort.field === 'contacts' ? 'contacts' : 'name';
		query.order = view.sort.direction;
	}
	return query;
}
