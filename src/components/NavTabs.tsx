import type { ReactElement, ReactNode } from 'react';

import { Link } from '../lib/router';

export interface NavTabsProps {
	/** What the tabs are for. */
	label: string;
	tabs: { id: string; label: ReactNode }[];
	/** The tab shown: the `tab` of the address. */
	current: string;
	/** Keep what is unsaved: it stays on screen in every tab. */
	quiet?: boolean;
}

/**
 * Tabs of a screen as links: each can be bookmarked, opened in a new window and come back to.
 *
 * @param props The tabs.
 */
export function NavTabs( props: NavTabsProps ): ReactElement {
	return (
		<nav className="steward-page-tabs" aria-label={ props.label }>
			{ props.tabs.map( ( { id, label } ) => (
				<Link
					key={ id }
					to={ { tab: id } }
					quiet={ props.quiet }
					aria-current={ id === props.current ? 'page' : undefined }
				>
					{ label }
				</Link>
			) ) }
		</nav>
	);
}
