/**
 * Who is meant by an id on a contact, and how they are called on screen.
 */
import { __, sprintf } from '@wordpress/i18n';

import { boot } from '../boot';
import type { Contact, Person } from '../entities';

/**
 * The person behind a user's id.
 *
 * @param contact The contact that names them.
 * @param user    The user's id.
 */
export function personOf(
	contact: Pick< Contact, 'people' >,
	user: number
): Person {
	return (
		contact.people?.find( ( { id } ) => id === user ) ?? {
			id: user,
			name: sprintf(
				/* translators: %d: a user's id. */
				__( 'User %d', 'steward' ),
				user
			),
			avatar_url: '',
		}
	);
}

/**
 * Whether a user is the one looking.
 *
 * @param user A user's id.
 */
export function isMe( user: number | null ): boolean {
	return user !== null && user > 0 && user === boot.user.id;
}

/**
 * How a contact is called, as the server does: its name, else its e-mail, company or phone, else its number.
 *
 * @param contact The contact.
 */
export function contactName(
	contact: Pick< Contact, 'id' | 'name' | 'email' > &
		Partial< Pick< Contact, 'company' | 'phone' > >
): string {
	return (
		contact.name ||
		contact.email ||
		contact.company ||
		contact.phone ||
		sprintf(
			/* translators: %d: a contact's number. */
			__( 'Contact %d', 'steward' ),
			contact.id
		)
	);
}
