/**
 * The fields of a contact's form, and how they are laid out in sections.
 */
import type { Field, FormValidity } from '@wordpress/dataviews';
import { __, sprintf } from '@wordpress/i18n';

import { boot } from '../../boot';
import { sourceText } from '../../lib/sources';
import type { Editable, FieldErrors, FixedKey } from './changes';
import { CountryEdit } from './CountryEdit';
import { CustomFieldsEdit } from './CustomFieldsEdit';
import { countryName, fieldLabel } from './labels';
import { TagsEdit } from './TagsEdit';

/** A group of fields under one heading. */
export interface Section {
	id: string;
	title: string;
	fields: string[];
}

/** The sections in their order. */
export function sections(): Section[] {
	return [
		{
			id: 'person',
			title: __( 'Person', 'steward' ),
			fields: [ 'first_name', 'last_name', 'email', 'phone' ],
		},
		{
			id: 'company',
			title: __( 'Company', 'steward' ),
			fields: [ 'company', 'title', 'website' ],
		},
		{
			id: 'address',
			title: __( 'Address', 'steward' ),
			fields: [
				'address.line1',
				'address.line2',
				'address.postcode',
				'address.city',
				'address.region',
				'address.country',
			],
		},
		{ id: 'tags', title: __( 'Tags', 'steward' ), fields: [ 'tags' ] },
		{
			id: 'source',
			title: __( 'Source', 'steward' ),
			fields: [ 'source', 'source_id' ],
		},
		{
			id: 'custom',
			title: __( 'Custom fields', 'steward' ),
			fields: [ 'custom' ],
		},
	];
}

type Type = 'text' | 'email' | 'telephone';

function text(
	id: FixedKey,
	maxLength: number,
	type: Type = 'text'
): Field< Editable > {
	return { id, label: fieldLabel( id ), type, isValid: { maxLength } };
}

/** Said at once, together with what else is wrong; the server looks closer. */
function websiteProblem( { website }: Editable ): string | null {
	const written = ( website ?? '' ).trim();
	const address = /^https?:\/\//i.test( written )
		? written
		: `https://${ written }`;
	const isAddress = (): boolean => {
		try {
			return (
				new URL( address ).hostname.includes( '.' ) &&
				! /\s/.test( written )
			);
		} catch {
			return false;
		}
	};
	return written === '' || isAddress()
		? null
		: __(
				'This is not a web address, such as https://example.org.',
				'steward'
			);
}

let countries: { value: string; label: string }[] | undefined;

/** Countries by name, made once: two hundred and fifty of them are looked up and sorted. */
function countryElements(): { value: string; label: string }[] {
	countries ??= boot.countries
		.map( ( value ) => ( { value, label: countryName( value ) } ) )
		.sort( ( a, b ) => a.label.localeCompare( b.label ) );
	return countries;
}

/** The fields. Lengths are the server's, which has the last word on what is valid. */
export function fields(): Field< Editable >[] {
	return [
		text( 'first_name', 100 ),
		text( 'last_name', 100 ),
		text( 'email', 254, 'email' ),
		text( 'phone', 50, 'telephone' ),
		text( 'company', 200 ),
		text( 'title', 100 ),
		// Not `url`: the browser would refuse "example.org", which the server completes.
		{
			...text( 'website', 255 ),
			placeholder: 'https://',
			isValid: { maxLength: 255, custom: websiteProblem },
		},
		text( 'address.line1', 200 ),
		text( 'address.line2', 200 ),
		text( 'address.postcode', 20 ),
		text( 'address.city', 100 ),
		text( 'address.region', 100 ),
		{
			id: 'address.country',
			label: fieldLabel( 'address.country' ),
			type: 'text',
			Edit: CountryEdit,
			elements: countryElements(),
			// Having none is fine, and one that the server knows may be missing here.
			isValid: { elements: false },
		},
		{
			id: 'tags',
			label: fieldLabel( 'tags' ),
			type: 'array',
			Edit: TagsEdit,
		},
		{
			...text( 'source', 50 ),
			// As it is stored: words in its place would change while somebody types.
			description: sprintf(
				/* translators: 1: a word that Steward stores, such as manual, 2: how it is shown. */
				__( '“%1$s” is shown as “%2$s”.', 'steward' ),
				'manual',
				sourceText( 'manual' )
			),
		},
		text( 'source_id', 190 ),
		{
			id: 'custom',
			label: __( 'Custom fields', 'steward' ),
			type: 'text',
			Edit: CustomFieldsEdit,
		},
	];
}

/**
 * The form's own findings with the server's on top.
 *
 * @param validity From useFormValidity.
 * @param errors   The server's, by field.
 */
export function withServerErrors(
	validity: FormValidity,
	errors: FieldErrors
): FormValidity {
	const merged = { ...validity };
	for ( const [ key, message ] of Object.entries( errors ) ) {
		const id = key.startsWith( 'custom' ) ? 'custom' : key;
		const name = key.startsWith( 'custom.' )
			? `${ key.slice( 'custom.'.length ) }: `
			: '';
		merged[ id ] = {
			custom: { type: 'invalid', message: `${ name }${ message }` },
		};
	}
	return merged;
}
