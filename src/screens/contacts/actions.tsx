import type { Action } from '@wordpress/dataviews';
import { __ } from '@wordpress/i18n';
import {
	backup,
	commentAuthorAvatar,
	people,
	seen,
	tag,
	trash,
	unseen,
} from '@wordpress/icons';

import { boot } from '../../boot';
import type { Contact } from '../../entities';

export interface Handlers {
	claim: ( contacts: Contact[] ) => void;
	reassign: ( contacts: Contact[] ) => void;
	tag: ( contacts: Contact[] ) => void;
	follow: ( contact: Contact ) => void;
	unfollow: ( contact: Contact ) => void;
	trash: ( contacts: Contact[] ) => void;
	restore: ( contacts: Contact[] ) => void;
	erase: ( contacts: Contact[] ) => void;
	open: ( contact: Contact ) => void;
}

const isTrashed = ( { status }: Contact ) => status === 'trash';
const isFollowed = ( { followers }: Contact ) =>
	followers.includes( boot.user.id );

/**
 * What can be done to contacts in the list. Each contact's own `can` decides; nothing is decided here.
 *
 * @param handlers What the actions do.
 */
export function contactActions( handlers: Handlers ): Action< Contact >[] {
	const first = ( items: Contact[], then: ( item: Contact ) => void ) => {
		if ( items[ 0 ] ) {
			then( items[ 0 ] );
		}
	};
	return [
		{
			id: 'claim',
			label: __( 'Claim', 'steward' ),
			icon: commentAuthorAvatar,
			supportsBulk: true,
			isEligible: ( item ) => item.can.claim && ! isTrashed( item ),
			callback: handlers.claim,
		},
		{
			id: 'open',
			label: __( 'Open', 'steward' ),
			callback: ( items ) => first( items, handlers.open ),
		},
		{
			id: 'reassign',
			label: __( 'Reassign', 'steward' ),
			icon: people,
			supportsBulk: true,
			isEligible: ( item ) => item.can.reassign && ! isTrashed( item ),
			callback: handlers.reassign,
		},
		{
			id: 'tag',
			label: __( 'Change tags', 'steward' ),
			icon: tag,
			supportsBulk: true,
			isEligible: ( item ) => item.can.update && ! isTrashed( item ),
			callback: handlers.tag,
		},
		{
			id: 'follow',
			label: __( 'Follow', 'steward' ),
			icon: seen,
			isEligible: ( item ) =>
				item.can.update &&
				item.relation !== 'owner' &&
				! isFollowed( item ) &&
				! isTrashed( item ),
			callback: ( items ) => first( items, handlers.follow ),
		},
		{
			id: 'unfollow',
			label: __( 'Unfollow', 'steward' ),
			icon: unseen,
			isEligible: ( item ) => isFollowed( item ) && ! isTrashed( item ),
			callback: ( items ) => first( items, handlers.unfollow ),
		},
		{
			id: 'trash',
			label: __( 'Move to trash', 'steward' ),
			icon: trash,
			supportsBulk: true,
			isEligible: ( item ) => item.can.delete && ! isTrashed( item ),
			callback: handlers.trash,
		},
		{
			id: 'restore',
			label: __( 'Restore', 'steward' ),
			icon: backup,
			isPrimary: true,
			supportsBulk: true,
			isEligible: ( item ) => item.can.delete && isTrashed( item ),
			callback: handlers.restore,
		},
		{
			id: 'erase',
			label: __( 'Erase for good', 'steward' ),
			icon: trash,
			supportsBulk: true,
			isEligible: ( item ) => item.can.delete && isTrashed( item ),
			callback: handlers.erase,
		},
	];
}
