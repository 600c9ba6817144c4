import { useMemo, useState, type ReactElement } from 'react';
import { FormTokenField } from '@wordpress/components';
import { useEntityRecords } from '@wordpress/core-data';
import type { DataFormControlProps } from '@wordpress/dataviews';

import { KIND, TAG, type Tag } from '../../entities';
import { useDebounced } from '../../lib/useDebounced';
import type { Editable } from './changes';
import { FieldError } from '../../components/FieldError';

/** A comma separates tags; the server allows 50 characters each. */
const MAX_LENGTH = 50;

/**
 * Tags as tokens, with those in use suggested while one types.
 *
 * @param props DataForm's.
 */
export function TagsEdit(
	props: DataFormControlProps< Editable >
): ReactElement {
	const { data, field, onChange, validity } = props;
	const [ typed, setTyped ] = useState( '' );
	const search = useDebounced( typed.trim() );
	const query = useMemo(
		() => ( { per_page: 30, ...( search ? { search } : {} ) } ),
		[ search ]
	);
	const { records } = useEntityRecords< Tag >( KIND, TAG, query );
	return (
		<div className="steward-tags-edit">
			<FormTokenField
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				__experimentalExpandOnFocus
				label={ field.label }
				value={ data.tags }
				suggestions={ ( records ?? [] ).map( ( { name } ) => name ) }
				maxLength={ 50 }
				onInputChange={ setTyped }
				onChange={ ( tokens ) =>
					onChange( {
						tags: tokens.map( ( token ) =>
							( typeof token === 'string'
								? token
								: token.value
							).slice( 0, MAX_LENGTH )
						),
					} )
				}
			/>
			<FieldError message={ validity?.custom?.message } />
		</div>
	);
}
