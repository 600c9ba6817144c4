import type { ReactElement } from 'react';

import { AddContact } from './AddContact';
import { ContactPage } from './ContactPage';
import './style.scss';

/**
 * One contact, or adding one.
 *
 * @param props         Which.
 * @param props.contact A contact's id, or `new`.
 */
export default function ContactScreen( {
	contact,
}: {
	contact: number | 'new';
} ): ReactElement {
	return contact === 'new' ? (
		<AddContact />
	) : (
		<ContactPage key={ contact } id={ contact } />
	);
}
