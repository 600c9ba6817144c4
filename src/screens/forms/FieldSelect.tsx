import type { ReactElement } from 'react';
import { SelectControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import type { FormField } from '../../entities';
import { formFieldLabel } from './labels';

export interface FieldSelectProps {
	label: string;
	hideLabel?: boolean;
	fields: FormField[];
	/** The form field's name; empty while none is chosen. */
	value: string;
	onChange: ( field: string ) => void;
	/** What choosing none is called. */
	none?: string;
}

/** A choice among a form's fields. */
export function FieldSelect( props: FieldSelectProps ): ReactElement {
	const { fields, value, onChange } = props;
	const isGone =
		value !== '' && ! fields.some( ( { name } ) => name === value );
	return (
		<SelectControl
			__next40pxDefaultSize
			__nextHasNoMarginBottom
			label={ props.label }
			hideLabelFromVision={ props.hideLabel }
			value={ value }
			options={ [
				{
					value: '',
					label: props.none ?? __( '— Not filled —', 'steward' ),
				},
				...fields.map( ( field ) => ( {
					value: field.name,
					label: formFieldLabel( field ),
				} ) ),
				...( isGone
					? [
							{
								value,
								label: sprintf(
									/* translators: %s: a form field's name. */
									__(
										'%s (no longer in the form)',
										'steward'
									),
									value
								),
							},
						]
					: [] ),
			] }
			onChange={ onChange }
		/>
	);
}
