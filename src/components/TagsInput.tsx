import { useMemo, useState, type ReactElement } from 'react';
import { FormTokenField } from '@wordpress/components';
import { useEntityRecords } from '@wordpress/core-data';

import { KIND, TAG, type Tag } from '../entities';
import { useDebounced } from '../lib/useDebounced';

/** A comma separates tags; the server allows 50 characters each. */
const MAX_LENGTH = 50;

/** So many a contact, says the server. */
const MOST = 50;

export interface TagsInputProps {
	label: string;
	value: string[];
	/** What there is to choose from; those in use, as one types, unless given. */
	choices?: string[];
	onChange: ( tags: string[] ) => void;
}

/** The names of tags in use that hold a text. */
function useTags( text: string ): string[] {
	const search = useDebounced( text.trim().slice( 0, MAX_LENGTH ) );
	const query = useMemo(
		() => ( { per_page: 30, ...( search ? { search } : {} ) } ),
		[ search ]
	);
	const { records } = useEntityRecords< Tag >( KIND, TAG, query );
	return ( records ?? [] ).map( ( { name } ) => name );
}

/**
 * Tags as tokens, with suggestions while one types.
 *
 * @param props The tags.
 */
export function TagsInput( props: TagsInputProps ): ReactElement {
	const [ typed, setTyped ] = useState( '' );
	const inUse = useTags( typed );
	return (
		<FormTokenField
			__next40pxDefaultSize
			__nextHasNoMarginBottom
			__experimentalExpandOnFocus
			label={ props.label }
			value={ props.value }
			suggestions={ props.choices ?? inUse }
			maxLength={ MOST }
			tokenizeOnBlur
			__experimentalValidateInput={ ( tag ) =>
				tag.trim().length <= MAX_LENGTH &&
				( ! props.choices || props.choices.includes( tag.trim() ) )
			}
			onInputChange={ setTyped }
			onChange={ ( tokens ) =>
				props.onChange(
					tokens.map( ( token ) =>
						typeof token === 'string' ? token : token.value
					)
				)
			}
		/>
	);
}
