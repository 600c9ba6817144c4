import type { ReactElement } from 'react';
import { Icon } from '@wordpress/components';
import { error as errorIcon } from '@wordpress/icons';

export interface FieldErrorProps {
	id?: string;
	/** Nothing is shown without one. */
	message: string | undefined;
}

/**
 * What is wrong with the field above it, for the fields that DataForm has no control for.
 *
 * @param props         The message.
 * @param props.id      To point `aria-describedby` at.
 * @param props.message The words.
 */
export function FieldError( {
	id,
	message,
}: FieldErrorProps ): ReactElement | null {
	return message ? (
		<p id={ id } className="steward-field-error" role="alert">
			<Icon icon={ errorIcon } size={ 16 } />
			{ message }
		</p>
	) : null;
}
