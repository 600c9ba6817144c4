import { useMemo, type ReactElement } from 'react';
import { DataForm, useFormValidity } from '@wordpress/dataviews/wp';

import type { Editable, FieldErrors, Patch } from './changes';
import { fields as makeFields, sections, withServerErrors } from './fields';

export interface ContactFieldsProps {
	item: Editable;
	/** The server's findings by field. */
	errors: FieldErrors;
	onChange: ( patch: Patch ) => void;
	/** Sections to leave out. */
	without?: string[];
}

/**
 * The form's sections: each a heading over its fields.
 *
 * @param props          The contact and what happens to it.
 * @param props.item     The contact with its unsaved changes.
 * @param props.errors   The server's findings.
 * @param props.onChange Takes a part of the contact.
 * @param props.without  Sections to leave out.
 */
export function ContactFields( {
	item,
	errors,
	onChange,
	without = [],
}: ContactFieldsProps ): ReactElement {
	const fields = useMemo( makeFields, [] );
	const shown = useMemo(
		() => sections().filter( ( { id } ) => ! without.includes( id ) ),
		// eslint-disable-next-line react-hooks/exhaustive-deps -- a list of names.
		[ without.join() ]
	);
	const form = useMemo(
		() => ( { fields: shown.flatMap( ( section ) => section.fields ) } ),
		[ shown ]
	);
	const forms = useMemo(
		() =>
			new Map(
				shown.map( ( section ) => [
					section.id,
					{ fields: section.fields },
				] )
			),
		[ shown ]
	);
	const { validity } = useFormValidity( item, fields, form );
	const findings = useMemo(
		() => withServerErrors( validity, errors ),
		[ validity, errors ]
	);
	return (
		<>
			{ shown.map( ( { id, title } ) => (
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
					<DataForm
						data={ item }
						fields={ fields }
						form={ forms.get( id )! }
						validity={ findings }
						onChange={ onChange }
					/>
				</section>
			) ) }
		</>
	);
}
