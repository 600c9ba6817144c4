import type { ReactElement } from 'react';
import type { DataFormControlProps } from '@wordpress/dataviews';

import { FieldError } from '../../components/FieldError';
import { TagsInput } from '../../components/TagsInput';
import type { Editable } from './changes';

/**
 * A contact's tags, in its form.
 *
 * @param props DataForm's.
 */
export function TagsEdit(
	props: DataFormControlProps< Editable >
): ReactElement {
	const { data, field, onChange, validity } = props;
	return (
		<div className="steward-tags-edit">
			<TagsInput
				label={ field.label }
				value={ data.tags }
				onChange={ ( tags ) => onChange( { tags } ) }
			/>
			<FieldError message={ validity?.custom?.message } />
		</div>
	);
}
