import { CONTACT, type OwnedRecord } from '../entities';
import { kindOf } from './records';

/**
 * What stands for a record on the screen, to take the focus there: on its own page or in its dialog that, else its link in a list
 * or on a board.
 *
 * @param record The record.
 * @return Null while it isn't shown.
 */
export function onScreen( record: OwnedRecord ): HTMLElement | null {
	const isOfContact = kindOf( record ) === CONTACT;
	const param = isOfContact ? 'contact' : 'opportunity';
	const names = ( { search }: { search: string } ) => {
		const params = new URLSearchParams( search );
		return (
			params.get( param ) === String( record.id ) &&
			params.get( 'page' ) !== 'steward-access'
		);
	};
	if ( names( window.location ) ) {
		return document.querySelector< HTMLElement >(
			isOfContact
				? '#steward-owner-title'
				: '[role="dialog"].steward-deal'
		);
	}
	const links = document.querySelectorAll< HTMLAnchorElement >(
		`#steward-root a[href*="${ param }="]`
	);
	return [ ...links ].find( names ) ?? null;
}
