/**
 * Requests of the Members screen. What changes is given to core-data too, for the pickers.
 */
import { store as coreStore } from '@wordpress/core-data';
import { dispatch } from '@wordpress/data';
import { addQueryArgs } from '@wordpress/url';

import { KIND, MEMBER, paths, type Member } from '../../entities';
import { request, requestPage } from '../../lib/api';

/** What can be set for somebody. */
export type MemberChanges = Partial<
	Pick< Member, 'only_assigned_data' | 'out_of_office' | 'capacity' >
>;

export const listMembers = ( query: Record< string, unknown > ) =>
	requestPage< Member >( addQueryArgs( paths.members(), query ) );

/** Owners who lost access or no longer exist. */
export const listWithoutAccess = () =>
	listMembers( { access: 'lost', per_page: 100 } );

export async function changeMember(
	user: number,
	changes: MemberChanges
): Promise< Member > {
	const member = await request< Member >( {
		path: paths.member( user ),
		method: 'PATCH',
		data: changes,
	} );
	dispatch( coreStore ).receiveEntityRecords(
		KIND,
		MEMBER,
		[ member ],
		undefined,
		true
	);
	return member;
}

/** How many contacts somebody sees with and without Only Assigned Data. */
export const getSight = ( user: number ) =>
	request< { contacts: { all: number; only_assigned: number } } >( {
		path: `${ paths.member( user ) }/sight`,
	} );

export const handOver = ( user: number, to: number | null ) =>
	request< { job: number } >( {
		path: `${ paths.member( user ) }/hand-over`,
		method: 'POST',
		data: { to },
	} );
