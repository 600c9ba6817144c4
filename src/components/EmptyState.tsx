import type { ReactElement, ReactNode } from 'react';
import { Icon } from '@wordpress/components';

export interface EmptyStateProps {
	/** From @wordpress/icons. */
	icon?: ReactElement;
	title: string;
	/** One or two sentences: why it's empty and what comes next. */
	children?: ReactNode;
	/** The next step. */
	actions?: ReactNode;
	/** `error` for what failed to load. */
	tone?: 'plain' | 'good' | 'error';
}

/**
 * What stands where there is nothing to show.
 *
 * @param props          The words and the next step.
 * @param props.icon     A picture.
 * @param props.title    What is the matter.
 * @param props.children Why.
 * @param props.actions  Buttons.
 * @param props.tone     Its colour.
 */
export function EmptyState( {
	icon,
	title,
	children,
	actions,
	tone = 'plain',
}: EmptyStateProps ): ReactElement {
	return (
		<div
			className={ `steward-empty is-${ tone }` }
			role={ tone === 'error' ? 'alert' : undefined }
		>
			{ icon && (
				<span className="steward-empty__icon" aria-hidden>
					<Icon icon={ icon } size={ 32 } />
				</span>
			) }
			<h2 className="steward-empty__title">{ title }</h2>
			{ children && (
				<div className="steward-empty__text">{ children }</div>
			) }
			{ actions && (
				<div className="steward-empty__actions">{ actions }</div>
			) }
		</div>
	);
}
