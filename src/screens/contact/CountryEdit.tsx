import type { ReactElement } from 'react';
import { ComboboxControl } from '@wordpress/components';
import type { DataFormControlProps } from '@wordpress/dataviews';

import type { Editable } from './changes';
import { FieldError } from '../../components/FieldError';

/**
 * A country by its name. DataForm's own combobox counts its ids apart from WordPress', so that two on one page would share one.
 *
 * @param props DataForm's.
 */
export function CountryEdit(
	props: DataFormControlProps< Editable >
): ReactElement {
	const { data, field, onChange, validity } = props;
	return (
		<div className="steward-country-edit">
			<ComboboxControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={ field.label }
				value={ data.address.country || null }
				options={ field.elements ?? [] }
				onChange={ ( country ) =>
					onChange( { address: { country: country ?? '' } } )
				}
			/>
			<FieldError message={ validity?.custom?.message } />
		</div>
	);
}
