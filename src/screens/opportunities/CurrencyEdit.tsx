import { useMemo, type ReactElement } from 'react';
import { ComboboxControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

import { currencyName } from '../../lib/money';

/** Codes that the browser knows; a stored one is offered even where it knows none. */
function codes(): string[] {
	const intl = Intl as typeof Intl & {
		supportedValuesOf?: ( key: 'currency' ) => string[];
	};
	return intl.supportedValuesOf?.( 'currency' ) ?? [];
}

/**
 * A currency by its code or name.
 *
 * @param props          What is chosen.
 * @param props.value    ISO 4217.
 * @param props.onChange With the choice.
 */
export function CurrencyEdit( {
	value,
	onChange,
}: {
	value: string;
	onChange: ( currency: string ) => void;
} ): ReactElement {
	const options = useMemo(
		() =>
			[ ...new Set( [ value, ...codes() ] ) ]
				.filter( Boolean )
				.map( ( code ) => ( {
					value: code,
					label: `${ code } · ${ currencyName( code ) }`,
				} ) ),
		[ value ]
	);
	return (
		<ComboboxControl
			__next40pxDefaultSize
			__nextHasNoMarginBottom
			label={ __( 'Currency', 'steward' ) }
			allowReset={ false }
			value={ value }
			options={ options }
			onChange={ ( next ) => next && onChange( next ) }
		/>
	);
}
