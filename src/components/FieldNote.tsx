import type { ReactElement } from 'react';
import { Icon } from '@wordpress/components';
import { error as errorIcon } from '@wordpress/icons';

export interface FieldNoteProps {
	id?: string;
	/** Nothing is shown without one. */
	message: string | undefined;
}

/** What is wrong with the field above it. */
export function FieldNote( {
	id,
	message,
}: FieldNoteProps ): ReactElement | null {
	return message ? (
		<p id={ id } className="steward-field-note" role="alert">
			<Icon icon={ errorIcon } size={ 16 } />
			{ message }
		</p>
	) : null;
}
