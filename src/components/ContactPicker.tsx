import type { ReactElement } from 'react';
import { __ } from '@wordpress/i18n';

import { CONTACT, type Contact } from '../entities';
import { contactName } from '../lib/people';
import { RecordPicker, type RecordPickerProps } from './RecordPicker';

function nameOf( contact: Contact ): string {
	const name = contactName( contact );
	return contact.email && contact.email !== name
		? `${ name } · ${ contact.email }`
		: name;
}

/**
 * A search box for the contacts that the reader may see.
 *
 * @param props What is chosen.
 */
export function ContactPicker( props: RecordPickerProps ): ReactElement {
	return (
		<RecordPicker< Contact >
			{ ...props }
			name={ CONTACT }
			words={ {
				label: __( 'Contact', 'steward' ),
				placeholder: __( 'Search contacts…', 'steward' ),
				none: __( 'You see no contacts yet.', 'steward' ),
				refused: __(
					'Your role has no access to contacts.',
					'steward'
				),
				nameOf,
			} }
		/>
	);
}
