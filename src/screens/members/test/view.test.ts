import type { View } from '@wordpress/dataviews';

import { queryOf } from '../view';

const view = { type: 'table', page: 2, perPage: 50 } as View;

describe( 'the query of a view', () => {
	it( 'has page, search, filters and order', () => {
		expect(
			queryOf( {
				...view,
				search: ' ben ',
				filters: [
					{ field: 'away', operator: 'is', value: 'true' },
					{
						field: 'only_assigned_data',
						operator: 'is',
						value: undefined,
					},
				],
				sort: { field: 'contacts', direction: 'desc' },
			} )
		).toEqual( {
			page: 2,
			per_page: 50,
			search: 'ben',
			away: 'true',
			orderby: 'contacts',
			order: 'desc',
		} );
		expect( queryOf( view ) ).toEqual( { page: 2, per_page: 50 } );
	} );
} );
