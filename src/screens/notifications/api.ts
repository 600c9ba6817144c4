/**
 * The reader's own notifications and choices.
 */
import { addQueryArgs } from '@wordpress/url';

import {
	paths,
	type Delivery,
	type MailState,
	type NotificationItem,
	type NotificationKind,
} from '../../entities';
import { request, requestPage } from '../../lib/api';

/** How many a page lists. */
export const PER_PAGE = 20;

/** Tells the bell that something was read. */
function ring(): void {
	window.dispatchEvent( new Event( 'steward-notifications-read' ) );
}

/**
 * A page of notifications.
 *
 * @param query        What to list.
 * @param query.page   From 1.
 * @param query.unread Only those not read yet.
 * @param query.kind   Only those of a kind.
 */
export function listNotifications( query: {
	page: number;
	unread?: boolean;
	kind?: string;
} ): Promise< {
	items: NotificationItem[];
	total: number;
	totalPages: number;
} > {
	return requestPage< NotificationItem >(
		addQueryArgs( paths.notifications(), {
			page: query.page,
			per_page: PER_PAGE,
			...( query.unread ? { unread: true } : {} ),
			...( query.kind ? { kind: query.kind } : {} ),
		} )
	);
}

/**
 * Marks notifications as read.
 *
 * @param ids Which; null for all.
 */
export async function markRead( ids: number[] | null ): Promise< void > {
	await request( {
		path: paths.notificationsRead(),
		method: 'POST',
		data: ids === null ? { all: true } : { ids },
		keepalive: true,
	} );
	ring();
}

/** The kinds there are and how the reader wants to be told of each. */
export function getPreferences(): Promise< NotificationKind[] > {
	return request( { path: paths.notificationPreferences() } );
}

/**
 * Changes how the reader is told.
 *
 * @param changes Kind → how.
 */
export function savePreferences(
	changes: Record< string, Delivery >
): Promise< NotificationKind[] > {
	return request( {
		path: paths.notificationPreferences(),
		method: 'PATCH',
		data: changes,
	} );
}

/** How the site's mail goes. */
export function getMail(): Promise< MailState > {
	return request( { path: paths.mail() } );
}

/** Sends the reader a test mail. */
export function sendTest(): Promise< { to: string } > {
	return request( { path: paths.mailTest(), method: 'POST' } );
}

/** Tries what failed for good once more. */
export function retryMail(): Promise< MailState > {
	return request( { path: paths.mailRetry(), method: 'POST' } );
}
