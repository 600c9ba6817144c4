import type { ReactElement, ReactNode } from 'react';
import { __ } from '@wordpress/i18n';

import type { Contact } from '../../entities';
import {
	customOf,
	readField,
	type CustomKey,
	type FieldKey,
	type FixedKey,
} from './changes';
import { sections } from './fields';
import { fieldLabel, fieldText } from './labels';

/** A value: tags as chips, the rest as text. */
function Value( {
	contact,
	field,
}: {
	contact: Contact;
	field: FieldKey;
} ): ReactElement {
	const value = readField( contact, field );
	if ( ! Array.isArray( value ) ) {
		return <>{ fieldText( field, value ) }</>;
	}
	return (
		<span className="steward-chips">
			{ value.map( ( tag ) => (
				<span key={ tag } className="steward-chip is-tag">
					{ tag }
				</span>
			) ) }
		</span>
	);
}

/**
 * A contact's details to read, for those who may not change them.
 *
 * @param props         The contact.
 * @param props.contact The contact.
 * @param props.why     Why they can't be changed.
 */
export function DetailsView( {
	contact,
	why,
}: {
	contact: Contact;
	why: ReactNode;
} ): ReactElement {
	const filled = sections()
		.map( ( section ) => ( {
			...section,
			keys: ( section.id === 'custom'
				? Object.keys( customOf( contact ) ).map(
						( name ): CustomKey => `custom.${ name }`
					)
				: ( section.fields as FixedKey[] )
			).filter(
				( key: FieldKey ) =>
					fieldText( key, readField( contact, key ) ) !== ''
			),
		} ) )
		.filter( ( { keys } ) => keys.length > 0 );
	return (
		<div className="steward-details is-read-only">
			{ why }
			{ filled.map( ( { id, title, keys } ) => (
				<section
					key={ id }
					className={ `steward-details__section is-${ id }` }
					aria-labelledby={ `steward-details-${ id }` }
				>
					<h3
						className="steward-details__heading"
						id={ `steward-details-${ id }` }
					>
						{ title }
					</h3>
					<dl className="steward-details__list">
						{ keys.map( ( key: FieldKey ) => (
							<div key={ key }>
								<dt>{ fieldLabel( key ) }</dt>
								<dd>
									<Value contact={ contact } field={ key } />
								</dd>
							</div>
						) ) }
					</dl>
				</section>
			) ) }
			{ filled.length === 0 && (
				<p>{ __( 'No details are known.', 'steward' ) }</p>
			) }
		</div>
	);
}
