import apiFetch from '@wordpress/api-fetch';
import type { Option } from '@wordpress/dataviews';
import { __ } from '@wordpress/i18n';
import { addQueryArgs } from '@wordpress/url';

import { paths, type Member } from '../entities';
import { isMe } from './people';

/**
 * People to filter by: oneself, nobody, then the team.
 *
 * @param nobody What nobody is called; left out where it can't be nobody.
 */
export async function memberOptions( nobody?: string ): Promise< Option[] > {
	const members = await apiFetch< Member[] >( {
		path: addQueryArgs( paths.members(), { per_page: 100 } ),
	} ).catch( (): Member[] => [] );
	return [
		{ value: 'me', label: __( 'Me', 'steward' ) },
		...( nobody ? [ { value: 'none', label: nobody } ] : [] ),
		...members
			.filter( ( { id } ) => ! isMe( id ) )
			.map( ( { id, name } ) => ( {
				value: String( id ),
				label: name,
			} ) ),
	];
}
