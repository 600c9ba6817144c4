import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { ComboboxControl } from '@wordpress/components';
import { useEntityRecords } from '@wordpress/core-data';
import { __ } from '@wordpress/i18n';

import { CONTACT, KIND, type Contact } from '../entities';
import { contactName } from '../lib/people';
import { useDebounced } from '../lib/useDebounced';

const FOUND = 20;

function optionOf( contact: Contact ): { value: string; label: string } {
	const name = contactName( contact );
	return {
		value: String( contact.id ),
		label:
			contact.email && contact.email !== name
				? `${ name } · ${ contact.email }`
				: name,
	};
}

/**
 * A search box for the contacts that the reader may see: the server finds no others.
 *
 * @param props          What is chosen.
 * @param props.value    A contact's id.
 * @param props.onChange With the choice.
 */
export function ContactPicker( {
	value,
	onChange,
}: {
	value: number | null;
	onChange: ( contact: number | null ) => void;
} ): ReactElement {
	const [ search, setSearch ] = useState( '' );
	const rested = useDebounced( search.trim() );
	const query = useMemo(
		() => ( {
			per_page: FOUND,
			context: 'edit',
			...( rested ? { search: rested } : {} ),
		} ),
		[ rested ]
	);
	const { records } = useEntityRecords< Contact >( KIND, CONTACT, query );
	const known = useRef( new Map< number, Contact >() );
	records?.forEach( ( one ) => known.current.set( one.id, one ) );
	const missing = value !== null && ! known.current.has( value );
	const { records: named } = useEntityRecords< Contact >(
		KIND,
		CONTACT,
		{ include: [ value ?? 0 ], per_page: 1, context: 'edit' },
		{ enabled: missing }
	);
	const [ , rerender ] = useState( 0 );
	useEffect( () => {
		if ( missing && named?.[ 0 ] ) {
			known.current.set( named[ 0 ].id, named[ 0 ] );
			rerender( named[ 0 ].id );
		}
	}, [ missing, named ] );

	const shown = [ ...( records ?? [] ) ];
	const chosen = value === null ? undefined : known.current.get( value );
	if ( chosen && ! shown.some( ( { id } ) => id === chosen.id ) ) {
		shown.push( chosen );
	}
	const options = shown.map( optionOf );
	if ( value !== null && ! chosen ) {
		options.push( { value: String( value ), label: `#${ value }` } );
	}
	return (
		<ComboboxControl
			__next40pxDefaultSize
			__nextHasNoMarginBottom
			label={ __( 'Contact', 'steward' ) }
			placeholder={ __( 'Search contacts…', 'steward' ) }
			allowReset={ false }
			value={ value === null ? null : String( value ) }
			options={ options }
			onFilterValueChange={ setSearch }
			onChange={ ( next ) => onChange( next ? Number( next ) : null ) }
		/>
	);
}
