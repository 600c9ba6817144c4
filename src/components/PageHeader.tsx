import type { ReactElement, ReactNode } from 'react';
import { Icon } from '@wordpress/components';
import { __, isRTL } from '@wordpress/i18n';
import { chevronLeft, chevronRight } from '@wordpress/icons';

import { Link, useHeadingFocus, type ParamsInput } from '../lib/router';

export interface PageHeaderProps {
	title: ReactNode;
	/** One line under the title. */
	subtitle?: ReactNode;
	/** Stands before the title: an avatar. */
	media?: ReactNode;
	/** Stands behind the title: a status. */
	badges?: ReactNode;
	/** Where one came from. */
	back?: { label: string; to: ParamsInput };
	/** Buttons; one of them primary. */
	actions?: ReactNode;
	/** More beneath, such as tabs. */
	children?: ReactNode;
}

/**
 * A screen's heading. Takes the focus when its screen was come to from within Steward.
 *
 * @param props What stands in it.
 */
export function PageHeader( props: PageHeaderProps ): ReactElement {
	const heading = useHeadingFocus();
	return (
		<div className="steward-header">
			{ props.back && (
				<nav
					className="steward-header__back"
					aria-label={ __( 'Back', 'steward' ) }
				>
					<Link to={ props.back.to }>
						<Icon icon={ isRTL() ? chevronRight : chevronLeft } />
						{ props.back.label }
					</Link>
				</nav>
			) }
			<div className="steward-header__row">
				{ props.media }
				<div className="steward-header__titles">
					<div className="steward-header__title-row">
						<h1
							className="steward-header__title"
							ref={ heading }
							tabIndex={ -1 }
						>
							{ props.title }
						</h1>
						{ props.badges }
					</div>
					{ props.subtitle && (
						<div className="steward-header__subtitle">
							{ props.subtitle }
						</div>
					) }
				</div>
				{ props.actions && (
					<div className="steward-header__actions">
						{ props.actions }
					</div>
				) }
			</div>
			{ props.children }
		</div>
	);
}
