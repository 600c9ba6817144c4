import { useMemo, useState, type ReactElement } from 'react';
import { FormTokenField } from '@wordpress/components';
import { useEntityRecords } from '@wordpress/core-data';
import { __ } from '@wordpress/i18n';

import { KIND, TAG, type Tag } from '../../entities';
import { useDebounced } from '../../lib/useDebounced';

export interface TagsFieldProps {
	value: string[];
	onChange: ( tags: string[] ) => void;
}

/** Tags as tokens; those in use are suggested while one types. */
export function TagsField( { value, onChange }: TagsFieldProps ): ReactElement {
	const [ typed, setTyped ] = useState( '' );
	const search = useDebounced( typed.trim() );
	const query = useMemo(
		() => ( { per_page: 20, ...( search ? { search } : {} ) } ),
		[ search ]
	);
	const { records } = useEntityRecords< Tag >( KIND, TAG, query );
	return (
		<FormTokenField
			__next40pxDefaultSize
			__nextHasNoMarginBottom
			label={ __( 'Tags', 'steward' ) }
			value={ value }
			suggestions={ ( records ?? [] ).map( ( { name } ) => name ) }
			maxLength={ 50 }
			onInputChange={ setTyped }
			onChange={ ( tokens ) =>
				onChange(
					tokens.map( ( token ) =>
						typeof token === 'string' ? token : token.value
					)
				)
			}
		/>
	);
}
