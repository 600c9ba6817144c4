import type { ReactElement } from 'react';
import { Icon } from '@wordpress/components';
import { error as errorIcon } from '@wordpress/icons';

export interface FieldErrorProps {
	id?: string;
	/** Nothing is shown without one. */
	message: string | undefined;
	/** Whether it stands in a control's help, which is a paragraph itself. */
	isHelp?: boolean;
}

/**
 * What is wrong with the field above it, for the fields that DataForm has no control for.
 *
 * @param props         The message.
 * @param props.id      To point `aria-describedby` at.
 * @param props.message The words.
 * @param props.isHelp  Whether a paragraph is around it.
 */
export function FieldError( {
	id,
	message,
	isHelp = false,
}: FieldErrorProps ): ReactElement | null {
	const Tag = isHelp ? 'span' : 'p';
	return message ? (
		<Tag id={ id } className="steward-field-error" role="alert">
			<Icon icon={ errorIcon } size={ 16 } />
			{ message }
		</Tag>
	) : null;
}
