/**
 * A list's filter by one contact.
 */
import type { ReactElement } from 'react';
import apiFetch from '@wordpress/api-fetch';
import type { DataFormControlProps, Field } from '@wordpress/dataviews';
import { __, sprintf } from '@wordpress/i18n';

import { paths, type Contact } from '../entities';
import { contactName } from '../lib/people';
import { ContactPicker } from './ContactPicker';

/** Names of the contacts that were filtered by, for the filter's words. */
const names = new Map< string, string >();

async function learnName( id: string ): Promise< void > {
	if ( ! names.has( id ) ) {
		const contact = await apiFetch< Contact >( {
			path: `${ paths.contacts() }/${ id }`,
		} ).catch( () => null );
		names.set( id, contact ? contactName( contact ) : `#${ id }` );
	}
}

/**
 * Has the name of a contact at hand before it is shown in a filter.
 *
 * @param id The contact.
 */
export const contactFilterName = ( id: string ): Promise< string > =>
	learnName( id ).then( () => names.get( id ) ?? `#${ id }` );

/**
 * Chooses the contact.
 *
 * @param props          The filter's value.
 * @param props.data     What holds it.
 * @param props.field    Where.
 * @param props.onChange With the choice.
 */
function ContactFilter< T >( {
	data,
	field,
	onChange,
}: DataFormControlProps< T > ): ReactElement {
	const value = Number( field.getValue( { item: data } ) );
	return (
		<ContactPicker
			value={ value || null }
			onChange={ ( id ) => {
				if ( id === null ) {
					onChange(
						field.setValue( { item: data, value: undefined } )
					);
					return;
				}
				void learnName( String( id ) ).then( () =>
					onChange(
						field.setValue( { item: data, value: String( id ) } )
					)
				);
			} }
		/>
	);
}

/** The field to filter by; no column. */
export function contactFilter< T >(): Field< T > {
	return {
		id: 'contact',
		label: __( 'Contact', 'steward' ),
		type: 'text',
		enableSorting: false,
		enableHiding: false,
		Edit: ContactFilter,
		filterBy: { operators: [ 'is' ] },
		getValueFormatted: ( { item, field } ) => {
			const id = String( field.getValue( { item } ) );
			return (
				names.get( id ) ??
				/* translators: %s: a contact's number. */
				sprintf( __( 'number %s', 'steward' ), id )
			);
		},
	};
}
